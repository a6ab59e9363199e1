import type { CheckFailure } from '../../../main/core/financials/checks.rules.ts'
import {
  type FigureKey,
  figureKeys,
  liasseCodes,
  type StatementLine,
} from '../../../main/core/financials/figure-keys.schema.ts'
import { type Figures, figuresOf } from '../../../main/core/financials/figures.rules.ts'
import type { Statement, StatementInput } from '../../../main/core/financials/financials.contract.ts'
import { decimalsOf, type Minor, parseMinor, toDecimal } from '../../../main/core/kernel/money.ts'

export type Unit = 1 | 1000
export type EntryMode = 'boxes' | 'figures'

/** A statement as it is typed: amounts as text, each a number of units. */
export type StatementDraft = {
  id: string | null
  closedOn: string | null
  months: number
  currency: string
  source: string
  audited: boolean
  consolidated: boolean
  siren: string
  note: string
  unit: Unit
  texts: Partial<Record<StatementLine, string>>
}

/** `1 234`, `(1 234)`, `-12,5` in units as minor units; null for what is no amount. */
export const readAmount = (text: string, currency: string, unit: Unit): Minor | null => {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace(/[\u2212\u2013]/g, '-')
  const inside = /^\((.+)\)$/.exec(bare)?.[1]
  const amount = parseMinor((inside ? `-${inside}` : bare).replace(',', '.'), currency)
  const whole = amount === null ? null : amount * unit
  return whole !== null && Number.isSafeInteger(whole) ? whole : null
}

/** An amount in units as it is typed: whole where it is whole, else with as many decimals as it has. */
export const amountText = (amount: Minor, currency: string, unit: Unit, language: string): string => {
  const per = 10 ** decimalsOf(currency) * unit
  const text = amount % per === 0 ? String(amount / per) : toDecimal(amount / unit, currency)
  return language === 'fr' ? text.replace('.', ',') : text
}

/** The end of the last calendar year that no statement closes yet. */
export const nextClosing = (today: string, closed: readonly string[]): string => {
  const last = Number(today.slice(0, 4)) - 1
  const years = Array.from({ length: closed.length + 1 }, (_, ago) => `${last - ago}-12-31`)
  return years.find((day) => !closed.includes(day)) ?? `${last}-12-31`
}

export const newDraft = (closedOn: string, currency: string, unit: Unit): StatementDraft => ({
  id: null,
  closedOn,
  months: 12,
  currency,
  source: '',
  audited: false,
  consolidated: false,
  siren: '',
  note: '',
  unit,
  texts: {},
})

export const draftOf = (statement: Statement, language: string): StatementDraft => {
  const { id, closedOn, months, currency, source, audited, consolidated, siren, note, lines } = statement
  const unit: Unit = statement.unit === 1000 ? 1000 : 1
  const texts = Object.fromEntries(
    Object.entries(lines).map(([line, amount]) => [line, amountText(amount ?? 0, currency, unit, language)]),
  )
  return { id, closedOn, months, currency, source, audited, consolidated, siren, note, unit, texts }
}

/** Lines typed, and those among them that cannot be read. */
export const linesOf = ({ texts, currency, unit }: StatementDraft) => {
  const lines: Partial<Record<StatementLine, Minor>> = {}
  const unreadable: StatementLine[] = []
  for (const [line, text] of Object.entries(texts) as [StatementLine, string][]) {
    if (text.trim() === '') continue
    const amount = readAmount(text, currency, unit)
    if (amount === null) unreadable.push(line)
    else lines[line] = amount
  }
  return { lines, unreadable }
}

/** What the lines make so far: every figure that can be told, and totals that their parts do not make. */
export const liveOf = (draft: StatementDraft): { figures: Figures; failures: CheckFailure[] } =>
  figuresOf(linesOf(draft).lines, draft.unit * 10 ** decimalsOf(draft.currency))

/** What is saved; null while something is missing or cannot be read. */
export const inputOf = (draft: StatementDraft, customerId: string): (StatementInput & { id: string | null }) | null => {
  const { lines, unreadable } = linesOf(draft)
  const { closedOn, texts: _texts, ...rest } = draft
  if (closedOn === null || unreadable.length > 0 || Object.keys(lines).length === 0) return null
  return { ...rest, customerId, closedOn, lines }
}

/** Boxes where a statement speaks in boxes, figures where it only has figures. */
export const modeOf = (lines: Statement['lines']): EntryMode => {
  const names = Object.keys(lines)
  return names.length > 0 && names.every((name) => (figureKeys as readonly string[]).includes(name))
    ? 'figures'
    : 'boxes'
}

const between = (first: string, last: string) => {
  const codes = liasseCodes as readonly string[]
  return liasseCodes.slice(codes.indexOf(first), codes.indexOf(last) + 1)
}

/** The boxes as the forms hold them. */
export const boxGroups = [
  { id: 'assets', lines: between('AA', '1A') },
  { id: 'liabilities', lines: between('DA', 'EH') },
  { id: 'result', lines: between('FC', 'A1') },
] as const

/** The figures as a statement tells them. */
export const figureGroups = [
  {
    id: 'result',
    lines: [
      'revenue',
      'purchases',
      'costOfGoods',
      'valueAdded',
      'staffCosts',
      'grossOperatingSurplus',
      'ebit',
      'financialCharges',
      'netResult',
      'cashFlow',
      'investment',
      'revenueTaxIncluded',
      'purchasesTaxIncluded',
      'productionTaxIncluded',
    ],
  },
  {
    id: 'assets',
    lines: [
      'totalAssets',
      'fixedAssets',
      'stocks',
      'tradeReceivables',
      'otherReceivables',
      'otherCurrentAssets',
      'cash',
      'receivablesAndCash',
      'currentAssets',
    ],
  },
  {
    id: 'liabilities',
    lines: [
      'equity',
      'shareCapital',
      'retainedEarnings',
      'longTermDebt',
      'permanentCapital',
      'stableResources',
      'investedCapital',
      'financialDebt',
      'tradePayables',
      'customerAdvances',
      'taxAndSocialDebts',
      'otherPayables',
      'currentLiabilities',
      'totalDebt',
      'totalLiabilities',
      'workingCapital',
    ],
  },
] as const satisfies readonly { id: string; lines: readonly FigureKey[] }[]
