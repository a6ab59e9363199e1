import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import { monthsBefore } from '../figures/figures.rules.ts'
import { type Fraction, toPlaces } from '../financials/fraction.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, isDay } from '../kernel/day.ts'
import type { PayablesMissing, payablesContract } from './payables.contract.ts'
import { balancesOfSuppliers, knownDays, movesOfSuppliers } from './payables.repository.ts'
import { type PayablesOfDay, payablesOn } from './payables.rules.ts'

type Stretch = { from: Day; until: Day }
type Reading = Pick<QueryContext, 'db'>

/**
 * What is owed to suppliers and bought from them, at a day and at the same day of the months before: the oldest first, the
 * day itself last (`now`). `dpo` in days, or why there is none.
 */
export const payablesOf = async (
  ctx: Reading,
  asOf: Day,
  { months, history }: { months: number; history: number },
): Promise<{ known: Stretch | null; now: PayablesOfDay; points: PayablesOfDay[] }> => {
  const [known, moves] = [await knownDays(ctx.db), await movesOfSuppliers(ctx.db, asOf)]
  const days = Array.from({ length: history + 1 }, (_, n) => monthsBefore(asOf, history - n)).filter(isDay)
  const points = payablesOn(days, months, moves, known)
  return { known, now: points.at(-1) as PayablesOfDay, points }
}

const shown = (dpo: Fraction | PayablesMissing) =>
  typeof dpo === 'string' ? { value: null, why: dpo } : { value: toPlaces(dpo, 1), why: null }

export const payablesCalls: Handlers<typeof payablesContract> = {
  figures: async (ctx, { asOf = ctx.today, ...input }) => {
    const { known, now, points } = await payablesOf(ctx, asOf, input)
    const { period, owed, purchases, purchasesOfMonth, dpo } = now
    return {
      asOf,
      currency: await homeCurrencyOf(ctx),
      known,
      period: isDay(period.from) ? period : { from: asOf, until: asOf, days: 0 },
      owed,
      purchases,
      purchasesOfMonth,
      dpo: shown(dpo),
      points: points.map((point) => ({
        day: point.day,
        owed: point.owed,
        purchases: point.purchasesOfMonth,
        dpo: shown(point.dpo),
      })),
    }
  },
  suppliers: async (ctx, { asOf = ctx.today, months, ...page }) => {
    const { total, rows } = await balancesOfSuppliers(ctx.db, { asOf, from: monthsBefore(asOf, months) }, page)
    return { asOf, currency: await homeCurrencyOf(ctx), total, suppliers: rows }
  },
}
