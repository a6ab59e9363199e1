import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatAmount, formatDay, formatMoney, formatPercent } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import type { Block, TableColumn } from '../letters/document.model.ts'
import { dossierWordsEn } from './dossier.words.en.ts'
import { dossierWordsFr } from './dossier.words.fr.ts'

export type DossierWords = typeof dossierWordsFr

const words: Record<Language, DossierWords> = { fr: dossierWordsFr, en: dossierWordsEn }

const decimalIn = (value: string, language: Language): string => {
  const shown = value.replace(/^-/, '\u2212')
  return language === 'fr' ? shown.replace('.', ',') : shown
}

/** How the dossier writes words and figures in a language; amounts are in the company's currency. */
export const pen = (language: Language, currency: string) => ({
  language,
  currency,
  words: words[language],
  money: (amount: Minor, of = currency) => formatMoney(amount, of, language),
  amount: (amount: Minor) => formatAmount(amount, currency, language),
  /** Statements are told in whole units where they have no cents. */
  whole: (amount: Minor, of: string) => formatAmount(amount, of, language).replace(/[.,]00$/, ''),
  day: (day: Day) => formatDay(day, language),
  percent: (value: string | number) => formatPercent(String(value).replace(/^-/, '\u2212'), language),
  decimal: (value: string) => decimalIn(value, language),
  /** With its sign, for what adds to or takes from a sum. */
  signed: (value: string) => (Number(value) > 0 ? `+${decimalIn(value, language)}` : decimalIn(value, language)),
})
export type Pen = ReturnType<typeof pen>

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const note = (text: string): Block => ({ kind: 'note', text })
export const left = (label = '', grow = 0): TableColumn => (grow > 0 ? { label, grow } : { label })
export const right = (label = ''): TableColumn => ({ label, align: 'right' })
