import { z } from 'zod'
import { monthSchema } from '../../../main/core/reports/reports.contract.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const reportsSearch = z.object({
  /** The last month that has ended unless told. */
  month: monthSchema.optional().catch(undefined),
})
