import type { Language } from '../../main/core/kernel/contract.ts'
import type { Day } from '../../main/core/kernel/day.ts'
import { formatAmount, formatDay, formatLongDay, formatMoney, formatPercent } from '../../main/core/kernel/format.ts'
import type { Minor } from '../../main/core/kernel/money.ts'
import { useLanguage } from './i18n.ts'

const locales = { fr: 'fr-FR', en: 'en-GB' } as const

const createFormat = (language: Language) => {
  const whole = new Intl.NumberFormat(locales[language])
  const moment = new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeStyle: 'short' })
  return {
    /** `1 234,56 €` */
    money: (amount: Minor, currency: string) => formatMoney(amount, currency, language),
    /** `1 234,56`, where the currency is said elsewhere. */
    amount: (amount: Minor, currency: string) => formatAmount(amount, currency, language),
    /** `28/02/2026` */
    day: (day: Day) => formatDay(day, language),
    /** `28 février 2026` */
    longDay: (day: Day) => formatLongDay(day, language),
    /** A count. */
    number: (value: number) => whole.format(value),
    /** An exact decimal text: `0.9215` reads `0,9215`. */
    decimal: (text: string) => (language === 'fr' ? text.replace('.', ',') : text),
    /** Of an exact decimal text: `12.40` gives `12,40 %`. */
    percent: (rate: string) => formatPercent(rate, language),
    /** An instant, in the machine's own time zone. */
    moment: (instant: string) => moment.format(Date.parse(instant)),
  }
}

export type Format = ReturnType<typeof createFormat>

const formats: Record<Language, Format> = { fr: createFormat('fr'), en: createFormat('en') }

export const useFormat = (): Format => formats[useLanguage()]
