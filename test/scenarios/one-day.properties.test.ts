import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakdowns } from '../../src/main/core/dashboard/dashboard.contract.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import type { SpaceAccount } from '../../src/main/core/spaces/space.model.ts'
import { anyCredits, anyDebits, DAYS, inBook, ledgerOf, openOn, START, sum } from '../support/any-ledger.ts'
import { openedSpace } from '../support/space.ts'

const BUCKETS = [30, 60, 90]
const COLUMNS = ['notDue', '1-30', '31-60', '61-90', 'over90'] as const
const story = fc.record({
  debits: anyDebits,
  credits: anyCredits,
  day: fc.integer({ min: -5, max: DAYS + 60 }),
  /** Hundredths of the oldest open invoice that are contested; 0 for none. */
  contested: fc.constantFrom(0, 0, 40, 100),
})

/** Every report of one day, each asked by itself: what one says of a figure, all say, to the cent. */
test('any book, any day: balance, statements, letters, key figures, forecast, dashboard, report, provisions and confirmations agree', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day, contested }) => {
      const ledger = ledgerOf(debits, credits)
      const asOf = addDays(START, day)
      await inBook(ledger.lines, async ({ on }) => {
        const client = on(asOf)
        const oldest = (await client.receivables.items({ asOf, currency: 'EUR' })).items.find(({ open }) => open > 0)
        const part = Math.floor(((oldest?.open ?? 0) * contested) / 100)
        if (oldest && part > 0) await client.disputes.open({ itemId: oldest.id, reason: 'price', amount: part })

        // The balance itself is held against the story, worked out apart from the program.
        const open = openOn(ledger, asOf)
        const aged = await client.receivables.aged({ asOf, buckets: BUCKETS, currency: 'EUR' })
        const { total, values } = aged.total
        expect(total).toBe(sum(open.filter(({ currency }) => currency === 'EUR').map((item) => item.open)))
        expect(aged.control.difference).toBe(0)
        const position = {
          total,
          notDue: values.notDue,
          late: COLUMNS.slice(1).map((column) => values[column]),
          unallocated: values.unallocated,
        }
        const overdue = sum(COLUMNS.slice(1).map((column) => values[column] ?? 0))

        // Statements: one by one, chosen together, and what an auditor would draw from.
        const { customers } = await client.customers.list({})
        const statements = await Promise.all(
          customers.map(({ id }) => client.statements.figures({ customerId: id, asOf, buckets: BUCKETS })),
        )
        const euros = statements.flatMap(({ accounts }) => accounts.filter(({ currency }) => currency === 'EUR'))
        expect(sum(euros.map((account) => account.total))).toBe(total)
        expect(sum(euros.map((account) => account.overdue))).toBe(overdue)
        expect(sum(euros.map((account) => account.disputed))).toBe(part)
        for (const column of COLUMNS)
          expect(sum(euros.map(({ ageing }) => ageing.find(({ key }) => key === column)?.amount ?? 0))).toBe(
            values[column],
          )
        const inEuros = <One extends { currency: string }>(some: readonly One[]) =>
          some.find(({ currency }) => currency === 'EUR')
        const together = await client.statements.choose({ asOf, customerIds: customers.map(({ id }) => id) })
        expect(inEuros(together.totals) ?? { total: 0, overdue: 0 }).toMatchObject({ total, overdue })
        const { population } = await client.confirmations.draw({ asOf, criteria: { all: true } })
        expect(inEuros(population)?.total ?? 0).toBe(total)

        // Letters: what is overdue is claimed, contested, or left out with a reason.
        const { letters, skipped } = await client.dunning.propose({ asOf })
        const claimed = letters
          .filter(({ currency }) => currency === 'EUR')
          .flatMap(({ principal, items }) => [principal, ...items.map(({ disputed }) => disputed)])
        const leftOut = skipped.filter(({ currency }) => currency === 'EUR').map((item) => item.open)
        expect(sum(claimed) + sum(leftOut)).toBe(overdue)

        // Figures in the company's currency: without rates, of what is in it alone.
        const key = await client.figures.key({ asOf, history: 0 })
        expect(key.position).toMatchObject(position)
        expect(key.disputed.amount).toBe(part)
        const cash = await client.forecasts.cash({ asOf })
        expect(cash.total).toBe(total)
        const apart = cash.apart.disputed + cash.apart.insolvent + cash.apart.unknown + cash.apart.credits
        expect(sum(cash.weeks.map(({ central }) => central)) + cash.later + apart).toBe(total)
        expect(cash.apart.disputed).toBe(part)

        const board = await client.dashboard.overview({ asOf })
        expect(board.position).toEqual(position)
        expect(board.risk.disputed).toBe(part)
        expect(sum(board.late.map(({ amount }) => amount))).toBeLessThanOrEqual(overdue)
        for (const by of breakdowns) {
          const { rows, all } = await client.dashboard.breakdown({ asOf, by })
          expect(all).toMatchObject(position)
          expect(sum(rows.map((row) => row.total))).toBe(total)
          expect(sum(rows.map((row) => row.disputed))).toBe(part)
        }

        const report = await client.reports.month({ month: asOf.slice(0, 7) })
        expect(report).toMatchObject({ asOf, total, overdue })

        const matrix = await client.provisions.matrix({ asOf })
        expect(sum(matrix.totals.map(({ gross }) => gross))).toBe(total - (values.unallocated ?? 0))
        expect(matrix.creditsLeft - sum(matrix.totals.map((row) => row.credits))).toBe(values.unallocated)
      })
    }),
    { numRuns: 15 },
  )
}, 120_000)

type Account = Omit<SpaceAccount, 'bank' | 'lines'> & {
  lines: readonly Pick<SpaceAccount['lines'][number], 'number' | 'open' | 'daysLate' | 'disputed'>[]
}
const shown = (account: Account) => {
  const { currency, total, notDue, overdue, unallocated, disputed, toPay, ageing, lines } = account
  const open = lines.map((line) => [line.number, line.open, line.daysLate, line.disputed])
  return { currency, total, notDue, overdue, unallocated, disputed, toPay, ageing, open }
}

/** Opening a space takes as long as guessing its passphrase should: few runs. */
test('any book, any day: a customer’s space tells the statement of that day', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day }) => {
      const asOf = addDays(START, day)
      await inBook(ledgerOf(debits, credits).lines, async ({ on }) => {
        const client = on(asOf)
        const [customer] = (await client.customers.list({ sort: 'balance', descending: true })).customers
        if (!customer) throw new Error('the story has no customer')
        const { file, passphrase } = await client.spaces.publish({ customerId: customer.id })
        const told = await openedSpace(file, passphrase)
        const { accounts } = await client.statements.figures({ customerId: customer.id, asOf })
        expect(told.asOf).toBe(asOf)
        expect(told.accounts.map(shown)).toEqual(accounts.map(shown))
      })
    }),
    { numRuns: 3 },
  )
}, 120_000)
