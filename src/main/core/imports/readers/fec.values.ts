import { type Day, isDay } from '../../kernel/day.ts'
import { LARGEST_AMOUNT, type Minor } from '../../kernel/money.ts'

const ZERO = 48

const isSpace = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009

/**
 * An amount of a FEC in cents: comma or dot, zero-filled or padded, sign before or after, spaces anywhere, empty for
 * zero. Null for anything else, for decimals beyond the second that are not zero, and beyond the largest amount.
 * Read for every line of the ledger: one pass over the characters, nothing allocated.
 */
export const parseFecAmount = (text: string): Minor | null => {
  let value = 0
  let digits = 0
  let decimals = -1
  let sign = 0
  let closed = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const digit = code - ZERO
    if (digit >= 0 && digit <= 9) {
      if (closed) return null
      digits++
      if (decimals < 0) value = value * 10 + digit
      else if (decimals < 2) {
        value = value * 10 + digit
        decimals++
      } else if (digit !== 0) return null
    } else if (code === 0x2c || code === 0x2e) {
      if (decimals >= 0 || closed) return null
      decimals = 0
    } else if (code === 0x2d || code === 0x2b || code === 0x2212) {
      if (sign !== 0) return null
      sign = code === 0x2b ? 1 : -1
      closed = digits > 0
    } else if (!isSpace(code)) return null
  }
  if (digits === 0) return sign === 0 && decimals < 0 ? 0 : null
  for (let i = Math.max(decimals, 0); i < 2; i++) value *= 10
  if (value > LARGEST_AMOUNT) return null
  return sign < 0 && value !== 0 ? -value : value
}

// What programs write for "no date": the smallest date of .NET, of SQL Server, of OLE, and Excel's first day.
const NO_DATE = new Set(['0001-01-01', '1753-01-01', '1899-12-30', '1900-01-01', '0000-00-00'])

const isoOf = (text: string): Day | null => {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`
  const french = /^(\d{2})[/.-](\d{2})[/.-](\d{4})$/.exec(text)
  return french ? `${french[3]}-${french[2]}-${french[1]}` : null
}

/** A date of a FEC, AAAAMMJJ or JJ/MM/AAAA: the day, '' for empty and for the days that stand for "none", null when unreadable. */
export const parseFecDay = (text: string): Day | '' | null => {
  if (text === '') return ''
  const iso = isoOf(text)
  if (iso === null) return null
  if (NO_DATE.has(iso)) return ''
  return isDay(iso) ? iso : null
}

/** The same, remembering days already read: a ledger has some hundreds of them in a million lines. */
export const createDayReader = (): ((text: string) => Day | '' | null) => {
  const known = new Map<string, Day | '' | null>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const day = parseFecDay(text)
    if (known.size < 5000) known.set(text, day)
    return day
  }
}

const SENSES: Record<string, 1 | -1> = { D: 1, '+1': 1, '1': 1, '+': 1, C: -1, '-1': -1, '-': -1 }

/** 1 for debit, -1 for credit, null for neither. */
export const parseSense = (text: string): 1 | -1 | null => SENSES[text.toUpperCase()] ?? null
