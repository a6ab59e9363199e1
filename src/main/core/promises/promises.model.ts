import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

/** What a receipt settled of an item by a day, or what of it is matched with nothing yet (`itemId` null). */
export type Arrival = {
  readonly customerId: string
  readonly currency: string
  readonly itemId: string | null
  readonly receiptId: string
  readonly booked: Day
  /** Zero where all of it came back. */
  readonly amount: Minor
  /** The last day on which some of it came back unpaid. */
  readonly bouncedOn: Day | null
}

/** What was matched on a day; below zero where it was taken back. */
export type Dated = { readonly day: Day; readonly amount: Minor; readonly bounced: boolean }

/** What one credit settled of an item, day by day. */
export type Settlement = Omit<Arrival, 'amount' | 'bouncedOn'> & {
  readonly itemId: string
  /** Money came in; a credit note or a loss settles what nobody paid. */
  readonly isReceipt: boolean
  readonly matches: readonly Dated[]
}

/** A receipt and what was matched of it, day by day. */
export type Receipt = Omit<Arrival, 'itemId' | 'bouncedOn'> & { readonly matches: readonly Dated[] }
