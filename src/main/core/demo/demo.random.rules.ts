import type { Day } from '../kernel/day.ts'

/** A repeatable source of whole numbers: the demo company must be the same wherever and whenever it is made. */
export type Random = {
  /** From 0 to n − 1. */
  below: (n: number) => number
  /** Both ends included. */
  between: (from: number, to: number) => number
  chance: (percent: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** A UUIDv7 of that day. */
  id: (day: Day) => string
}

/** Mulberry32 on a text: another text gives another sequence, so that one customer's history does not shift the others'. */
export const randomOf = (seed: string): Random => {
  let state = 0x9e3779b9
  for (const sign of seed) state = Math.imul(state ^ sign.charCodeAt(0), 0x01000193) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (n: number) => next() % n
  const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0')
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (percent) => below(100) < percent,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    id: (day) => {
      const time = hex(Date.parse(`${day}T09:00:00Z`), 12)
      const variant = hex(0x8000 + below(0x4000), 4)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(below(0x1000), 3)}-${variant}-${hex(next(), 8)}${hex(below(0x10000), 4)}`
    },
  }
}
