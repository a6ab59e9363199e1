import { describe, expect, test } from 'vitest'
import {
  asSqliteLowers,
  cutoff,
  dueOn,
  hindrancesOf,
  isConfirmed,
  keptByLawUntil,
  needlesOf,
  scrubber,
  tellsName,
} from './privacy.rules.ts'

describe('when a period is over', () => {
  test('a customer’s ten years run from the end of the year of its last movement (C. com. L123-22)', () => {
    expect(dueOn('customer', '2014-03-02', 120)).toBe('2024-12-31')
    expect(keptByLawUntil('2014-03-02')).toBe('2024-12-31')
  })

  test('a prospect’s three years run from the last contact', () => {
    expect(dueOn('prospect', '2020-02-29', 36)).toBe('2023-02-28')
  })

  test('nothing goes that is younger than the oldest invoice still open', () => {
    expect(cutoff('2026-11-22', 60, null)).toBe('2021-11-22')
    expect(cutoff('2026-11-22', 60, '2019-04-01')).toBe('2019-04-01')
    expect(cutoff('2026-11-22', 60, '2026-04-01')).toBe('2021-11-22')
  })
})

describe('what stands in the way', () => {
  const today = '2026-11-22'

  test('of a whole customer everything that is open, and the law', () => {
    expect(hindrancesOf('customer', { orders: 1, disputes: 0 }, { until: '2030-12-31', today })).toEqual([
      { kind: 'law', count: 1, until: '2030-12-31' },
      { kind: 'orders', count: 1, until: null },
    ])
    expect(hindrancesOf('customer', {}, { until: '2026-11-22', today })).toEqual([])
  })

  test('old talks wait for a claim, not for an order; a contact waits for neither', () => {
    const open = { orders: 1, handovers: 1, 'open-items': 4 }
    expect(hindrancesOf('talks', open, { until: '2030-12-31', today }).map(({ kind }) => kind)).toEqual(['handovers'])
    expect(hindrancesOf('contact', open, { until: '2030-12-31', today })).toEqual([])
  })
})

describe('what tells who somebody is', () => {
  test('a code made of the name does, a number does not', () => {
    expect(tellsName('DUPONT', 'Garage Dupont')).toBe(true)
    expect(tellsName('C-DUPO', 'Garage Dupont')).toBe(false)
    expect(tellsName('411DUPO', 'Garage Dupont')).toBe(true)
    expect(tellsName('C0042', 'Garage Dupont')).toBe(false)
  })

  test('short texts are no needles, the longest comes first', () => {
    expect(needlesOf(['Paul', 'Paul Durand', ' paul@durand.fr ', '', 'Paul Durand'])).toEqual([
      'paul@durand.fr',
      'Paul Durand',
    ])
  })

  test('SQLite knows the small letters of ASCII only', () => {
    expect(asSqliteLowers(['Zoé Léger'])).toEqual(['zoé léger', 'zoÉ lÉger', 'zoe leger'])
  })

  test('the name is confirmed whatever its capitals and accents', () => {
    expect(isConfirmed(' zoe  LEGER', 'Zoé Léger')).toBe(true)
    expect(isConfirmed('Zoé', 'Zoé Léger')).toBe(false)
    expect(isConfirmed('', 'Zoé Léger')).toBe(false)
  })

  test('a text loses it, JSON stays JSON', () => {
    const scrub = scrubber(['Zoé "Z" Léger', '(06) 12+34'], 'X', ['street'])
    expect(scrub('pour ZOÉ "Z" LÉGER, (06) 12+34.')).toBe('pour X, X.')
    expect(scrub('{"name":"zoe \\"z\\" leger","at":{"street":["1 rue","B"],"n":3},"zip":"75001"}')).toBe(
      '{"name":"X","at":{"street":["",""],"n":3},"zip":"75001"}',
    )
    expect(scrubber([], 'X')('nothing')).toBe('nothing')
  })
})
