import type { Minor } from '../kernel/money.ts'
import type { Ask, AskedDebt, Receipt, Stretch } from './figures.model.ts'

type Sums = { items: number; asked: Minor; paid: Minor }
export type LevelSums = Sums & { level: number; name: string; letters: number }
export type PersonSums = Sums & { person: string }

/**
 * What receipts paid of a debt after each time it was asked for until the next, as known at the end of a stretch of days (its
 * first left out): a payment of that very day came before. Never more than was claimed.
 */
const partsOf = (asks: readonly Ask[], receipts: readonly Receipt[], { from, until }: Stretch) => {
  const told = asks.filter(
    ({ day, cancelledOn }) => day > from && day <= until && (cancelledOn === null || cancelledOn > until),
  )
  return told.flatMap((ask, at) => {
    if (ask.claimed <= 0) return []
    const next = told[at + 1]?.day ?? until
    let paid = 0
    for (const { booked, matched, undone, amount } of receipts)
      if (matched <= until && (undone === null || undone > until) && booked > ask.day && booked <= next) paid += amount
    return [{ ask, paid: Math.min(ask.claimed, paid) }]
  })
}

const addTo = (sums: Sums, { claimed }: Ask, paid: Minor): void => {
  sums.items += 1
  sums.asked += claimed
  sums.paid += paid
}

/**
 * What each level of letters asked for and what was paid before the next one, the first first; and what was paid after each
 * person was the last to ask, by letter or at the telephone, the most first (domain 4.6).
 */
export const recoveredIn = (debts: readonly AskedDebt[], stretch: Stretch) => {
  const levels = new Map<string, LevelSums & { references: Set<string> }>()
  const people = new Map<string, PersonSums>()
  for (const { asks, receipts } of debts) {
    const letters = asks.filter(({ level }) => level !== null)
    for (const { ask, paid } of partsOf(letters, receipts, stretch)) {
      const key = `${ask.level} ${ask.name}`
      let own = levels.get(key)
      if (!own) {
        own = { level: ask.level ?? 0, name: ask.name, letters: 0, items: 0, asked: 0, paid: 0, references: new Set() }
        levels.set(key, own)
      }
      addTo(own, ask, paid)
      own.references.add(ask.reference)
    }
    for (const { ask, paid } of partsOf(asks, receipts, stretch)) {
      let own = people.get(ask.person)
      if (!own) {
        own = { person: ask.person, items: 0, asked: 0, paid: 0 }
        people.set(ask.person, own)
      }
      addTo(own, ask, paid)
    }
  }
  return {
    levels: [...levels.values()]
      .map(({ references, ...own }): LevelSums => ({ ...own, letters: references.size }))
      .sort((a, b) => a.level - b.level || (a.name < b.name ? -1 : 1)),
    people: [...people.values()].sort((a, b) => b.paid - a.paid || (a.person < b.person ? -1 : 1)),
  }
}
