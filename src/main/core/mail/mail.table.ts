import type { MailFailure, MailSettings, MessageState } from './mail.contract.ts'

export type MailSettingsTable = {
  id: number
  /** Random, of this book: the right side of its messages' `Message-ID`. */
  book_key: string
  host: string
  port: number
  security: MailSettings['security']
  plain_allowed: number
  login: string
  sender: string
  reply_to: string
  copy_to: string
  with_statement: number
  with_invoices: number
  /** Sealed; never in clear. */
  password: Uint8Array | null
  password_by: 'keychain' | 'file' | null
}

export type MailMessageTable = {
  id: string
  customer_id: string
  letter_id: string | null
  /** JSON: addresses with names. */
  recipients: string
  copies: string
  subject: string
  body: string
  /** `Message-ID`, with its angle brackets. */
  header_id: string
  /** JSON, as it left: empty until it is tried. */
  sender: string
  reply_to: string
  state: MessageState
  queued_on: string
  queued_at: string
  queued_by: string
  /** The instant its `Date` bears. */
  dated: string | null
  attempts: number
  failure: MailFailure | null
  /** Trying again as it is would be refused again. */
  permanent: number
  said: string
  sent_on: string | null
  sent_at: string | null
  sent_by: string
  /** Of the bytes that left. */
  sha256: string | null
}

export type MailAttachmentTable = { message_id: string; position: number; document_id: string; name: string }
