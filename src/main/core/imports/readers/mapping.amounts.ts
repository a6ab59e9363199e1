import { decimalsOf, type Minor, parseDecimal, roundHalfUp } from '../../kernel/money.ts'
import { type DecimalMark, parseLocalAmount } from './local-values.rules.ts'

// Prices and quantities may be finer than a cent: they are read with the three decimals that the dinar allows, or more
// where a plain decimal is written.
const exactDecimal = (text: string, mark: DecimalMark): { units: bigint; scale: number } | null => {
  const plain = parseDecimal(mark === 'comma' ? text.replace(',', '.') : text)
  if (plain) return plain
  const thousandths = parseLocalAmount(text, mark, 'TND')
  return thousandths === null ? null : { units: BigInt(thousandths), scale: 3 }
}

/**
 * What one line of a document amounts to, taxes included: quantity × price × (1 − discount %) + tax, rounded once to the
 * currency. Quantity 1 and discount 0 where empty. Null when one of them cannot be read.
 */
export const lineAmount = (
  cells: { quantity: string; unitAmount: string; discount: string; tax: string },
  mark: DecimalMark,
  currency: string,
): Minor | null => {
  const quantity = exactDecimal(cells.quantity || '1', mark)
  const price = exactDecimal(cells.unitAmount, mark)
  const discount = exactDecimal(cells.discount.replace('%', '').trim() || '0', mark)
  const tax = cells.tax === '' ? 0 : parseLocalAmount(cells.tax, mark, currency)
  if (!quantity || !price || !discount || tax === null) return null
  const hundred = 100n * 10n ** BigInt(discount.scale)
  const numerator = quantity.units * price.units * (hundred - discount.units) * 10n ** BigInt(decimalsOf(currency))
  const denominator = 10n ** BigInt(quantity.scale + price.scale) * hundred
  return roundHalfUp(numerator, denominator) + tax
}
