import type { ProofKind } from './proofs.contract.ts'

export type ProofTable = {
  id: string
  customer_id: string
  item_id: string | null
  kind: ProofKind
  title: string
  day: string | null
  expires_on: string | null
  note: string
  document_id: string
  added_at: string
  added_by: string
}
