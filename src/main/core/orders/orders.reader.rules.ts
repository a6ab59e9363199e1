import type { Day } from '../kernel/day.ts'
import { isDay } from '../kernel/day.ts'
import { currencySchema, type Minor, parseDecimal, parseMinor } from '../kernel/money.ts'
import { fold } from '../kernel/text.ts'

/** The columns of a table of orders; those in `NEEDED` must be there. */
const orderColumns = ['number', 'customer', 'day', 'amount', 'currency', 'prepaid', 'expected', 'state'] as const
export type OrderColumn = (typeof orderColumns)[number]
export const NEEDED: readonly OrderColumn[] = ['number', 'customer', 'day', 'amount']

export type OrderLine = {
  number: string
  customer: string
  day: Day
  amount: Minor
  currency: string
  prepaid: boolean
  expected: Day | null
  state: 'open' | 'closed' | 'cancelled'
}
export type OrderProblem = { field: OrderColumn; value: string; reason: string }

const YES = new Set(['1', 'x', 'yes', 'oui', 'true', 'vrai'])
const NO = new Set(['', '0', 'no', 'non', 'false', 'faux'])
const states: Record<string, OrderLine['state']> = {
  '': 'open',
  open: 'open',
  ouverte: 'open',
  closed: 'closed',
  close: 'closed',
  soldee: 'closed',
  cancelled: 'cancelled',
  annulee: 'cancelled',
}

/** `31/01/2026` or `2026-01-31`. */
const dayOf = (text: string): Day | null => {
  const european = /^(\d{2})[./-](\d{2})[./-](\d{4})$/.exec(text)
  const day = european ? `${european[3]}-${european[2]}-${european[1]}` : text
  return isDay(day) ? day : null
}

/** Reads one row by its columns: the order, or everything that is wrong with it. */
export const readOrder = (
  cell: (column: OrderColumn) => string,
  home: string,
): { line: OrderLine } | { problems: OrderProblem[] } => {
  const problems: OrderProblem[] = []
  const refuse = (field: OrderColumn, reason: string): null => {
    problems.push({ field, value: cell(field), reason })
    return null
  }
  for (const column of ['number', 'customer'] as const) if (cell(column) === '') refuse(column, 'missing')
  const day = dayOf(cell('day')) ?? refuse('day', cell('day') === '' ? 'missing' : 'date')
  const expected = cell('expected') === '' ? '' : (dayOf(cell('expected')) ?? refuse('expected', 'date'))
  if (day && expected && expected < day) refuse('expected', 'date-order')
  const currency = cell('currency').toUpperCase() || home
  if (!currencySchema.safeParse(currency).success) refuse('currency', 'currency')
  const written = cell('amount')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
  const amount = parseMinor(written, currency)
  if (amount === null) refuse('amount', parseDecimal(written) === null ? 'amount' : 'amount-decimals')
  else if (amount <= 0) refuse('amount', 'amount-not-positive')
  const prepaid = fold(cell('prepaid'))
  if (!YES.has(prepaid) && !NO.has(prepaid)) refuse('prepaid', 'kind')
  const state = states[fold(cell('state'))] ?? refuse('state', 'kind')
  if (problems.length > 0 || day === null || expected === null || amount === null || state === null) return { problems }
  return {
    line: {
      number: cell('number'),
      customer: cell('customer'),
      day,
      amount,
      currency,
      prepaid: YES.has(prepaid),
      expected: expected || null,
      state,
    },
  }
}
