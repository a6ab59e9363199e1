import { isValidBIC, isValidIBAN } from 'ibantools'
import { isRfReference, normaliseIdentifier } from '../customers/identifiers.rules.ts'
import { type Minor, toDecimal } from '../kernel/money.ts'

export type EpcTransfer = {
  beneficiary: string
  iban: string
  bic: string
  /** Cents. */
  amount: Minor
  currency: string
  /** Structured creditor reference (ISO 11649), `RF…`. */
  reference: string
}

const LONGEST_PAYLOAD = 331
const LARGEST_AMOUNT = 99_999_999_999

/** A line break inside an element would move all that follows it to the wrong line. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/**
 * The text of a payment QR code (EPC069-12, version 002, UTF-8), or null where none can be made: another currency than
 * the euro, an amount outside 0.01 to 999,999,999.99, no name, an IBAN, BIC or reference that is none, or more than 331
 * bytes. Line 10 holds the reference, line 11 stays empty.
 */
export const epcPayload = ({ beneficiary, iban, bic, amount, currency, reference }: EpcTransfer): string | null => {
  if (currency !== 'EUR' || amount < 1 || amount > LARGEST_AMOUNT) return null
  const name = [...oneLine(beneficiary)].slice(0, 70).join('')
  const account = normaliseIdentifier(iban)
  if (name === '' || !isValidIBAN(account) || (bic !== '' && !isValidBIC(bic)) || !isRfReference(reference)) return null
  const lines = ['BCD', '002', '1', 'SCT', bic, name, account, `EUR${toDecimal(amount, 'EUR')}`, '', reference]
  const payload = lines.join('\n')
  return new TextEncoder().encode(payload).byteLength <= LONGEST_PAYLOAD ? payload : null
}
