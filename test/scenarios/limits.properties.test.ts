import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { anyCredits, anyDebits, CURRENCIES, DAYS, inBook, ledgerOf, openOn, START, sum } from '../support/any-ledger.ts'

const story = fc.record({
  debits: anyDebits,
  credits: anyCredits,
  day: fc.integer({ min: -5, max: DAYS + 60 }),
  limit: fc.nat(2_000_000),
})
const HOME = CURRENCIES[0] as string

test('any book, any day: the exposure is what the ledger says, one by one and all together, and fits its limit', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day, limit }) => {
      const ledger = ledgerOf(debits, credits)
      const asOf = addDays(START, day)
      const open = openOn(ledger, asOf)
      await inBook(ledger.lines, async ({ client, on }) => {
        const { limits, customers } = on(asOf)
        const codes = [...new Set(ledger.items.map(({ customer }) => customer))]
        const { rows, sum: whole } = await limits.exposures({})
        for (const code of codes) {
          const { id: customerId } = await customers.byCode({ code })
          await client.limits.set({ kind: 'internal', customerId, amount: limit, from: START, reason: 'x' })
          const own = open.filter((item) => item.customer === code)
          const home = own.filter(({ currency }) => currency === HOME)
          const exposure = await limits.exposure({ customerId })
          const line = (part: string) => exposure.lines.find((one) => one.part === part)
          expect(line('open')?.amount).toBe(sum(home.filter(({ amount }) => amount > 0).map((item) => item.open)))
          expect(line('unallocated')?.amount).toBe(
            sum(home.filter(({ amount }) => amount < 0).map((item) => item.open)),
          )
          expect(exposure.total).toBe(sum(exposure.lines.map(({ amount }) => amount)))
          expect(exposure.total).toBe(sum(home.map((item) => item.open)))
          // No rate is known: the other currencies are said, each with what it holds.
          const unknown = exposure.lines.flatMap((one) => one.unknown)
          for (const currency of CURRENCIES.slice(1))
            expect(sum(unknown.filter((one) => one.currency === currency).map(({ amount }) => amount))).toBe(
              sum(own.filter((item) => item.currency === currency).map((item) => item.open)),
            )
          const late = home.filter((item) => item.amount > 0 && item.due < asOf)
          expect(exposure.overdue.amount).toBe(sum(late.map((item) => item.open)))
          expect(rows.find((row) => row.code === code)?.total ?? 0).toBe(exposure.total)
          if (asOf < START) expect(exposure.limit).toBeNull()
          else expect(exposure.available).toBe(limit - exposure.total)
          const left = Math.max(0, limit - exposure.total)
          const within = await limits.verdict({ customerId, amount: left })
          const beyond = await limits.verdict({ customerId, amount: left + 1 })
          const codesOf = ({ reasons }: typeof within) => reasons.map((reason) => reason.code)
          if (asOf >= START && limit > 0) {
            expect(codesOf(within).includes('limit-passed')).toBe(exposure.total > limit)
            expect(codesOf(beyond)).toContain('limit-passed')
          }
        }
        expect(whole).toBe(sum(rows.map(({ total }) => total)))
      })
    }),
    { numRuns: 12 },
  )
}, 60_000)
