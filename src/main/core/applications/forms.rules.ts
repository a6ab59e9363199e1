import { isIban, isSiren, normaliseIdentifier } from '../customers/identifiers.rules.ts'
import type { Language } from '../kernel/contract.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { type Minor, parseMinor } from '../kernel/money.ts'

/** Suppliers that the form has room for. */
export const FORM_REFERENCES = 3

/** People that the form asks for. */
export const formPeople = ['payable', 'director'] as const
export type FormPerson = (typeof formPeople)[number]

/** Payment terms that the form offers. */
export const formTerms = ['0', '30', '30eom-a', '45', '45eom-a', '60'] as const

type Marks = { language: Language; currency: string }

const MARK = 'encours.application.1'
const MARKED = /^encours\.application\.1\.(fr|en)\.([A-Z]{3})\.(\w+)$/

/** The name of a field within the PDF: it tells form, language and currency, whatever program fills it in. */
export const fieldName = ({ language, currency }: Marks, key: string): string =>
  `${MARK}.${language}.${currency}.${key}`

/** The fields of a form of ours by their keys, with its language and currency; null for any other PDF. */
export const ownFields = (fields: ReadonlyMap<string, string>): (Marks & { values: Map<string, string> }) | null => {
  const values = new Map<string, string>()
  let marks: Marks | null = null
  for (const [name, value] of fields) {
    const [, language, currency, key] = MARKED.exec(name) ?? []
    if (!language || !currency || !key) continue
    marks ??= { language: language as Language, currency }
    if (marks.language === language && marks.currency === currency) values.set(key, value.trim())
  }
  return marks && { ...marks, values }
}

const GROUPED: Record<Language, RegExp> = {
  fr: /^(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?$/,
  en: /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/,
}
const SIGNS: Record<string, string> = { EUR: '€', GBP: '£', USD: '$' }

/**
 * An amount as it is written in a language: `12 500,50 €`, `€12,500.50`. Null for anything that could be read in two
 * ways: `12.500` in French, `12,5` in English.
 */
export const writtenAmount = (text: string, language: Language, currency: string): Minor | null => {
  const sign = SIGNS[currency]
  const bare = [currency, ...(sign ? [sign] : [])]
    .reduce(
      (rest, one) =>
        rest.startsWith(one) ? rest.slice(one.length) : rest.endsWith(one) ? rest.slice(0, -one.length) : rest,
      text.trim(),
    )
    .trim()
  const [, whole, fraction] = GROUPED[language].exec(bare) ?? []
  if (whole === undefined) return null
  return parseMinor(whole.replace(/\D/g, '') + (fraction ? `.${fraction}` : ''), currency)
}

/** `28/02/2026`, in both languages; null for anything else. */
export const writtenDay = (text: string): Day | null => {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim()) ?? []
  const found = `${year}-${month}-${day}`
  return year && isDay(found) ? found : null
}

export type FormContact = { person: FormPerson; name: string; email: string; phone: string }

/** What a filled form says; amounts in minor units of its currency. */
export type FilledForm = Marks & {
  name: string
  siren: string
  asked: Minor
  purchases: Minor | null
  terms: string
  contacts: FormContact[]
  bank: { name: string; iban: string }
  references: { supplier: string; contact: string }[]
  applicant: string
  capacity: string
  signedOn: Day | null
}

/** A field that cannot be read: its key and what is written there; empty where something must be. */
export class UnreadableField extends Error {
  override name = 'UnreadableField'
  readonly key: string
  readonly value: string

  constructor(key: string, value: string) {
    super(`${key} cannot be read: ${value}`)
    this.key = key
    this.value = value
  }
}

// Characters of a field: more do not fit on its line.
const LONGEST = 90

/**
 * Reads a form. Throws `UnreadableField` for the first field that cannot be read: nothing is guessed.
 * `termsOf` gives the terms of a choice in the form's words, null for words that are none of them.
 */
export const readFields = (
  { language, currency, values }: Marks & { values: ReadonlyMap<string, string> },
  termsOf: (written: string) => string | null,
): FilledForm => {
  const text = (key: string): string => {
    const written = values.get(key) ?? ''
    if (written.length > LONGEST) throw new UnreadableField(key, written.slice(0, LONGEST))
    return written
  }
  const checked = <T>(key: string, read: (written: string) => T | null): T => {
    const found = read(text(key))
    if (found === null) throw new UnreadableField(key, text(key))
    return found
  }
  const unless = <T>(key: string, empty: T, read: (written: string) => T | null): T =>
    text(key) === '' ? empty : checked(key, read)
  const amount = (written: string) => writtenAmount(written, language, currency)
  return {
    language,
    currency,
    name: text('name'),
    siren: unless('siren', '', (written) => (isSiren(written) ? normaliseIdentifier(written) : null)),
    asked: checked('limit', amount),
    purchases: unless<Minor | null>('purchases', null, amount),
    terms: unless('terms', '', termsOf),
    contacts: formPeople
      .map((person) => ({
        person,
        name: text(`${person}Name`),
        email: unless(`${person}Email`, '', (written) => (/^\S+@\S+\.\S+$/.test(written) ? written : null)),
        phone: text(`${person}Phone`),
      }))
      .filter(({ name, email, phone }) => name !== '' || email !== '' || phone !== ''),
    bank: {
      name: text('bankName'),
      iban: unless('iban', '', (written) => (isIban(written) ? normaliseIdentifier(written) : null)),
    },
    references: Array.from({ length: FORM_REFERENCES }, (_, place) => {
      const [supplier, ...reached] = ['supplier', 'contact', 'reach'].map((part) => text(`${part}${place + 1}`))
      const contact = reached.filter(Boolean).join(' · ')
      // Whom to ask, without of whom: the form is not complete.
      if (!supplier && contact) throw new UnreadableField(`supplier${place + 1}`, '')
      return { supplier: supplier ?? '', contact }
    }).filter(({ supplier }) => supplier !== ''),
    applicant: text('applicant'),
    capacity: text('capacity'),
    signedOn: unless<Day | null>('signedOn', null, writtenDay),
  }
}
