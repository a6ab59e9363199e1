import type { RegisterEvent } from './registers.contract.ts'
import type { RegisterEventTable } from './registers.table.ts'

/** An event as it is told, of its row. */
export const toEvent = (row: RegisterEventTable): RegisterEvent => ({
  id: row.id,
  customerId: row.customer_id,
  register: row.register,
  reference: row.reference,
  kind: row.kind,
  stage: row.stage,
  day: row.day,
  publishedOn: row.published_on,
  court: row.court,
  department: row.department,
  nature: row.nature,
  source: row.source,
  replaces: row.replaces,
  withdrawn: row.withdrawn_on ? { on: row.withdrawn_on, by: row.withdrawn_by } : null,
  dismissed: row.dismissed_on ? { on: row.dismissed_on, by: row.dismissed_by, because: row.dismissed_because } : null,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
})
