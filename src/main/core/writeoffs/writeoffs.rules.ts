import type { Day } from '../kernel/day.ts'
import { daysBetween } from '../kernel/day.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import { taxWithin } from '../payments/matching.rules.ts'
import type { PolicyContent } from '../policy/policy.contract.ts'
import type { TaxStanding, TaxState, WriteOff } from './writeoffs.schema.ts'

/** `PP-2026-12`: passage en perte. */
export const referenceOf = (year: string, number: number): string => `PP-${year}-${number}`

/** What the book knows of the VAT of an item from its electronic invoice: of the whole invoice, amounts above zero. */
export type InvoiceTax = { gross: Minor; tax: Minor } | null

/** The VAT within a part of an item: the invoice's own share of it, else at a rate in percent; null without either. Half up. */
export const taxOf = (
  amount: Minor,
  invoice: InvoiceTax,
  rate: string | null,
): { tax: Minor | null; source: 'invoice' | 'rate' | null; rate: string } => {
  if (invoice !== null && invoice.gross > 0)
    return {
      tax: roundHalfUp(BigInt(amount) * BigInt(invoice.tax), BigInt(invoice.gross)),
      source: 'invoice',
      rate: '',
    }
  return rate === null ? { tax: null, source: null, rate: '' } : { tax: taxWithin(amount, rate), source: 'rate', rate }
}

/** The VAT of what is owed again: parts taken one after the other add up to the whole. Null where it is not known. */
export const taxRecovered = (
  item: { amount: Minor; tax: Minor | null },
  before: { amount: Minor; tax: Minor },
  amount: Minor,
): Minor | null =>
  item.tax === null
    ? null
    : roundHalfUp(BigInt(item.tax) * BigInt(before.amount + amount), BigInt(item.amount)) - before.tax

/** The last day to deduct the VAT: the end of the second year after the event (CGI art. 272-1, ann. II art. 208). */
export const taxDeadline = (event: Day): Day => `${Number(event.slice(0, 4)) + 2}-12-31`

export type TaxFacts = {
  state: WriteOff['state']
  /** The law of the company's country is known (France). */
  applies: boolean
  due: TaxStanding['due']
  /** Within what is still written off. */
  tax: Minor | null
  definitiveOn: Day | null
  noticeOn: Day | null
  claimedOn: Day | null
}

/**
 * Where the recovery of the VAT of a write-off stands on a day: it must have been paid on invoicing, the loss be definitive,
 * the customer told by the notice, and the second year after the event not be over (CGI art. 272-1).
 */
export const taxStateOf = (facts: TaxFacts, today: Day): TaxState => {
  const { state, applies, due, tax, definitiveOn, noticeOn, claimedOn } = facts
  if (!applies || state === 'refused' || state === 'withdrawn' || due === 'received') return 'none'
  if (claimedOn !== null) return 'claimed'
  if (tax === null) return 'unknown'
  if (tax === 0) return 'none'
  if (definitiveOn === null) return 'waiting'
  if (taxDeadline(definitiveOn) < today) return 'lapsed'
  return noticeOn === null ? 'notice' : 'claim'
}

/** The VAT may be deducted, or was. */
export const isRecoverable = (state: TaxState): boolean =>
  state === 'notice' || state === 'claim' || state === 'claimed'

export const daysLeft = (deadline: Day | null, today: Day): number | null =>
  deadline === null ? null : daysBetween(today, deadline)

type Losses = PolicyContent['losses']
type Deputies = PolicyContent['credit']['deputies']
export type Approval = {
  anyone: boolean
  people: string[]
  standing: WriteOff['standing']
  /** In whose place the person would answer; empty in their own name. */
  behalf: string
}

/**
 * Who may approve a write-off on a day and whether one person may: those whose ceiling reaches its worth, and their
 * deputies; never its proposer above the policy's amount. `worth` in the company's currency.
 */
export const approvalOf = (
  { losses, deputies }: { losses: Losses; deputies: Deputies },
  { worth, proposedBy }: { worth: Minor | null; proposedBy: string },
  person: string,
  day: Day,
): Approval => {
  const anyone = losses.authority.length === 0
  const named =
    worth === null ? [] : losses.authority.filter(({ ceiling }) => ceiling >= worth).map((one) => one.person)
  const standing = deputies.filter(({ person: of, from, until }) => named.includes(of) && from <= day && day <= until)
  const alone = worth !== null && worth <= losses.aloneUpTo
  const everyone = [...new Set([...named, ...standing.map(({ deputy }) => deputy)])]
  const people = alone ? everyone : everyone.filter((one) => one !== proposedBy)
  const inPlace = named.includes(person) ? '' : (standing.find(({ deputy }) => deputy === person)?.person ?? '')
  const decided = (standing: WriteOff['standing'], behalf = ''): Approval => ({ anyone, people, standing, behalf })
  if (person === proposedBy && !alone) return decided('own-proposal')
  if (anyone) return decided('may')
  if (worth === null) return decided('rate-missing')
  return people.includes(person) ? decided('may', inPlace) : decided('above-authority')
}

/** Accounts that an entry names in France (PCG): loss, VAT collected, VAT not due yet, doubtful customers. */
export const ACCOUNTS = { loss: '654', tax: '44571', taxWaiting: '44574', doubtful: '416' } as const

export type Entry = { loss: Minor; tax: Minor; taxAccount: string; credit: Minor }

/**
 * The entry of a loss: 654 without VAT and 44571 against 416 where the VAT may be recovered, 44574 where it was not due
 * before payment, else 654 for all of it. Below zero for what is owed again.
 */
export const entryOf = (
  { amount, tax }: { amount: Minor; tax: Minor | null },
  state: TaxState,
  due: TaxStanding['due'],
): Entry => {
  const account =
    tax === null ? '' : due === 'received' ? ACCOUNTS.taxWaiting : isRecoverable(state) ? ACCOUNTS.tax : ''
  const part = account === '' ? 0 : (tax ?? 0)
  return { loss: amount - part, tax: part, taxAccount: account, credit: amount }
}
