import type { FigureName } from '../../../main/core/figures/figures.contract.ts'
import { figureUnits } from '../../../main/core/figures/figures.contract.ts'
import type { client } from '../../api/client.ts'
import type { Format } from '../../app/format.ts'
import type { TextKey, Translate } from '../../app/i18n.ts'

export type Report = Awaited<ReturnType<typeof client.figures.key>>

/** Figures of the table, in groups, each with the list that stands behind it. */
export const groups = {
  sales: ['dso', 'dsoAverage', 'dsoCountBack', 'dsoTrue', 'bestDso', 'addedDays'],
  delays: ['delay', 'delayPlain', 'delayLate', 'delayWithOpen'],
  quality: ['effectiveness', 'current', 'overdue', 'overNinety', 'disputed'],
  concentration: ['topTen', 'herfindahl', 'equivalent'],
} as const satisfies Record<string, readonly FigureName[]>

export type ListBehind = 'aged' | 'settled' | 'overdue' | 'disputes' | 'customers'

export const listBehind: Record<FigureName, ListBehind> = {
  dso: 'aged',
  dsoAverage: 'aged',
  dsoCountBack: 'aged',
  dsoTrue: 'settled',
  bestDso: 'aged',
  addedDays: 'overdue',
  delay: 'settled',
  delayPlain: 'settled',
  delayLate: 'settled',
  delayWithOpen: 'overdue',
  effectiveness: 'aged',
  current: 'aged',
  overdue: 'overdue',
  overNinety: 'aged',
  disputed: 'disputes',
  topTen: 'customers',
  herfindahl: 'customers',
  equivalent: 'customers',
}

/** A figure as it is read: `71,6 j`, `31,25 %`, `932 points`; in words where it cannot be told. */
export const readFigure = (name: FigureName, value: string | null, t: Translate, format: Format): string => {
  if (value === null) return t('figures:none')
  const unit = figureUnits[name]
  if (unit === 'percent') return format.percent(value)
  const text = unit === 'points' ? format.number(Number(value)) : format.decimal(value)
  return unit === 'number' ? text : t(`figures:${unit}`, { value: text })
}

/** The figure's arithmetic with the amounts of the day, or why there is none. */
export const explain = (name: FigureName, report: Report, t: Translate, format: Format): string => {
  const { why } = report.figures[name]
  if (why) return t(`figures:why.${why}`)
  const { position, opening, monthBefore, period, sales, salesOfMonth, paid, disputed } = report
  const money = (amount: number) => format.money(amount, report.currency)
  const late = position.late.reduce((sum, part) => sum + part, 0)
  return t(`figures:formulas.${name}` as TextKey, {
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
  })
}
