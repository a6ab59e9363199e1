import { describe, expect, test } from 'vitest'
import type { Expected } from '../../../main/core/expectations/expectations.contract.ts'
import type { CallSheet } from '../../../main/core/worklist/worklist.contract.ts'
import { callOf, draftOf, promisable } from './record.draft.ts'

const item = (itemId: string, open: number, currency = 'EUR'): Expected => ({
  itemId,
  number: itemId,
  due: '2026-05-31',
  currency,
  open,
  expected: null,
  from: null,
  until: null,
  basis: 'none',
  payments: 0,
})
const task = (id: string, day: string): CallSheet['tasks'][number] => ({
  id,
  customerId: 'c',
  customerCode: 'C',
  customerName: 'Client',
  kind: 'call',
  day,
  note: '',
  owner: 'test',
  callId: null,
  createdOn: '2026-06-01',
  createdBy: 'test',
  doneOn: null,
  doneBy: '',
})
const contact = { name: 'Mme Roy', role: '', email: '', phone: '01 02', dunning: true }
const sheet: CallSheet = {
  customerId: 'c',
  code: 'C',
  name: 'Client',
  overdue: 300,
  open: 300,
  items: 2,
  daysLate: 8,
  // A Monday.
  asOf: '2026-06-08',
  currency: 'EUR',
  done: false,
  contacts: [contact],
  questions: [],
  script: null,
  expected: [],
  calls: [],
  promises: [],
  tasks: [task('due', '2026-06-08'), task('later', '2026-06-09')],
  letters: [],
}
const items = [item('a', 100), item('b', 200), item('d', 50, 'USD')]
const told = { sheet, items, seconds: 65 }
const draft = (outcome: Parameters<typeof draftOf>[0]['outcome']) => draftOf({ outcome, sheet, items, contact })

describe('the outcome of a call', () => {
  test('starts with what is talked about, in one currency, and with the day the outcome calls for', () => {
    expect(promisable(items).map(({ itemId }) => itemId)).toEqual(['a', 'b'])
    expect(draft('promise')).toMatchObject({ amount: 300, day: '2026-06-15', contact: 'Mme Roy', doneTaskIds: ['due'] })
    expect(draft('call-back').nextDay).toBe('2026-06-09')
    expect(draft('paid').nextDay).toBe('2026-06-11')
    expect(draft('refused').nextDay).toBe('2026-06-08')
  })

  test('is recorded with its promise, and its next day left to the policy', () => {
    expect(callOf('promise', draft('promise'), told)).toMatchObject({
      outcome: 'promise',
      phone: '01 02',
      seconds: 65,
      itemIds: ['a', 'b', 'd'],
      promise: { currency: 'EUR', amount: 300, day: '2026-06-15', itemIds: ['a', 'b'] },
      next: {},
      doneTaskIds: ['due'],
    })
  })

  test('is not recorded while the promise is not whole; other outcomes carry none', () => {
    expect(callOf('promise', { ...draft('promise'), amount: null }, told)).toBeNull()
    expect(callOf('promise', { ...draft('promise'), day: null }, told)).toBeNull()
    expect(callOf('no-answer', draft('no-answer'), told)).toMatchObject({ promise: null, next: { day: '2026-06-09' } })
  })
})
