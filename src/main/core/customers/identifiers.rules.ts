import { friendlyFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'
import { Refusal } from '../kernel/errors.ts'

/** Capitals without spaces, dots and dashes, as identifiers are stored and compared. */
export const normaliseIdentifier = (text: string): string => text.replace(/[\s.\-\u2010-\u2015]/g, '').toUpperCase()

const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = i % 2 === 0 ? Number(digit) : 2 * Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** A French company: nine digits, Luhn. Like every check here it says "plausible", never "registered". */
export const isSiren = (text: string): boolean => {
  const siren = normaliseIdentifier(text)
  return /^\d{9}$/.test(siren) && passesLuhn(siren)
}

const LA_POSTE = '356000000'
const LA_POSTE_HEAD_OFFICE = '35600000000048'

/** A French establishment: a SIREN and five digits, Luhn over the whole; La Poste's offices add up to a multiple of five. */
export const isSiret = (text: string): boolean => {
  const siret = normaliseIdentifier(text)
  if (!/^\d{14}$/.test(siret) || !isSiren(siret.slice(0, 9))) return false
  if (!siret.startsWith(LA_POSTE) || siret === LA_POSTE_HEAD_OFFICE) return passesLuhn(siret)
  return [...siret].reduce((total, digit) => total + Number(digit), 0) % 5 === 0
}

/** What follows the prefix, spaces, dots and dashes removed. Only FR has its check digits verified below. */
const VAT_FORMATS: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?!\d{9}$)[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  GB: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-W][A-I])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^(\d{9}B\d{2}|[A-Z0-9+*]{10}\d{2})$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
}

/** Countries whose numbers carry another prefix than their own code. */
const VAT_PREFIXES: Record<string, readonly string[]> = { GR: ['EL'], MC: ['FR'], GB: ['GB', 'XI'] }

const KEY_SIGNS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

// Two digits, or the newer key with one letter or two.
const hasFrenchKey = (key: string, number: string): boolean => {
  if (/^\d\d$/.test(key)) return Number(key) === Number(`${number}12`) % 97
  const [first, second] = [KEY_SIGNS.indexOf(key.charAt(0)), KEY_SIGNS.indexOf(key.charAt(1))]
  const check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
  return (Number(number) + 1 + Math.floor(check / 11)) % 11 === check % 11
}

const isFrenchVat = (body: string): boolean => {
  const number = body.slice(2)
  // Numbers of Monaco start with 000 and hold no SIREN.
  return (number.startsWith('000') || isSiren(number)) && hasFrenchKey(body.slice(0, 2), number)
}

/** A legal entity identifier (ISO 17442): eighteen letters and digits, two check digits, modulo 97. */
export const isLei = (text: string): boolean => {
  const lei = normaliseIdentifier(text)
  return /^[A-Z0-9]{18}\d{2}$/.test(lei) && mod97(lei) === 1
}

const bodyOf = (prefix: string, text: string): string => {
  const body = text.startsWith(prefix) ? text.slice(2) : text
  return prefix === 'BE' && /^\d{9}$/.test(body) ? `0${body}` : body
}

/** `country`: a number of another country. `format`: cannot be one. `key`: the check digits or the SIREN in it are wrong. */
export type VatProblem = 'country' | 'format' | 'key'

const prefixesOf = (country: string): readonly string[] =>
  VAT_PREFIXES[country] ?? (VAT_FORMATS[country] ? [country] : [])

const readVat = (country: string, text: string): { number: string; problem: VatProblem | null } => {
  const number = normaliseIdentifier(text)
  const prefixes = prefixesOf(country)
  if (prefixes.length === 0) return { number, problem: null }
  const prefix = prefixes.find((own) => VAT_FORMATS[own]?.test(bodyOf(own, number)))
  const body = prefix && bodyOf(prefix, number)
  if (body && (prefix !== 'FR' || isFrenchVat(body))) return { number: prefix + body, problem: null }
  // Before the key: DE123456789 also looks like a French number that lacks its prefix.
  const other = number.slice(0, 2)
  if (!prefixes.includes(other) && VAT_FORMATS[other]?.test(bodyOf(other, number)))
    return { number, problem: 'country' }
  return body ? { number: prefix + body, problem: 'key' } : { number, problem: 'format' }
}

/**
 * What is wrong with a VAT number of a customer in `country` (ISO 3166 code), written with or without its prefix; null
 * when nothing is, or when the country is outside the table (EU, United Kingdom, Monaco).
 */
export const vatProblem = (country: string, text: string): VatProblem | null => readVat(country, text).problem

/** The one spelling that is stored: prefix and number (`BE0123456789`); what cannot be read loses spaces, dots and dashes only. */
export const normaliseVat = (country: string, text: string): string => readVat(country, text).number

/** A VAT number with its prefix, of a country of the table. */
export const isVatNumber = (text: string): boolean => {
  const prefix = normaliseIdentifier(text).slice(0, 2)
  return VAT_FORMATS[prefix] !== undefined && vatProblem(prefix === 'EL' ? 'GR' : prefix, text) === null
}

/** `732829320` makes `FR44732829320`; refuses what is no SIREN with `identifier.siren`. */
export const frenchVatOf = (text: string): string => {
  const siren = normaliseIdentifier(text)
  if (!isSiren(siren)) throw new Refusal('identifier.siren', `Not a SIREN: ${text}`, { text })
  return `FR${String(Number(`${siren}12`) % 97).padStart(2, '0')}${siren}`
}

export const isIban = (text: string): boolean => isValidIBAN(normaliseIdentifier(text))

/** In groups of four, as it is printed; stored without spaces. */
export const formatIban = (text: string): string => friendlyFormatIBAN(normaliseIdentifier(text)) ?? ''

export const isBic = (text: string): boolean => isValidBIC(normaliseIdentifier(text))

// ISO 7064 mod 97-10, letters as 10 to 35.
const mod97 = (text: string): number => {
  let rest = 0
  for (const sign of text) rest = Number(String(rest) + Number.parseInt(sign, 36)) % 97
  return rest
}

/**
 * An ISO 11649 creditor reference over up to 21 letters and digits: `FA20260118` makes `RF68FA20260118`. Spaces, dots
 * and dashes are left out; anything else is refused with `input.invalid`.
 */
export const rfReference = (text: string): string => {
  const payload = normaliseIdentifier(text)
  if (!/^[A-Z0-9]{1,21}$/.test(payload)) {
    throw new Refusal('input.invalid', `No reference can be made of ${text}`, { field: 'reference', text })
  }
  return `RF${String(98 - mod97(`${payload}RF00`)).padStart(2, '0')}${payload}`
}

export const isRfReference = (text: string): boolean => {
  const reference = normaliseIdentifier(text)
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(reference) && mod97(reference.slice(4) + reference.slice(0, 4)) === 1
}
