import type { Part } from '../../../main/core/confirmations/confirmations.contract.ts'
import { fraction, toPlaces } from '../../../main/core/financials/fraction.rules.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'

/** A part of a whole in percent, one decimal; null of nothing. */
export const shareOf = (part: Minor, whole: Minor): string | null =>
  whole === 0 ? null : toPlaces(fraction(BigInt(part) * 100n, whole), 1)

export const partIn = (parts: readonly Part[], currency: string): Part =>
  parts.find((part) => part.currency === currency) ?? { currency, count: 0, total: 0, gross: 0 }
