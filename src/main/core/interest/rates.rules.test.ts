import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { semesterOf } from '../kernel/day.ts'
import { legalFloor, legalRate, rateOn, rateSeries, rateSeriesList } from './rates.rules.ts'

const hundredths = (percent: string) => {
  const [whole = '', fraction = ''] = percent.replace('-', '').split('.')
  return (percent.startsWith('-') ? -1 : 1) * Number(whole + fraction.padEnd(2, '0').slice(0, 2))
}
const firstDay = (semester: string) => `${semester.slice(0, 4)}-${semester.endsWith('S1') ? '01' : '07'}-01`
const next = (semester: string) => {
  const year = Number(semester.slice(0, 4))
  return semester.endsWith('S1') ? `${year}-S2` : `${year + 1}-S1`
}
const semesters = (values: Record<string, string>) => Object.keys(values).sort()

describe('the shipped table', () => {
  it('knows the countries of the first releases', () => {
    expect(rateSeriesList.map(({ country }) => country).sort()).toEqual(
      ['BE', 'DE', 'ES', 'EU', 'FR', 'FR-public', 'GB', 'IE', 'IT', 'LU', 'NL'].sort(),
    )
  })

  it.each([...rateSeriesList, legalRate])(
    '$country ($legalSource) has every half-year up to 2026-S2, and no later one',
    ({ values }) => {
      const listed = semesters(values)
      listed.slice(1).forEach((semester, i) => {
        expect(semester).toBe(next(listed[i] ?? ''))
      })
      expect(listed.at(-1)).toBe('2026-S2')
    },
  )

  it.each(rateSeriesList)('$country starts with the half-year of its first day', ({ from, values }) => {
    expect(semesters(values)[0]).toBe(semesterOf(from))
  })

  it.each([...rateSeriesList, legalRate])(
    '$country ($legalSource): every mark is about half-years of the series',
    ({ marks, values }) => {
      for (const { from, to } of marks) {
        expect(from <= to).toBe(true)
        expect(values[from]).toBeDefined()
        expect(values[to]).toBeDefined()
      }
    },
  )

  it('names what moves and what is fixed at the start', () => {
    const follows = (country: string) => rateSeries(country).follows
    expect(['FR', 'DE', 'BE', 'FR-public', 'GB', 'IE'].map(follows)).toEqual([
      'semester',
      'semester',
      'semester',
      'frozen',
      'frozen',
      'payment',
    ])
  })

  it('a country without a table, a half-year without a value', () => {
    expect(() => rateSeries('US')).toThrow(expect.objectContaining({ code: 'interest.country-unknown' }))
    expect(rateOn(rateSeries('FR'), '2026-12-31')).toBe('12.40')
    expect(() => rateOn(rateSeries('FR'), '2027-01-01')).toThrow(
      expect.objectContaining({ code: 'interest.rate-missing', details: { country: 'FR', semester: '2027-S1' } }),
    )
  })

  it('domain 1.11: published floors are three times the legal rate', () => {
    expect(['2025-S1', '2025-S2', '2026-S1', '2026-S2', '2014-S2'].map((semester) => legalFloor(semester))).toEqual([
      '11.13',
      '8.28',
      '7.86',
      '8.25',
      '0.12',
    ])
  })

  it('domain 1.11: Belgium is the European minimum rounded up to the half point', () => {
    for (const [semester, value] of Object.entries(rateSeries('BE').values)) {
      expect(hundredths(value)).toBe(Math.ceil(hundredths(rateSeries('EU').values[semester] ?? '') / 50) * 50)
    }
  })
})

const folder = '../shared/data/rates'
const absent = !existsSync(folder)

describe.skipIf(absent)(
  `the table against rates gathered elsewhere${absent ? ' (skipped: no ../shared/data/rates)' : ''}`,
  () => {
    const read = (file: string): Record<string, string>[] =>
      absent
        ? []
        : parse(readFileSync(`${folder}/${file}`, 'utf8'), {
            columns: true,
            relax_column_count: true,
            relax_quotes: true,
            bom: true,
          })

    /** The value in force on a day: rows may stand in any order. */
    const inForce = (file: string, dayColumn: string, column: string) => {
      const rows = read(file).sort((a, b) => ((a[dayColumn] ?? '') < (b[dayColumn] ?? '') ? -1 : 1))
      return (day: string) => rows.findLast((row) => (row[dayColumn] ?? '') <= day)?.[column] ?? ''
    }

    const ecb = inForce('ecb_key_rates_1999-2026.csv', 'effective_date', 'mro_percent')
    const boe = inForce('uk_boe_bank_rate_2006-2026.csv', 'effective_date', 'bank_rate_percent')
    const basis = inForce('de_basiszinssatz.csv', 'valid_from', 'basiszinssatz_percent')

    it.each(['FR', 'FR-public', 'NL', 'LU', 'IT', 'ES', 'IE', 'EU'])(
      '%s is the ECB rate of the first day plus its margin',
      (country) => {
        const { values, margin } = rateSeries(country)
        for (const [semester, value] of Object.entries(values)) {
          expect([semester, hundredths(value)]).toEqual([
            semester,
            hundredths(ecb(firstDay(semester))) + hundredths(margin),
          ])
        }
      },
    )

    it('Germany is the base rate plus 8 points, 9 from 2014-S2', () => {
      for (const [semester, value] of Object.entries(rateSeries('DE').values)) {
        const margin = semester < '2014-S2' ? 800 : 900
        expect([semester, hundredths(value)]).toEqual([semester, hundredths(basis(firstDay(semester))) + margin])
      }
    })

    it('the United Kingdom is the Bank of England rate of the day before the half-year plus 8 points', () => {
      for (const [semester, value] of Object.entries(rateSeries('GB').values)) {
        const eve = semester.endsWith('S1')
          ? `${Number(semester.slice(0, 4)) - 1}-12-31`
          : `${semester.slice(0, 4)}-06-30`
        expect([semester, hundredths(value)]).toEqual([semester, hundredths(boe(eve)) + 800])
      }
    })

    it('the French legal rate, by year until 2014 and by half-year since', () => {
      const rows = new Map(read('fr_taux_interet_legal.csv').map((row) => [row.period, row.professionnels_percent]))
      for (const [semester, value] of Object.entries(legalRate.values)) {
        expect([semester, value]).toEqual([semester, rows.get(semester) ?? rows.get(semester.slice(0, 4))])
      }
    })

    it('France, the directive and the floor by half-year since 2013', () => {
      const rows = read('eu_late_payment_semesters.csv')
      expect(rows.length).toBeGreaterThan(20)
      for (const row of rows) {
        const semester = row.semester ?? ''
        expect(rateSeries('FR').values[semester]).toBe(row['fr_l441_10_default(+10)'])
        expect(rateSeries('EU').values[semester]).toBe(row['directive_minimum(+8)'])
        expect(legalFloor(semester)).toBe(row.fr_floor_3x_legal_pro)
      }
    })
  },
)
