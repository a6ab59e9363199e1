import { z } from 'zod'
import {
  command,
  errand,
  fileSchema,
  idSchema,
  job,
  nothing,
  pageSchema,
  query,
  secretSchema,
} from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'

export const mailSecurities = ['starttls', 'tls', 'none'] as const

export const mailSettings = z.object({
  /** Empty: messages go as drafts that the user's own mail program opens. */
  host: z.string().trim().max(200).default(''),
  port: z.int().min(1).max(65_535).default(587),
  security: z.enum(mailSecurities).default('starttls'),
  /** The user accepts that name, password and letters travel in clear; a server on this machine needs no such word. */
  plainAllowed: z.boolean().default(false),
  /** Empty: the server asks for no name. */
  user: z.string().trim().max(200).default(''),
  /** `name@firm.example` or `Name <name@firm.example>`; empty: the company's. */
  from: z.string().trim().max(200).default(''),
  replyTo: z.string().trim().max(200).default(''),
  /** A copy of every message sent to the firm itself; the customer does not see it. */
  copyTo: z.string().trim().max(200).default(''),
  /** What a message brings beside the letter, unless another choice is made for a run. */
  withStatement: z.boolean().default(false),
  withInvoices: z.boolean().default(true),
})
export type MailSettings = z.infer<typeof mailSettings>

/**
 * Where the password is: in the system's keychain, under a key in the data folder, kept by another machine or program
 * (`elsewhere`), or nowhere, and then asked for each time.
 */
export const passwordPlaces = ['none', 'keychain', 'file', 'elsewhere'] as const
const settingsOutput = z.object({ settings: mailSettings, password: z.enum(passwordPlaces) })
export type MailSettingsOutput = z.infer<typeof settingsOutput>

/** `uncertain`: it left, and no answer came. It may have arrived: it is sent again only on the user's word. */
export const messageStates = ['queued', 'sending', 'uncertain', 'sent', 'failed', 'cancelled'] as const
export type MessageState = (typeof messageStates)[number]

export const mailFailures = [
  'recipient-refused',
  'sender-refused',
  'message-refused',
  'message-too-large',
  'interrupted',
  'no-answer',
  'copy-refused',
] as const
export type MailFailure = (typeof mailFailures)[number]

export const messageSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  letterId: idSchema.nullable(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  /** `Message-ID`, by which an answer is recognised. */
  messageId: z.string(),
  attachments: z.array(z.object({ name: z.string(), documentId: idSchema, size: z.int() })),
  state: z.enum(messageStates),
  /** The letter was marked as sent by other means: this message waits until it is named. */
  sentOtherwise: z.boolean(),
  queuedOn: daySchema,
  queuedBy: z.string(),
  sentOn: daySchema.nullable(),
  sentAt: z.string().nullable(),
  attempts: z.int(),
  failure: z.enum(mailFailures).nullable(),
  /** The server's own words. */
  error: z.string(),
})
export type Message = z.infer<typeof messageSchema>

export const withoutReasons = ['no-address', 'no-paper', 'cancelled', 'queued-before', 'sent-before'] as const
const without = z.array(z.object({ letterId: idSchema, reference: z.string(), reason: z.enum(withoutReasons) }))
/** Letters whose copies of invoices were left out: with the letter and the statement above `ATTACHMENTS_LIMIT`. */
const withoutInvoices = z.array(z.object({ letterId: idSchema, reference: z.string(), size: z.int() }))
/** What became of no message, and which bring no copies. */
export type LeftOut = { without: z.infer<typeof without>; withoutInvoices: z.infer<typeof withoutInvoices> }

/** Bytes of all attachments of a message: base64 adds a third, and many servers end at 25 MB. */
export const ATTACHMENTS_LIMIT = 15_000_000

const choice = z.object({
  runId: idSchema,
  /** Without it the letters of the run that go by e-mail. The message of one by post is a copy: posting it is recorded apart. */
  letterIds: z.array(idSchema).max(10_000).optional(),
  /** The customer’s statement of account on the day of the letter, and the copies of its invoices; as set for all without it. */
  withStatement: z.boolean().optional(),
  withInvoices: z.boolean().optional(),
})
const password = secretSchema.nullable().default(null)

export const mailContract = {
  settings: query('read', 'How messages leave', { input: nothing, output: settingsOutput }),
  saveSettings: command(
    'configure',
    'Change how messages leave; a password not given stays for the same server and name',
    {
      /** An empty password removes the one that is kept. */
      input: z.object({ settings: mailSettings, password }),
      output: settingsOutput,
    },
  ),
  test: query('configure', 'Try the mail server: connection, certificate, name and password; nothing is sent', {
    input: z.object({
      /** To be tried before they are saved; without them those of the book. */
      settings: mailSettings.nullable().default(null),
      password,
    }),
    output: z.object({ host: z.string(), port: z.int(), encrypted: z.boolean(), user: z.string() }),
  }),
  drafts: query('read', 'Letters of a run as drafts (.eml) with their PDF attached: one file, or all in a ZIP', {
    input: choice.extend({
      /** Letters on paper too. */
      everyChannel: z.boolean().default(false),
    }),
    output: z.object({
      name: z.string(),
      /** Null when no letter can go. */
      file: fileSchema.nullable(),
      count: z.int(),
      without,
      withoutInvoices,
    }),
  }),
  agreement: query('read', 'The agreement of an instalment plan as a draft (.eml) with its PDF attached', {
    input: z.object({ documentId: idSchema }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  statements: query(
    'read',
    'The statements of a run as drafts (.eml) with their PDF attached: one file, or all in a ZIP',
    {
      input: z.object({ runId: idSchema }),
      output: z.object({
        name: z.string(),
        /** Null when nobody has an address. */
        file: fileSchema.nullable(),
        count: z.int(),
        without: z.array(z.object({ customerId: idSchema, code: z.string(), name: z.string() })),
      }),
    },
  ),
  queue: job('issue', 'Put letters of a run into the outbox; nothing leaves yet', {
    input: choice,
    output: z.object({ queued: z.int(), without, withoutInvoices }),
  }),
  outbox: query('read', 'Messages queued, sent and failed, newest first', {
    input: pageSchema.extend({
      show: z.enum(['open', 'sent', 'all']).default('open'),
      customerId: idSchema.optional(),
      ids: z.array(idSchema).max(1000).optional(),
    }),
    output: z.object({
      total: z.int(),
      /** Of all messages those that `send` takes unless it is told which. */
      waiting: z.int(),
      messages: z.array(messageSchema),
    }),
  }),
  send: errand('issue', 'Send what is queued, or failed and may be tried again; each message leaves once', {
    input: z.object({
      /** Without it all that wait, but those the server refused for good and those whose letter went otherwise. */
      ids: z.array(idSchema).max(10_000).optional(),
      /** Of all that wait only the letters of this run. */
      runId: idSchema.optional(),
      password,
    }),
    output: z.object({
      sent: z.int(),
      failed: z.int(),
      uncertain: z.int(),
      /** Not tried: no longer waiting, or the connection was lost for good. */
      left: z.int(),
    }),
  }),
  settle: command('issue', 'Say of a message whose fate is unknown that it arrived, or that it is to be sent again', {
    input: z.object({ id: idSchema, arrived: z.boolean() }),
    output: messageSchema,
  }),
  cancel: command('issue', 'Take a message out of the outbox before it is sent', {
    input: z.object({ id: idSchema }),
    output: messageSchema,
  }),
  message: query('read', 'A message as a file (.eml): as it left, or as it would leave', {
    input: z.object({ id: idSchema }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
