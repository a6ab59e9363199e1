import {
  type FigureList,
  type FigureName,
  figureUnits,
  handlingNames,
  ledgerNames,
} from '../../../main/core/figures/figures.contract.ts'
import { decimalsOf } from '../../../main/core/kernel/money.ts'
import type { client } from '../../api/client.ts'
import type { Format } from '../../app/format.ts'
import type { TextKey, Translate } from '../../app/i18n.ts'
import type { ShownPast } from './figures.search.ts'

export type Report = Awaited<ReturnType<typeof client.figures.key>>
export type Handling = Awaited<ReturnType<typeof client.figures.handling>>
export type ShownFigure = Report['figures']['dso']
/** Both answers, the second as soon as it is there. */
export type Told = { report: Report; handling: Handling | undefined }

/** Figures of the table, in groups. */
export const groups = {
  sales: ['dso', 'dsoAverage', 'dsoCountBack', 'dsoTrue', 'bestDso', 'addedDays', 'dpo', 'dsoGap'],
  delays: ['delay', 'delayPlain', 'delayInstalment', 'delayLate', 'delayWithOpen'],
  quality: ['effectiveness', 'current', 'overdue', 'overNinety', 'costOfLateness', 'badDebt'],
  handling: [
    'disputed',
    'disputedCount',
    'disputeCycle',
    'promiseKept',
    'promiseKeptCount',
    'firstReminder',
    'invoicingDelay',
    'orderDelay',
  ],
  concentration: ['limitUse', 'overLimit', 'largest', 'topTen', 'herfindahl', 'equivalent'],
} as const satisfies Record<string, readonly FigureName[]>

/** What opens behind a figure: a screen, or a list beside the table as of the same day. */
export type Behind = { screen: 'aged' | 'overdue' } | { list: FigureList | 'suppliers'; late?: true }

/** The name of the part of a list that is late, or above a limit. */
export const lateWords = (list: string) => (list === 'limits' ? 'figures:list.passed' : 'figures:list.late')

const aged: Behind = { screen: 'aged' }
const overdue: Behind = { screen: 'overdue' }
const shares: Behind = { list: 'shares' }
export const behind: Record<FigureName, Behind> = {
  dso: aged,
  dsoAverage: aged,
  dsoCountBack: aged,
  dsoTrue: { list: 'paid' },
  bestDso: aged,
  addedDays: overdue,
  delay: { list: 'paid' },
  delayPlain: { list: 'paid' },
  delayInstalment: { list: 'paid' },
  delayLate: { list: 'paid', late: true },
  delayWithOpen: overdue,
  effectiveness: aged,
  current: aged,
  overdue,
  overNinety: aged,
  costOfLateness: overdue,
  badDebt: { list: 'losses' },
  disputed: { list: 'disputed' },
  disputedCount: { list: 'disputed' },
  disputeCycle: { list: 'closed' },
  promiseKept: { list: 'promises' },
  promiseKeptCount: { list: 'promises' },
  firstReminder: { list: 'reminded' },
  invoicingDelay: { list: 'delivered' },
  orderDelay: { list: 'ordered' },
  limitUse: { list: 'limits' },
  overLimit: { list: 'limits', late: true },
  largest: shares,
  topTen: shares,
  herfindahl: shares,
  equivalent: shares,
  dpo: { list: 'suppliers' },
  dsoGap: { list: 'suppliers' },
}

const isOneOf = <N extends string>(names: readonly N[], name: string): name is N => names.some((one) => one === name)

/** A figure of either answer; undefined while the second is on its way. */
export const figureOf = (name: FigureName, { report, handling }: Told): ShownFigure | undefined =>
  isOneOf(ledgerNames, name) ? report.figures[name] : isOneOf(handlingNames, name) ? handling?.figures[name] : undefined

export type Past = { day: string; figure: ShownFigure }[]

/** A figure and its past, the oldest first; undefined while the second answer is on its way. */
export const pastOf = (name: FigureName, { report, handling }: Told): Past | undefined =>
  isOneOf(ledgerNames, name)
    ? report.points.map(({ day, figures }) => ({ day, figure: figures[name] }))
    : isOneOf(handlingNames, name)
      ? handling?.points.map(({ day, figures }) => ({ day, figure: figures[name] }))
      : undefined

/** The same of what reminders brought in. */
export const pastOfRecovery = (past: readonly ShownFigure[] | undefined, { points }: Handling): Past | undefined =>
  past && points.flatMap(({ day }, at) => (past[at] ? [{ day, figure: past[at] }] : []))

/** The months asked for: which figure they are of, its name where it is not the figure's own, and its past. */
export const askedPast = (
  shown: ShownPast,
  told: Told,
): { figure: FigureName; of: string | null; past: Past | undefined } => {
  const { handling } = told
  if ('figure' in shown) return { figure: shown.figure, of: null, past: pastOf(shown.figure, told) }
  const recovered =
    'level' in shown
      ? handling?.levels.find(({ level, name }) => level === shown.level && name === shown.name)
      : handling?.people.find(({ person }) => person === shown.person)
  const of = 'level' in shown ? `${shown.level} · ${shown.name}` : shown.person
  return { figure: 'firstReminder', of, past: handling && pastOfRecovery(recovered?.past, handling) }
}

/** For a line; null for a month that cannot be told. */
export const numberOf = ({ value }: ShownFigure): number | null => (value === null ? null : Number(value))

/** A figure as it is read: `71,6 j`, `31,25 %`, `932 points`, an amount; in words where it cannot be told. */
export const readFigure = (
  name: FigureName,
  value: string | null,
  t: Translate,
  format: Format,
  currency: string,
): string => {
  if (value === null) return t('figures:none')
  switch (figureUnits[name]) {
    case 'percent':
      return format.percent(value)
    case 'money':
      return format.money(Math.round(Number(value) * 10 ** decimalsOf(currency)), currency)
    case 'points':
      return t('figures:points', { value: format.number(Number(value)) })
    case 'days':
      return t('figures:days', { value: format.decimal(value) })
    case 'number':
      return format.decimal(value)
  }
}

const ofReport = (report: Report, format: Format): Record<string, string> => {
  const { position, opening, monthBefore, period, sales, salesOfMonth, paid, disputed, lost, payables, concentration } =
    report
  const money = (amount: number) => format.money(amount, report.currency)
  const decimal = (value: string | null) => (value === null ? '' : format.decimal(value))
  const late = position.late.reduce((sum, part) => sum + part, 0)
  return {
    total: money(position.total),
    opening: money(opening.total),
    before: money(monthBefore.total),
    notDue: money(position.notDue),
    overdue: money(late),
    owed: money(position.notDue + late),
    oldest: money(position.late.at(-1) ?? 0),
    disputed: money(disputed.amount),
    sales: money(sales),
    monthSales: money(salesOfMonth),
    days: format.number(period.days),
    paid: money(paid.amount),
    late: money(paid.lateAmount),
    parts: format.number(paid.parts),
    added: decimal(report.figures.addedDays.value),
    financing: format.percent(report.financingRate),
    vat: format.percent(report.vatRate),
    lost: money(lost.net),
    lostWithTax: money(lost.untold),
    soldInAll: money(lost.sales),
    holders: format.number(concentration.holders),
    whole: money(concentration.whole),
    largest: money(concentration.largest),
    ten: money(concentration.ten),
    index: format.number(Number(report.figures.herfindahl.value ?? 0)),
    payables: money(payables.owed ?? 0),
    purchases: money(payables.purchases),
    purchaseDays: format.number(payables.days),
    dso: decimal(report.figures.dso.value),
    best: decimal(report.figures.bestDso.value),
    dpo: decimal(report.figures.dpo.value),
  }
}

const ofHandling = (
  { currency, disputes, promises, limits, invoicing, levels }: Handling,
  format: Format,
): Record<string, string> => {
  const money = (amount: number) => format.money(amount, currency)
  const first = levels.filter(({ level }) => level === levels[0]?.level)
  const sum = (column: 'asked' | 'paid') => money(first.reduce((all, level) => all + level[column], 0))
  return {
    items: format.number(disputes.items),
    openItems: format.number(disputes.openItems),
    closed: format.number(disputes.closed),
    openDays: format.number(disputes.days),
    due: format.number(promises.due),
    kept: format.number(promises.kept),
    expected: money(promises.expected),
    received: money(promises.received),
    exposure: money(limits.exposure),
    limit: money(limits.limit),
    accounts: format.number(limits.accounts),
    invoices: format.number(invoicing.invoices),
    invoiced: money(invoicing.amount),
    orderedInvoices: format.number(invoicing.orderedInvoices),
    ordered: money(invoicing.orderedAmount),
    asked: sum('asked'),
    paidAfter: sum('paid'),
  }
}

/** The figure's arithmetic with the amounts of the day, or why there is none. */
export const explain = (name: FigureName, told: Told, t: Translate, format: Format): string => {
  const figure = figureOf(name, told)
  if (!figure) return ''
  if (figure.why) return t(`figures:why.${figure.why}`)
  const { report, handling } = told
  return t(`figures:formulas.${name}` as TextKey, {
    ...ofReport(report, format),
    ...(handling && ofHandling(handling, format)),
  })
}
