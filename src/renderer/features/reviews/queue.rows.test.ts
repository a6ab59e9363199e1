import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../main/core/alerts/alerts.contract.ts'
import type { DueRow, ReviewRow } from '../../../main/core/reviews/reviews.contract.ts'
import { queueRows } from './queue.rows.ts'

const TODAY = '2026-11-22'

const review = (customer: string, part: Partial<ReviewRow>): ReviewRow => ({
  id: `r-${customer}`,
  reference: 'R-2026-0001',
  customerId: customer,
  customerCode: customer,
  customerName: customer,
  trigger: 'request',
  triggerDetail: '',
  state: 'preparing',
  openedOn: '2026-11-01',
  openedBy: 'Claire Morel',
  dueOn: null,
  currency: 'EUR',
  currentLimit: 50_000_00,
  proposed: null,
  kind: null,
  class: 3,
  waitsFor: [],
  waitsSince: null,
  mine: false,
  decidedOn: null,
  decidedBy: '',
  outcome: null,
  nextReviewOn: null,
  ...part,
})
const due = (customer: string, dueOn: string): DueRow => ({
  customerId: customer,
  code: customer,
  name: customer,
  dueOn,
  because: 'policy',
  class: 2,
  limit: 10_000_00,
  exposure: 4_000_00,
  lastReviewOn: null,
  reviewId: null,
})
const alert = (customer: string, grave: boolean): Alert => ({
  customerId: customer,
  code: customer,
  name: customer,
  kind: grave ? 'insolvency' : 'inactive',
  occurrence: '1',
  day: '2026-11-10',
  details: {},
  grave,
  seen: null,
  reviewId: null,
})
const marks = (from: Partial<Parameters<typeof queueRows>[0]>) =>
  queueRows({ reviews: [], due: [], alerts: [], ...from }, TODAY).map(({ customerId, mark }) => [customerId, mark])

describe('the credit queue', () => {
  it('puts first what the acting person decides, then grave alerts, returned, late, prepared, alerts, due, waiting', () => {
    expect(
      marks({
        reviews: [
          review('waits', { state: 'submitted' }),
          review('prepared', {}),
          review('back', { state: 'returned' }),
          review('mine', { state: 'submitted', mine: true }),
        ],
        due: [due('today', TODAY), due('late', '2026-11-21')],
        alerts: [alert('quiet', false), alert('gone', true)],
      }),
    ).toEqual([
      ['mine', 'decide'],
      ['gone', 'grave'],
      ['back', 'returned'],
      ['late', 'overdue'],
      ['prepared', 'preparing'],
      ['quiet', 'alert'],
      ['today', 'due'],
      ['waits', 'waiting'],
    ])
  })

  it('tells a customer once, with its review, due day and alerts together', () => {
    const rows = queueRows(
      {
        reviews: [review('a', {})],
        due: [due('a', '2026-10-01'), due('b', '2026-12-01')],
        alerts: [alert('a', true), alert('b', true), alert('b', false)],
      },
      TODAY,
    )
    expect(rows.map(({ customerId, mark, alerts }) => [customerId, mark, alerts.length])).toEqual([
      ['b', 'grave', 2],
      ['a', 'preparing', 1],
    ])
    expect(rows[1]?.due?.dueOn).toBe('2026-10-01')
  })

  it('counts a review that should have been decided as late', () => {
    expect(marks({ reviews: [review('a', { dueOn: '2026-11-21' }), review('b', { dueOn: TODAY })] })).toEqual([
      ['a', 'overdue'],
      ['b', 'preparing'],
    ])
  })
})
