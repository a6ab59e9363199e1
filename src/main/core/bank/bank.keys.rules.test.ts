import { expect, test } from 'vitest'
import { createOrdinals } from './bank.keys.rules.ts'
import type { StatementHead } from './statement.model.ts'

const head = (key: number, opening: number, closing: number | null, number = String(key)): StatementHead => ({
  line: 1,
  account: 'FR76',
  currency: 'EUR',
  number,
  opening: { day: '2026-11-02', amount: opening },
  closing: closing === null ? null : { day: '2026-11-02', amount: closing },
  key,
})

const ordinals = (heads: StatementHead[], times: number): number[][] => {
  const counting = createOrdinals()
  return heads.map((one) => {
    counting.begin(one)
    const numbers = Array.from({ length: times }, () => counting.next(one, 'x'))
    counting.end(one)
    return numbers
  })
}

test('equal movements of one statement are counted', () => expect(ordinals([head(1, 0, 200)], 2)).toEqual([[1, 2]]))

test('the next page of a statement goes on counting', () =>
  expect(ordinals([head(1, 0, 200), head(2, 200, 400)], 2)).toEqual([
    [1, 2],
    [3, 4],
  ]))

test('a statement told again, or one that overlaps, starts again', () => {
  expect(ordinals([head(1, 0, 200, '7'), head(2, 0, 200, '7')], 2)).toEqual([
    [1, 2],
    [1, 2],
  ])
  expect(ordinals([head(1, 0, 0, '7'), head(2, 0, 0, '7')], 1)).toEqual([[1], [1]])
  expect(ordinals([head(1, 0, 200), head(2, 100, 300)], 1)).toEqual([[1], [1]])
})
