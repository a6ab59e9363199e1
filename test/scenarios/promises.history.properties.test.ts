import { ORPCError } from '@orpc/server'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '../../src/main/core/db/connection.ts'
import { openAsOf, openItemsAsOf } from '../../src/main/core/db/open-items.ts'
import type { QueryContext } from '../../src/main/core/kernel/context.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import type { Arrival } from '../../src/main/core/promises/promises.model.ts'
import { judgePromises, type PromiseFacts } from '../../src/main/core/promises/promises.rules.ts'
import { promisesDueOver } from '../../src/main/core/promises/promises.service.ts'
import { accountOf } from '../support/account.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditNote, importItems, invoice } from '../support/ledger.ts'

const START = '2026-03-02'
const DAYS = 50
/** Of the policy a book starts with. */
const GRACE = 2

const act = fc.record({
  what: fc.constantFrom(
    'promise',
    'promise',
    'put off',
    'cancel',
    'pay',
    'pay',
    'match',
    'match',
    'match',
    'undo',
    'bounce',
    'credit',
  ),
  day: fc.nat(DAYS),
  which: fc.nat(20),
  amount: fc.integer({ min: 1, max: 30_000 }),
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

const pick = <Of>(many: readonly Of[], which: number): Of | undefined => many[which % Math.max(1, many.length)]

const doOn = async (book: TestBook, { what, day, which, amount }: Act): Promise<unknown> => {
  const today = addDays(START, day)
  const client = book.on(today)
  const { items } = await client.receivables.items({ show: 'all', asOf: today })
  const debt = pick(
    items.filter(({ kind, open }) => kind === 'invoice' && (what !== 'match' || open > 0)),
    which,
  )
  if (!debt) return
  const { customerId, currency } = debt
  const receipts = items.filter((item) => item.kind === 'payment' && item.customerId === customerId)
  const loose = receipts.filter((item) => item.open < 0 && item.currency === currency)
  const receipt = pick(what === 'match' ? loose : receipts, amount)
  switch (what) {
    case 'promise':
    case 'put off':
      return client.promises.record({
        customerId,
        currency,
        amount: Math.max(1, Math.min(amount, debt.open)),
        day: addDays(today, which),
        itemIds: which % 4 === 0 ? [] : [debt.id],
        replace: what === 'put off',
      })
    case 'cancel': {
      const { promises } = await client.promises.list({ show: 'running' })
      return client.promises.cancel({ id: pick(promises, which)?.id ?? '', reason: 'erreur' })
    }
    case 'pay': {
      const allocate = which % 2 === 0 ? 'none' : [{ itemId: debt.id, amount: Math.min(amount, debt.open) }]
      return client.payments.receive({ customerId, day: today, currency, method: 'transfer', amount, allocate })
    }
    case 'match': {
      const most = Math.min(debt.open, -(receipt?.open ?? 0))
      // By hand, often days after the money came, told as of today or left to the program.
      const told = which % 2 === 0 ? { day: today } : {}
      const part = { debitId: debt.id, creditId: receipt?.id ?? '', amount: Math.min(amount, most) }
      return client.payments.allocate({ matches: [part], ...told })
    }
    case 'undo': {
      const { matches } = await client.payments.matches({ itemId: receipt?.id ?? '' })
      const undoable = matches.filter(({ undoneOn }) => undoneOn === null).map(({ id }) => id)
      return client.payments.undo({ matchIds: undoable.slice(0, 1) })
    }
    case 'bounce':
      return client.payments.bounce({ itemId: receipt?.id ?? '', day: today })
    case 'credit': {
      const customer = debt.customerCode
      const some = `${amount % 80}.10`
      const note = { customer, currency, amount: some, issued: today, settles: debt.number }
      return importItems(client, [
        creditNote(`N${day}-${which}-${amount}`, which % 2 ? note : { ...note, settles: '' }),
      ])
    }
  }
}

const live = async (book: TestBook, acts: readonly Act[]): Promise<void> => {
  for (const one of acts.toSorted((a, b) => a.day - b.day)) {
    try {
      await doOn(book, one)
    } catch (error) {
      if (!(error instanceof ORPCError) || error.status >= 500) throw error
    }
  }
}

/** How every promise stands on a day, that day asked by itself: each amount by a statement of its own. */
const standingOn = async (db: QueryContext['db'], asOf: string) => {
  type Row = Omit<PromiseFacts, 'items'>
  const { rows } = await sql<Row>`SELECT id, customer_id AS customerId, currency, amount, day, made_on AS madeOn,
    cancelled_on AS cancelledOn FROM promise WHERE made_on <= ${asOf}`.execute(db)
  const promises: PromiseFacts[] = []
  for (const row of rows) {
    const { rows: items } = await sql<PromiseFacts['items'][number]>`
      SELECT p.item_id AS itemId, p.covered, ${openAsOf(asOf)} AS open
      FROM promise_item p JOIN open_item i ON i.id = p.item_id WHERE p.promise_id = ${row.id}`.execute(db)
    promises.push({ ...row, items })
  }
  const columns = sql`c.customer_id AS customerId, c.currency, c.id AS receiptId, c.booked`
  const { rows: settled } = await sql<Arrival>`SELECT ${columns}, a.debit_id AS itemId, sum(a.amount) AS amount,
      max(CASE WHEN a.undone_because = 'bounced' THEN a.day END) AS bouncedOn
    FROM allocation a JOIN open_item c ON c.id = a.credit_id
    WHERE a.day <= ${asOf} AND c.kind = 'payment' GROUP BY a.debit_id, a.credit_id`.execute(db)
  const { rows: loose } = await sql<Arrival>`SELECT ${columns}, NULL AS itemId, -c.open AS amount, NULL AS bouncedOn
    FROM ${openItemsAsOf(asOf, undefined, sql`TRUE`, sql`i.kind`)} c WHERE c.kind = 'payment' AND c.open < 0`.execute(
    db,
  )
  return { promises, standings: judgePromises(promises, [...settled, ...loose], asOf, GRACE) }
}

test('any story, any days: promises judged for many days at once stand as on each day by itself', async () => {
  const seen: Record<string, number> = {}
  const days = fc.uniqueArray(fc.nat(DAYS + 30), { minLength: 2, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 40, size: 'max' }), days, async (acts, ends) => {
      const book = await openTestBook({ today: START })
      try {
        await importItems(book.client, [
          invoice('F1', { amount: '300.00' }),
          invoice('F2', { amount: '120.00' }),
          invoice('F3', { amount: '200.00', currency: 'USD' }),
          invoice('F4', { amount: '200.00', customer: 'C002' }),
        ])
        await live(book, acts)
        const last = addDays(START, DAYS + 40)
        const stretches = ends
          .toSorted((a, b) => a - b)
          .map((end) => ({ from: addDays(START, end - 25), until: addDays(START, end) }))
        const sqlite = new Sqlite(book.path, { readonly: true })
        try {
          const db = connect(sqlite)
          const over = await promisesDueOver({ db, today: last }, stretches)
          for (const [at, { from, until }] of stretches.entries()) {
            const { promises, standings } = await standingOn(db, until)
            const due = promises.filter(({ day }) => day > from && day <= until)
            expect(Object.fromEntries((over[at] ?? []).map(({ promiseId, ...one }) => [promiseId, one]))).toEqual(
              Object.fromEntries(
                due.map(({ id, items: _, ...promise }) => [
                  id,
                  expect.objectContaining({ ...promise, ...standings.get(id) }),
                ]),
              ),
            )
            for (const { state } of over[at] ?? []) seen[state] = (seen[state] ?? 0) + 1
          }
        } finally {
          sqlite.close()
        }
      } finally {
        await book.close()
      }
    }),
    { numRuns: 10 },
  )
  // Stories in which no promise is ever kept or broken would show nothing.
  expect(Object.keys(seen)).toEqual(expect.arrayContaining(['kept', 'partly', 'broken', 'cancelled', 'running']))
})

test('a receipt matched elsewhere later kept the promise until then', async () => {
  const book = await openTestBook({ today: START })
  try {
    const account = accountOf(book)
    await account.given(invoice('F1', { amount: '300.00' }), invoice('F2', { amount: '300.00' }))
    const [customerId, promised] = [await account.customerId(), await account.idOf('F1')]
    await book.client.promises.record({
      customerId,
      currency: 'EUR',
      amount: 30_000,
      day: '2026-03-06',
      itemIds: [promised],
    })
    const { itemId } = await account.receive('2026-03-05', { amount: 30_000, allocate: 'none' })
    const matches = [{ debitId: await account.idOf('F2'), creditId: itemId, amount: 30_000 }]
    await book.on('2026-03-20').payments.allocate({ matches, day: '2026-03-20' })
    const sqlite = new Sqlite(book.path, { readonly: true })
    try {
      const stretches = ['2026-03-04', '2026-03-15', '2026-03-31'].map((until) => ({ from: START, until }))
      const over = await promisesDueOver({ db: connect(sqlite), today: '2026-03-31' }, stretches)
      expect(over.map((due) => due.map(({ state, received }) => [state, received]))).toEqual([
        [],
        [['kept', 30_000]],
        [['broken', 0]],
      ])
    } finally {
      sqlite.close()
    }
  } finally {
    await book.close()
  }
})
