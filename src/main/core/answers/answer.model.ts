import type { Address, Contact } from '../customers/customers.contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

// What a customer answers from its space, in the page that signs it and in the core that checks it. Types and numbers only:
// the page must stay small.

export const ANSWER_FORMAT = 1
/** Ending of the file's name. */
export const ANSWER_ENDING = '.encours-answer'
/** Bytes of the whole file. */
export const ANSWER_LIMIT = 10_000_000
/** Attachments of one answer, and bytes of all of them: written twice as base64 they stay below `ANSWER_LIMIT`. */
export const ATTACHMENTS_LIMIT = 5
export const ATTACHED_LIMIT = 5_000_000
/** Media types by the ending of the name; what neither a page nor a viewer could run. */
export const attachmentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}

export const answerKinds = ['payment', 'dispute', 'credit', 'contact'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** Why an invoice is contested: codes of the policy as it is shipped; one's own policy may know them no more. */
export const answerReasons = [
  'price',
  'quantity',
  'quality',
  'delivery',
  'damaged',
  'unknown-order',
  'order-number',
  'duplicate',
  'already-paid',
  'credit-expected',
  'other',
] as const
export type AnswerReason = (typeof answerReasons)[number]

export type AnswerRequest =
  | { kind: 'payment'; currency: string; amount: Minor; day: Day; itemIds: string[]; note: string }
  | { kind: 'dispute'; itemId: string; currency: string; amount: Minor; reason: AnswerReason; text: string }
  /** `amount`: the limit asked for; null for other terms alone. `terms` in the customer's words. */
  | { kind: 'credit'; currency: string; amount: Minor | null; terms: string; text: string }
  /** Contacts and addresses as they should be, all of them. */
  | { kind: 'contact'; contacts: Contact[]; addresses: Address[]; note: string }

export type AnswerSender = { name: string; email: string; phone: string }

/** Sealed in the file. */
export type AnswerBody = {
  /** 32 hexadecimal digits, drawn. */
  nonce: string
  /** By the clock of the customer's device. */
  issued: string
  /** Code of the customer, as the space tells it. */
  customer: string
  sender: AnswerSender
  request: AnswerRequest
  /** Base64. */
  files: { name: string; data: string }[]
}

/**
 * The file, as JSON. `sealed` is the body under AES-256-GCM with the tag behind, bound to `boundAnswer`; `signature` is ECDSA
 * P-256 with SHA-256 over `signedAnswer`, r and s of 32 bytes each. All base64.
 */
export type AnswerEnvelope = {
  format: typeof ANSWER_FORMAT
  space: string
  iv: string
  sealed: string
  signature: string
}

export const boundAnswer = (space: string): string => `encours-answer\n${ANSWER_FORMAT}\n${space}`
export const signedAnswer = ({ space, iv, sealed }: Pick<AnswerEnvelope, 'space' | 'iv' | 'sealed'>): string =>
  `${boundAnswer(space)}\n${iv}\n${sealed}`
