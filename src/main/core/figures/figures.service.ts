import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, FIRST_DAY, maxDay } from '../kernel/day.ts'
import { payablesOf } from '../payables/payables.service.ts'
import { listBehind } from './figures.behind.ts'
import { type figuresContract, type LedgerFigureName, usualRates } from './figures.contract.ts'
import { paidDelays } from './figures.delays.repository.ts'
import { disputedOn } from './figures.disputes.repository.ts'
import { handlingFigures } from './figures.handling.ts'
import { ofLedger, owedOf, periodOf, readLedger, stretchOf } from './figures.ledger.ts'
import { balancesByGroup } from './figures.repository.ts'
import {
  concentration,
  daysOfAverage,
  type Figure,
  lengthOf,
  monthlyUntil,
  monthsBefore,
  type Position,
  percent,
  plainDays,
  toldStretch,
  weightedDays,
} from './figures.rules.ts'
import { showAll } from './figures.show.ts'
import { difference } from './handling.rules.ts'
import { overdueDelay } from './positions.rules.ts'

export { handlingFigures } from './figures.handling.ts'

/** A position before the first day the program knows is that day's. */
const known = (position: Position): Position => ({ ...position, day: maxDay(position.day, FIRST_DAY) })

type Asked = { months: number; history: number; financingRate?: string; vatRate?: string }

/** Key figures of a day and of the ends of the months before it; see `domain.md` 4 for each formula. */
export const keyFigures = async (
  ctx: Pick<QueryContext, 'db'>,
  asOf: Day,
  { months, history, financingRate = usualRates.financingRate, vatRate = usualRates.vatRate }: Asked,
) => {
  const home = await homeCurrencyOf(ctx)
  const rates = { financing: financingRate, vat: vatRate }
  const days = monthlyUntil(asOf, history)
  const begun = monthsBefore(asOf, months)
  const ledger = await readLedger(ctx, home, asOf, [...days, ...days.map((day) => monthsBefore(day, 1)), begun])
  const period = periodOf(ledger, asOf, months)
  const position = ledger.at(asOf)
  const opening = ledger.at(begun)
  const stretch = stretchOf(asOf, months)
  const paid = await paidDelays(ctx.db, home, stretch)
  const late = overdueDelay(ledger.moves, asOf)
  const disputed = await disputedOn(ctx.db, home, asOf)
  const { amounts, largest, topTen, index, equivalent } = concentration(await balancesByGroup(ctx.db, home, asOf))
  const month = stretchOf(asOf, 1)
  const payables = await payablesOf(ctx, asOf, { months, history })
  const dpoOn = new Map(
    payables.points.map(({ day, dpo }): [Day, Figure] => [day, dpo === 'credit-balance' ? 'suppliers-owe' : dpo]),
  )
  const past = days.map((day) => {
    const own = ofLedger(ledger, day, months, rates)
    const dpo: Figure = dpoOn.get(day) ?? 'history-too-short'
    return { ...own, dpo, dsoGap: difference(own.dso, dpo) }
  })
  const figures: Record<LedgerFigureName, Figure> = {
    // The last of them is the day itself.
    ...(past.at(-1) as (typeof past)[number]),
    // The mean of both ends needs both of them.
    dsoAverage:
      period?.from === begun
        ? daysOfAverage(opening.total, position.total, ledger.salesOf(period), lengthOf(period))
        : 'history-too-short',
    dsoTrue: weightedDays(paid.sinceIssue),
    delay: weightedDays(paid.all),
    delayPlain: plainDays(paid.all),
    delayInstalment: plainDays({ parts: paid.instalments.shares, days: paid.instalments.days }),
    delayLate: weightedDays(paid.late),
    delayWithOpen: weightedDays({ amount: paid.all.amount + late.amount, weighted: paid.all.weighted + late.weighted }),
    current: percent(position.notDue, owedOf(position)),
    disputed: percent(disputed.amount, owedOf(position)),
    largest,
    topTen,
    herfindahl: index,
    equivalent,
  }
  return {
    asOf,
    currency: home,
    leftOut: ledger.leftOut,
    financingRate,
    vatRate,
    period: toldStretch(period ?? stretch),
    sales: ledger.salesOf(period ?? stretch),
    salesOfMonth: ledger.salesOf(month),
    position,
    opening: known(opening),
    monthBefore: known(ledger.at(month.from)),
    paid: {
      parts: paid.all.parts,
      amount: paid.all.amount,
      lateParts: paid.late.parts,
      lateAmount: paid.late.amount,
    },
    disputed,
    lost: { ...ledger.lostIn(stretch), sales: ledger.salesOf(stretch) },
    concentration: amounts,
    payables: { owed: payables.now.owed, purchases: payables.now.purchases, days: payables.now.period.days },
    figures: showAll(figures, home),
    points: days.map((day, at) => ({
      ...ledger.at(day),
      sales: ledger.salesOf(stretchOf(day, 1)),
      figures: showAll(past[at] as (typeof past)[number], home),
    })),
  }
}

export const figuresCalls: Handlers<typeof figuresContract> = {
  key: (ctx, { asOf = ctx.today, ...input }) => keyFigures(ctx, asOf, input),
  handling: (ctx, { asOf = ctx.today, ...input }) => handlingFigures(ctx, asOf, input),
  behind: (ctx, { asOf = ctx.today, ...input }) => listBehind(ctx, asOf, input),
}
