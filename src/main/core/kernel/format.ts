import type { Language } from './contract.ts'
import type { Day } from './day.ts'
import { decimalsOf, type Minor } from './money.ts'

const NARROW_SPACE = '\u202F'
const NO_BREAK_SPACE = '\u00A0'
const MINUS = '\u2212'
const SYMBOLS: Record<string, string> = { EUR: '€', GBP: '£', USD: '$' }

/** Digits grouped by three with the language's separators, straight from the integer: `1 234,56`, `1,234.56`. */
export const formatAmount = (amount: Minor, currency: string, language: Language): string => {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits
    .slice(0, digits.length - decimals)
    .replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW_SPACE : ',')
  const fraction = decimals === 0 ? '' : (language === 'fr' ? ',' : '.') + digits.slice(-decimals)
  return (amount < 0 ? MINUS : '') + whole + fraction
}

/** An amount with its currency: `1 234,56 €` in French, `€1,234.56` in English; codes stand where there is no sign. */
export const formatMoney = (amount: Minor, currency: string, language: Language): string => {
  const symbol = SYMBOLS[currency]
  if (language === 'fr') return `${formatAmount(amount, currency, language)}${NO_BREAK_SPACE}${symbol ?? currency}`
  const figure = formatAmount(Math.abs(amount), currency, language)
  return (amount < 0 ? MINUS : '') + (symbol ? symbol + figure : `${currency}${NO_BREAK_SPACE}${figure}`)
}

/** `28/02/2026` in both languages (the English one is British). */
export const formatDay = (day: Day, _language: Language): string =>
  `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

const MONTHS: Record<Language, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** `1er mars 2026`, `1 March 2026`. */
export const formatLongDay = (day: Day, language: Language): string => {
  const number = Number(day.slice(8, 10))
  const month = MONTHS[language][Number(day.slice(5, 7)) - 1] ?? ''
  const figure = language === 'fr' && number === 1 ? '1er' : String(number)
  return `${figure}${NO_BREAK_SPACE}${month}${NO_BREAK_SPACE}${day.slice(0, 4)}`
}

/** `12,15 %`, `12.15%`: the exact decimal as it was given. */
export const formatPercent = (rate: string, language: Language): string =>
  language === 'fr' ? `${rate.replace('.', ',')}${NARROW_SPACE}%` : `${rate}%`
