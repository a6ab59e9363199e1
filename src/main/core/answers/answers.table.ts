import type { AnswerKind } from './answer.model.ts'

export type CustomerAnswerTable = {
  id: string
  space_id: string
  customer_id: string
  nonce: string
  kind: AnswerKind
  issued_at: string
  read_on: string
  read_at: string
  read_by: string
  sender: string
  request: string
  document_id: string | null
  state: 'waiting' | 'accepted' | 'declined'
  decided_on: string | null
  decided_by: string
  reason: string
  made_id: string | null
  task_id: string | null
}

export type CustomerAnswerFileTable = { answer_id: string; place: number; document_id: string | null }
