import { parseMinor } from '../../../kernel/money.ts'

const NO_REFERENCE = /^(?:not ?provided|nonref|non ref|none|n\/a|nan|0+)$/i

/** Longer than any amount or day is written: what is longer is none, and is not looked into. */
export const LONGEST = 100

/** A reference as written; empty where the bank says that there is none. */
export const meaningful = (reference: string): string => {
  const text = reference.trim()
  return NO_REFERENCE.test(text) ? '' : text
}

/** An account number without the spaces and dots it may be written with. */
export const accountOf = (text: string): string => text.replace(/[\s.]+/g, '').toUpperCase()

/**
 * A plain decimal with a dot in minor units; zeros beyond the currency's digits are allowed, other digits are
 * `amount-decimals`, and what is no number is `amount`.
 */
export const plainAmount = (text: string, currency: string): number | 'amount' | 'amount-decimals' => {
  if (text.length > LONGEST) return 'amount'
  const amount = parseMinor(text, currency)
  if (amount !== null) return amount + 0
  return /^[+-]?\d{1,14}\.\d+$/.test(text.trim()) ? 'amount-decimals' : 'amount'
}

/** Pieces of text as one, without the empty ones. */
export const joined = (...pieces: readonly string[]): string =>
  pieces
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
    .join(' ')
