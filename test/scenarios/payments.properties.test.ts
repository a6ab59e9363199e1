import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { clientOn, openTestBook, refusal, type TestBook } from '../support/book.ts'
import { importItems, invoice } from '../support/ledger.ts'

// Whatever is done, in whatever order: what is open never crosses zero, ledger − items is nothing on every day, the day
// of settlement kept with an item is true, and no day gone by looks different afterwards.
const START = '2026-03-01'
const LENGTH = 60
const TODAY = addDays(START, LENGTH)
const HOME = 'EUR'

const day = fc.nat(LENGTH - 1)
const pick = fc.nat(1000)
const amount = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 60_000 }))
/** Late enough that most of what it is about exists. */
const late = fc.integer({ min: LENGTH / 2, max: LENGTH - 1 })
const cents = fc.integer({ min: 1, max: 600 })
/** Hundredths of what could be; above a hundred it is refused. */
const part = fc.constantFrom(1, 30, 50, 100, 100, 101)
const customer = fc.nat(1)
const currency = fc.constantFrom('EUR', 'USD')
const anyAction = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('receive' as const),
      customer,
      currency,
      day,
      amount,
      allocate: fc.constantFrom('none' as const, 'oldest' as const, 'split' as const),
      pick,
    }),
  },
  fc.record({ kind: fc.constant('bounce' as const), pick, day: late }),
  fc.record({ kind: fc.constant('refund' as const), customer, currency, day: late, amount: cents }),
  fc.record({ kind: fc.constant('writeOff' as const), pick, day, amount: fc.option(amount) }),
  fc.record({ kind: fc.constant('discount' as const), pick, day, amount }),
  fc.record({ kind: fc.constant('setOff' as const), customer, currency, day, amount }),
  fc.record({ kind: fc.constant('allocate' as const), pick, part, day: fc.option(late) }),
  fc.record({ kind: fc.constant('allocateOldest' as const), customer }),
  fc.record({ kind: fc.constant('lose' as const), pick, day: late, part }),
  fc.record({ kind: fc.constant('recover' as const), pick, day: late, part, received: fc.boolean() }),
  fc.record({ kind: fc.constant('undo' as const), pick }),
  fc.record({ kind: fc.constant('remove' as const), pick }),
)
type Action = typeof anyAction extends fc.Arbitrary<infer A> ? A : never

const anyStory = fc.record({
  invoices: fc.array(
    fc.record({ customer, currency, day, term: fc.nat(40), amount: fc.integer({ min: 1, max: 50_000 }) }),
    {
      minLength: 3,
      maxLength: 6,
    },
  ),
  rates: fc.array(fc.record({ day, rate: fc.constantFrom('0.9', '0.9137', '1.1', '0.00333') }), { maxLength: 2 }),
  actions: fc.array(anyAction, { minLength: 6, maxLength: 18 }),
})

const openStory = async (story: {
  invoices: { customer: number; currency: string; day: number; term: number; amount: number }[]
  rates: { day: number; rate: string }[]
}) => {
  const book = await openTestBook({ today: TODAY, currency: HOME })
  for (const { day, rate } of story.rates)
    await book.client.exchange.setRate({ currency: 'USD', day: addDays(START, day), rate })
  await importItems(
    book.client,
    [0, 1].flatMap((one) => [
      // Both customers exist in every story.
      invoice(`D${one}`, { customer: `C${one}`, issued: START, due: START, amount: '1.00' }),
      ...story.invoices.flatMap(({ customer, currency, day, term, amount }, i) =>
        customer === one
          ? [
              invoice(`F${i}`, {
                customer: `C${one}`,
                currency,
                issued: addDays(START, day),
                due: addDays(START, day + term),
                amount: (amount / 100).toFixed(2),
              }),
            ]
          : [],
      ),
    ]),
  )
  const ids = await Promise.all(['C0', 'C1'].map(async (code) => (await book.client.customers.byCode({ code })).id))
  return { book, ids }
}

const everyItem = async (book: TestBook, asOf = TODAY) =>
  (await book.client.receivables.items({ show: 'all', asOf, limit: 1000 })).items

/** Does what is told where it makes sense; a refusal is an answer too. Returns whether something changed. */
const act = async (book: TestBook, ids: string[], action: Action): Promise<boolean> => {
  const { payments } = book.client
  const on = (offset: number) => addDays(START, offset)
  const items = await everyItem(book)
  const at = <T>(place: number, among: readonly T[]): T | undefined => among[place % Math.max(1, among.length)]
  const tried = async (call: PromiseLike<unknown>) => (await refusal(call)) === null
  const whose = 'customer' in action ? (ids[action.customer] as string) : ''
  switch (action.kind) {
    case 'receive': {
      const debit = at(
        action.pick,
        items.filter((item) => item.amount > 0),
      )
      const split = debit ? [{ itemId: debit.id, amount: action.amount }] : ('none' as const)
      return tried(
        payments.receive({
          customerId: whose,
          day: on(action.day),
          amount: action.amount,
          currency: action.currency,
          method: 'transfer',
          allocate: action.allocate === 'split' ? split : action.allocate,
        }),
      )
    }
    case 'bounce': {
      const receipt = at(
        action.pick,
        items.filter((item) => item.kind === 'payment' && item.amount < 0),
      )
      return receipt ? tried(payments.bounce({ itemId: receipt.id, day: on(action.day) })) : false
    }
    case 'refund':
    case 'setOff': {
      const common = { customerId: whose, day: on(action.day), amount: action.amount, currency: action.currency }
      return action.kind === 'refund'
        ? tried(payments.refund({ ...common, method: 'transfer' }))
        : tried(payments.setOff({ ...common, reference: 'leur facture' }))
    }
    case 'writeOff': {
      const item = at(action.pick, items)
      if (!item) return false
      const amount = action.amount === null ? {} : { amount: action.amount }
      return tried(payments.writeOff({ itemId: item.id, day: on(action.day), ...amount }))
    }
    case 'discount': {
      const item = at(action.pick, items)
      return item
        ? tried(payments.discount({ itemId: item.id, day: on(action.day), amount: action.amount, taxRate: '20' }))
        : false
    }
    case 'allocate': {
      const credit = at(
        action.pick,
        items.filter((item) => item.open < 0),
      )
      const debit = at(
        action.pick,
        items.filter(
          (item) => item.open > 0 && item.currency === credit?.currency && item.customerId === credit.customerId,
        ),
      )
      if (!debit || !credit) return false
      const amount = Math.ceil((Math.min(debit.open, -credit.open) * action.part) / 100)
      const when = action.day === null ? {} : { day: on(action.day) }
      return tried(payments.allocate({ matches: [{ debitId: debit.id, creditId: credit.id, amount }], ...when }))
    }
    case 'allocateOldest':
      return tried(payments.allocateOldest({ customerId: whose }))
    case 'lose': {
      const debit = at(
        action.pick,
        items.filter((item) => item.open > 0),
      )
      if (!debit) return false
      const amount = Math.ceil((debit.open * action.part) / 100)
      const proposal = book.client.writeoffs.propose({
        customerId: debit.customerId,
        items: [{ itemId: debit.id, amount }],
        reason: 'uneconomic',
        taxRate: '20',
      })
      return (await tried(proposal))
        ? tried(
            clientOn(book.program, TODAY, 'other').writeoffs.approve({ id: (await proposal).id, day: on(action.day) }),
          )
        : false
    }
    case 'recover': {
      const { writeOffs } = await book.client.writeoffs.list({ show: 'booked' })
      const lost = at(action.pick, writeOffs)
      const item = lost?.items[0]
      if (!lost || !item) return false
      const receipt = at(
        action.pick,
        items.filter((one) => one.kind === 'payment' && one.open < 0 && one.customerId === lost.customerId),
      )
      const amount = Math.max(1, Math.ceil(((item.amount - item.recovered) * action.part) / 100))
      return tried(
        book.client.writeoffs.recover({
          id: lost.id,
          day: on(action.day),
          items: [{ itemId: item.itemId, amount }],
          receiptId: action.received ? (receipt?.id ?? null) : null,
          reason: 'rentrée',
        }),
      )
    }
    case 'undo': {
      const inForce = (await Promise.all(items.map(({ id }) => payments.matches({ itemId: id }))))
        .flatMap(({ matches }) => matches)
        .filter(({ undoneOn }) => undoneOn === null)
      const match = at(action.pick, inForce)
      return match ? tried(payments.undo({ matchIds: [match.id] })) : false
    }
    case 'remove': {
      const item = at(
        action.pick,
        items.filter(({ number }) => /^(RG|RJ|RB|EC|ES|CP)-/.test(number)),
      )
      return item ? tried(payments.remove({ itemId: item.id })) : false
    }
  }
}

type Row = {
  id: string
  amount: number
  base_amount: number | null
  booked: string
  settled_on: string | null
  currency: string
}
type Taken = {
  debit_id: string
  credit_id: string
  amount: number
  day: string
  exchange: number
  debit_base: number | null
  credit_base: number | null
}

/** The book's own rows against what they must be. */
const checkRows = (path: string): void => {
  const sqlite = new Sqlite(path, { readonly: true })
  const items = sqlite
    .prepare('SELECT id, amount, base_amount, booked, settled_on, currency FROM open_item')
    .all() as Row[]
  const matches = sqlite.prepare('SELECT * FROM allocation ORDER BY day, id').all() as Taken[]
  sqlite.close()
  for (const item of items) {
    const own = matches.filter((match) => match.debit_id === item.id || match.credit_id === item.id)
    const days = [...new Set(own.map((match) => match.day))].sort()
    let settled: string | null = null
    for (const day of days) {
      expect(day >= item.booked).toBe(true)
      const taken = own.filter((match) => match.day <= day).reduce((sum, match) => sum + match.amount, 0)
      expect(taken).toBeGreaterThanOrEqual(0)
      expect(taken).toBeLessThanOrEqual(Math.abs(item.amount))
      if (taken < Math.abs(item.amount)) settled = null
      else settled ??= day
    }
    expect(item.settled_on).toBe(settled)
    // All that a settled item was worth has been taken, to the cent.
    const side = (match: Taken) => (match.debit_id === item.id ? match.debit_base : match.credit_base) ?? 0
    const base = own.reduce((sum, match) => sum + side(match), 0)
    if (settled !== null) expect(base).toBe(Math.abs(item.base_amount ?? 0))
    expect(base).toBeLessThanOrEqual(Math.abs(item.base_amount ?? 0))
    expect(base).toBeGreaterThanOrEqual(0)
  }
  for (const match of matches)
    expect(match.exchange).toBe(
      match.debit_base === null || match.credit_base === null ? 0 : match.credit_base - match.debit_base,
    )
}

const checkDays = async (book: TestBook): Promise<void> => {
  for (const offset of [0, 20, 40, LENGTH, LENGTH + 60]) {
    const asOf = addDays(START, offset)
    const listed = await everyItem(book, asOf)
    for (const item of listed) {
      expect(Math.abs(item.open)).toBeLessThanOrEqual(Math.abs(item.amount))
      expect(item.open * item.amount).toBeGreaterThanOrEqual(0)
    }
    const open = await book.client.receivables.items({ asOf, limit: 1000 })
    expect(open.items.map(({ id }) => id).toSorted()).toEqual(
      listed
        .filter((item) => item.open !== 0)
        .map(({ id }) => id)
        .toSorted(),
    )
    const settled = await book.client.receivables.items({ asOf, show: 'settled', limit: 1000 })
    expect(settled.total + open.total).toBe(listed.length)
    for (const currency of ['EUR', 'USD']) {
      const aged = await book.client.receivables.aged({ asOf, currency })
      expect(aged.control.difference).toBe(0)
      const own = open.items.filter((item) => item.currency === currency)
      expect(aged.total.total).toBe(own.reduce((sum, item) => sum + item.open, 0))
      expect(aged.total.later).toBe(own.reduce((sum, item) => sum + item.later, 0))
      if (aged.base) expect(aged.base.total).toBe(own.reduce((sum, item) => sum + (item.baseOpen ?? 0), 0))
    }
  }
}

describe('any sequence of movements', () => {
  test('keeps what is open true on every day, to the cent', async () => {
    const done = new Set<Action['kind']>()
    await fc.assert(
      fc.asyncProperty(anyStory, async (story) => {
        const { book, ids } = await openStory(story)
        try {
          for (const action of story.actions) if (await act(book, ids, action)) done.add(action.kind)
          checkRows(book.path)
          await checkDays(book)
        } finally {
          await book.close()
        }
      }),
      { numRuns: 40 },
    )
    // The stories are not all refusals.
    expect(done.size).toBeGreaterThanOrEqual(9)
    expect([...done]).toEqual(expect.arrayContaining(['lose', 'recover']))
  }, 120_000)

  test('what is done on a day changes no day before it', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async (story) => {
        const { book, ids } = await openStory(story)
        try {
          for (const action of story.actions) {
            // Removing and undoing put a mistake right: as if it had never been.
            if (!('day' in action) || action.day === null || action.kind === 'allocate') continue
            const eve = addDays(START, action.day - 1)
            const seen = async () => (await everyItem(book, eve)).map(({ id, open, daysLate }) => [id, open, daysLate])
            const before = await seen()
            await act(book, ids, action)
            expect(await seen()).toEqual(before)
          }
        } finally {
          await book.close()
        }
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  test('undoing all that a movement matched, and removing it, leaves the book as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, anyAction, async (story, last) => {
        if (['undo', 'remove', 'lose', 'recover'].includes(last.kind)) return
        const { book, ids } = await openStory(story)
        try {
          for (const action of story.actions) await act(book, ids, action)
          const picture = async () => {
            const days = await Promise.all(
              [0, 15, 30, 45, LENGTH, LENGTH + 60].map(async (offset) =>
                (await everyItem(book, addDays(START, offset))).map(({ id, open, baseOpen }) => [id, open, baseOpen]),
              ),
            )
            return { days, realised: (await book.client.exchange.revaluation({ asOf: TODAY })).realised }
          }
          const before = await picture()
          const known = await matchesOf(book)
          await act(book, ids, last)
          const fresh = (await matchesOf(book)).filter((id) => !known.includes(id))
          const bounce = (await everyItem(book)).filter(
            ({ number, id }) => number.startsWith('RJ') && !before.days[5]?.some(([one]) => one === id),
          )
          if (last.kind === 'bounce') {
            for (const { id } of bounce) await book.client.payments.remove({ itemId: id })
          } else if (fresh.length > 0) await book.client.payments.undo({ matchIds: fresh })
          for (const item of await everyItem(book))
            if (!before.days[5]?.some(([id]) => id === item.id)) await book.client.payments.remove({ itemId: item.id })
          expect(await picture()).toEqual(before)
          checkRows(book.path)
        } finally {
          await book.close()
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

/** Every match ever made. */
const matchesOf = async (book: TestBook): Promise<string[]> => {
  const all = await Promise.all(
    (await everyItem(book)).map(async ({ id }) => (await book.client.payments.matches({ itemId: id })).matches),
  )
  return [...new Set(all.flat().map(({ id }) => id))]
}
