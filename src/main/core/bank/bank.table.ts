import type { BankLineKind } from './bank-kinds.schema.ts'

export type BankStatementTable = {
  id: string
  account: string
  currency: string
  number: string
  opening_day: string | null
  opening: number | null
  closing_day: string | null
  closing: number | null
  /** Closing less opening and lines; 0 when it balances or says neither. */
  difference: number
  format: string
  import_id: string | null
}

export type BankLineTable = {
  id: string
  statement_id: string
  account: string
  position: number
  booked: string
  valued: string | null
  /** Minor units: positive is money received. */
  amount: number
  currency: string
  kind: BankLineKind
  party: string
  party_account: string
  text: string
  reference: string
  creditor_reference: string
  /** JSON: document numbers of the structured remittance. */
  documents: string
  bank_reference: string
  code: string
  return_reason: string
  /** JSON: `{ amount, currency }` ordered, where the bank converted it. */
  original: string | null
  /** The same movement told again has the same key. */
  key: string
  state: 'open' | 'matched' | 'set_aside'
  closed_on: string | null
  closed_by: string | null
  aside_reason: string
}

/** What was done with a line: `ref` is an item, a match, or what was learnt as `value customer`. */
export type BankLineTraceTable = {
  line_id: string
  kind: 'item' | 'link' | 'match' | 'account' | 'label'
  ref: string
}

export type PayerTable = {
  kind: 'account' | 'label'
  value: string
  customer_id: string
  uses: number
  last_used: string
}
