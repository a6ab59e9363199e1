import { type Day, isDay } from '../../kernel/day.ts'
import { type Minor, parseMinor } from '../../kernel/money.ts'
import { fold } from '../../kernel/text.ts'
import type { dateOrders, decimalMarks } from '../mapping.schema.ts'

export type DateOrder = (typeof dateOrders)[number]
export type DecimalMark = (typeof decimalMarks)[number]

const CURRENCY_MARK = /^(?:[A-Z]{3}|[€$£¥₹]|Rs\.?)\s*|\s*(?:[A-Z]{3}|[€$£¥₹])$/g
const MINUS = /[-\u2212\u2010-\u2013]/g

// Thousands in threes, or in twos before the last three (India). A space or an apostrophe may stand for the mark.
const GROUPED: Record<DecimalMark, RegExp> = {
  comma: /^(\d*|\d{1,3}(?:[. ]\d{2,3})*[. ]\d{3})(?:,(\d*))?$/,
  dot: /^(\d*|\d{1,3}(?:[, ]\d{2,3})*[, ]\d{3})(?:\.(\d*))?$/,
}

/**
 * Reads an amount as people write it: `1 234,56 €`, `(1,234.56)`, `-12`, `12-`, `1,50,000.00 Dr`, in minor units of the
 * currency. Null for what is no amount, or is finer than the currency: the decimal mark is never guessed.
 */
export const parseLocalAmount = (text: string, mark: DecimalMark, currency: string): Minor | null => {
  let rest = text
    .replace(/[\s\u00a0\u202f\u2009'’]+/g, ' ')
    .replace(MINUS, '-')
    .trim()
  let negative = false
  const side = / ?\b(dr|cr)\.?$/i.exec(rest)
  if (side) {
    negative = side[1]?.toLowerCase() === 'cr'
    rest = rest.slice(0, -side[0].length)
  }
  const inParentheses = /^\((.*)\)$/.exec(rest)
  if (inParentheses) {
    negative = !negative
    rest = inParentheses[1] ?? ''
  }
  rest = rest.replace(CURRENCY_MARK, '').trim()
  const sign = /^([-+]) ?(.*)$|^(.*?) ?([-+])$/.exec(rest)
  if (sign) {
    if ((sign[1] ?? sign[4]) === '-') negative = !negative
    rest = (sign[2] ?? sign[3] ?? '').replace(CURRENCY_MARK, '').trim()
  }
  const match = GROUPED[mark].exec(rest)
  const whole = match?.[1]?.replace(/\D/g, '') ?? ''
  const fraction = match?.[2] ?? ''
  if (!match || whole + fraction === '') return null
  const amount = parseMinor(`${whole || '0'}.${fraction}`, currency)
  return amount !== null && negative && amount !== 0 ? -amount : amount
}

const MONTHS = [
  ['jan', 'janv'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'mars'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'aout'],
  ['sep', 'sept'],
  ['oct'],
  ['nov'],
  ['dec'],
]

const monthNamed = (word: string): number => {
  const name = fold(word).replace(/\.$/, '')
  const exact = MONTHS.findIndex((names) => names.includes(name))
  // "juin" and "juil" begin alike: only longer names are told by their beginning.
  return (
    (exact >= 0
      ? exact
      : MONTHS.findIndex((names) => names.some((start) => start.length >= 3 && name.startsWith(start)))) + 1
  )
}

const fullYear = (year: string): string => (year.length === 4 ? year : `${Number(year) < 80 ? '20' : '19'}${year}`)

const dayOf = (year: string, month: string | number, day: string): Day | null => {
  const iso = `${fullYear(year)}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}

const withoutTime = (text: string): string =>
  text.trim().replace(/[T ,]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?$/i, '')

const YEAR_FIRST = /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})$/
const NUMERIC = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/
const NAMED_DAY_FIRST = /^(\d{1,2})(?:er)?[-/. ]*(\p{L}{3,}\.?)[-/. ,]*(\d{4}|\d{2})$/u
const NAMED_MONTH_FIRST = /^(\p{L}{3,}\.?)[-/. ]*(\d{1,2})[-/. ,]+(\d{4}|\d{2})$/u

/**
 * Reads a day as people write it: `31/01/2026`, `1-Apr-26`, `12 mars 2026`, `2026-01-31`, with or without a time. The
 * order only matters between numbers that could be either. Null for what is no day.
 */
export const parseLocalDay = (text: string, order: DateOrder): Day | null => {
  const bare = withoutTime(text)
  const yearFirst = YEAR_FIRST.exec(bare)
  if (yearFirst) return dayOf(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '')
  const numeric = NUMERIC.exec(bare)
  if (numeric) {
    const [, a = '', b = '', c = ''] = numeric
    if (order === 'ymd') return c.length === 2 ? dayOf(a.padStart(2, '0'), b, c) : null
    return order === 'dmy' ? dayOf(c, b, a) : dayOf(c, a, b)
  }
  const dayFirst = NAMED_DAY_FIRST.exec(bare)
  if (dayFirst) return dayOf(dayFirst[3] ?? '', monthNamed(dayFirst[2] ?? ''), dayFirst[1] ?? '')
  const monthFirst = NAMED_MONTH_FIRST.exec(bare)
  return monthFirst ? dayOf(monthFirst[3] ?? '', monthNamed(monthFirst[1] ?? ''), monthFirst[2] ?? '') : null
}

/** The reading that explains most values; null when none explains any, `ambiguous` when the best two explain as many. */
const best = <T extends string>(
  candidates: readonly T[],
  explains: (candidate: T) => number,
): T | 'ambiguous' | null => {
  const scored = candidates
    .map((candidate) => ({ candidate, score: explains(candidate) }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  if (!first || first.score === 0) return null
  return second?.score === first.score ? 'ambiguous' : first.candidate
}

/** The order of the numbers in a column of dates; `ambiguous` when each could be read both ways, null without a date. */
export const dateOrderOf = (values: readonly string[]): DateOrder | 'ambiguous' | null => {
  const numeric = values.map(withoutTime).filter((value) => NUMERIC.test(value))
  if (numeric.length === 0) return values.some((value) => parseLocalDay(value, 'ymd') !== null) ? 'ymd' : null
  const explained = (order: DateOrder) => numeric.filter((value) => parseLocalDay(value, order) !== null).length
  // A year of two digits in front is rare: it counts only where nothing else fits.
  return best(['dmy', 'mdy'] as const, explained) ?? best(['ymd'] as const, explained)
}

/** The decimal mark of a column of amounts; `ambiguous` when only thousands could tell (`1,234`), null without a mark. */
export const decimalOf = (values: readonly string[]): DecimalMark | 'ambiguous' | null => {
  const marked = values.filter((value) => /\d/.test(value) && /[.,]/.test(value))
  // The dinar's three decimals: both readings of 1,234 are amounts.
  return best(
    ['comma', 'dot'] as const,
    (mark) => marked.filter((value) => parseLocalAmount(value, mark, 'TND') !== null).length,
  )
}
