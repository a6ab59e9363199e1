import { expect, test } from 'vitest'
import { leftOf, partsOf, placedOldest, problemOf, rowOf, type SplitDraft, shortOf } from './split.draft.ts'

const item = (number: string, open: number) => ({ itemId: number, number, due: '2026-01-31', open })
const alpha = (rows: SplitDraft['parts'][number]['rows']) => ({ customerId: 'alpha', customerName: 'Alpha', rows })
const beta = (rows: SplitDraft['parts'][number]['rows']) => ({ customerId: 'beta', customerName: 'Béta', rows })

test('an amount goes to the item of that very amount, else to the oldest first', () => {
  const items = [item('FA-1', 10_000), item('FA-2', 5_000), item('FA-3', 7_000)]
  expect(placedOldest(items, 5_000).map(({ placed }) => placed)).toEqual([null, 5_000, null])
  expect(placedOldest(items, 12_000).map(({ placed }) => placed)).toEqual([10_000, 2_000, null])
  expect(placedOldest(items, 30_000).map(({ placed }) => placed)).toEqual([10_000, 5_000, 7_000])
})

test('what is not placed stays in the credit of the only customer', () => {
  const draft = { parts: [alpha([rowOf(item('FA-1', 10_000), 8_000)])], restTo: null }
  expect(leftOf(draft, 9_500)).toBe(1_500)
  expect(problemOf(draft, 9_500, undefined)).toBeNull()
  expect(partsOf(draft, 9_500)).toEqual([
    {
      customerId: 'alpha',
      amount: 9_500,
      allocate: [{ itemId: 'FA-1', amount: 8_000 }],
      credits: [],
      discounts: [],
      writeOffs: [],
    },
  ])
})

test('of several customers, one must be named for the rest, and one of whom nothing is left is left out', () => {
  const draft = {
    parts: [alpha([rowOf(item('FA-1', 6_000), 6_000)]), beta([rowOf(item('FB-1', 3_000), null)])],
    restTo: null,
  }
  expect(problemOf(draft, 9_000, undefined)).toEqual({ code: 'whose' })
  expect(partsOf({ ...draft, restTo: 'beta' }, 9_000).map(({ customerId, amount }) => [customerId, amount])).toEqual([
    ['alpha', 6_000],
    ['beta', 3_000],
  ])
  expect(partsOf({ ...draft, restTo: 'alpha' }, 9_000).map(({ customerId, amount }) => [customerId, amount])).toEqual([
    ['alpha', 9_000],
  ])
})

test('a discount and a write-off take what is short of an item, the latter within the policy', () => {
  const discounted = { ...rowOf(item('FA-1', 10_000), 9_800), rest: 'discount' as const, taxRate: '5.5' }
  const writtenOff = { ...rowOf(item('FA-2', 5_000), 4_999), rest: 'writeOff' as const }
  expect([shortOf(discounted), shortOf(writtenOff), shortOf(rowOf(item('FA-3', 700)))]).toEqual([200, 1, 0])
  const draft = { parts: [alpha([discounted, writtenOff])], restTo: null }
  expect(problemOf(draft, 14_799, undefined)).toEqual({ code: 'limit' })
  expect(problemOf(draft, 14_799, 100)).toBeNull()
  expect(partsOf(draft, 14_799)[0]).toMatchObject({
    amount: 14_799,
    discounts: [{ itemId: 'FA-1', amount: 200, taxRate: '5.5' }],
    writeOffs: [{ itemId: 'FA-2', amount: 1 }],
  })
  const odd = { parts: [alpha([{ ...discounted, taxRate: 'vingt' }])], restTo: null }
  expect(problemOf(odd, 9_800, 100)).toEqual({ code: 'taxRate' })
})

test('never more than the line has, never more on an item than is open', () => {
  expect(problemOf({ parts: [], restTo: null }, 100, 0)).toEqual({ code: 'empty' })
  const draft = { parts: [alpha([rowOf(item('FA-1', 10_000), 10_000)])], restTo: null }
  expect(problemOf(draft, 9_999, undefined)).toEqual({ code: 'tooMuch', amount: 1 })
  const above = { parts: [alpha([rowOf(item('FA-1', 10_000), 10_001)])], restTo: null }
  expect(problemOf(above, 20_000, undefined)).toEqual({ code: 'above', number: 'FA-1' })
})

test('a credit deducted lets the line settle more than it has, never more than the debts named', () => {
  const credit = rowOf(item('AV-1', -2_000), -2_000)
  const draft = { parts: [alpha([rowOf(item('FA-1', 10_000), 10_000), credit])], restTo: null }
  expect(leftOf(draft, 8_000)).toBe(0)
  expect(problemOf(draft, 8_000, undefined)).toBeNull()
  expect(partsOf(draft, 8_000)[0]).toMatchObject({
    amount: 8_000,
    allocate: [{ itemId: 'FA-1', amount: 10_000 }],
    credits: [{ itemId: 'AV-1', amount: 2_000 }],
  })
  const alone = { parts: [alpha([credit])], restTo: null }
  expect(problemOf(alone, 8_000, undefined)).toEqual({ code: 'credits' })
  const more = { parts: [alpha([rowOf(item('AV-1', -2_000), -2_001)])], restTo: null }
  expect(problemOf(more, 8_000, undefined)).toEqual({ code: 'above', number: 'AV-1' })
  expect(placedOldest([item('AV-1', -2_000), item('FA-1', 500)], 800).map(({ placed }) => placed)).toEqual([null, 500])
})
