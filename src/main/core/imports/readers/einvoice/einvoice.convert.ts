import { normaliseIdentifier } from '../../../customers/identifiers.rules.ts'
import type { EInvoice } from '../../../einvoices/einvoice.model.ts'
import { type Day, isDay } from '../../../kernel/day.ts'
import type { Minor } from '../../../kernel/money.ts'
import { type LineProblem, type LineWarning, problem } from '../source.ts'
import { kindOf } from './einvoice.kinds.ts'
import type { Found, RawInvoice } from './einvoice.raw.ts'
import { amountOf, differs, readTotals } from './einvoice.totals.ts'

export type Converted = { invoice: EInvoice | null; problems: LineProblem[]; warnings: LineWarning[] }

const MAX_NUMBER = 100
// Characters of all that is kept of an invoice: pages of notes, not books.
const MAX_CONTENT = 256 * 1024

// `20260131`, with or without a time (formats 102, 203, 204), or `2026-01-31` with or without a time or a zone.
const DAY = /^(\d{4})-?(\d\d)-?(\d\d)(?:\d{4}(?:\d\d)?|T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?$/

const dayOf = (found: Found, problems: LineProblem[]): Day | null => {
  if (found.text === '') return null
  const [, year, month, day] = DAY.exec(found.text) ?? []
  const iso = `${year}-${month}-${day}`
  if (isDay(iso)) return iso
  problems.push(problem(found.line, found.field, found.text, 'date'))
  return null
}

/** Subject codes that a French invoice must carry: recovery sum, penalties, discount (C. com. L441-9 I; AFNOR XP Z12-012). */
const MENTIONS = ['PMT', 'PMD', 'AAB'] as const

const missingMentions = (raw: RawInvoice, kind: EInvoice['kind']): EInvoice['missingMentions'] => {
  const french = raw.seller.country === 'FR' || (raw.seller.country === '' && raw.seller.siren !== '')
  // A credit note asks for no payment; the smallest profile has no notes at all.
  if (!french || kind === 'credit_note' || /:minimum$/i.test(raw.profile)) return []
  const given = new Set(raw.notes.map(({ code }) => code))
  return MENTIONS.filter((code) => !given.has(code))
}

const signed = (sign: 1 | -1, amount: Minor): Minor => (sign === 1 ? amount : 0 - amount)

/**
 * Due days with their amounts. Days until which less may be paid count only where there are no others. Amounts that do not
 * add up to what is left to pay, or are not given for each, are left out with a warning.
 */
const readInstalments = (
  raw: RawInvoice,
  context: { currency: string; payable: Minor; sign: 1 | -1 },
  problems: LineProblem[],
  warnings: LineWarning[],
): EInvoice['instalments'] => {
  const dated = raw.dues.filter(({ due }) => due.text !== '')
  const net = dated.filter(({ discounted }) => !discounted)
  const instalments = (net.length > 0 ? net : dated).flatMap(({ due, amount }) => {
    const day = dayOf(due, problems)
    const minor = amount.text === '' ? null : amountOf(amount, context.currency, problems)
    return day ? [{ due: day, amount: minor === null ? null : signed(context.sign, minor) }] : []
  })
  instalments.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  const amounts = instalments.map(({ amount }) => amount).filter((amount) => amount !== null)
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  if (amounts.length > 0 && amounts.length === instalments.length && sum === context.payable) return instalments
  if (amounts.length > 0) warnings.push(differs('instalments', sum - context.payable, context.currency))
  return [...new Set(instalments.map(({ due }) => due))].map((due) => ({ due, amount: null }))
}

const required = (found: Found, problems: LineProblem[]): void => {
  if (found.text === '') problems.push(problem(found.line, found.field, '', 'missing'))
}

/**
 * Makes an invoice of what a document says: amounts in minor units without ever passing through a float, positive for
 * credit notes too. A negative invoice is a credit note; so is a negative credit note, with the warning `by-convention`.
 */
export const convertInvoice = (raw: RawInvoice): Converted => {
  const problems: LineProblem[] = []
  const warnings: LineWarning[] = []
  const refused = (): Converted => ({ invoice: null, problems, warnings: [] })

  for (const found of [raw.number, raw.typeCode, raw.issued, raw.currency]) required(found, problems)
  if (raw.number.text.length > MAX_NUMBER)
    problems.push(problem(raw.number.line, raw.number.field, raw.number.text, 'too-long'))
  const coded = kindOf(raw.typeCode.text)
  if (raw.typeCode.text !== '' && coded === null)
    problems.push(problem(raw.typeCode.line, raw.typeCode.field, raw.typeCode.text, 'document-kind'))
  const currency = raw.currency.text
  if (currency !== '' && !/^[A-Z]{3}$/.test(currency))
    problems.push(problem(raw.currency.line, raw.currency.field, currency, 'currency'))
  const { totalCurrency } = raw
  if (totalCurrency.text !== '' && currency !== '' && totalCurrency.text !== currency)
    problems.push(problem(totalCurrency.line, totalCurrency.field, totalCurrency.text, 'currency'))
  const issued = dayOf(raw.issued, problems)
  const delivered = dayOf(raw.delivered, problems)
  const preceding = raw.preceding
    .filter(({ number }) => number.text !== '')
    .map((one) => ({ number: one.number.text, issued: dayOf(one.issued, problems) }))
  if (problems.length > 0 || coded === null || issued === null) return refused()

  const totals = readTotals(raw.totals, { currency, line: raw.number.line }, problems, warnings)
  if (!totals) return refused()
  const credit = raw.creditNote || coded === 'credit_note'
  const sign = totals.gross < 0 ? -1 : 1
  const kind = credit || sign === -1 ? 'credit_note' : 'invoice'
  if (credit && sign === -1)
    warnings.push({
      line: raw.typeCode.line,
      code: 'by-convention',
      message: 'A credit note with negative amounts is read as a credit note',
    })
  const payable = signed(sign, totals.payable)
  const instalments = readInstalments(raw, { currency, payable, sign }, problems, warnings)
  const mentions = missingMentions(raw, kind)
  if (mentions.length > 0)
    warnings.push({
      line: null,
      code: 'mentions-missing',
      message: `Legal mentions are missing: ${mentions.join(', ')}`,
      details: { mentions },
    })
  if (problems.length > 0) return refused()

  const seen = new Set<string>()
  const invoice: EInvoice = {
    syntax: raw.syntax,
    profile: raw.profile,
    number: raw.number.text,
    typeCode: raw.typeCode.text,
    kind,
    issued,
    delivered,
    currency,
    seller: raw.seller,
    buyer: raw.buyer,
    net: signed(sign, totals.net),
    tax: signed(sign, totals.tax),
    gross: signed(sign, totals.gross),
    prepaid: signed(sign, totals.prepaid),
    payable,
    instalments,
    terms: raw.terms,
    preceding: preceding.filter(({ number }) => !seen.has(number) && seen.add(number)),
    order: raw.order,
    contract: raw.contract,
    buyerReference: raw.buyerReference,
    deliveryNote: raw.deliveryNote,
    paymentReference: raw.paymentReference,
    iban: normaliseIdentifier(raw.iban),
    paymentMeans: raw.paymentMeans,
    notes: raw.notes,
    missingMentions: mentions,
  }
  if (JSON.stringify(invoice).length <= MAX_CONTENT) return { invoice, problems, warnings }
  problems.push(problem(raw.number.line, '', raw.number.text, 'too-long'))
  return refused()
}
