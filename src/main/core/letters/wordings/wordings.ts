import type { CreditWordingKey } from '../credit-wording.ts'
import type { ReminderWordingKey } from '../default-wording.ts'
import type { EmailWordingKey } from '../email-wording.ts'

/** Subject and text in Liquid, with the fields of their kind. */
export type WordingText = { subject: string; body: string }

export type ReminderWordings = Record<ReminderWordingKey, WordingText>
export type EmailWordings = Record<EmailWordingKey, WordingText>
export type CreditWordings = Record<CreditWordingKey, WordingText>
