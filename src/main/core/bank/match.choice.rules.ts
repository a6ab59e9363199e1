import type { Minor } from '../kernel/money.ts'
import { toDecimal } from '../kernel/money.ts'
import { discountTaken, isNear, spread } from './match.amount.rules.ts'
import type { Candidate, OpenItem, Placed, Reason } from './match.model.ts'

/** What a payment settles: `fit` says how well its amount explains the choice. */
export type Fit = 'exact' | 'some' | 'credits' | 'balance' | 'discount' | 'late-discount' | 'near' | 'part' | 'more'
export type Choice = Pick<Candidate, 'placed' | 'credits' | 'unallocated'> & { fit: Fit; reason: Reason | null }

const sumOf = (items: readonly OpenItem[]): Minor => items.reduce((sum, { open }) => sum + open, 0)

/** Debts settled whole, less the credits deducted. */
export const whole = (items: readonly OpenItem[], fit: Fit, reason: Reason | null): Choice => ({
  fit,
  reason,
  placed: items.filter(({ open }) => open > 0).map((item) => ({ item, amount: item.open, discount: 0, writeOff: 0 })),
  credits: items.filter(({ open }) => open < 0).map((item) => ({ item, amount: -item.open })),
  unallocated: 0,
})

/** As far as it goes, the earliest due first; what is left stays unallocated. */
export const inOrder = (debts: readonly OpenItem[], paid: Minor, fit: Fit, reason: Reason | null): Choice => {
  let left = paid
  const placed: Placed[] = []
  for (const item of debts) {
    const amount = Math.min(left, item.open)
    if (amount <= 0) break
    placed.push({ item, amount, discount: 0, writeOff: 0 })
    left -= amount
  }
  return { fit, reason, placed, credits: [], unallocated: left }
}

/** Debts settled by what was paid and a discount; the discount lies on each in proportion. */
const discounted = (debts: readonly OpenItem[], paid: Minor, day: string): Choice | null => {
  const taken = discountTaken(paid, sumOf(debts))
  if (!taken) return null
  const parts = spread(
    taken.amount,
    debts.map(({ open }) => open),
  )
  return {
    // A discount is for paying early: after the due date it is only a short payment of a round percentage.
    fit: debts.every(({ due }) => day <= due) ? 'discount' : 'late-discount',
    reason: { code: 'amount-discount', detail: taken.percent },
    placed: debts.map((item, i) => {
      const discount = parts[i] ?? 0
      return { item, amount: item.open - discount, discount, writeOff: 0 }
    }),
    credits: [],
    unallocated: 0,
  }
}

/** A difference too small to claim: written off when the policy allows it, else left open, or unallocated when paid too much. */
const nearly = (debts: readonly OpenItem[], paid: Minor, currency: string, limit: Minor): Choice | null => {
  const owed = sumOf(debts)
  if (paid === owed || !isNear(paid, owed, currency)) return null
  const choice = inOrder(debts, paid, 'near', { code: 'amount-near', detail: toDecimal(paid - owed, currency) })
  const short = owed - paid
  const last = choice.placed.at(-1)
  if (!last || short <= 0 || short > limit || choice.placed.length < debts.length) return choice
  return { ...choice, placed: [...choice.placed.slice(0, -1), { ...last, writeOff: short }] }
}

type Paid = { amount: Minor; booked: string; currency: string }

/** How a payment explains debts that it is known, or guessed, to be for; the best explanation. */
export const explain = (debts: readonly OpenItem[], { amount, booked, currency }: Paid, limit: Minor): Choice | null =>
  discounted(debts, amount, booked) ?? nearly(debts, amount, currency, limit)
