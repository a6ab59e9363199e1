import { frenchVatOf, isBic, isIban, isSiren, vatProblem } from '../../../main/core/customers/identifiers.rules.ts'
import type { Language } from '../../../main/core/kernel/contract.ts'

export type NewCompany = ReturnType<typeof newCompany>

export const newCompany = (language: Language, path: string, siren: string) => ({
  name: '',
  legalForm: '',
  siren,
  vatNumber: siren ? frenchVatOf(siren) : '',
  street: '',
  postalCode: '',
  city: '',
  country: 'FR',
  currency: 'EUR',
  language,
  terms: '30',
  iban: '',
  bic: '',
  path,
})

/** A FEC is named after the company: `111111111FEC20221231.TXT` (LPF A47 A-1). Empty when the name holds no SIREN. */
export const sirenOfFile = (name: string): string => {
  const siren = /^(\d{9})FEC\d{8}/i.exec(name)?.[1] ?? ''
  return isSiren(siren) ? siren : ''
}

export const vatOfSiren = (siren: string): string | null => (isSiren(siren) ? frenchVatOf(siren) : null)

/** Whether every identifier given holds; an empty one is left out. */
export const passes = ({ country, siren, vatNumber, iban, bic }: NewCompany): boolean =>
  (country !== 'FR' || siren.trim() === '' || isSiren(siren)) &&
  (vatNumber.trim() === '' || vatProblem(country, vatNumber) === null) &&
  (iban.trim() === '' || isIban(iban)) &&
  (bic.trim() === '' || isBic(bic))

export const creationOf = ({ path, iban, bic, siren, ...company }: NewCompany) => ({
  company: { ...company, siren: company.country === 'FR' ? siren : '' },
  iban,
  bic,
  ...(path.trim() ? { path: path.trim() } : {}),
})
