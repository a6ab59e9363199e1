import type { LetterLanguage } from '../kernel/contract.ts'
import { agreementWordingKeys, isAgreementKey } from './agreement-wording.ts'
import { type CreditWordingKey, creditWordingKeys, isCreditKey } from './credit-wording.ts'
import { emailWordingKeys, isEmailKey } from './email-wording.ts'
import type { WordingKind } from './wording.fields.ts'
import { agreementWordings } from './wordings/agreement.ts'
import { creditDe } from './wordings/credit.de.ts'
import { creditEn } from './wordings/credit.en.ts'
import { creditEs } from './wordings/credit.es.ts'
import { creditFr } from './wordings/credit.fr.ts'
import { emailWordings } from './wordings/emails.ts'
import { remindersDe } from './wordings/reminders.de.ts'
import { remindersEn } from './wordings/reminders.en.ts'
import { remindersEs } from './wordings/reminders.es.ts'
import { remindersFr } from './wordings/reminders.fr.ts'
import type { CreditWordings, ReminderWordings, WordingText } from './wordings/wordings.ts'

/**
 * One wording per step of amicable recovery: the notice before the due date, the check of receipt, reminders, and the
 * formal notice. `follow-up` is for a step that is repeated.
 */
export const reminderWordingKeys = ['notice', 'courtesy', 'reminder', 'firm', 'follow-up', 'formal'] as const
export type ReminderWordingKey = (typeof reminderWordingKeys)[number]

export const wordingKeys = [
  ...reminderWordingKeys,
  ...emailWordingKeys,
  ...creditWordingKeys,
  ...agreementWordingKeys,
] as const
export type WordingKey = (typeof wordingKeys)[number]

export const isWordingKey = (key: string): key is WordingKey => (wordingKeys as readonly string[]).includes(key)

/** What the letter of a wording is about; the user's own wordings are reminders. */
export const kindOfWording = (key: string): WordingKind =>
  isCreditKey(key) ? 'credit' : isEmailKey(key) ? 'email' : isAgreementKey(key) ? 'agreement' : 'reminder'

const credit: Record<LetterLanguage, CreditWordings> = { fr: creditFr, en: creditEn, de: creditDe, es: creditEs }
const reminders: Record<LetterLanguage, ReminderWordings> = {
  fr: remindersFr,
  en: remindersEn,
  de: remindersDe,
  es: remindersEs,
}

/** The wording shipped with the program; users edit their own copy. */
export const defaultWording = (key: WordingKey, language: LetterLanguage): WordingText =>
  isCreditKey(key)
    ? credit[language][key as CreditWordingKey]
    : isEmailKey(key)
      ? emailWordings[language][key]
      : isAgreementKey(key)
        ? agreementWordings[language]
        : reminders[language][key]

const CHANNELS: Record<LetterLanguage, Partial<Record<string, string>>> = {
  fr: { registered: 'Lettre recommandée avec avis de réception', email: 'Par courriel' },
  en: { registered: 'Registered letter with acknowledgement of receipt', email: 'By e-mail' },
  de: { registered: 'Einschreiben mit Rückschein', email: 'Per E-Mail' },
  es: { registered: 'Carta certificada con acuse de recibo', email: 'Por correo electrónico' },
}

/** How a letter travels, as it is written above the recipient; null for plain post. A Spanish notice goes by burofax. */
export const channelMention = (channel: string, language: LetterLanguage, from = ''): string | null =>
  channel === 'registered' && language === 'es' && from === 'ES'
    ? 'Burofax con acuse de recibo y certificación de texto'
    : (CHANNELS[language][channel] ?? null)
