import Sqlite from 'better-sqlite3'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { BENCH_DAY, CUSTOMER, INVOICE, idOf } from './books.ts'

const [LIMIT, LETTER, RUN, CALL, PROMISE, DISPUTE, DELIVERY, ORDER] = [10, 11, 12, 13, 14, 15, 16, 17]

/**
 * What a firm does around the invoices of a bench book: every second customer has a limit that was raised a year ago, one
 * invoice in eight was reminded and one in 24 twice, one in 50 was spoken about, one in 100 promised, one in 200 disputed,
 * one in ten delivered under an order.
 */
export const handle = (path: string, items: number, customers: number): void => {
  const sqlite = new Sqlite(path)
  const limit = sqlite.prepare(
    `INSERT INTO credit_limit (id, customer_id, kind, amount, currency, starts_on, decided_by, decided_on, at, policy_version) VALUES (?, ?, 'internal', ?, 'EUR', ?, 'Bench', ?, ?, 1)`,
  )
  const run = sqlite.prepare(`INSERT INTO dunning_run (id, number, as_of, created_at, user) VALUES (?, ?, ?, ?, ?)`)
  const letter = sqlite.prepare(
    `INSERT INTO dunning_letter (id, run_id, reference, customer_id, currency, level, level_name, channel, language, day, principal, credits, interest, indemnities, fees, total) VALUES (?, ?, ?, ?, 'EUR', ?, ?, 'letter', 'fr', ?, ?, 0, 0, 0, 0, ?)`,
  )
  const letterItem = sqlite.prepare(
    `INSERT INTO dunning_letter_item (letter_id, item_id, level, open, days_late, interest, indemnity) VALUES (?, ?, ?, ?, ?, 0, 0)`,
  )
  const call = sqlite.prepare(
    `INSERT INTO call (id, customer_id, day, at, by, channel, incoming, outcome) VALUES (?, ?, ?, ?, ?, 'call', 0, 'told')`,
  )
  const callItem = sqlite.prepare(`INSERT INTO call_item (call_id, item_id) VALUES (?, ?)`)
  const promise = sqlite.prepare(
    `INSERT INTO promise (id, customer_id, currency, amount, day, made_on, at, by, channel) VALUES (?, ?, 'EUR', ?, ?, ?, ?, 'Bench', 'call')`,
  )
  const promiseItem = sqlite.prepare(
    `INSERT INTO promise_item (promise_id, item_id, covered, amount) VALUES (?, ?, ?, ?)`,
  )
  const dispute = sqlite.prepare(
    `INSERT INTO dispute (id, customer_id, item_id, reason, amount, opened_on, opened_by, outcome, closed_on) VALUES (?, ?, ?, 'price', ?, ?, 'Bench', ?, ?)`,
  )
  const order = sqlite.prepare(
    `INSERT INTO customer_order (id, customer_id, number, day, amount, currency, state, changed_on, changed_by) VALUES (?, ?, ?, ?, ?, 'EUR', 'closed', ?, 'Bench')`,
  )
  const delivery = sqlite.prepare(
    `INSERT INTO delivery (id, customer_id, reference, delivered_on, amount, currency, item_id) VALUES (?, ?, ?, ?, ?, 'EUR', ?)`,
  )
  const at = `${BENCH_DAY}T08:00:00Z`
  sqlite.transaction(() => {
    for (let n = 0; n < customers; n += 2)
      for (const [k, months] of [24, 12].entries())
        limit.run(
          idOf(LIMIT + 20 * k, n),
          idOf(CUSTOMER, n),
          2_000_000 * (k + 1),
          addDays(BENCH_DAY, -31 * months),
          BENCH_DAY,
          at,
        )
    const people = ['Claire', 'Paul', 'Zoé']
    for (const [k, person] of people.entries()) run.run(idOf(RUN, k), 1000 + k, BENCH_DAY, at, person)
    for (let n = 0; n < items; n += 1) {
      const due = addDays(BENCH_DAY, 20 - (n % 400))
      const [item, owner, amount] = [idOf(INVOICE, n), idOf(CUSTOMER, n % customers), 10_000 + ((n * 7919) % 500_000)]
      for (const [k, days] of (n % 24 === 0 ? [3, 20] : n % 8 === 0 ? [3] : []).entries()) {
        const [id, day] = [idOf(LETTER + 20 * k, n), addDays(due, days)]
        if (day > BENCH_DAY) continue
        letter.run(id, idOf(RUN, n % 3), `R${k}-${n}`, owner, k + 1, `Rappel ${k + 1}`, day, amount, amount)
        letterItem.run(id, item, k + 1, amount, days)
      }
      const later = addDays(due, 2)
      if (later > BENCH_DAY) continue
      if (n % 50 === 0) {
        call.run(idOf(CALL, n), owner, later, at, people[n % 3])
        callItem.run(idOf(CALL, n), item)
      }
      if (n % 100 === 0) {
        promise.run(idOf(PROMISE, n), owner, amount, addDays(later, 4), later, at)
        promiseItem.run(idOf(PROMISE, n), item, amount, amount)
      }
      if (n % 200 === 0) {
        const closed = addDays(later, 20)
        const isClosed = closed <= BENCH_DAY && n % 400 === 0
        dispute.run(idOf(DISPUTE, n), owner, item, amount, later, isClosed ? 'upheld' : null, isClosed ? closed : null)
      }
      if (n % 10 === 0) {
        order.run(idOf(ORDER, n), owner, `O${n}`, addDays(due, -40), amount, addDays(due, -33))
        delivery.run(idOf(DELIVERY, n), owner, `O${n}`, addDays(due, -33), amount, item)
      }
    }
  })()
  sqlite.exec('ANALYZE')
  sqlite.close()
}
