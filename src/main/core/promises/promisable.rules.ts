import type { Minor } from '../kernel/money.ts'

const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0)

/** A debt that may be promised, and what running promises expect of debts. */
export type Debt = { readonly id: string; readonly open: Minor }
export type Claim = {
  readonly rest: Minor
  readonly items: readonly { readonly itemId: string; readonly amount: Minor }[]
}

/**
 * What may still be promised of some debts: what is open, less what running promises expect of them and their other items
 * cannot bear.
 */
export const promisable = (debts: readonly Debt[], all: readonly Debt[], claims: readonly Claim[]): Minor => {
  const chosen = new Set(debts.map(({ id }) => id))
  const openOf = new Map(all.map(({ id, open }) => [id, open]))
  const taken = claims.map(({ rest, items }) => {
    if (!items.some(({ itemId }) => chosen.has(itemId))) return 0
    const elsewhere = sumOf(items.map(({ itemId }) => (chosen.has(itemId) ? 0 : (openOf.get(itemId) ?? 0))))
    return Math.max(0, rest - elsewhere)
  })
  return Math.max(0, sumOf(debts.map(({ open }) => open)) - sumOf(taken))
}

/** The oldest debts that bear an amount, those left out that running promises took whole; all that help when they do not. */
export const oldestFor = (amount: Minor, debts: readonly Debt[], claims: readonly Claim[]): Debt[] => {
  const chosen: Debt[] = []
  let free = 0
  for (const debt of debts) {
    if (free >= amount) break
    const more = promisable([...chosen, debt], debts, claims)
    if (more <= free) continue
    chosen.push(debt)
    free = more
  }
  return chosen
}

/** An amount spread over debts in their order: what other promises left of each first, then whatever is open. */
export const spread = (amount: Minor, debts: readonly Debt[], claims: readonly Claim[]): Minor[] => {
  const claimed = new Map<string, Minor>()
  for (const { items } of claims)
    for (const { itemId, amount: part } of items) claimed.set(itemId, (claimed.get(itemId) ?? 0) + part)
  let left = amount
  const give = (room: Minor): Minor => {
    const part = Math.min(left, Math.max(0, room))
    left -= part
    return part
  }
  const first = debts.map(({ id, open }) => give(open - (claimed.get(id) ?? 0)))
  return debts.map(({ open }, place) => (first[place] ?? 0) + give(open - (first[place] ?? 0)))
}
