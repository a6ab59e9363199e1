import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { dueDate, formatTerms, parseTerms, termsWarnings } from '../receivables/terms.rules.ts'
import type { CustomerInput } from './customers.contract.ts'
import { frenchVatOf, isLei, isSiren, isSiret, isVatNumber, normaliseIdentifier } from './identifiers.rules.ts'

/** `6201z` makes `62.01Z`; what is no such code keeps its capitals. */
const normaliseNaf = (text: string): string => normaliseIdentifier(text).replace(/^(\d{2})(\d{2})([A-Z])$/, '$1.$2$3')

/**
 * A customer as it is stored: identifiers without spaces, terms in their usual spelling; a SIRET gives the SIREN that is
 * missing. Refuses a SIREN, SIRET, LEI or VAT number whose check digits do not hold, a SIRET of another SIREN, and terms
 * that cannot be read.
 */
export const normaliseCustomer = (customer: CustomerInput): CustomerInput => {
  const siret = normaliseIdentifier(customer.siret)
  const lei = normaliseIdentifier(customer.lei)
  const siren = normaliseIdentifier(customer.siren) || siret.slice(0, 9)
  const vatNumber = normaliseIdentifier(customer.vatNumber)
  if (siret && !(isSiret(siret) && siret.startsWith(siren)))
    throw new Refusal('identifier.siret', `${customer.siret} is not a SIRET number of this company`, {
      value: customer.siret,
    })
  if (lei && !isLei(lei)) throw new Refusal('identifier.lei', `${customer.lei} is not an LEI`, { value: customer.lei })
  if (siren && !isSiren(siren))
    throw new Refusal('identifier.siren', `${customer.siren} is not a SIREN number`, { value: customer.siren })
  if (vatNumber && !isVatNumber(vatNumber))
    throw new Refusal('identifier.vat', `${customer.vatNumber} is not a VAT number`, { value: customer.vatNumber })
  const terms = customer.terms?.trim() ? formatTerms(parseTerms(customer.terms)) : null
  return { ...customer, siren, siret, lei, naf: normaliseNaf(customer.naf), vatNumber, terms }
}

/** What deserves a look in a customer's file, without refusing it; terms are held against the legal ceiling for an invoice of `day`. */
export const customerWarnings = (
  customer: CustomerInput,
  day: Day,
): { code: string; details: Record<string, unknown> }[] => {
  const warnings: { code: string; details: Record<string, unknown> }[] = []
  const siren = normaliseIdentifier(customer.siren)
  const vat = normaliseIdentifier(customer.vatNumber)
  if (siren && !isSiren(siren)) warnings.push({ code: 'identifier.siren', details: { value: customer.siren } })
  if (vat && !isVatNumber(vat)) warnings.push({ code: 'identifier.vat', details: { value: customer.vatNumber } })
  if (isSiren(siren) && vat.startsWith('FR') && isVatNumber(vat) && vat.slice(4) !== siren)
    warnings.push({ code: 'customer.vat-differs-from-siren', details: { expected: frenchVatOf(siren), value: vat } })
  if (customer.terms?.trim()) {
    try {
      const terms = parseTerms(customer.terms)
      warnings.push(...termsWarnings(day, dueDate(day, terms), terms))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      warnings.push({ code: error.code, details: error.details })
    }
  }
  return warnings
}
