import { z } from 'zod'
import { breakdowns } from '../../../main/core/dashboard/dashboard.contract.ts'
import { daySchema } from '../../../main/core/kernel/day.ts'

export const changePeriods = ['1', '3', '12'] as const

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const dashboardSearch = z.object({
  asOf: daySchema.optional().catch(undefined),
  /** What receivables are broken down by; segments unless told. */
  by: z.enum(breakdowns).optional().catch(undefined),
  /** Months that the change of DSO is told of; three unless told. */
  since: z.enum(changePeriods).optional().catch(undefined),
})
export type DashboardSearch = z.infer<typeof dashboardSearch>
