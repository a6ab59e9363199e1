import { z } from 'zod'
import table from '../../../../resources/rates/late-interest.json' with { type: 'json' }
import { type Day, daySchema, semesterOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

const text = z.object({ fr: z.string(), en: z.string() })
const semester = z.string().regex(/^\d{4}-S[12]$/)
const percent = z.string().regex(/^\d+\.\d\d$/)

/** How far a value is to be trusted: what was read when the table was last reviewed. */
const mark = z.enum(['confirmed', 'single-source', 'computed', 'indicative', 'general-knowledge', 'unconfirmed'])
const markOfPeriod = z.object({ from: semester, to: semester, mark, note: text })

const indemnitySchema = z.object({
  currency: currencySchema,
  legalSource: z.string(),
  mark,
  /** Fixed sum for a debt of `from` minor units or more, smallest first. */
  tiers: z.array(z.object({ from: minorSchema.min(0), amount: minorSchema.positive() })).min(1),
})

const reviewed = z.object({
  country: z.string(),
  label: text,
  legalSource: z.string(),
  checkedOn: daySchema,
  sources: z.array(z.string()).min(1),
  mark,
  /** Periods whose mark differs, or that need a word. */
  marks: z.array(markOfPeriod),
  /** Percent a year, by half-year. */
  values: z.record(semester, percent),
})

const seriesSchema = reviewed.extend({
  currency: currencySchema,
  /** What the margin is added to. */
  reference: text,
  margin: z.string(),
  /**
   * Which rate a long delay bears:
   * - `semester`: each day its own half-year's
   * - `frozen`: that of the first day late, for ever
   * - `payment`: that of the last day counted, for the whole delay
   */
  follows: z.enum(['semester', 'frozen', 'payment']),
  /** First day the series applies to. */
  from: daySchema,
  indemnity: indemnitySchema,
})

export type RateSeries = z.infer<typeof seriesSchema>

const shipped = z.object({ series: z.array(seriesSchema), legalRate: reviewed }).parse(table)
const byCountry = new Map(shipped.series.map((series) => [series.country, series]))

/** Every statutory late-payment rate series shipped with the program. */
export const rateSeriesList: readonly RateSeries[] = shipped.series

/** French legal interest rate for business creditors (taux d’intérêt légal), of which a contract rate is at least three times. */
export const legalRate = shipped.legalRate

/** The statutory late-payment rates of a country (`FR`, `DE`…, `FR-public`, `EU`); refuses others with `interest.country-unknown`. */
export const rateSeries = (country: string): RateSeries => {
  const series = byCountry.get(country)
  if (series) return series
  const known = [...byCountry.keys()]
  throw new Refusal('interest.country-unknown', `No late-payment rates for ${country}`, { country, known })
}

const missing = (what: string, country: string, semester: string) =>
  new Refusal('interest.rate-missing', `No ${what} for ${country} in ${semester}`, { country, semester })

/** The rate of a day's half-year, in percent: never that of a neighbouring one (`interest.rate-missing`). */
export const rateOn = (
  { country, from, values }: Pick<RateSeries, 'country' | 'from' | 'values'>,
  day: Day,
): string => {
  const rate = values[semesterOf(day)]
  if (rate === undefined || day < from) throw missing('late-payment rate', country, semesterOf(day))
  return rate
}

/** The least rate, in percent, a French contract may set in a half-year: three times the legal rate (C. com. L441-10 II). */
export const legalFloor = (semester: string, legalRates: Record<string, string> = legalRate.values): string => {
  const rate = legalRates[semester]
  if (rate === undefined) throw missing('legal interest rate', legalRate.country, semester)
  // Hundredths of a percent are whole numbers, so this is exact.
  const hundredths = 3 * Number(rate.replace('.', ''))
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
