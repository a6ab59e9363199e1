import { addDays, type Day, minDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Account } from './demo.account.rules.ts'
import { DEMO_DAY } from './demo.company.ts'
import { randomOf } from './demo.random.rules.ts'

export type DemoDelivery = {
  id: string
  customerId: string
  reference: string
  deliveredOn: Day
  amount: Minor
  itemId: string | null
}
export type DemoDates = { itemId: string; deliveredOn: Day; sentOn: Day }

/** Goods that left and are still to be invoiced: by customer, days before the demo's day and amounts. */
const waiting: Readonly<Record<string, readonly (readonly [days: number, amount: Minor])[]>> = {
  C001: [[1, 148_320]],
  C006: [[5, 412_900]],
  C010: [[2, 96_480]],
  C017: [
    [9, 231_660],
    [1, 187_200],
  ],
  C024: [[3, 274_050]],
  C041: [[0, 129_600]],
}

/** Delivery notes of the months before the demo's day, and how long each invoice took to be made and to leave. */
const SINCE: Day = '2026-07-01'

export const deliveriesOf = (account: Account): { deliveries: DemoDelivery[]; dates: DemoDates[] } => {
  const { id: customerId, code, person } = account.customer
  // A sequence of its own: what is delivered must not shift the account's.
  const random = randomOf(`deliveries of ${code}`)
  const reference = (day: Day, place: number) => `BL-${day.slice(2).replaceAll('-', '')}-${code.slice(1)}${place}`
  const deliveries = (waiting[code] ?? []).map(([days, amount], place) => {
    const deliveredOn = addDays(DEMO_DAY, -days)
    return {
      id: random.id(deliveredOn),
      customerId,
      reference: reference(deliveredOn, place),
      deliveredOn,
      amount,
      itemId: null,
    }
  })
  const dates = account.items
    .filter(({ kind, issued }) => kind === 'invoice' && issued >= SINCE)
    .map(({ id, issued }) => ({
      itemId: id,
      // Orders by post wait longest for their invoice.
      deliveredOn: addDays(issued, -random.between(0, person.segment === 'mail-order' ? 6 : 3)),
      sentOn: minDay(DEMO_DAY, addDays(issued, random.between(0, 2))),
    }))
  return { deliveries, dates }
}
