import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, FIRST_DAY, maxDay } from '../kernel/day.ts'
import { payablesOf } from '../payables/payables.service.ts'
import { concentrations } from './concentration.rules.ts'
import { disputedOn } from './disputes.rules.ts'
import { visitBalances } from './figures.balances.repository.ts'
import { listBehind } from './figures.behind.ts'
import { type figuresContract, type LedgerFigureName, usualRates } from './figures.contract.ts'
import { disputedDebts } from './figures.disputes.repository.ts'
import { handlingFigures } from './figures.handling.ts'
import { ofLedger, owedOf, periodOf, readLedger, stretchOf } from './figures.ledger.ts'
import { type Figure, monthlyUntil, monthsBefore, percent, toldStretch } from './figures.rules.ts'
import { showAll } from './figures.show.ts'
import { difference } from './handling.rules.ts'
import type { Position } from './positions.rules.ts'

export { handlingFigures } from './figures.handling.ts'

/** A position before the first day the program knows is that day's. */
const known = (position: Position): Position => ({ ...position, day: maxDay(position.day, FIRST_DAY) })

type Asked = { months: number; history: number; financingRate?: string; vatRate?: string }

/** Key figures of a day and of the same day of the months before it; see `domain.md` 4 for each formula. */
export const keyFigures = async (
  ctx: Pick<QueryContext, 'db'>,
  asOf: Day,
  { months, history, financingRate = usualRates.financingRate, vatRate = usualRates.vatRate }: Asked,
) => {
  const home = await homeCurrencyOf(ctx)
  const rates = { financing: financingRate, vat: vatRate }
  const days = monthlyUntil(asOf, history)
  const first = days[0] ?? asOf
  const ends = days.flatMap((day) => [day, monthsBefore(day, 1), monthsBefore(day, months)])
  const ledger = await readLedger(ctx, home, asOf, ends, monthsBefore(first, months))
  const held = concentrations(days.length)
  await visitBalances(ctx.db, home, days, ledger, held.add)
  const debts = await disputedDebts(ctx.db, home, { from: first, until: asOf })
  const payables = await payablesOf(ctx, asOf, { months, history })
  const dpoOn = new Map(
    payables.points.map(({ day, dpo }): [Day, Figure] => [day, dpo === 'credit-balance' ? 'suppliers-owe' : dpo]),
  )
  const points = days.map((day, place) => {
    const position = ledger.at(day)
    const own = ofLedger(ledger, day, months, rates)
    const { amounts, ...shares } = held.at(place)
    const disputed = disputedOn(debts, day)
    const dpo: Figure = dpoOn.get(day) ?? 'history-too-short'
    const figures: Record<LedgerFigureName, Figure> = {
      ...own,
      ...shares,
      disputed: percent(disputed.amount, owedOf(position)),
      dpo,
      dsoGap: difference(own.dso, dpo),
    }
    const shown = { ...position, sales: ledger.salesOf(stretchOf(day, 1)), figures: showAll(figures, home) }
    return { shown, disputed, concentration: amounts }
  })
  // The last of them is the day itself.
  const { shown, disputed, concentration } = points.at(-1) as (typeof points)[number]
  const { sales: salesOfMonth, figures, ...position } = shown
  const stretch = stretchOf(asOf, months)
  const period = periodOf(ledger.since(asOf), asOf, months) ?? stretch
  const { all, late } = ledger.paidIn(stretch)
  return {
    asOf,
    currency: home,
    leftOut: ledger.leftOut,
    financingRate,
    vatRate,
    period: toldStretch(period),
    sales: ledger.salesOf(period),
    salesOfMonth,
    position,
    opening: known(ledger.at(stretch.from)),
    monthBefore: known(ledger.at(monthsBefore(asOf, 1))),
    paid: { parts: all.parts, amount: all.amount, lateParts: late.parts, lateAmount: late.amount },
    disputed,
    lost: { ...ledger.lostIn(stretch), sales: ledger.salesOf(stretch) },
    concentration,
    payables: { owed: payables.now.owed, purchases: payables.now.purchases, days: payables.now.period.days },
    figures,
    points: points.map((point) => point.shown),
  }
}

export const figuresCalls: Handlers<typeof figuresContract> = {
  key: (ctx, { asOf = ctx.today, ...input }) => keyFigures(ctx, asOf, input),
  handling: (ctx, { asOf = ctx.today, ...input }) => handlingFigures(ctx, asOf, input),
  behind: (ctx, { asOf = ctx.today, ...input }) => listBehind(ctx, asOf, input),
}
