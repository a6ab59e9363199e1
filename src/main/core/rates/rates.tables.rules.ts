import { legalRate, type RateSeries, rateSeriesList } from '../interest/rates.rules.ts'
import { type Day, semesterOf } from '../kernel/day.ts'
import type { RatesSeries, RateValue } from './rates.contract.ts'

/** Key of the French legal rate, three times which a contract may not go below (C. com. L441-10 II). */
export const LEGAL = 'FR-legal'

/** The half-year after one: `2026-S2` gives `2027-S1`. */
export const nextSemester = (semester: string): string => {
  const year = Number(semester.slice(0, 4))
  return semester.endsWith('S1') ? `${year}-S2` : `${year + 1}-S1`
}

const semestersBetween = (from: string, to: string): string[] => {
  const found: string[] = []
  for (let one = from; one <= to; one = nextSemester(one)) found.push(one)
  return found
}

type Shipped = typeof legalRate & { currency: string; follows: RateSeries['follows']; from: Day } & Pick<
    RateSeries,
    'reference' | 'margin'
  >

const legal: Shipped = {
  ...legalRate,
  currency: 'EUR',
  follows: 'semester',
  from: '2009-01-01',
  reference: { fr: '', en: '' },
  margin: '',
}

/** A value as the user told it; the last one of a half-year counts. */
export type AddedValue = {
  series: string
  semester: string
  rate: string
  source: string
  reviewed_on: Day
  by: string
}

/** A series of the user's own. */
export type OwnSeries = {
  key: string
  label: string
  currency: string
  margin: string
  follows: RateSeries['follows']
  from_day: Day
  source: string
  indemnity: number
  created_at: string
  retired_on: Day | null
}

const shippedValues = ({ values, marks, mark, sources, checkedOn }: Shipped | RateSeries): RateValue[] =>
  Object.entries(values).map(([semester, rate]) => {
    const said = marks.find(({ from, to }) => from <= semester && semester <= to)
    return {
      semester,
      rate,
      mark: said?.mark ?? mark,
      note: said?.note ?? null,
      source: sources.join('\n'),
      reviewedOn: checkedOn,
      by: null,
      replaces: null,
    }
  })

/** The values of a series, the last one told of each half-year, newest first. */
const valuesOf = (shipped: readonly RateValue[], added: readonly AddedValue[]): RateValue[] => {
  const bySemester = new Map(shipped.map((value) => [value.semester, value]))
  for (const { semester, rate, source, reviewed_on, by } of added)
    bySemester.set(semester, {
      semester,
      rate,
      mark: 'own',
      note: null,
      source,
      reviewedOn: reviewed_on,
      by,
      replaces: bySemester.get(semester)?.rate ?? null,
    })
  return [...bySemester.values()].sort((a, b) => (a.semester < b.semester ? 1 : -1))
}

const gaps = (from: Day, values: readonly RateValue[], today: Day) => {
  const known = new Set(values.map(({ semester }) => semester))
  const current = semesterOf(today)
  const next = nextSemester(current)
  return {
    missing: semestersBetween(semesterOf(from), current).filter((semester) => !known.has(semester)),
    next: known.has(next) ? null : next,
  }
}

export type RateBook = {
  series: readonly OwnSeries[]
  values: readonly AddedValue[]
  customers: ReadonlyMap<string, number>
}

/** Every series with its values: those shipped first, then the legal rate, then the user's own. */
export const tablesOf = ({ series, values, customers }: RateBook, today: Day): RatesSeries[] => {
  const added = Map.groupBy(values, (value) => value.series)
  const shipped = [...rateSeriesList.map((one) => [one.country, one] as const), [LEGAL, legal] as const].map(
    ([key, one]): RatesSeries => {
      const all = valuesOf(shippedValues(one), added.get(key) ?? [])
      return {
        key,
        label: one.label,
        own: false,
        regime: key !== LEGAL,
        currency: one.currency,
        margin: one.margin,
        reference: one.reference,
        follows: one.follows,
        from: one.from,
        source: one.legalSource,
        sources: one.sources,
        reviewedOn: one.checkedOn,
        indemnity: 'indemnity' in one ? (one as RateSeries).indemnity.tiers : [],
        retiredOn: null,
        customers: customers.get(key) ?? 0,
        values: all,
        ...gaps(one.from, all, today),
      }
    },
  )
  const own = series.map((one): RatesSeries => {
    const all = valuesOf([], added.get(one.key) ?? [])
    return {
      key: one.key,
      label: { fr: one.label, en: one.label },
      own: true,
      regime: true,
      currency: one.currency,
      margin: one.margin,
      reference: { fr: '', en: '' },
      follows: one.follows,
      from: one.from_day,
      source: one.source,
      sources: [one.source],
      reviewedOn:
        all
          .map(({ reviewedOn }) => reviewedOn)
          .sort()
          .at(-1) ?? one.created_at.slice(0, 10),
      indemnity: one.indemnity > 0 ? [{ from: 0, amount: one.indemnity }] : [],
      retiredOn: one.retired_on,
      customers: customers.get(one.key) ?? 0,
      values: all,
      ...gaps(one.from_day, all, today),
    }
  })
  return [...shipped, ...own]
}

const valuesBySemester = (table: RatesSeries): Record<string, string> =>
  Object.fromEntries(table.values.map(({ semester, rate }) => [semester, rate]))

/** The series as interest is worked out with them, by key: what the user added counts before what is shipped. */
export const seriesOf = (tables: readonly RatesSeries[]): Map<string, RateSeries> => {
  const shipped = new Map(rateSeriesList.map((one) => [one.country, one]))
  return new Map(
    tables
      .filter(({ regime }) => regime)
      .map((table): [string, RateSeries] => {
        const values = valuesBySemester(table)
        const base = shipped.get(table.key)
        if (base) return [table.key, { ...base, values }]
        const { key, label, source, sources, reviewedOn, currency, reference, margin, follows, from, indemnity } = table
        return [
          key,
          {
            country: key,
            label,
            legalSource: source,
            checkedOn: reviewedOn,
            sources,
            mark: 'unconfirmed',
            marks: [],
            values,
            currency,
            reference,
            margin,
            follows,
            from,
            indemnity: { currency, legalSource: source, mark: 'unconfirmed', tiers: indemnity },
          },
        ]
      }),
  )
}

/** French legal rates by half-year, for the floor of contracts. */
export const legalRatesOf = (tables: readonly RatesSeries[]): Record<string, string> =>
  valuesBySemester(tables.find(({ key }) => key === LEGAL) as RatesSeries)
