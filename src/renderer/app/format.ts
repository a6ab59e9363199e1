import { useMemo } from 'react'
import type { Day } from '../../main/core/kernel/day.ts'
import { decimalsOf, type Minor, toDecimal } from '../../main/core/kernel/money.ts'
import { useLanguage } from './i18n.ts'

const locales = { fr: 'fr-FR', en: 'en-GB' } as const

const createFormat = (language: keyof typeof locales) => {
  const locale = locales[language]
  const amounts = new Map<string, Intl.NumberFormat>()
  const formatter = (currency: string, style: 'currency' | 'decimal') => {
    const key = `${style} ${currency}`
    const known = amounts.get(key)
    if (known) return known
    const digits = decimalsOf(currency)
    const made = new Intl.NumberFormat(locale, {
      style,
      ...(style === 'currency' ? { currency } : {}),
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    amounts.set(key, made)
    return made
  }
  // A decimal text is formatted exactly; a number would pass through a float.
  const exact = (amount: Minor, currency: string) => toDecimal(amount, currency) as Intl.StringNumericLiteral
  const minus = (text: string) => text.replace('-', '−')
  const short = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const whole = new Intl.NumberFormat(locale)
  return {
    /** `1 234,56 €` */
    money: (amount: Minor, currency: string) => minus(formatter(currency, 'currency').format(exact(amount, currency))),
    /** `1 234,56`, where the currency is said elsewhere. */
    amount: (amount: Minor, currency: string) => minus(formatter(currency, 'decimal').format(exact(amount, currency))),
    /** `28/02/2026` */
    day: (day: Day) => short.format(Date.parse(day)),
    /** `28 février 2026` */
    longDay: (day: Day) => long.format(Date.parse(day)),
    number: (value: number) => minus(whole.format(value)),
    /** Of an exact decimal text: `12.40` gives `12,40 %`. */
    percent: (rate: string) => {
      const text = rate.replace('.', language === 'fr' ? ',' : '.')
      return language === 'fr' ? `${text}\u202f%` : `${text}%`
    },
    /** An instant, in the machine's own time zone. */
    moment: (instant: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(instant)),
  }
}

export type Format = ReturnType<typeof createFormat>

export const useFormat = (): Format => {
  const language = useLanguage()
  return useMemo(() => createFormat(language), [language])
}
