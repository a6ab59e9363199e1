import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { dueDate, formatTerms, parseTerms, termsWarnings } from '../receivables/terms.rules.ts'
import type { CustomerInput } from './customers.contract.ts'
import { frenchVatOf, isSiren, isVatNumber, normaliseIdentifier } from './identifiers.rules.ts'

/**
 * A customer as it is stored: identifiers without spaces, terms in their usual spelling. Refuses a SIREN or VAT number
 * whose check digits do not hold, and terms that cannot be read.
 */
export const normaliseCustomer = (customer: CustomerInput): CustomerInput => {
  const siren = normaliseIdentifier(customer.siren)
  const vatNumber = normaliseIdentifier(customer.vatNumber)
  if (siren && !isSiren(siren))
    throw new Refusal('identifier.siren', `${customer.siren} is not a SIREN number`, { value: customer.siren })
  if (vatNumber && !isVatNumber(vatNumber))
    throw new Refusal('identifier.vat', `${customer.vatNumber} is not a VAT number`, { value: customer.vatNumber })
  const terms = customer.terms?.trim() ? formatTerms(parseTerms(customer.terms)) : null
  return { ...customer, siren, vatNumber, terms }
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
