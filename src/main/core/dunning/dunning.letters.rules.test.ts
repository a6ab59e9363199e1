import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLevel } from '../../../../test/support/dunning.states.ts'
import { addDays } from '../kernel/day.ts'
import { type AvailableCredit, proposeLetters } from './dunning.letters.rules.ts'
import type { ItemState, PlanRules } from './dunning.rules.ts'

const plan: PlanRules = {
  id: 'p1',
  grouping: 'customer',
  workingDays: 'none',
  listsYounger: false,
  levels: [aLevel(1, 5), aLevel(2, 20), aLevel(3, 40)],
  itemMinimum: 0,
  letterMinimums: { EUR: 0, USD: 0 },
}
const asOf = '2026-06-30'

const item = (itemId: string, daysLate: number, open: number, rest: Partial<ItemState> = {}): ItemState => ({
  itemId,
  customerId: 'c1',
  currency: 'EUR',
  number: itemId.toUpperCase(),
  due: addDays(asOf, -daysLate),
  open,
  daysLate,
  lastLevel: null,
  lastLetterOn: null,
  lastLetterSent: false,
  lastWasNotice: false,
  lastDeadline: null,
  hold: null,
  disputed: 0,
  plan: null,
  promise: null,
  underWay: null,
  outOfHand: null,
  ...rest,
})
const sentTo = (position: number): Partial<ItemState> => ({
  lastLevel: position,
  lastLetterOn: addDays(asOf, -10),
  lastLetterSent: true,
})
const propose = (
  items: ItemState[],
  {
    credits = [],
    excluded = [],
    rules = {},
    catchUp = false,
  }: { credits?: AvailableCredit[]; excluded?: string[]; rules?: Partial<PlanRules>; catchUp?: boolean } = {},
) => {
  const used = { ...plan, ...rules }
  return proposeLetters({ items, credits, excludedCustomers: new Set(excluded), planOf: () => used, asOf, catchUp })
}
const credit = (amount: number, currency = 'EUR', customerId = 'c1') => ({ customerId, currency, amount })
const lettersOf = (result: ReturnType<typeof propose>) =>
  result.letters.map(({ customerId, currency, level, items }) => [
    customerId,
    currency,
    level.position,
    items.map(({ item }) => item.itemId),
  ])
const reasonsOf = (result: ReturnType<typeof propose>) => result.skipped.map(({ itemId, reason }) => [itemId, reason])

describe('letters', () => {
  it('D54: two invoices of 100 and 300 stand on one letter', () => {
    const result = propose([item('a', 6, 10_000), item('b', 6, 30_000)])
    expect(lettersOf(result)).toEqual([['c1', 'EUR', 1, ['a', 'b']]])
    expect(result.letters[0]).toMatchObject({ principal: 40_000, credits: 0 })
    expect(result.skipped).toEqual([])
  })

  it('one letter a customer and currency, in the order of the items', () => {
    const result = propose([
      item('a', 6, 100, { customerId: 'c2' }),
      item('b', 6, 100, { customerId: 'c1' }),
      item('c', 6, 100, { customerId: 'c2', currency: 'USD' }),
      item('d', 6, 100, { customerId: 'c2' }),
    ])
    expect(lettersOf(result)).toEqual([
      ['c2', 'EUR', 1, ['a', 'd']],
      ['c1', 'EUR', 1, ['b']],
      ['c2', 'USD', 1, ['c']],
    ])
  })

  it('domain 2.1: the letter has the highest level of its items, each item keeps its own', () => {
    const result = propose([item('new', 6, 100), item('old', 45, 100, sentTo(2))])
    expect(lettersOf(result)).toEqual([['c1', 'EUR', 3, ['new', 'old']]])
    expect(result.letters[0]?.items.map(({ level }) => level)).toEqual([1, 3])
  })

  it('D35: a partly paid invoice is dunned for what is left', () => {
    expect(propose([item('a', 6, 2500)]).letters[0]).toMatchObject({ principal: 2500 })
  })

  it('what is not overdue is in no letter and needs no reason', () => {
    expect(propose([item('today', 0, 100), item('later', -5, 100)])).toEqual({ letters: [], skipped: [] })
  })

  it('items that have no step are left out with their reason and their day', () => {
    const result = propose([
      item('soon', 3, 100),
      item('held', 50, 100, { hold: { reason: 'dispute', until: '2026-07-03' } }),
      item('done', 50, 100, sentTo(3)),
      item('due', 50, 100),
    ])
    expect(lettersOf(result)).toEqual([['c1', 'EUR', 1, ['due']]])
    expect(result.skipped).toEqual([
      {
        itemId: 'soon',
        customerId: 'c1',
        number: 'SOON',
        daysLate: 3,
        reason: 'level-not-reached',
        until: '2026-07-02',
      },
      { itemId: 'held', customerId: 'c1', number: 'HELD', daysLate: 50, reason: 'on-hold', until: '2026-07-04' },
      { itemId: 'done', customerId: 'c1', number: 'DONE', daysLate: 50, reason: 'ladder-finished', until: null },
    ])
  })

  it('D31: catching up for the whole run', () => {
    expect(lettersOf(propose([item('a', 50, 100)], { catchUp: true }))).toEqual([['c1', 'EUR', 3, ['a']]])
  })
})

describe('letters that do not go', () => {
  it('D59: a receipt of 50 is deducted from 100, one of 100 covers it', () => {
    const due = [item('a', 5, 10_000)]
    expect(propose(due, { credits: [credit(5000)] }).letters).toMatchObject([{ principal: 10_000, credits: 5000 }])
    expect(reasonsOf(propose(due, { credits: [credit(10_000)] }))).toEqual([['a', 'covered-by-credits']])
    expect(reasonsOf(propose(due, { credits: [credit(4000), credit(6000)] }))).toEqual([['a', 'covered-by-credits']])
  })

  it('credits cover when they reach all that is overdue, in that currency and of that customer', () => {
    const due = [item('a', 6, 10_000), item('soon', 2, 5000)]
    expect(reasonsOf(propose(due, { credits: [credit(15_000)] }))).toEqual([
      ['a', 'covered-by-credits'],
      ['soon', 'covered-by-credits'],
    ])
    for (const credits of [[credit(15_000, 'USD')], [credit(15_000, 'EUR', 'c2')]]) {
      expect(propose(due, { credits }).letters).toMatchObject([{ principal: 10_000, credits: 0 }])
    }
  })

  it('credits that reach the items of the letter alone leave nothing to ask for', () => {
    const due = [item('a', 6, 10_000), item('soon', 2, 5000)]
    expect(reasonsOf(propose(due, { credits: [credit(10_000)] }))).toEqual([
      ['soon', 'level-not-reached'],
      ['a', 'below-minimum'],
    ])
  })

  it('D43: no threshold for the currency, no letter in it', () => {
    const result = propose([item('usd', 6, 10_000, { currency: 'USD' }), item('eur', 6, 10_000)], {
      rules: { letterMinimums: { EUR: 500 } },
    })
    expect(lettersOf(result)).toEqual([['c1', 'EUR', 1, ['eur']]])
    expect(reasonsOf(result)).toEqual([['usd', 'no-threshold-for-currency']])
  })

  it('D51: a letter equal to the minimum goes, one cent less does not', () => {
    const rules = { letterMinimums: { EUR: 10_000 } }
    expect(propose([item('a', 6, 4000), item('b', 6, 6000)], { rules }).letters).toHaveLength(1)
    expect(reasonsOf(propose([item('a', 6, 4000), item('b', 6, 5999)], { rules }))).toEqual([
      ['a', 'below-minimum'],
      ['b', 'below-minimum'],
    ])
    expect(reasonsOf(propose([item('a', 6, 12_000)], { rules, credits: [credit(2001)] }))).toEqual([
      ['a', 'below-minimum'],
    ])
  })

  it('D47: a customer flagged excluded gets none', () => {
    const result = propose([item('a', 6, 100), item('soon', 2, 100), item('b', 6, 100, { customerId: 'c2' })], {
      excluded: ['c1'],
    })
    expect(lettersOf(result)).toEqual([['c2', 'EUR', 1, ['b']]])
    expect(reasonsOf(result)).toEqual([
      ['a', 'customer-excluded'],
      ['soon', 'customer-excluded'],
    ])
  })

  it('D19: what is disputed is not claimed; contested whole, an item waits for someone', () => {
    const result = propose([item('a', 6, 10_000, { disputed: 4000 }), item('b', 6, 5000, { disputed: 5000 })])
    expect(result.letters.map(({ principal, items }) => [principal, items.map((one) => one.item.itemId)])).toEqual([
      [6000, ['a']],
    ])
    expect(result.skipped.map(({ itemId, reason, until }) => [itemId, reason, until])).toEqual([
      ['b', 'disputed', null],
    ])
  })

  it('credits are held against what is claimed', () => {
    const contested = item('a', 6, 10_000, { disputed: 4000 })
    expect(propose([contested], { credits: [credit(5999)] }).letters).toMatchObject([
      { principal: 6000, credits: 5999 },
    ])
    expect(reasonsOf(propose([contested], { credits: [credit(6000)] }))).toEqual([['a', 'covered-by-credits']])
    // Nothing is claimed, so that nothing is covered.
    const whole = item('b', 6, 10_000, { disputed: 10_000 })
    expect(reasonsOf(propose([whole], { credits: [credit(20_000)] }))).toEqual([['b', 'disputed']])
  })

  it('an instalment plan waits until it is broken; a hold or a dispute says so first', () => {
    const plan = { brokenOn: '2026-07-16' }
    const hold = { reason: 'promise', until: '2026-07-05' }
    const { skipped } = propose([
      item('a', 6, 100, { plan }),
      item('b', 6, 100, { plan, disputed: 100 }),
      item('c', 6, 100, { plan, disputed: 100, hold }),
      item('d', 6, 100, { plan: { brokenOn: null } }),
    ])
    expect(skipped.map(({ itemId, reason, until }) => [itemId, reason, until])).toEqual([
      ['a', 'instalment-plan', '2026-07-16'],
      ['b', 'disputed', null],
      ['c', 'on-hold', '2026-07-06'],
      ['d', 'instalment-plan', null],
    ])
  })

  it('what is promised waits whole until the day after the promise may be kept; whatever else holds it back says so first', () => {
    const promise = { until: asOf }
    const { letters, skipped } = propose([
      item('a', 6, 100, { promise }),
      item('b', 6, 100, { promise: { until: '2026-06-29' } }),
      item('c', 6, 100, { promise, plan: { brokenOn: '2026-07-16' } }),
      item('d', 6, 100, { promise, disputed: 40 }),
    ])
    expect(letters.flatMap(({ items }) => items.map(({ item }) => item.itemId))).toEqual(['b'])
    expect(skipped.map(({ itemId, reason, until }) => [itemId, reason, until])).toEqual([
      ['a', 'promised', '2026-07-01'],
      ['c', 'instalment-plan', '2026-07-16'],
      ['d', 'promised', '2026-07-01'],
    ])
  })
})

describe('any book', () => {
  const anyItem = fc.record({
    customer: fc.nat(3),
    currency: fc.constantFrom('EUR', 'USD', 'CHF'),
    daysLate: fc.integer({ min: -20, max: 90 }),
    open: fc.integer({ min: 1, max: 20_000 }),
    lastLevel: fc.option(fc.integer({ min: 1, max: 3 })),
    lastLetterSent: fc.boolean(),
    held: fc.boolean(),
    /** Percent of what is open. */
    disputed: fc.constantFrom(0, 0, 30, 100),
    planned: fc.boolean(),
  })
  const anyBook = fc.record({
    items: fc.array(anyItem, { maxLength: 40 }).map((rows) =>
      rows.map(({ customer, currency, daysLate, open, lastLevel, lastLetterSent, held, disputed, planned }, i) =>
        item(`i${i}`, daysLate, open, {
          customerId: `c${customer}`,
          currency,
          ...(lastLevel === null ? {} : sentTo(lastLevel)),
          lastLetterSent,
          hold: held ? { reason: 'promise', until: null } : null,
          disputed: Math.floor((open * disputed) / 100),
          plan: planned ? { brokenOn: '2026-08-01' } : null,
        }),
      ),
    ),
    credits: fc.array(
      fc.record({
        customerId: fc.nat(3).map((n) => `c${n}`),
        currency: fc.constantFrom('EUR', 'USD', 'CHF'),
        amount: fc.integer({ min: 1, max: 30_000 }),
      }),
      { maxLength: 6 },
    ),
    excluded: fc.subarray(['c0', 'c1']),
    catchUp: fc.boolean(),
  })
  const rules = { itemMinimum: 200, letterMinimums: { EUR: 1000, USD: 0 } }

  it('every overdue item is in a letter or skipped, exactly once, and no other item is', () => {
    fc.assert(
      fc.property(anyBook, ({ items, ...rest }) => {
        const { letters, skipped } = propose(items, { ...rest, rules })
        const seen = [...letters.flatMap((letter) => letter.items.map(({ item }) => item)), ...skipped].map(
          ({ itemId }) => itemId,
        )
        const overdue = items.filter(({ daysLate }) => daysLate >= 1).map(({ itemId }) => itemId)
        expect(seen.sort()).toEqual(overdue.sort())
      }),
    )
  })

  it('a letter asks one customer in one currency for its items, more than the credits and at least the minimum', () => {
    fc.assert(
      fc.property(anyBook, ({ items, ...rest }) => {
        const { letters } = propose(items, { ...rest, rules })
        const keys = letters.map(({ customerId, currency }) => `${customerId} ${currency}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const letter of letters) {
          expect(letter.principal).toBe(letter.items.reduce((sum, { item }) => sum + item.open - item.disputed, 0))
          expect(letter.level.position).toBe(Math.max(...letter.items.map(({ level }) => level)))
          expect(letter.principal - letter.credits).toBeGreaterThanOrEqual(letter.currency === 'EUR' ? 1000 : 1)
          for (const { customerId, currency, hold, plan, open, disputed } of letter.items.map(({ item }) => item)) {
            expect([customerId, currency, hold, plan]).toEqual([letter.customerId, letter.currency, null, null])
            expect(open - disputed).toBeGreaterThanOrEqual(rules.itemMinimum)
          }
          expect(rest.excluded).not.toContain(letter.customerId)
          expect(letter.currency).not.toBe('CHF')
        }
      }),
    )
  })
})
