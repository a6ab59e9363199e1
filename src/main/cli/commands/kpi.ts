import type { Command } from 'commander'
import { type FigureName, usualRates } from '../../core/figures/figures.contract.ts'
import { toDecimal } from '../../core/kernel/money.ts'
import { answers, declare } from '../command.ts'
import { type Client, type Common, withBook } from '../session.ts'
import { left, right, table } from '../table.ts'

type Wanted = Common & { asOf: string; months: string; history: string; financingRate: string; vatRate: string }
type Report = Awaited<ReturnType<Client['figures']['key']>>
type Handling = Awaited<ReturnType<Client['figures']['handling']>>

const titles: Record<FigureName, string> = {
  dso: 'DSO, days',
  dsoAverage: 'DSO of the average balance, days',
  dsoCountBack: 'DSO by count-back, days',
  dsoTrue: 'days from invoice to payment',
  bestDso: 'best possible DSO, days',
  addedDays: 'average days delinquent',
  delay: 'days late of what was paid, by amount',
  delayPlain: 'days late of what was paid, by payment',
  delayInstalment: 'days late of what was paid, by instalment',
  delayLate: 'days late of what was paid late',
  delayWithOpen: 'days late with open overdue invoices',
  effectiveness: 'collection effectiveness of the month, %',
  current: 'not yet due, %',
  overdue: 'overdue, %',
  overNinety: 'over 90 days late, %',
  disputed: 'disputed, %',
  disputedCount: 'disputed, % of open invoices',
  disputeCycle: 'days from dispute to its end',
  promiseKept: 'promises kept, % of the amount',
  promiseKeptCount: 'promises kept, %',
  badDebt: 'bad debts, % of sales, without VAT',
  costOfLateness: 'cost of late payment',
  limitUse: 'limits used, %',
  overLimit: 'customers over their limit',
  invoicingDelay: 'days from delivery to invoice',
  orderDelay: 'days from order to invoice',
  firstReminder: 'paid before a second reminder, %',
  largest: 'largest customer, %',
  topTen: 'ten largest customers, %',
  herfindahl: 'Herfindahl index, points',
  equivalent: 'equivalent customers',
  dpo: 'DPO, days',
  dsoGap: 'DSO less DPO, days',
}

/** What `kpi` answers in JSON: figures are decimals, null with the reason under `why` where one cannot be told. */
const answerOf = (
  { asOf, currency, period, sales, position, points, leftOut, ...report }: Report,
  { levels, people, promises, limits, points: handled, ...handling }: Handling,
) => {
  const figures = { ...report.figures, ...handling.figures }
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
      byInstalment: value('delayInstalment'),
    },
    dpo: value('dpo'),
    dsoLessDpo: value('dsoGap'),
    cei: value('effectiveness'),
    currentRatio: value('current'),
    overdueRatio: value('overdue'),
    over90Ratio: value('overNinety'),
    disputeRate: value('disputed'),
    disputeCountRate: value('disputedCount'),
    disputeCycle: value('disputeCycle'),
    promisesKept: { amount: value('promiseKept'), count: value('promiseKeptCount'), due: promises.due },
    badDebtRatio: value('badDebt'),
    costOfLatePayment: { amount: value('costOfLateness'), financingRate: report.financingRate },
    limitUse: { percent: value('limitUse'), overLimit: limits.passed, accounts: limits.accounts },
    invoicingDelay: { fromDelivery: value('invoicingDelay'), fromOrder: value('orderDelay') },
    firstReminderRecovery: value('firstReminder'),
    recoveryByLevel: levels.map(({ asked, paid, share, past, ...level }) => ({
      ...level,
      history: past.map(({ value: then }) => then),
      asked: money(asked),
      paid: money(paid),
      percent: share.value,
    })),
    recoveryByCollector: people.map(({ asked, paid, share, past, ...person }) => ({
      ...person,
      history: past.map(({ value: then }) => then),
      asked: money(asked),
      paid: money(paid),
      percent: share.value,
    })),
    concentration: {
      largest: value('largest'),
      top10: value('topTen'),
      herfindahl: value('herfindahl'),
      equivalent: value('equivalent'),
    },
    why: Object.fromEntries(Object.entries(figures).flatMap(([name, { why }]) => (why ? [[name, why]] : []))),
    leftOut,
    history: points.map(({ day, total, notDue, sales: sold, figures: past }, at) => ({
      day,
      receivables: money(total),
      notDue: money(notDue),
      sales: money(sold),
      ...Object.fromEntries(
        Object.entries({ ...past, ...handled[at]?.figures }).map(([name, figure]) => [name, figure.value]),
      ),
    })),
  }
}

export const kpiCommand = (program: Command): void => {
  const command = declare(program, 'kpi', 'key figures of a day: DSO, lateness, collection, concentration')
    .argument('<book>')
    .requiredOption('--as-of <day>')
    .option('--months <number>', 'sales of so many months are what receivables are held against', '12')
    .option('--history <number>', 'so many months of the past', '24')
    .option('--financing-rate <percent>', 'what money costs a year', usualRates.financingRate)
    .option('--vat-rate <percent>', 'VAT of sales and losses whose own is not known', usualRates.vatRate)
  answers(command, async (book: string, { asOf, months, history, financingRate, vatRate, ...options }: Wanted) => {
    const wanted = { asOf, months: Number(months), history: Number(history) }
    const [report, handling] = await withBook(options, book, async (client) => [
      await client.figures.key({ ...wanted, financingRate, vatRate }),
      await client.figures.handling(wanted),
    ])
    const rows = Object.entries({ ...report.figures, ...handling.figures }).map(([name, { value, why }]) => [
      titles[name as FigureName],
      value ?? `not computable (${why})`,
    ])
    return { json: answerOf(report, handling), text: table([left('Figure'), right('Value')], rows) }
  })
}
