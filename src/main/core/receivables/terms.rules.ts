import { addDays, type Day, daysBetween, endOfMonth, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'

/**
 * When an invoice falls due, counted from its issue date D.
 * - `monthEnd: null`: D + days
 * - `monthEnd: 'a'`: EOM(D + days), "45 jours puis fin de mois"
 * - `monthEnd: 'b'`: EOM(D) + days, "fin de mois + 45 jours"
 *
 * `extraDays` are added to the day reached; "30 jours fin de mois le 10" is EOM(D + 30) + 10.
 */
export type Terms = { readonly days: number; readonly monthEnd: 'a' | 'b' | null; readonly extraDays: number }

export type TermsWarning =
  | { code: 'terms.due-before-issue'; details: { issued: Day; due: Day } }
  | { code: 'terms.above-legal-ceiling'; details: { due: Day; ceiling: Day; days: number } }
  | { code: 'terms.due-differs-from-terms'; details: { due: Day; expected: Day; terms: string } }

const WRITTEN = /^(\d{1,3})(?:(eom)(?:-?([ab]))?(?:\+(\d{1,2}))?)?$/

/**
 * Reads `30`, `0`, `45eom-a`, `45eom-b`, `30eom+10`, `30eom-b+10`; spaces and case do not matter. `45eom` is read as
 * `45eom-a`, the usual practice in France. Refuses anything else with `terms.unreadable`.
 */
export const parseTerms = (text: string): Terms => {
  const match = WRITTEN.exec(text.replace(/\s/g, '').toLowerCase())
  const extraDays = Number(match?.[4] ?? 0)
  if (!match || extraDays > 31) throw new Refusal('terms.unreadable', `Unreadable payment terms: ${text}`, { text })
  return { days: Number(match[1]), monthEnd: match[2] ? (match[3] === 'b' ? 'b' : 'a') : null, extraDays }
}

/** The one spelling of the terms that is stored: `30`, `45eom-a`, `45eom-b`, `30eom+10`, `30eom-b+10`. */
export const formatTerms = ({ days, monthEnd, extraDays }: Terms): string => {
  if (monthEnd === null) return String(days)
  if (extraDays === 0) return `${days}eom-${monthEnd}`
  return `${days}eom${monthEnd === 'b' ? '-b' : ''}+${extraDays}`
}

/** Weekends and public holidays do not move a contractual due date. */
export const dueDate = (issued: Day, { days, monthEnd, extraDays }: Terms): Day => {
  if (monthEnd === null) return addDays(issued, days)
  if (monthEnd === 'a') return addDays(endOfMonth(addDays(issued, days)), extraDays)
  return addDays(endOfMonth(issued), days + extraDays)
}

// C. com. L441-10 I: 60 days from the invoice or, where agreed, 45 days end of month in either of its two readings.
const legalCeiling = (issued: Day, terms: Terms | null): Day => {
  const net = addDays(issued, 60)
  if (terms?.monthEnd === null) return net
  return [endOfMonth(addDays(issued, 45)), addDays(endOfMonth(issued), 45)].reduce(maxDay, net)
}

/**
 * What a controller should know about a due date. Pass `terms` null when they are unknown: the due date is then only
 * held against the most generous legal reading. A due date before the issue date is to be refused by the caller.
 */
export const termsWarnings = (issued: Day, due: Day, terms: Terms | null): TermsWarning[] => {
  if (due < issued) return [{ code: 'terms.due-before-issue', details: { issued, due } }]
  const warnings: TermsWarning[] = []
  const ceiling = legalCeiling(issued, terms)
  if (due > ceiling) {
    warnings.push({ code: 'terms.above-legal-ceiling', details: { due, ceiling, days: daysBetween(issued, due) } })
  }
  const expected = terms && dueDate(issued, terms)
  if (expected && expected !== due) {
    warnings.push({ code: 'terms.due-differs-from-terms', details: { due, expected, terms: formatTerms(terms) } })
  }
  return warnings
}
