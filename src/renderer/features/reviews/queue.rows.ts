import type { Alert } from '../../../main/core/alerts/alerts.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { DueRow, ReviewRow } from '../../../main/core/reviews/reviews.contract.ts'

/** What a row asks for, the most pressing first. */
const queueMarks = ['decide', 'grave', 'returned', 'overdue', 'preparing', 'alert', 'due', 'waiting'] as const
export type QueueMark = (typeof queueMarks)[number]

/** A customer whose credit asks for something, with all that asks for it. */
export type QueueRow = {
  key: string
  mark: QueueMark
  customerId: string
  code: string
  name: string
  /** Under way; the row opens it. */
  review: ReviewRow | null
  due: DueRow | null
  alerts: readonly Alert[]
  class: number | null
  /** Null: none is set; undefined where the list does not tell. */
  limit: number | null | undefined
  /** The day it waits since, or was due. */
  day: Day
}

const markOfReview = (review: ReviewRow, today: Day): QueueMark => {
  if (review.state === 'submitted') return review.mine ? 'decide' : 'waiting'
  if (review.state === 'returned') return 'returned'
  return review.dueOn !== null && review.dueOn < today ? 'overdue' : 'preparing'
}

const byCustomer = <T extends { customerId: string }>(rows: readonly T[]) => Map.groupBy(rows, (row) => row.customerId)

/** One row a review under way, then one for each other customer with a review due or an open alert. */
export const queueRows = (
  { reviews, due, alerts }: { reviews: readonly ReviewRow[]; due: readonly DueRow[]; alerts: readonly Alert[] },
  today: Day,
): QueueRow[] => {
  const alertsOf = byCustomer(alerts)
  const dueOf = new Map(due.map((row) => [row.customerId, row]))
  const under = new Set(reviews.map(({ customerId }) => customerId))
  const rows: QueueRow[] = reviews.map((review) => ({
    key: review.id,
    mark: markOfReview(review, today),
    customerId: review.customerId,
    code: review.customerCode,
    name: review.customerName,
    review,
    due: dueOf.get(review.customerId) ?? null,
    alerts: alertsOf.get(review.customerId) ?? [],
    class: review.class,
    limit: review.currentLimit,
    day: review.waitsSince ?? review.openedOn,
  }))
  for (const customerId of new Set([...dueOf.keys(), ...alertsOf.keys()])) {
    const due = dueOf.get(customerId) ?? null
    const its = alertsOf.get(customerId) ?? []
    const [gravest] = its
    const named = due ?? gravest
    if (under.has(customerId) || !named) continue
    const mark = its.some(({ grave }) => grave)
      ? 'grave'
      : due && due.dueOn < today
        ? 'overdue'
        : its.length > 0
          ? 'alert'
          : 'due'
    rows.push({
      key: customerId,
      mark,
      customerId,
      code: named.code,
      name: named.name,
      review: null,
      due,
      alerts: its,
      class: due?.class ?? null,
      limit: due ? due.limit : gravest?.details.scope === 'own' ? gravest.details.limit : undefined,
      day: (mark === 'grave' ? gravest?.day : due?.dueOn) ?? gravest?.day ?? today,
    })
  }
  return rows.sort(
    (a, b) =>
      queueMarks.indexOf(a.mark) - queueMarks.indexOf(b.mark) ||
      a.day.localeCompare(b.day) ||
      a.name.localeCompare(b.name),
  )
}
