import { countrySpecs, ValidationErrorsIBAN, validateIBAN } from 'ibantools'
import { normaliseIdentifier } from '../../../main/core/customers/identifiers.rules.ts'

export type IbanProblem = 'country' | 'length' | 'characters' | 'checksum'

export type IbanState =
  | { is: 'empty' | 'valid' }
  | { is: 'typing'; country: string; expected: number; length: number }
  | { is: 'wrong'; problem: IbanProblem; country: string; expected: number; length: number }

/** `FR76 3000 6000 01…`, complete or not. */
export const groupsOfFour = (text: string): string => normaliseIdentifier(text).replace(/(.{4})(?=.)/g, '$1 ')

const problemOf = (iban: string): IbanProblem => {
  const { errorCodes } = validateIBAN(iban)
  return errorCodes.includes(ValidationErrorsIBAN.WrongBBANFormat) ? 'characters' : 'checksum'
}

/** How far an IBAN is typed, and what is wrong with it once that can be told. */
export const ibanState = (text: string): IbanState => {
  const iban = normaliseIdentifier(text)
  if (iban === '') return { is: 'empty' }
  const country = iban.slice(0, 2)
  const expected = countrySpecs[country]?.chars ?? 0
  const about = { country, expected, length: iban.length }
  if (expected === 0) {
    const begins = Object.keys(countrySpecs).some((code) => countrySpecs[code]?.chars && code.startsWith(country))
    return begins ? { is: 'typing', ...about, expected: 27 } : { is: 'wrong', problem: 'country', ...about }
  }
  if (iban.length < expected) return { is: 'typing', ...about }
  if (iban.length > expected) return { is: 'wrong', problem: 'length', ...about }
  return validateIBAN(iban).valid ? { is: 'valid' } : { is: 'wrong', problem: problemOf(iban), ...about }
}
