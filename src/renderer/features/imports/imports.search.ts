import { z } from 'zod'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const importsSearch = z.object({
  view: z.enum(['files', 'history']).optional().catch(undefined),
  /** The imported file whose report is open. */
  report: z.uuid().optional().catch(undefined),
})
