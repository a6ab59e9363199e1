import type { LetterLanguage } from '../kernel/contract.ts'
import { parseTerms } from './terms.rules.ts'

const jours = (count: number): string => (count < 2 ? `${count} jour` : `${count} jours`)
const inDays = (count: number): string => (count === 1 ? '1 day' : `${count} days`)
const inTagen = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tage`)
const aDias = (count: number): string => (count === 1 ? '1 día' : `${count} días`)

type Words = {
  onReceipt: string
  net: (days: number) => string
  thenMonthEnd: (days: number) => string
  afterMonthEnd: (days: number) => string
  plus: (before: string, day: number) => string
}

const words: Record<LetterLanguage, Words> = {
  fr: {
    onReceipt: 'à réception de la facture',
    net: (days: number) => `${jours(days)} après la date de facture`,
    thenMonthEnd: (days: number) => `${jours(days)} puis fin de mois`,
    afterMonthEnd: (days: number) => `fin de mois puis ${jours(days)}`,
    plus: (before: string, day: number) => `${before}, le ${day} du mois suivant`,
  },
  en: {
    onReceipt: 'on receipt of the invoice',
    net: (days: number) => `${inDays(days)} after the invoice date`,
    thenMonthEnd: (days: number) => `${inDays(days)}, then end of month`,
    afterMonthEnd: (days: number) => `end of month, then ${inDays(days)}`,
    plus: (before: string, day: number) => `${before}, on day ${day} of the next month`,
  },
  de: {
    onReceipt: 'bei Erhalt der Rechnung',
    net: (days: number) => `${inTagen(days)} nach Rechnungsdatum`,
    thenMonthEnd: (days: number) => `${inTagen(days)} nach Rechnungsdatum zum Monatsende`,
    afterMonthEnd: (days: number) => `${inTagen(days)} nach Monatsende`,
    plus: (before: string, day: number) => `${before}, am ${day}. des Folgemonats`,
  },
  es: {
    onReceipt: 'a la recepción de la factura',
    net: (days: number) => `a ${aDias(days)} de la fecha de factura`,
    thenMonthEnd: (days: number) => `a ${aDias(days)} y a fin de mes`,
    afterMonthEnd: (days: number) => `a ${aDias(days)} desde fin de mes`,
    plus: (before: string, day: number) => `${before}, el día ${day} del mes siguiente`,
  },
}

/** `45eom-a` as the trade says it: “45 jours puis fin de mois”. Refuses `terms.unreadable`. */
export const termsInWords = (terms: string, language: LetterLanguage): string => {
  const told = words[language]
  const { days, monthEnd, extraDays } = parseTerms(terms)
  if (monthEnd === null) return days === 0 ? told.onReceipt : told.net(days)
  if (monthEnd === 'b') return told.afterMonthEnd(days + extraDays)
  return extraDays > 0 ? told.plus(told.thenMonthEnd(days), extraDays) : told.thenMonthEnd(days)
}
