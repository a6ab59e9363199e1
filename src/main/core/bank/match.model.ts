import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { matchReasons } from './bank.contract.ts'
import type { StatementLine } from './statement.model.ts'

/** A debt or a credit note that is open, as matching sees it. */
export type OpenItem = {
  readonly id: string
  readonly customerId: string
  readonly number: string
  readonly due: Day
  readonly currency: string
  /** With its sign: below zero for a credit note. */
  readonly open: Minor
  /** The account that its invoice asked to be paid on; empty where it is not known. */
  readonly askedAccount: string
}

/** A receipt that the book holds, whoever wrote it there. */
export type HeldReceipt = {
  readonly id: string
  readonly customerId: string
  readonly number: string
  readonly booked: Day
  readonly currency: string
  /** Above zero. */
  readonly amount: Minor
  /** Words of it: label, reference, and those of its bank line. */
  readonly text: string
  readonly partyAccount: string
  /** It stands on a bank line already. */
  readonly cleared: boolean
}

export type Payer = {
  readonly kind: 'account' | 'label'
  readonly value: string
  readonly customerId: string
  readonly uses: number
}

export type BankBook = {
  readonly customers: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly items: readonly OpenItem[]
  readonly receipts: readonly HeldReceipt[]
  readonly payers: readonly Payer[]
  /** Letters whose reference a payer may write instead of the numbers of what it claims. */
  readonly letters: readonly { readonly reference: string; readonly itemIds: readonly string[] }[]
  /** Largest difference that may be written off, by currency. */
  readonly writeOffLimits: Readonly<Partial<Record<string, Minor>>>
}

export type LineToMatch = Pick<
  StatementLine,
  | 'booked'
  | 'amount'
  | 'kind'
  | 'party'
  | 'partyAccount'
  | 'text'
  | 'reference'
  | 'creditorReference'
  | 'documents'
  | 'bankReference'
  | 'returnReason'
> & {
  readonly id: string
  /** The company's own. */
  readonly account: string
  readonly currency: string
}

export type ReasonCode = (typeof matchReasons)[number]
export type Reason = { readonly code: ReasonCode; readonly detail: string }

/** Placed on an item: by the receipt and the credits, as a discount, as a difference written off. */
export type Placed = {
  readonly item: OpenItem
  readonly amount: Minor
  readonly discount: Minor
  readonly writeOff: Minor
}

/** One answer to "who paid what". Placed and unallocated amounts add up to the line and the credits deducted. */
export type Candidate = {
  readonly customerId: string
  readonly action: 'settle' | 'link' | 'bounce'
  readonly score: number
  readonly placed: readonly Placed[]
  /** Credit notes that the payer deducted, above zero. */
  readonly credits: readonly { readonly item: OpenItem; readonly amount: Minor }[]
  /** The receipt to be linked or taken back. */
  readonly receipt: HeldReceipt | null
  readonly unallocated: Minor
  readonly reasons: readonly Reason[]
}
export type Proposed = Candidate & { readonly ready: boolean }
