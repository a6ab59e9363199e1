import { expect, test } from 'vitest'
import type { Rating } from '../ratings/ratings.contract.ts'
import { externalOf } from './external.rules.ts'

type Held = Partial<Rating['values'][number]> & { scale: string; value: string }
const report = (day: string, values: Held[], stale = false) =>
  ({
    provider: 'other',
    providerName: 'Agence',
    day,
    stale,
    values: values.map((held) => ({
      label: '',
      best: '',
      worst: '',
      name: { fr: '', en: '' },
      better: null,
      reading: null,
      ...held,
    })),
  }) as unknown as Rating
const risk = (value: number) => ({ fr: '', en: '', risk: value })

test.each<[string, Rating[], unknown]>([
  ['a scale of numbers', [report('2026-10-01', [{ scale: 'dnb-paydex', value: '70' }])], ['70', '0', '100']],
  ['a class where one is best', [report('2026-10-01', [{ scale: 'dnb-failure-class', value: '2' }])], ['2', '5', '1']],
  [
    'a grade by the band its provider puts it in',
    [report('2026-10-01', [{ scale: 'bdf-2022', value: '3+', reading: risk(2) }])],
    ['2', '5', '1'],
  ],
  [
    'a scale that the report names',
    [report('2026-10-01', [{ scale: 'own', value: '12.5', worst: '20', best: '0' }])],
    ['12.5', '20', '0'],
  ],
  [
    'no value that can be placed',
    [
      report('2026-10-01', [
        { scale: 'dnb-paydex', value: 'UN' },
        { scale: 'own', value: 'A' },
      ]),
    ],
    null,
  ],
  ['only a stale report', [report('2024-01-01', [{ scale: 'dnb-paydex', value: '70' }], true)], null],
  [
    'the newest report that says something',
    [
      report('2026-10-01', [{ scale: 'dnb-paydex', value: 'UN' }]),
      report('2026-09-01', [{ scale: 'dnb-paydex', value: '60' }]),
    ],
    ['60', '0', '100'],
  ],
  ['nothing', [], null],
])('%s', (_what, ratings, expected) => {
  const found = externalOf(ratings)
  expect(found && [found.value, found.worst, found.best]).toEqual(expected)
})
