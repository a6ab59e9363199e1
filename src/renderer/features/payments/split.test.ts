import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balance, fill, type Line, openOf, pairsOf, placedOf, proposed, tooMuch } from './split.ts'

const line = (id: string, open: number): Line => ({ id, number: id, due: '2026-01-31', open })
const debits = [line('F1', 300), line('F2', 400)]
const credits = [line('R1', 500), line('R2', 50)]

test('an amount fills the lines in their order', () => {
  expect([...fill(debits, 350)]).toEqual([
    ['F1', 300],
    ['F2', 50],
  ])
  expect(fill(debits, 0).size).toBe(0)
})

test('what is ticked is proposed; the other side follows, oldest first', () => {
  expect([...proposed(debits, credits, new Set(['F2']))]).toEqual([
    ['F2', 400],
    ['R1', 400],
  ])
  expect(placedOf(debits, proposed(debits, credits, new Set()))).toBe(550)
})

test('sides that differ are brought to the smaller sum', () => {
  const split = new Map([
    ['F1', 300],
    ['F2', 400],
    ['R1', 500],
  ])
  expect([...balance(debits, credits, split)]).toEqual([
    ['F1', 300],
    ['F2', 200],
    ['R1', 500],
  ])
})

test('more than is open is found', () => {
  expect(tooMuch(debits, new Map([['F1', 301]]))?.id).toBe('F1')
  expect(tooMuch(debits, new Map([['F1', 300]]))).toBeUndefined()
})

test('pairs take exactly what is placed on either side', () => {
  const lines = (prefix: string) =>
    fc
      .array(fc.integer({ min: 1, max: 1000 }), { maxLength: 6 })
      .map((amounts) => amounts.map((open, i) => line(`${prefix}${i}`, open)))
  fc.assert(
    fc.property(lines('F'), lines('R'), (left, right) => {
      const split = proposed(left, right, new Set())
      const pairs = pairsOf(left, right, split)
      const sum = Math.min(openOf(left), openOf(right))
      expect(pairs.reduce((total, { amount }) => total + amount, 0)).toBe(sum)
      for (const { id } of [...left, ...right])
        expect(
          pairs.filter(({ debitId, creditId }) => debitId === id || creditId === id).reduce((t, p) => t + p.amount, 0),
        ).toBe(split.get(id) ?? 0)
    }),
  )
})
