import { addMonths, type Day, minDay } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { ErasureKind, Hindrance, HindranceKind, RetentionKind } from './privacy.contract.ts'

/**
 * The program's own periods, in months, and what may not be gone below.
 * - accounting papers and what justifies them: ten years from the end of the financial year, C. com. L123-22
 * - commercial prospects: three years from the last contact, CNIL, délibération 2021-131 of 23 September 2021
 * - the rest of a file: five years, the limitation of C. com. L110-4 and C. civ. 2224
 */
export const PERIODS: Record<RetentionKind, { months: number; least: number }> = {
  prospect: { months: 36, least: 1 },
  customer: { months: 120, least: 120 },
  talks: { months: 60, least: 1 },
  messages: { months: 60, least: 1 },
  documents: { months: 120, least: 120 },
  financials: { months: 60, least: 1 },
}

/** Months that accounting papers are kept: C. com. L123-22. */
const ACCOUNTING_MONTHS = 120

/** The calendar year stands for the financial one, which ends with it or before: never too early. */
const endOfYear = (day: Day): Day => `${day.slice(0, 4)}-12-31`

/** When what counts from a day is past its period. */
export const dueOn = (kind: RetentionKind, since: Day, months: number): Day =>
  addMonths(kind === 'customer' ? endOfYear(since) : since, months)

/** The day until which the papers of a movement must be kept. */
export const keptByLawUntil = (lastMovement: Day): Day => addMonths(endOfYear(lastMovement), ACCOUNTING_MONTHS)

/**
 * What is older than this day is past its period; never what may still tell of an open invoice: it stays as long as that
 * one is open.
 */
export const cutoff = (today: Day, months: number, oldestOpen: Day | null): Day =>
  oldestOpen === null ? addMonths(today, -months) : minDay(addMonths(today, -months), oldestOpen)

/** What a kind of erasure waits for. A contact may go although its customer stays; older talks do not wait for an order. */
const WAITS_FOR: Record<Exclude<ErasureKind, 'customer'>, readonly HindranceKind[]> = {
  contact: ['outbox'],
  talks: ['disputes', 'handovers', 'declarations', 'retention-claims'],
  messages: ['outbox', 'disputes', 'handovers', 'declarations', 'retention-claims'],
  documents: ['disputes', 'reviews', 'handovers', 'declarations', 'retention-claims', 'write-offs'],
  financials: ['reviews', 'applications', 'handovers'],
}

/** What stands in the way: of a whole customer, everything that is open. */
export const hindrancesOf = (
  kind: ErasureKind,
  open: Partial<Record<HindranceKind, number>>,
  law: { until: Day | null; today: Day },
): Hindrance[] => {
  const found = (Object.entries(open) as [HindranceKind, number][])
    .filter(([one, count]) => count > 0 && (kind === 'customer' || WAITS_FOR[kind].includes(one)))
    .map(([one, count]): Hindrance => ({ kind: one, count, until: null }))
  if (kind === 'customer' && law.until !== null && law.until > law.today)
    found.unshift({ kind: 'law', count: 1, until: law.until })
  return found
}

/** Whether what was typed is the name, but for capitals, accents and spaces. */
export const isConfirmed = (typed: string, name: string): boolean => fold(typed) === fold(name)

const SHORTEST_WORD = 4

/** A code made of the name, such as DUPONT or C-DUPO, tells it; a number does not. */
export const tellsName = (code: string, name: string): boolean => {
  const letters = fold(code).replace(/[^a-z]/g, '')
  if (letters.length < SHORTEST_WORD) return false
  return fold(name)
    .split(/[^a-z]+/)
    .some((word) => word.length >= SHORTEST_WORD && (letters.includes(word) || word.startsWith(letters)))
}

const SHORTEST_NEEDLE = 6

/** What tells who somebody is, wherever it stands; short texts would be found in others. Longest first. */
export const needlesOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.map((text) => text.trim()).filter((text) => text.length >= SHORTEST_NEEDLE))].sort(
    (a, b) => b.length - a.length,
  )

/** Texts as they may stand: as they are, in capitals, without accents, and within JSON. */
const variants = (text: string): string[] => [text, text.toUpperCase(), fold(text), JSON.stringify(text).slice(1, -1)]

/** Small letters as SQLite makes them: it knows those of ASCII only. */
const sqliteLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Needles for a search by `instr(lower(…))`. */
export const asSqliteLowers = (needles: readonly string[]): string[] => [
  ...new Set(needles.flatMap((needle) => variants(needle).map(sqliteLower))),
]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Puts another text wherever a needle stands, in capitals or not; of JSON only in its texts, so that it stays JSON. */
export const scrubber = (needles: readonly string[], instead: string, emptied: readonly string[] = []) => {
  const pattern = needles.length > 0 ? new RegExp(needles.flatMap(variants).map(escaped).join('|'), 'giu') : null
  const scrub = (text: string) => (pattern ? text.replace(pattern, instead) : text)
  const walk = (value: unknown, empty: boolean): unknown => {
    if (typeof value === 'string') return empty ? '' : scrub(value)
    if (Array.isArray(value)) return value.map((one) => walk(one, empty))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, walk(one, empty || emptied.includes(key))]),
      )
    return value
  }
  return (text: string): string => {
    if (!/^\s*[[{]/.test(text)) return scrub(text)
    try {
      return JSON.stringify(walk(JSON.parse(text), false))
    } catch {
      return scrub(text)
    }
  }
}
