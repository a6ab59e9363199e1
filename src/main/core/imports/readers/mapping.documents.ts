import { addDays, type Day } from '../../kernel/day.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Mapping } from '../mapping.schema.ts'
import { type ItemRow, parseKind } from './items.ts'
import { lineAmount } from './mapping.amounts.ts'
import type { RowView } from './mapping.row.ts'

/** A receivable as a row tells it: `signed` is positive when owed by the customer, `settledOn` the day it was settled whole. */
export type Told = { row: Omit<ItemRow, 'amount' | 'settles' | 'settledAmount'>; signed: Minor }

/** Signed amount of the row, from whichever columns hold it; what is still owed wins over what was invoiced. */
const signedAmount = (view: RowView, mapping: Mapping, currency: string): Minor | null => {
  const orZero = (field: 'paid' | 'debit' | 'credit') => (view.cell(field) === '' ? 0 : view.amount(field, currency))
  if (view.has('open')) return view.amount('open', currency)
  if (view.has('amount')) {
    const amount = view.amount('amount', currency)
    const paid = orZero('paid')
    return amount === null || paid === null ? null : amount - paid
  }
  if (view.has('unitAmount')) {
    const { cell } = view
    const parts = {
      quantity: cell('quantity'),
      unitAmount: cell('unitAmount'),
      discount: cell('discount'),
      tax: cell('tax'),
    }
    return lineAmount(parts, mapping.decimal, currency) ?? view.refuse('unitAmount', 'amount')
  }
  if (view.cell('debit') === '' && view.cell('credit') === '')
    return view.refuse(view.has('debit') ? 'debit' : 'credit', 'missing')
  const debit = orZero('debit')
  const credit = orZero('credit')
  return debit === null || credit === null ? null : debit - credit
}

/** One row as one document, instalment or line of one; null when it is refused. */
export const readDocument = (view: RowView, mapping: Mapping): Told | null => {
  const { constants } = mapping
  const currency = view.currency()
  const kindText = view.cell('kind')
  const kind = kindText === '' ? (constants.kind ?? 'invoice') : (parseKind(kindText) ?? view.refuse('kind', 'kind'))
  const issuedIn = view.day('issued')
  const due = view.day('due')
  const settledOn = view.day('settledOn')
  const signed = currency === null ? null : signedAmount(view, mapping, currency)
  const customer = view.customer()
  if (currency === null || kind === null || issuedIn === null || due === null || settledOn === null) return null
  if (signed === null || customer === null) return null
  const issued = issuedIn || due || constants.asOf
  if (!issued) return view.refuse(view.has('issued') || !view.has('due') ? 'issued' : 'due', 'missing')
  if (due && due < issued) return view.refuse('due', 'date-order')
  const isCredit = signed < 0 || kind === 'credit_note' || kind === 'payment'
  const written = view.cell('number')
  if (written === '' && view.has('number') && !isCredit) return view.refuse('number', 'missing')
  const number =
    written !== '' || view.has('number') ? written : `RAN-${customer.customerCode || customer.customerName}`
  const row = { line: view.line(), kind, number, ...customer, issued, due: due || null, currency }
  return { row: { ...row, settledOn: settledOn || null, approximate: !issuedIn }, signed }
}

/**
 * A row of an aged balance without documents, as one opening item for each of its columns: due as late as the youngest
 * that the column may hold, which favours the customer, and said to be issued that day too.
 */
export const readAgedRow = (view: RowView, asOf: Day): Told[] | null => {
  const currency = view.currency()
  const customer = view.customer()
  if (currency === null || customer === null) return null
  const amounts = view.agedAmounts(currency)
  if (amounts === null) return null
  const sum = amounts.reduce((total, { amount }) => total + amount, 0)
  const told = view.amountIfAny('amount', currency)
  if (told !== null && told !== sum) view.warnOfTotal(told, sum, currency)
  return amounts
    .filter(({ amount }) => amount !== 0)
    .map(({ amount, daysLate }) => {
      const day = addDays(asOf, -daysLate)
      const row = {
        line: view.line(),
        kind: 'opening' as const,
        number: `RAN-${asOf}-${daysLate}`,
        ...customer,
        issued: day,
        due: day,
      }
      return { row: { ...row, currency, settledOn: null, approximate: true }, signed: amount }
    })
}

/**
 * The items that a told receivable makes: itself, and the payment that settled it. An amount below zero is a credit,
 * whatever the file calls it; a credit may be written with either sign, and without a number. Nothing for a zero amount.
 */
export const itemsOf = ({ row, signed }: Told): ItemRow[] => {
  if (signed === 0) return []
  const kind =
    signed > 0 ? row.kind : row.kind === 'invoice' ? 'credit_note' : row.kind === 'opening' ? 'payment' : row.kind
  const isCredit = kind === 'credit_note' || kind === 'payment'
  const unsettled = { settles: null, settledOn: null, settledAmount: null }
  const amount = Math.abs(signed)
  const item = { ...row, kind, amount, due: isCredit ? null : row.due, ...unsettled }
  if (!row.settledOn || isCredit) return [item]
  const settlement = { settles: row.number, settledOn: row.settledOn, settledAmount: amount }
  return [
    item,
    {
      ...item,
      kind: 'payment',
      number: `R-${row.number}`,
      issued: row.settledOn,
      due: null,
      approximate: false,
      ...settlement,
    },
  ]
}
