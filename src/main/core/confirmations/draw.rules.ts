import type { Minor } from '../kernel/money.ts'
import type { Auditor, Balance, ChosenBy, Criteria, Part } from './confirmations.contract.ts'

export type Account = {
  customerId: string
  code: string
  balances: readonly Balance[]
  /** All balances in the company's currency; null while a rate is not known. */
  worth: Minor | null
}

/**
 * Whom to ask, in the order of their codes. What chose a customer first is told. A balance without a rate counts among the
 * largest: it may be. The random part takes the lowest tickets of those left; with the same tickets it takes the same.
 */
export const drawOf = <A extends Account>(
  accounts: readonly A[],
  criteria: Pick<Criteria, 'all' | 'largest' | 'above' | 'random' | 'customerIds'>,
  ticketOf: (code: string) => string,
): (A & { chosenBy: ChosenBy })[] => {
  const byCode = [...accounts].sort((a, b) => (a.code < b.code ? -1 : 1))
  const by = new Map<A, ChosenBy>()
  const take = (some: readonly A[], why: ChosenBy) => {
    for (const one of some) if (!by.has(one)) by.set(one, why)
  }
  const named = new Set(criteria.customerIds)
  take(
    byCode.filter(({ customerId }) => named.has(customerId)),
    'chosen',
  )
  if (criteria.all) take(byCode, 'all')
  const size = ({ worth }: A): number => (worth === null ? Number.POSITIVE_INFINITY : Math.abs(worth))
  const ranked = byCode.filter((one) => size(one) > 0).sort((a, b) => compare(size(b), size(a)))
  take(ranked.slice(0, criteria.largest), 'largest')
  const { above } = criteria
  if (above !== null)
    take(
      byCode.filter((one) => size(one) >= above),
      'above',
    )
  const left = byCode.filter((one) => !by.has(one)).map((one) => ({ one, ticket: ticketOf(one.code) }))
  left.sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
  take(
    left.slice(0, criteria.random).map(({ one }) => one),
    'random',
  )
  return byCode.flatMap((one) => {
    const chosenBy = by.get(one)
    return chosenBy ? [{ ...one, chosenBy }] : []
  })
}

// The difference of two infinities is no number.
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** Whether an answer finds its way: by message, or by post. */
export const canBeAnswered = ({ street, postalCode, city, email }: Auditor): boolean =>
  email !== '' || (city !== '' && (street !== '' || postalCode !== ''))

/** Balances added up by currency; an account without any counts where the company keeps its books. */
export const partsOf = (accounts: readonly { balances: readonly Balance[] }[]): Part[] => {
  const parts = new Map<string, Omit<Part, 'currency'>>()
  for (const { currency, total } of accounts.flatMap(({ balances }) => balances)) {
    const sum = parts.get(currency) ?? { count: 0, total: 0, gross: 0 }
    parts.set(currency, { count: sum.count + 1, total: sum.total + total, gross: sum.gross + Math.abs(total) })
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => ({ currency, ...sum }))
}

/** What a customer states less what our books say, by currency; an account it does not name agrees. */
export const differencesOf = (balances: readonly Balance[], stated: readonly Balance[]): Balance[] => {
  const theirs = new Map(stated.map(({ currency, total }) => [currency, total]))
  return balances
    .map(({ currency, total }) => ({ currency, total: (theirs.get(currency) ?? total) - total }))
    .filter(({ total }) => total !== 0)
}
