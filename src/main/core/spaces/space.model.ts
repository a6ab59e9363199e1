import type { Address, Contact } from '../customers/customers.contract.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { ItemKind } from '../receivables/receivables.table.ts'
import type { StatementAccount, StatementLine } from '../statements/statements.contract.ts'

// What the page of a customer's space holds, in the core that seals it and in the page that opens it. Types and numbers
// only: the page must stay small.

/** Of the file; a page opens only its own, for both are written together. */
export const SPACE_FORMAT = 1
/** Rounds of PBKDF2-HMAC-SHA-256 (OWASP, 2023: 600,000 or more). */
export const PASSPHRASE_ROUNDS = 600_000
/** Bytes. */
export const SALT_LENGTH = 16
export const IV_LENGTH = 12

/**
 * Stands in the clear, for whoever has the file but not the passphrase: nothing of the customer. Its text is bound to
 * every sealed block (additional data of AES-GCM): one that was changed opens nothing.
 */
export type SpaceHeader = {
  format: typeof SPACE_FORMAT
  id: string
  firm: string
  /** Of the screen that asks for the passphrase. */
  language: LetterLanguage
  publishedOn: Day
  /** Last day on which the page opens. */
  until: Day
  rounds: number
  /** Base64. */
  salt: string
}

/** Blocks of the file by the id of their element: the account itself, then one for each file it brings. */
export const HEADER_BLOCK = 'encours-space'
export const ACCOUNT_BLOCK = 'encours-account'
export const fileBlock = (place: number): string => `encours-file-${place}`

/** What is bound to a block beside its key: the header's text as it stands in the file, and the block's own name. */
export const boundText = (headerText: string, block: string): string => `${headerText}\n${block}`

export type SpaceFile = {
  /** In the order of the list; `fileBlock` of it names its block. */
  place: number
  kind: 'statement' | 'invoice'
  name: string
  mediaType: string
  size: number
  /** Of an invoice's copy. */
  itemId: string | null
}

export type SpaceLine = Pick<
  StatementLine,
  'itemId' | 'number' | 'label' | 'issued' | 'due' | 'amount' | 'open' | 'daysLate' | 'disputed' | 'planned'
> & {
  kind: ItemKind
  /** RF… (ISO 11649) of its number, for whoever pays it alone; may be empty. */
  reference: string
}

export type SpaceAccount = Pick<
  StatementAccount,
  'currency' | 'total' | 'notDue' | 'overdue' | 'unallocated' | 'disputed' | 'toPay' | 'ageing'
> & {
  /** By due date; credits, below zero, after all debits. */
  lines: SpaceLine[]
  /**
   * Where to pay; null when the firm has no account in this currency. `reference` stands for several items at once, as that
   * of a line. `epc`: text of a payment code (EPC069-12), amount (line 8) and reference (line 10) to be put in; null where
   * there is none.
   */
  bank: { beneficiary: string; iban: string; bic: string; reference: string; epc: string | null } | null
}

export type SpacePlan = { currency: string; agreedOn: Day; open: Minor; nextDue: Day | null; nextAmount: Minor }

export type SpaceCredit = {
  currency: string
  /** Null: none was set. Zero: paid before delivery. */
  limit: Minor | null
  used: Minor
  /** Not below zero; null without a limit. */
  available: Minor | null
  until: Day | null
}

/** How the customer's answers come back. Null in a space that takes none. */
export type SpaceAnswering = {
  spaceId: string
  customerCode: string
  /** ECDSA P-256, PKCS #8, base64: signs the answers (SHA-256). The book keeps the public key alone. */
  signingKey: string
  /** AES-256, base64: seals the answer, so that a mail carries nothing in the clear. The book keeps the same. */
  sealingKey: string
  /** Where answers are mailed to; empty: the customer sees a file to hand over. */
  recipient: string
  /** Last day on which an answer is taken. */
  lastDay: Day
}

export type SpacePayload = {
  format: typeof SPACE_FORMAT
  language: LetterLanguage
  /** The day of the figures. */
  asOf: Day
  until: Day
  firm: { name: string; lines: string[]; email: string; phone: string; accent: string; logo: string | null }
  customer: { code: string; name: string; lines: string[]; contacts: Contact[]; addresses: Address[] }
  /** One for each currency, as in the statement of that day. */
  accounts: SpaceAccount[]
  plans: SpacePlan[]
  files: SpaceFile[]
  credit: SpaceCredit | null
  /** The last credit decision as its letter tells it. */
  decision: { on: Day; approved: boolean; reasons: string[] } | null
  /** https, empty without one; `{customer}`, `{reference}`, `{amount}` and `{currency}` are filled in by the page. */
  paymentLink: string
  answering: SpaceAnswering | null
}
