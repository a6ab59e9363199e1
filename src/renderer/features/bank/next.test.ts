import { expect, test } from 'vitest'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { nextLine } from './next.ts'

const line = (id: string, state: BankLine['state'] = 'open', role: BankLine['role'] = 'receipt') =>
  ({ id, state, role }) as BankLine
const idAfter = (lines: BankLine[], from: number, closing: string[] = []) =>
  nextLine(lines, lines[from] as BankLine, new Set(closing))?.id

test('the next line that asks for something, past expenses, closed lines and those on their way', () => {
  const lines = [line('a'), line('b', 'open', 'out'), line('c', 'matched'), line('d'), line('e', 'open', 'return')]
  expect(idAfter(lines, 0)).toBe('d')
  expect(idAfter(lines, 0, ['d'])).toBe('e')
})

test('after the last one, the first that was passed over; none when all are dealt with', () => {
  const lines = [line('a', 'set_aside'), line('b'), line('c')]
  expect(idAfter(lines, 2)).toBe('b')
  expect(idAfter(lines, 2, ['b'])).toBeUndefined()
})
