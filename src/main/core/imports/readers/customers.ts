import { isSiren, isSiret, isVatNumber, normaliseIdentifier } from '../../customers/identifiers.rules.ts'
import type { LetterLanguage } from '../../kernel/contract.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fold } from '../../kernel/text.ts'
import { formatTerms, parseTerms } from '../../receivables/terms.rules.ts'
import type { CustomerField } from '../mapping.schema.ts'
import type { CustomerRow } from './items.ts'
import type { ProblemReason } from './source.ts'

const LANGUAGES: Record<string, LetterLanguage> = {
  fr: 'fr',
  francais: 'fr',
  french: 'fr',
  'fr-fr': 'fr',
  fr_fr: 'fr',
  en: 'en',
  anglais: 'en',
  english: 'en',
  'en-gb': 'en',
  'en-us': 'en',
  en_us: 'en',
  en_gb: 'en',
  de: 'de',
  allemand: 'de',
  german: 'de',
  deutsch: 'de',
  'de-de': 'de',
  'de-at': 'de',
  de_de: 'de',
  de_at: 'de',
  es: 'es',
  espagnol: 'es',
  spanish: 'es',
  espanol: 'es',
  'es-es': 'es',
  es_es: 'es',
}

let countries: Map<string, string> | null = null

/** ISO codes by the names of countries in French and English. */
const countryCodes = (): Map<string, string> => {
  if (countries) return countries
  countries = new Map()
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
  for (const language of ['fr', 'en']) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = names.of(code)
      if (name && !countries.has(fold(name))) countries.set(fold(name), code)
    }
  }
  return countries
}

const parseCountry = (text: string): string | null =>
  /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : (countryCodes().get(fold(text)) ?? null)

const isTerms = (text: string): boolean => {
  try {
    return parseTerms(text) !== null
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const LIMITS: Partial<Record<CustomerField, number>> = {
  code: 40,
  name: 200,
  street: 300,
  postalCode: 20,
  city: 100,
  contact: 120,
  email: 200,
  phone: 60,
  notes: 5000,
  segment: 60,
  salesperson: 60,
}

/**
 * A customer from the texts of a row, or every reason why not. A SIRET gives its SIREN; countries come as a code or as a
 * French or English name; empty cells stay empty and change nothing.
 */
export const readCustomer = (
  line: number,
  text: (field: CustomerField) => string,
  refuse: (field: CustomerField, reason: ProblemReason) => void,
): CustomerRow | null => {
  let refused = false
  const bad = (field: CustomerField, reason: ProblemReason) => {
    refused = true
    refuse(field, reason)
  }
  const name = text('name')
  const code = text('code') || name.slice(0, LIMITS.code)
  if (name === '') bad('name', 'missing')
  for (const [field, limit] of Object.entries(LIMITS) as [CustomerField, number][]) {
    if (text(field).length > limit) bad(field, 'too-long')
  }
  const registered = normaliseIdentifier(text('siren'))
  if (registered !== '' && !isSiren(registered) && !isSiret(registered)) bad('siren', 'siren')
  const vatNumber = normaliseIdentifier(text('vatNumber'))
  if (vatNumber !== '' && !isVatNumber(vatNumber)) bad('vatNumber', 'vat')
  const language = LANGUAGES[fold(text('language'))] ?? null
  if (text('language') !== '' && !language) bad('language', 'language')
  const country = text('country') === '' ? null : parseCountry(text('country'))
  if (text('country') !== '' && !country) bad('country', 'country')
  if (text('email') !== '' && !/^\S+@\S+\.\S+$/.test(text('email'))) bad('email', 'email')
  const terms = text('terms') === '' ? null : text('terms')
  if (terms !== null && !isTerms(terms)) bad('terms', 'terms')
  if (refused) return null
  return {
    line,
    code,
    name,
    siren: registered.slice(0, 9),
    vatNumber,
    language,
    terms: terms === null ? null : formatTerms(parseTerms(terms)),
    street: text('street'),
    postalCode: text('postalCode'),
    city: text('city'),
    country,
    contact: text('contact'),
    email: text('email'),
    phone: text('phone'),
    notes: text('notes'),
    segment: text('segment'),
    salesperson: text('salesperson'),
  }
}
