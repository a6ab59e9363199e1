import { z } from 'zod'
import { alertKinds } from '../../../main/core/alerts/alerts.contract.ts'

const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const alertShows = ['open', 'seen', 'all'] as const

export const alertsSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(alertShows)),
  kind: lenient(z.enum(alertKinds)),
})
export type AlertsSearch = z.infer<typeof alertsSearch>
