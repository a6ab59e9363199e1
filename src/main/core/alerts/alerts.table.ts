import type { AlertKind } from './alerts.contract.ts'

export type AlertSeenTable = {
  customer_id: string
  kind: AlertKind
  occurrence: string
  seen_on: string
  seen_by: string
  at: string
  because: string
}
