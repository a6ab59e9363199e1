import { expect, test } from 'vitest'
import type { WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { partsUpTo } from './recovery.parts.ts'

const item = (itemId: string, amount: number, recovered: number) =>
  ({ itemId, amount, recovered }) as WriteOff['items'][number]

test('what is taken back fills what is still written off, in the order given', () => {
  const items = [item('a', 1_000, 1_000), item('b', 500, 200), item('c', 700, 0)]
  expect(partsUpTo(items, 450)).toEqual([
    { itemId: 'b', amount: 300 },
    { itemId: 'c', amount: 150 },
  ])
  expect(partsUpTo(items, 300)).toEqual([{ itemId: 'b', amount: 300 }])
})
