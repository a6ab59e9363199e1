import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { BankLineKind } from './bank-kinds.schema.ts'

export type { BankFormat, BankLineKind } from './bank-kinds.schema.ts'

/** One movement of a statement as every format tells it; a batch with details gives one line per detail. */
export type StatementLine = {
  /** Line of the file where it begins, from 1. */
  line: number
  booked: Day
  valued: Day | null
  /** Signed minor units of the account's currency: positive is money received. */
  amount: Minor
  kind: BankLineKind
  /** Name of the payer of a receipt, of the payee of an expense; empty when the bank does not say. */
  party: string
  /** IBAN (or national number) of that party, without spaces. */
  partyAccount: string
  /** Remittance text in full, pieces joined as the format says. */
  text: string
  /** End-to-end or client reference; never `NOTPROVIDED` or `NONREF`. */
  reference: string
  /** Structured creditor reference (RF…, Belgian communication, Swiss QR reference). */
  creditorReference: string
  /** Document numbers named by the structured remittance. */
  documents: string[]
  /** The bank's own reference of the movement. */
  bankReference: string
  /** The bank's code of the kind of movement, as written: `PMNT/RCDT/ESCT`, `05`, `NTRF`. */
  code: string
  /** Why it came back, as the bank's code (`AC04`, `MD01`, `1`…); empty otherwise. */
  returnReason: string
  /** Amount and currency ordered, where the bank converted it. */
  original: { amount: Minor; currency: string } | null
  /** Position within a batch entry, from 1; 0 for a line that is no detail. */
  detail: number
}

export type Statement = {
  /** Line of the file where it begins, from 1. */
  line: number
  /** IBAN without spaces, or the bank, branch and account digits. */
  account: string
  currency: string
  /** Statement number or identification. */
  number: string
  opening: { day: Day; amount: Minor } | null
  closing: { day: Day; amount: Minor } | null
  lines: StatementLine[]
}

/** A statement's head; its lines follow, in one piece or several. `key` tells the statements of a file apart, from 1. */
export type StatementHead = Omit<Statement, 'lines'> & { key: number }
