import { fraction, over, toPlaces } from '../financials/fraction.rules.ts'
import { decimalsOf } from '../kernel/money.ts'
import { type FigureName, figureUnits, type ShownFigure } from './figures.contract.ts'
import { type Figure, isKnown } from './figures.rules.ts'

/** Places behind the point, where they are not one: percentages of small parts have two. */
const PLACES: Partial<Record<FigureName, number>> = {
  overdue: 2,
  overNinety: 2,
  current: 2,
  disputed: 2,
  disputedCount: 2,
  badDebt: 2,
  herfindahl: 0,
  overLimit: 0,
}

/** A figure as a decimal, rounded once; amounts in units of the currency. */
export const show = (name: FigureName, figure: Figure, currency: string): ShownFigure => {
  if (!isKnown(figure)) return { value: null, why: figure }
  if (figureUnits[name] !== 'money') return { value: toPlaces(figure, PLACES[name] ?? 1), why: null }
  const places = decimalsOf(currency)
  return { value: toPlaces(over(figure, fraction(10n ** BigInt(places))), places), why: null }
}

export const showAll = <N extends FigureName>(figures: Record<N, Figure>, currency: string): Record<N, ShownFigure> =>
  Object.fromEntries(
    Object.entries<Figure>(figures).map(([name, figure]) => [name, show(name as N, figure, currency)]),
  ) as Record<N, ShownFigure>
