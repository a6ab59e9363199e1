import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Arrival, Dated, Receipt, Settlement } from './promises.model.ts'

const matchedBy = (matches: readonly Dated[], asOf: Day): Minor =>
  matches.reduce((sum, { day, amount }) => (day <= asOf ? sum + amount : sum), 0)

/** What is open of an item on a day: its amount less the matches dated by then. */
export const openOn = (amount: Minor, settlements: readonly Pick<Settlement, 'matches'>[], asOf: Day): Minor =>
  settlements.reduce((open, { matches }) => open - matchedBy(matches, asOf), amount)

/** What receipts had settled by a day: a match taken back by then counts as none. */
export const settledOn = (settlements: readonly Settlement[], asOf: Day): Arrival[] =>
  settlements.flatMap(({ isReceipt, matches, customerId, currency, itemId, receiptId, booked }) => {
    const dated = matches.filter(({ day }) => day <= asOf)
    if (!isReceipt || dated.length === 0) return []
    const amount = matchedBy(dated, asOf)
    const bouncedOn = dated.reduce<Day | null>(
      (last, { day, bounced }) => (bounced && (last === null || day > last) ? day : last),
      null,
    )
    return [{ customerId, currency, itemId, receiptId, booked, amount, bouncedOn }]
  })

/** What is left on a day of the receipts booked by then. */
export const unmatchedOn = (receipts: readonly Receipt[], asOf: Day): Arrival[] =>
  receipts.flatMap(({ matches, amount, ...receipt }) => {
    const left = receipt.booked <= asOf ? amount - matchedBy(matches, asOf) : 0
    return left > 0 ? [{ ...receipt, itemId: null, amount: left, bouncedOn: null }] : []
  })
