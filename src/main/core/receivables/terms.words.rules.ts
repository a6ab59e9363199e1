import type { Language } from '../kernel/contract.ts'
import { parseTerms } from './terms.rules.ts'

const jours = (count: number): string => (count < 2 ? `${count} jour` : `${count} jours`)
const inDays = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const words = {
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
}

/** `45eom-a` as the trade says it: “45 jours puis fin de mois”. Refuses `terms.unreadable`. */
export const termsInWords = (terms: string, language: Language): string => {
  const told = words[language]
  const { days, monthEnd, extraDays } = parseTerms(terms)
  if (monthEnd === null) return days === 0 ? told.onReceipt : told.net(days)
  if (monthEnd === 'b') return told.afterMonthEnd(days + extraDays)
  return extraDays > 0 ? told.plus(told.thenMonthEnd(days), extraDays) : told.thenMonthEnd(days)
}
