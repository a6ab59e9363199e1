import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPlaces } from '../financials/fraction.rules.ts'
import { type Debt, exposuresOf } from './exposures.rules.ts'
import { gapOf, matrixOf, NOTHING_ROLLED, noSums, ratesOf, rollRates, sumsByBucket, windowOf } from './matrix.rules.ts'
import { type Bucket, buckets } from './provisions.schema.ts'

const asShown = (rates: ReturnType<typeof rollRates>) =>
  rates.map((rate) => (typeof rate === 'string' ? rate : toPlaces({ n: rate.n * 100n, d: rate.d }, 1)))
const none = [null, null, null, null, null]
const plain = { adjustment: '0', byHand: none }
const basesOf = (...bases: number[]) =>
  Object.fromEntries(buckets.map((bucket, at) => [bucket, { ...noSums(), base: bases[at] ?? 0 }])) as Record<
    Bucket,
    ReturnType<typeof noSums>
  >
const byHand = (...rates: string[]) =>
  ratesOf(
    buckets.map(() => 'no-sales' as const),
    { adjustment: '0', byHand: rates },
  )

describe('roll-rates', () => {
  const rolled = {
    ...NOTHING_ROLLED,
    invoices: 100,
    first: '2024-01-01',
    sold: 100_000,
    unpaid: [50_000, 23_000, 8_000, 2_000],
    lost: 2_000,
  }

  test('of the reference (domain 4.8, S134)', () => {
    expect(asShown(rollRates(rolled, 90))).toEqual(['2.0', '4.0', '8.7', '25.0', '100.0'])
  })

  test('what is lost later leaves a rate for what is older than ninety days', () => {
    expect(asShown(rollRates({ ...rolled, lost: 500 }, 180))).toEqual(['0.5', '1.0', '2.2', '6.3', '25.0'])
  })

  test('there is none where nothing ever came that far, and none above all', () => {
    const few = { ...rolled, unpaid: [50_000, 0, 0, 0], lost: 0 }
    expect(asShown(rollRates(few, 180))).toEqual(['0.0', '0.0', 'never-reached', 'never-reached', 'never-reached'])
    expect(asShown(rollRates({ ...rolled, unpaid: [1, 1, 1, 1], lost: 5 }, 180))).toEqual([
      '0.0',
      '100.0',
      '100.0',
      '100.0',
      '100.0',
    ])
  })

  test('are not told by too little', () => {
    const until = '2026-06-30'
    expect(gapOf(NOTHING_ROLLED, until)).toBe('no-sales')
    expect(gapOf({ ...rolled, sold: 0 }, until)).toBe('no-sales')
    expect(gapOf({ ...rolled, first: '2026-04-01' }, until)).toBe('history-too-short')
    expect(gapOf({ ...rolled, invoices: 29 }, until)).toBe('too-few-invoices')
    expect(gapOf(rolled, until)).toBeNull()
  })

  test('come from invoices that had the time to be lost', () => {
    expect(windowOf('2026-12-31', { months: 24, lostAfter: 90 })).toEqual({ from: '2024-10-02', until: '2026-10-02' })
  })

  test('are adjusted between nothing and all; what is given by hand stays as it is', () => {
    const rates = rollRates(rolled, 90)
    const shown = (adjustment: string, hand: (string | null)[] = none) =>
      ratesOf(rates, { adjustment, byHand: hand }).map(({ rate }) => rate)
    expect(shown('10')).toEqual(['2.20', '4.40', '9.57', '27.50', '100.00'])
    expect(shown('-100')).toEqual(['0.00', '0.00', '0.00', '0.00', '0.00'])
    expect(shown('500', [null, null, null, null, '60'])).toEqual(['12.00', '24.00', '52.17', '100.00', '60.00'])
    expect(ratesOf(rates, { adjustment: '10', byHand: none })[1]).toEqual({
      own: '4.00',
      rate: '4.40',
      byHand: false,
      why: null,
    })
  })
})

describe('a matrix', () => {
  test('the illustrative numbers of IFRS 9 come to 580,000', () => {
    const { lines, amount } = matrixOf(
      basesOf(15_000_000_00, 7_500_000_00, 4_000_000_00, 2_500_000_00, 1_000_000_00),
      byHand('0.3', '1.6', '3.6', '6.6', '10.6'),
    )
    expect(lines.map((line) => line.amount)).toEqual([45_000_00, 120_000_00, 144_000_00, 165_000_00, 106_000_00])
    expect(amount).toBe(580_000_00)
  })

  test('own data of the reference come to 10,120', () => {
    const { lines, amount } = matrixOf(
      basesOf(330_000_00, 80_000_00, 40_000_00, 20_000_00, 10_000_00),
      byHand('0.4', '1.5', '4', '10', '40'),
    )
    expect(lines.map((line) => line.amount)).toEqual([1_320_00, 1_200_00, 1_600_00, 2_000_00, 4_000_00])
    expect(amount).toBe(10_120_00)
  })

  test('is not told where a balance has no rate; nothing to cover needs none', () => {
    const rates = ratesOf(rollRates({ ...NOTHING_ROLLED, sold: 100, unpaid: [10, 0, 0, 0] }, 180), plain)
    expect(matrixOf(basesOf(100, 0, 0, 0, 0), rates).amount).toBe(0)
    const { lines, amount } = matrixOf(basesOf(100, 0, 50, 0, 0), rates)
    expect([amount, lines[2]?.amount, lines[2]?.why]).toEqual([null, null, 'never-reached'])
  })
})

const debt = (itemId: string, open: number, rest: Partial<Debt> = {}): Debt => ({
  itemId,
  customerId: 'C1',
  segment: '',
  due: '2026-06-30',
  account: '411000',
  open,
  invoiceTax: null,
  knownRate: null,
  abroad: false,
  cover: null,
  ...rest,
})

describe('what may be lost of a debt', () => {
  test('is its amount without VAT: 12,000 at 20 % is 10,000 (domain 4.9, S143)', () => {
    expect(exposuresOf([debt('F1', 12_000_00)], new Map(), '20').exposures).toMatchObject([
      { gross: 12_000_00, tax: 2_000_00, taxSource: 'rate', insured: 0, base: 10_000_00 },
    ])
  })

  test('the electronic invoice tells its own VAT; customers abroad were sold to without', () => {
    const { exposures } = exposuresOf(
      [
        debt('F1', 500, { invoiceTax: { gross: 1_100, tax: 100 } }),
        debt('F2', 500, { abroad: true }),
        debt('F3', 1_100, { abroad: true, invoiceTax: { gross: 1_100, tax: 100 } }),
      ],
      new Map(),
      '20',
    )
    expect(exposures.map(({ tax, taxSource }) => [tax, taxSource])).toEqual([
      [45, 'invoice'],
      [0, 'abroad'],
      [100, 'invoice'],
    ])
  })

  test('a rate told when a part was written off counts before the one given, after the electronic invoice', () => {
    const { exposures } = exposuresOf(
      [
        debt('F1', 1_055, { knownRate: '5.5' }),
        debt('F2', 1_055, { knownRate: '0' }),
        debt('F3', 1_100, { knownRate: '5.5', invoiceTax: { gross: 1_100, tax: 100 } }),
        debt('F4', 10 ** 14, {}),
      ],
      new Map(),
      '20',
    )
    expect(exposures.map(({ tax, taxSource }) => [tax, taxSource])).toEqual([
      [55, 'writeoff'],
      [0, 'writeoff'],
      [100, 'invoice'],
      [16_666_666_666_667, 'rate'],
    ])
  })

  test('credits of the same customer pay its oldest debts; what is left pays nobody else’s', () => {
    const { exposures, creditsLeft } = exposuresOf(
      [
        debt('F2', 100, { due: '2026-07-31' }),
        debt('F1', 100),
        debt('G1', 70, { customerId: 'C2', due: '2026-01-31' }),
      ],
      new Map([
        ['C1', 130],
        ['C2', 80],
        ['C3', 5],
      ]),
      '0',
    )
    expect(exposures.map(({ itemId, credits, base }) => [itemId, credits, base])).toEqual([
      ['G1', 70, 0],
      ['F1', 100, 0],
      ['F2', 30, 70],
    ])
    expect(creditsLeft).toBe(15)
  })

  test('the insurer bears its share without VAT, up to the ceiling of the cover', () => {
    const cover = { id: 'L1', share: '90', most: 1_800 }
    const { exposures } = exposuresOf(
      [debt('F1', 1_200, { cover }), debt('F2', 1_200, { cover, due: '2026-07-31' })],
      new Map(),
      '20',
    )
    expect(exposures.map(({ tax, insured, base }) => [tax, insured, base])).toEqual([
      [200, 900, 100],
      [200, 450, 550],
    ])
  })

  test('whatever the debts, all parts add up and none is below zero', () => {
    const any = fc.record({
      open: fc.integer({ min: 1, max: 10 ** 14 }),
      customer: fc.integer({ min: 1, max: 3 }),
      abroad: fc.boolean(),
      day: fc.integer({ min: 1, max: 28 }),
      tax: fc.option(fc.integer({ min: 0, max: 40 })),
      share: fc.option(fc.integer({ min: 0, max: 100 })),
      most: fc.integer({ min: 0, max: 10 ** 12 }),
    })
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 10 ** 13 }), { minLength: 3, maxLength: 3 }),
        (facts, held) => {
          const debts = facts.map((one, at) =>
            debt(`F${at}`, one.open, {
              customerId: `C${one.customer}`,
              abroad: one.abroad,
              due: `2026-06-${String(one.day).padStart(2, '0')}`,
              invoiceTax: one.tax === null ? null : { gross: 100 + one.tax, tax: one.tax },
              cover: one.share === null ? null : { id: `L${one.customer}`, share: String(one.share), most: one.most },
            }),
          )
          const credits = new Map(held.map((amount, at) => [`C${at + 1}`, amount]))
          const { exposures, creditsLeft } = exposuresOf(debts, credits, '20')
          for (const { gross, credits: taken, tax, insured, base } of exposures) {
            expect(gross - taken - tax - insured).toBe(base)
            for (const part of [taken, tax, insured, base]) expect(part).toBeGreaterThanOrEqual(0)
          }
          const all = (of: 'gross' | 'credits' | 'base') => exposures.reduce((sum, one) => sum + one[of], 0)
          expect(all('credits') + creditsLeft).toBe(held.reduce((sum, amount) => sum + amount, 0))
          const sums = sumsByBucket(exposures, new Set(['F0', 'F3']), '2026-07-20')
          expect(buckets.reduce((sum, bucket) => sum + sums[bucket].gross, 0)).toBe(all('gross'))
          for (const bucket of buckets) {
            const { gross, cases, credits: taken, tax, insured, base } = sums[bucket]
            expect(gross - cases - taken - tax - insured).toBe(base)
          }
        },
      ),
    )
  })
})
