import type { LetterLanguage } from '../kernel/contract.ts'
import { formatDay, formatMoney } from '../kernel/format.ts'
import type { ProposedLetter } from './dunning.contract.ts'

const WORDS: Record<LetterLanguage, { lead: string; due: (day: string) => string }> = {
  fr: { lead: 'Également échu à ce jour, pour information\u00A0: ', due: (day) => `échéance du ${day}` },
  en: { lead: 'Also overdue today, for your information: ', due: (day) => `due ${day}` },
  de: { lead: 'Zur Information, heute ebenfalls überfällig: ', due: (day) => `fällig am ${day}` },
  es: { lead: 'También vencido a día de hoy, a título informativo: ', due: (day) => `vencimiento ${day}` },
}

/** What else is overdue, as a remark of the letter that claims nothing of it; null when nothing is. */
export const othersMention = (
  { others, currency }: Pick<ProposedLetter, 'others' | 'currency'>,
  language: LetterLanguage,
): string | null => {
  if (others.length === 0) return null
  const { lead, due } = WORDS[language]
  const named = others.map(
    (item) =>
      `${item.number} (${due(formatDay(item.due, language))}, ${formatMoney(item.open - item.disputed, currency, language)})`,
  )
  return `${lead}${named.join(', ')}.`
}
