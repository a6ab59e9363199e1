import type { LetterLanguage } from './contract.ts'
import type { Day } from './day.ts'
import { decimalsOf, type Minor } from './money.ts'

const NARROW_SPACE = '\u202F'
const NO_BREAK_SPACE = '\u00A0'
const MINUS = '\u2212'
const SYMBOLS: Record<string, string> = { EUR: '€', GBP: '£', USD: '$' }

/**
 * How figures are written. Spanish would leave four digits together in a sentence; in a column of amounts thousands are
 * marked throughout, as in the other languages.
 */
const FIGURES: Record<LetterLanguage, { thousands: string; decimal: string; percent: string }> = {
  fr: { thousands: NARROW_SPACE, decimal: ',', percent: `${NARROW_SPACE}%` },
  en: { thousands: ',', decimal: '.', percent: '%' },
  de: { thousands: '.', decimal: ',', percent: `${NO_BREAK_SPACE}%` },
  es: { thousands: '.', decimal: ',', percent: `${NO_BREAK_SPACE}%` },
}

/** Digits grouped by three with the language's separators, straight from the integer: `1 234,56`, `1,234.56`, `1.234,56`. */
export const formatAmount = (amount: Minor, currency: string, language: LetterLanguage): string => {
  const { thousands, decimal } = FIGURES[language]
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, thousands)
  const fraction = decimals === 0 ? '' : decimal + digits.slice(-decimals)
  return (amount < 0 ? MINUS : '') + whole + fraction
}

/** An amount with its currency: `1 234,56 €`, in English `€1,234.56`; codes stand where there is no sign. */
export const formatMoney = (amount: Minor, currency: string, language: LetterLanguage): string => {
  const symbol = SYMBOLS[currency]
  if (language !== 'en') return `${formatAmount(amount, currency, language)}${NO_BREAK_SPACE}${symbol ?? currency}`
  const figure = formatAmount(Math.abs(amount), currency, language)
  return (amount < 0 ? MINUS : '') + (symbol ? symbol + figure : `${currency}${NO_BREAK_SPACE}${figure}`)
}

/** `28/02/2026`, in German `28.02.2026`; the English one is British. */
export const formatDay = (day: Day, language: LetterLanguage): string =>
  [day.slice(8, 10), day.slice(5, 7), day.slice(0, 4)].join(language === 'de' ? '.' : '/')

const MONTHS: Record<LetterLanguage, readonly string[]> = {
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
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
}

/** How day, month and year are joined, and what the first of a month is called. */
const LONG_DAYS: Record<LetterLanguage, { number: (day: number) => string; between: string }> = {
  fr: { number: (day) => (day === 1 ? '1er' : String(day)), between: '' },
  en: { number: String, between: '' },
  de: { number: (day) => `${day}.`, between: '' },
  es: { number: String, between: `de${NO_BREAK_SPACE}` },
}

/** `1er mars 2026`, `1 March 2026`, `1. März 2026`, `1 de marzo de 2026`. */
export const formatLongDay = (day: Day, language: LetterLanguage): string => {
  const { number, between } = LONG_DAYS[language]
  const month = MONTHS[language][Number(day.slice(5, 7)) - 1] ?? ''
  return [number(Number(day.slice(8, 10))), between + month, between + day.slice(0, 4)].join(NO_BREAK_SPACE)
}

/** `12,15 %`, `12.15%`: the exact decimal as it was given. */
export const formatPercent = (rate: string, language: LetterLanguage): string =>
  rate.replace('.', FIGURES[language].decimal) + FIGURES[language].percent
