import { type Minor, parseDecimal, parseMinor } from '../../../kernel/money.ts'
import { type LineProblem, type LineWarning, problem } from '../source.ts'
import type { Found, RawTotals } from './einvoice.raw.ts'

/** Signed minor units, as the document has them. */
export type Totals = { net: Minor; tax: Minor; gross: Minor; prepaid: Minor; payable: Minor }

// Far more digits than any currency; a number of millions of them would take minutes to read.
const LONGEST = 50

// `.5` and `5.` are decimals of XML Schema.
const plain = (text: string): string => text.replace(/^([+-]?)\./, '$10.').replace(/\.$/, '')

/** An amount of the document in minor units; null, with the problem noted, for what is none. */
export const amountOf = (found: Found, currency: string, problems: LineProblem[]): Minor | null => {
  const text = found.text.length > LONGEST ? '' : plain(found.text)
  const amount = parseMinor(text, currency)
  if (amount !== null) return amount
  // Beyond what counts exactly, an amount is none.
  const finer = parseDecimal(text) !== null && parseMinor(text.replace(/\..*$/, ''), currency) !== null
  problems.push(problem(found.line, found.field, found.text, finer ? 'amount-decimals' : 'amount'))
  return null
}

export const differs = (of: string, difference: Minor, currency: string): LineWarning => ({
  line: null,
  code: 'invoice-differs',
  message: `The ${of} of the invoice is ${difference} minor units away from what makes it up`,
  details: { of, difference, currency },
})

/**
 * Reads the totals of a document and checks them: BT-106 − BT-107 + BT-108 = BT-109, BT-109 + BT-110 = BT-112,
 * BT-112 − BT-113 + BT-114 = BT-115 (EN 16931, BR-CO-13, 15 and 16). What is missing follows from the others; null, with
 * the problem noted, where it cannot.
 */
export const readTotals = (
  raw: RawTotals,
  context: { currency: string; line: number },
  problems: LineProblem[],
  warnings: LineWarning[],
): Totals | null => {
  const before = problems.length
  const { currency, line } = context
  const read = (found: Found | null): Minor | null => (found ? amountOf(found, currency, problems) : null)
  const [lines, allowances, charges, rounding] = [raw.lines, raw.allowances, raw.charges, raw.rounding].map(read)
  const [netTold, taxTold, gross, prepaidTold, payableTold] = [
    raw.net,
    raw.tax,
    raw.gross,
    raw.prepaid,
    raw.payable,
  ].map(read)
  if (problems.length > before) return null
  if (gross === null || gross === undefined) {
    problems.push(problem(line, 'GrandTotalAmount', '', 'missing'))
    return null
  }
  const net = netTold ?? gross - (taxTold ?? 0)
  const tax = taxTold ?? gross - net
  const round = rounding ?? 0
  // The smallest profile has no field for what was prepaid: it shows in what is left to pay.
  const prepaid = prepaidTold ?? (lines === null && payableTold != null ? gross + round - payableTold : 0)
  const payable = payableTold ?? gross - prepaid + round
  const check = (of: string, told: Minor, made: Minor) => {
    if (told !== made) warnings.push(differs(of, told - made, currency))
  }
  if (lines != null) check('net', net, lines - (allowances ?? 0) + (charges ?? 0))
  check('gross', gross, net + tax)
  check('payable', payable, gross - prepaid + round)
  return { net, tax, gross, prepaid, payable }
}
