import { isSiren, isSiret, normaliseIdentifier } from '../../../customers/identifiers.rules.ts'
import type { InvoiceParty } from '../../../einvoices/einvoice.model.ts'

/** An identifier with the scheme it is told under (ISO 6523 ICD mostly), empty where none is. */
export type Identifier = { text: string; scheme: string }

const SIREN_SCHEME = '0002'
const SIRET_SCHEME = '0009'
/** Not identifiers of the company: the creditor's of SEPA, routing codes and addresses of the French directory. */
const OTHER_SCHEMES = new Set([SIREN_SCHEME, SIRET_SCHEME, 'SEPA', '0224', '0225'])

// As told: its check digit is for whoever stores it to verify.
const sirenIn = ({ text, scheme }: Identifier): string => {
  const digits = normaliseIdentifier(text)
  // A SIRET under the scheme of the SIREN is common.
  if (scheme === SIREN_SCHEME || scheme === SIRET_SCHEME)
    return /^\d{9}(?:\d{5})?$/.test(digits) ? digits.slice(0, 9) : ''
  return scheme === '' && (isSiren(digits) || isSiret(digits)) ? digits.slice(0, 9) : ''
}

/** Numbers of Monaco start with 000 and hold no SIREN. */
const sirenInVat = (vatNumber: string): string => /^FR[0-9A-HJ-NP-Z]{2}(?!000)(\d{9})$/.exec(vatNumber)?.[1] ?? ''

export type PartyTexts = Omit<InvoiceParty, 'siren' | 'vatNumber' | 'identifier' | 'street'> & {
  legal: Identifier[]
  others: Identifier[]
  vat: string
  lines: string[]
}

/** The SIREN is that of the legal registration, else of another identifier, else of a French VAT number. */
export const partyOf = ({ legal, others, vat, lines, ...party }: PartyTexts): InvoiceParty => {
  const vatNumber = normaliseIdentifier(vat)
  const french = party.country === 'FR' || vatNumber.startsWith('FR')
  const candidates = [...legal, ...others].filter(({ scheme }) => scheme !== '' || french)
  const siren = candidates.map(sirenIn).find((one) => one !== '') ?? sirenInVat(vatNumber)
  const own = [...others, ...legal].filter(({ text, scheme }) => text !== '' && !OTHER_SCHEMES.has(scheme))
  const identifier = own.find(({ scheme }) => scheme === '') ?? own[0]
  return {
    ...party,
    siren,
    vatNumber,
    identifier: identifier?.text ?? '',
    street: lines.filter((line) => line !== '').join(', '),
  }
}
