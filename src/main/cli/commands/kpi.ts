import type { Command } from 'commander'
import type { FigureName } from '../../core/figures/figures.contract.ts'
import { toDecimal } from '../../core/kernel/money.ts'
import { answers, declare } from '../command.ts'
import { type Client, type Common, withBook } from '../session.ts'
import { left, right, table } from '../table.ts'

type Wanted = Common & { asOf: string; months: string; history: string }
type Report = Awaited<ReturnType<Client['figures']['key']>>

const titles: Record<FigureName, string> = {
  dso: 'DSO, days',
  dsoAverage: 'DSO of the average balance, days',
  dsoCountBack: 'DSO by count-back, days',
  dsoTrue: 'days from invoice to payment',
  bestDso: 'best possible DSO, days',
  addedDays: 'average days delinquent',
  delay: 'days late of what was paid, by amount',
  delayPlain: 'days late of what was paid, by invoice',
  delayLate: 'days late of what was paid late',
  delayWithOpen: 'days late with open overdue invoices',
  effectiveness: 'collection effectiveness of the month, %',
  current: 'not yet due, %',
  overdue: 'overdue, %',
  overNinety: 'over 90 days late, %',
  disputed: 'disputed, %',
  topTen: 'ten largest customers, %',
  herfindahl: 'Herfindahl index, points',
  equivalent: 'equivalent customers',
}

/** What `kpi` answers in JSON: figures are decimals, null with the reason under `why` where one cannot be told. */
const answerOf = ({ asOf, currency, period, sales, position, figures, points, leftOut }: Report) => {
  const value = (name: FigureName) => figures[name].value
  const money = (amount: number) => toDecimal(amount, currency)
  return {
    asOf,
    currency,
    period,
    sales: money(sales),
    receivables: money(position.total),
    dso: {
      simple: value('dso'),
      average: value('dsoAverage'),
      countBack: value('dsoCountBack'),
      true: value('dsoTrue'),
    },
    bpdso: value('bestDso'),
    add: value('addedDays'),
    delay: {
      weighted: value('delay'),
      simple: value('delayPlain'),
      late: value('delayLate'),
      withOpen: value('delayWithOpen'),
    },
    cei: value('effectiveness'),
    currentRatio: value('current'),
    overdueRatio: value('overdue'),
    over90Ratio: value('overNinety'),
    disputeRate: value('disputed'),
    concentration: { top10: value('topTen'), herfindahl: value('herfindahl'), equivalent: value('equivalent') },
    why: Object.fromEntries(Object.entries(figures).flatMap(([name, { why }]) => (why ? [[name, why]] : []))),
    leftOut,
    history: points.map(({ day, total, notDue, sales: sold, figures: past }) => ({
      day,
      receivables: money(total),
      notDue: money(notDue),
      sales: money(sold),
      ...Object.fromEntries(Object.entries(past).map(([name, figure]) => [name, figure.value])),
    })),
  }
}

export const kpiCommand = (program: Command): void => {
  const command = declare(program, 'kpi', 'key figures of a day: DSO, lateness, collection, concentration')
    .argument('<book>')
    .requiredOption('--as-of <day>')
    .option('--months <number>', 'sales of so many months are what receivables are held against', '12')
    .option('--history <number>', 'so many months of the past', '24')
  answers(command, async (book: string, { asOf, months, history, ...options }: Wanted) => {
    const report = await withBook(options, book, (client) =>
      client.figures.key({ asOf, months: Number(months), history: Number(history) }),
    )
    const rows = Object.entries(report.figures).map(([name, { value, why }]) => [
      titles[name as FigureName],
      value ?? `not computable (${why})`,
    ])
    return { json: answerOf(report), text: table([left('Figure'), right('Value')], rows) }
  })
}
