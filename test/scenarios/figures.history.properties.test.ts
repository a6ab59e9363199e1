import { ORPCError } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { type ExposurePart, exposureParts } from '../../src/main/core/policy/credit-policy.schema.ts'
import { anyCredits, anyDebits, CURRENCIES, DAYS, inBook, ledgerOf, START, sum } from '../support/any-ledger.ts'
import { clientOn, type TestBook } from '../support/book.ts'
import { setCreditPolicy } from '../support/credit.ts'
import { planOf, putPlan, remindersOf } from '../support/dunning.ts'

const act = fc.record({
  what: fc.constantFrom(
    'dispute',
    'close',
    'reopen',
    'limit',
    'group',
    'promise',
    'remind',
    'call',
    'receive',
    'undo',
    'rate',
    'order',
    'deliver',
  ),
  day: fc.integer({ min: 0, max: DAYS + 40 }),
  which: fc.nat(20),
  amount: fc.integer({ min: 1, max: 600_000 }),
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never
const story = fc.record({
  debits: anyDebits,
  credits: anyCredits,
  acts: fc.array(act, { maxLength: 30, size: 'max' }),
  day: fc.integer({ min: 20, max: DAYS + 60 }),
  /** What the policy counts as exposure. */
  counted: fc.subarray([...exposureParts], { minLength: 3 }),
})

const pick = <Of>(many: readonly Of[], which: number): Of | undefined => many[which % Math.max(1, many.length)]

/** What a firm does on a day; refused where it makes no sense, which changes nothing. */
const doOn = async (book: TestBook, { what, day, which, amount }: Act): Promise<unknown> => {
  const today = addDays(START, day)
  const client = book.on(today)
  const items = async () => (await client.receivables.items({ show: 'all', asOf: today })).items
  const debt = async () =>
    pick(
      (await items()).filter((item) => item.amount > 0),
      which,
    )
  const customer = async () => pick((await client.customers.list({})).customers, which)
  const dispute = async () => pick((await client.disputes.list({ show: 'all' })).disputes, which)
  const [customerId, item] = [(await customer())?.id, await debt()]
  if (customerId === undefined) return
  switch (what) {
    case 'dispute':
      return item && client.disputes.open({ itemId: item.id, reason: 'price', amount: Math.min(amount, item.open) })
    case 'close':
      return client.disputes.close({ id: (await dispute())?.id ?? '', outcome: 'upheld', conclusion: 'vu' })
    case 'reopen':
      return client.disputes.reopen({ id: (await dispute())?.id ?? '', text: 'revu' })
    case 'limit':
      return client.limits.set({ kind: 'internal', customerId, amount, from: today, reason: 'dossier' })
    case 'group':
      return client.limits.saveGroup({ name: `G${which}`, members: [customerId] })
    case 'promise':
      return (
        item &&
        client.promises.record({
          customerId: item.customerId,
          currency: item.currency,
          amount: Math.min(amount, item.open),
          day: addDays(today, which),
          itemIds: [item.id],
        })
      )
    case 'remind':
      return remindersOf(book).issueAndSend(today)
    case 'call':
      return (
        item &&
        clientOn(book.program, today, which % 2 ? 'Claire' : 'Paul').calls.record({
          customerId: item.customerId,
          outcome: 'told',
          itemIds: [item.id],
        })
      )
    case 'receive':
      return (
        item &&
        client.payments.receive({
          customerId: item.customerId,
          day: today,
          currency: item.currency,
          method: 'transfer',
          amount,
          allocate: [{ itemId: item.id, amount: Math.min(amount, item.open) }],
        })
      )
    case 'undo': {
      const { matches } = await client.payments.matches({ itemId: item?.id ?? '' })
      const undoable = matches.filter(({ undoneOn }) => undoneOn === null).map(({ id }) => id)
      return client.payments.undo({ matchIds: undoable.slice(0, 1) })
    }
    case 'order': {
      const order = {
        customerId,
        number: `O${which % 4}`,
        day: today,
        amount,
        currency: 'EUR',
        prepaid: which % 2 === 0,
      }
      return client.orders.add(order)
    }
    case 'deliver': {
      const itemId = which % 3 === 0 ? (item?.id ?? null) : null
      const told = { customerId, reference: `O${which % 4}`, deliveredOn: today, amount, currency: 'EUR' }
      const { id } = await client.deliveries.add(told)
      return client.deliveries.update({ ...told, id, itemId })
    }
    case 'rate':
      return client.exchange.setRate({ currency: pick(CURRENCIES.slice(1), which) ?? 'USD', day: today, rate: '1.25' })
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

/** The key figures of a day, asked by themselves, and the lists behind them. */
const askedOn = async ({ client }: TestBook, asOf: string) => {
  const key = await client.figures.key({ asOf, history: 0 })
  const handling = await client.figures.handling({ asOf, history: 0 })
  const list = async (input: Omit<Parameters<typeof client.figures.behind>[0], 'asOf'>) => {
    const { total, amount, counted } = await client.figures.behind({ asOf, limit: 1000, ...input })
    return { total, amount, counted: counted ?? 0 }
  }
  return { key, handling, list }
}

test('any book, any day: each point of the history is what that day says by itself, and what its lists add up to', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, acts, day, counted }) => {
      const asOf = addDays(START, day)
      await inBook(ledgerOf(debits, credits).lines, async (book) => {
        await putPlan(book.client, planOf([1, 10, 30]))
        const exposure = Object.fromEntries(exposureParts.map((part) => [part, counted.includes(part)]))
        await setCreditPolicy(book.client, { exposure: exposure as Record<ExposurePart, boolean> })
        await live(book, acts)
        const { points } = await book.client.figures.key({ asOf, history: 5 })
        const handling = await book.client.figures.handling({ asOf, history: 5 })
        for (const [at, point] of points.entries()) {
          const { key, handling: own, list } = await askedOn(book, point.day)
          expect(point.figures).toEqual(key.figures)
          expect(handling.points[at]).toEqual(own.points[0])
          for (const { level, name, past } of handling.levels)
            expect(past[at]?.value ?? null).toBe(
              own.levels.find((one) => one.level === level && one.name === name)?.share.value ?? null,
            )

          const { paid, disputed, concentration } = key
          expect(await list({ list: 'paid' })).toMatchObject({ total: paid.parts, amount: paid.amount })
          expect(await list({ list: 'paid', late: true })).toMatchObject({
            total: paid.lateParts,
            amount: paid.lateAmount,
          })
          expect(await list({ list: 'disputed' })).toMatchObject({ total: disputed.items, amount: disputed.amount })
          expect(own.disputes.items).toBe(disputed.items)
          expect(await list({ list: 'shares' })).toMatchObject({
            total: concentration.holders,
            amount: concentration.whole,
          })
          const open = await book.client.receivables.items({ asOf: point.day, limit: 1000 })
          expect(own.disputes.openItems).toBe(open.items.filter(({ amount }) => amount > 0).length)
          const { limits, promises, levels, people } = own
          expect(await list({ list: 'limits' })).toEqual({
            total: limits.accounts,
            amount: limits.exposure,
            counted: limits.limit,
          })
          expect((await list({ list: 'limits', late: true })).total).toBe(limits.passed)
          expect(await list({ list: 'promises' })).toEqual({
            total: promises.due,
            amount: promises.expected,
            counted: promises.received,
          })
          for (const [rows, name] of [
            [levels, 'reminded'],
            [people, 'asked'],
          ] as const)
            expect(await list({ list: name })).toEqual({
              total: sum(rows.map(({ items }) => items)),
              amount: sum(rows.map(({ asked }) => asked)),
              counted: sum(rows.map((row) => row.paid)),
            })
        }
      })
    }),
    { numRuns: 12 },
  )
})
