import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, endOfMonth } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { dueDate, formatTerms, parseTerms, type Terms, termsWarnings } from './terms.rules.ts'

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))
const anyTerms: fc.Arbitrary<Terms> = fc.oneof(
  fc.record({ days: fc.integer({ min: 0, max: 999 }), monthEnd: fc.constant(null), extraDays: fc.constant(0) }),
  fc.record({
    days: fc.integer({ min: 0, max: 999 }),
    monthEnd: fc.constantFrom('a' as const, 'b' as const),
    extraDays: fc.integer({ min: 0, max: 31 }),
  }),
)
const due = (issued: string, terms: string) => dueDate(issued, parseTerms(terms))
const codes = (issued: string, terms: string) =>
  termsWarnings(issued, due(issued, terms), parseTerms(terms)).map((warning) => warning.code)

describe('terms as text', () => {
  it.each([
    ['30', { days: 30, monthEnd: null, extraDays: 0 }],
    ['0', { days: 0, monthEnd: null, extraDays: 0 }],
    ['45eom-a', { days: 45, monthEnd: 'a', extraDays: 0 }],
    ['45eom-b', { days: 45, monthEnd: 'b', extraDays: 0 }],
    ['45eom', { days: 45, monthEnd: 'a', extraDays: 0 }],
    ['30eom+10', { days: 30, monthEnd: 'a', extraDays: 10 }],
    ['30eom-b+10', { days: 30, monthEnd: 'b', extraDays: 10 }],
    ['  45 EOM - A ', { days: 45, monthEnd: 'a', extraDays: 0 }],
    ['30 EOM + 10', { days: 30, monthEnd: 'a', extraDays: 10 }],
    ['60\u00a0eomB', { days: 60, monthEnd: 'b', extraDays: 0 }],
  ])('reads "%s"', (text, terms) => expect(parseTerms(text)).toEqual(terms))

  it.each(['', 'eom', '-30', '30.5', '30+10', '45eom-c', '45eom-', '30eom+', '30eom+32', '1000', 'thirty', '30;drop'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseTerms(text)).toThrow(expect.objectContaining({ code: 'terms.unreadable', details: { text } }))
      expect(() => parseTerms(text)).toThrow(Refusal)
    },
  )

  it('writes every term in one spelling that reads back the same', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        expect(parseTerms(formatTerms(terms))).toEqual(terms)
      }),
    )
    expect(
      ['30', '45 EOM', '45eom b', '30 eom-a +10', '30eom-b+10'].map((text) => formatTerms(parseTerms(text))),
    ).toEqual(['30', '45eom-a', '45eom-b', '30eom+10', '30eom-b+10'])
  })
})

describe('due date', () => {
  it.each([
    ['2026-01-02', '2026-02-28', '2026-03-17', '2026-03-03'],
    ['2026-03-10', '2026-04-30', '2026-05-15', '2026-05-09'],
    ['2026-10-05', '2026-11-30', '2026-12-15', '2026-12-04'],
    ['2026-10-22', '2026-12-31', '2026-12-15', '2026-12-21'],
    ['2026-01-31', '2026-03-31', '2026-03-17', '2026-04-01'],
    ['2028-01-15', '2028-02-29', '2028-03-16', '2028-03-15'],
  ])('domain 1.2: invoice of %s, 45 end of month A %s, B %s, 60 net %s', (issued, a, b, net) => {
    expect([due(issued, '45eom-a'), due(issued, '45eom-b'), due(issued, '60')]).toEqual([a, b, net])
  })

  it('domain 1.2: 30 end of month differs by its reading too', () => {
    expect([due('2026-01-31', '30eom-a'), due('2026-01-31', '30eom-b')]).toEqual(['2026-03-31', '2026-03-02'])
  })

  it('30 days end of month the 10th', () => {
    expect(due('2026-01-15', '30eom+10')).toBe('2026-03-10')
    expect(due('2026-01-31', '30eom+10')).toBe('2026-04-10')
  })

  it('extra days after reading B are days added to its date', () => {
    expect(due('2026-01-15', '30eom-b+10')).toBe(due('2026-01-15', '40eom-b'))
  })

  it('S5: 30 days net', () => {
    expect([due('2016-01-22', '30'), due('2017-01-22', '30')]).toEqual(['2016-02-21', '2017-02-21'])
  })

  it('S7, S8: no days is the day of the invoice', () => expect(due('2021-04-08', '0')).toBe('2021-04-08'))

  it('never falls before the invoice', () => {
    fc.assert(fc.property(anyDay, anyTerms, (day, terms) => dueDate(day, terms) >= day))
  })

  it('reading A ends a month, and both readings of 45 fall 45 to 75 days after the invoice', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [a, b] = [due(day, '45eom-a'), due(day, '45eom-b')]
        expect(endOfMonth(a)).toBe(a)
        for (const date of [a, b]) {
          expect(daysBetween(day, date)).toBeGreaterThanOrEqual(45)
          expect(daysBetween(day, date)).toBeLessThanOrEqual(75)
        }
      }),
    )
  })

  it('a later invoice never falls due earlier', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat(400),
        anyTerms,
        (day, later, terms) => dueDate(addDays(day, later), terms) >= dueDate(day, terms),
      ),
    )
  })
})

describe('warnings', () => {
  it('lawful terms never warn', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom('0', '30', '60', '45eom-a', '45eom-b', '30eom-a', '30eom-b'),
        (day, terms) => {
          expect(codes(day, terms)).toEqual([])
        },
      ),
    )
  })

  it('net terms beyond 60 days always warn, however the months fall', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 61, max: 999 }), (day, days) => {
        expect(codes(day, String(days))).toEqual(['terms.above-legal-ceiling'])
      }),
    )
  })

  it('60 days end of month is above both readings of 45', () => {
    expect(termsWarnings('2026-01-02', due('2026-01-02', '60eom-a'), parseTerms('60eom-a'))).toEqual([
      { code: 'terms.above-legal-ceiling', details: { due: '2026-03-31', ceiling: '2026-03-17', days: 88 } },
    ])
    expect(codes('2026-01-02', '60eom-b')).toEqual(['terms.above-legal-ceiling'])
  })

  it('with unknown terms the most generous reading decides', () => {
    expect(termsWarnings('2026-10-22', '2026-12-31', null)).toEqual([])
    expect(termsWarnings('2026-10-22', '2027-01-01', null).map((warning) => warning.code)).toEqual([
      'terms.above-legal-ceiling',
    ])
  })

  it('a due date before the invoice is named, alone', () => {
    expect(termsWarnings('2026-10-22', '2026-10-21', parseTerms('30'))).toEqual([
      { code: 'terms.due-before-issue', details: { issued: '2026-10-22', due: '2026-10-21' } },
    ])
  })

  it('a printed due date that is not the one of the terms is named', () => {
    expect(termsWarnings('2026-10-22', '2026-11-30', parseTerms('30'))).toEqual([
      { code: 'terms.due-differs-from-terms', details: { due: '2026-11-30', expected: '2026-11-21', terms: '30' } },
    ])
  })
})
