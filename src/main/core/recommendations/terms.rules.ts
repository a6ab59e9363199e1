import { addDays, type Day } from '../kernel/day.ts'
import { dueDate, formatTerms, parseTerms, type TermsWarning, termsWarnings } from '../receivables/terms.rules.ts'
import type { Recommendation } from './recommendations.contract.ts'

type Told = Recommendation['terms']['because']

/** Half a month: what an end of month adds on average over a month of invoices. */
const MONTH_END_DAYS = 15
const LONGEST_MONTH = 31

/** Days that terms grant on average over a month of invoices. */
export const averageDays = (terms: string): number => {
  const { days, monthEnd, extraDays } = parseTerms(terms)
  return days + extraDays + (monthEnd === null ? 0 : MONTH_END_DAYS)
}

/** Whether terms exceed the legal ceiling (C. com. L441-10 I) for an invoice of some day of the month that begins on a day. */
export const ceilingWarning = (terms: string, from: Day): TermsWarning | null => {
  const read = parseTerms(terms)
  for (let day = 0; day < LONGEST_MONTH; day += 1) {
    const issued = addDays(from, day)
    const above = termsWarnings(issued, dueDate(issued, read), read).find(
      ({ code }) => code === 'terms.above-legal-ceiling',
    )
    if (above) return above
  }
  return null
}

type Choice = {
  /** What the policy grants the customer's segment. */
  segment: string | null
  customer: string | null
  company: string
  lowestClass: boolean
  amount: number | null
}

/**
 * Terms recommended: cash for the class of the highest risk and for a limit of nothing, else those of the segment, the
 * customer's or the company's.
 */
export const recommendedTerms = ({ segment, customer, company, lowestClass, amount }: Choice): [string, Told] => {
  if (lowestClass) return ['0', 'class']
  if (amount === 0) return ['0', 'cash-only']
  if (segment !== null) return [formatTerms(parseTerms(segment)), 'segment']
  return customer !== null ? [customer, 'customer'] : [company, 'company']
}
