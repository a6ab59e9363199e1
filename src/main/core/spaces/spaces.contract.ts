import { z } from 'zod'
import {
  command,
  fileSchema,
  idSchema,
  job,
  letterLanguageSchema,
  nothing,
  pageSchema,
  query,
  secretSchema,
} from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { statementCandidate, statementShows } from '../statements/statements.contract.ts'

/** Most spaces that are made together: all of them are in memory at once. */
export const SPACES_LIMIT = 2000
/** Bytes of the copies of invoices in one file: what a mail still takes. */
export const COPIES_LIMIT = 10_000_000
/** Without a day given, how long a space opens; and at most. */
export const USUAL_DAYS = 60
export const LONGEST_DAYS = 731

/** What a space shows beside the account itself. */
export const spaceContents = z.object({
  statement: z.boolean().default(true),
  /** Copies of the open invoices that the book holds. */
  invoices: z.boolean().default(true),
  /** The limit and what is left of it. */
  credit: z.boolean().default(true),
  /** The last credit decision with its reasons, as its letter tells them. */
  reasons: z.boolean().default(false),
  /** The customer may answer with a file. */
  answers: z.boolean().default(true),
})
export type SpaceContents = z.infer<typeof spaceContents>

export const wentAs = ['file', 'draft'] as const
export const spaceStates = ['open', 'expired', 'withdrawn'] as const
export type SpaceState = (typeof spaceStates)[number]

export const spaceRow = z.object({
  id: idSchema,
  number: z.int(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  asOf: daySchema,
  until: daySchema,
  /** On the working day. */
  state: z.enum(spaceStates),
  language: letterLanguageSchema,
  holds: spaceContents,
  went: z.enum(wentAs),
  /** To whom the draft is addressed; empty for a file. */
  recipient: z.string(),
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
  publishedOn: daySchema,
  publishedBy: z.string(),
  withdrawnOn: daySchema.nullable(),
  withdrawnBy: z.string(),
  withdrawnBecause: z.string(),
})
export type SpaceRow = z.infer<typeof spaceRow>

const published = {
  holds: spaceContents.prefault({}),
  /** Last day on which it opens; without it `USUAL_DAYS` from the working day. */
  until: daySchema.optional(),
  /** A file to hand over, or a message (.eml) with the file attached. */
  as: z.enum(wentAs).default('file'),
}

const choice = z.object({
  show: z.enum(statementShows).exclude(['moved']).default('open'),
  segment: z.string().max(60).optional(),
  salesperson: z.string().max(120).optional(),
  /** These, whatever is open of them; the conditions above are then not looked at. */
  customerIds: z.array(idSchema).min(1).max(SPACES_LIMIT).optional(),
})
export type SpaceChoice = z.infer<typeof choice>

/** `copies-too-large`: the space was made, without the copies of invoices. */
export const spaceRemarks = ['no-address', 'copies-too-large'] as const

export const spacesContract = {
  publish: command('issue', 'Make the space of a customer: one encrypted page; its passphrase is told once', {
    input: z.object({
      customerId: idSchema,
      ...published,
      /** Without it one is drawn. */
      passphrase: secretSchema.optional(),
    }),
    output: z.object({ space: spaceRow, passphrase: z.string(), name: z.string(), file: fileSchema }),
  }),
  choose: query('read', 'For whom spaces would be made together', {
    input: choice.extend(pageSchema.shape),
    output: z.object({
      total: z.int(),
      byMail: z.int(),
      customers: z.array(
        statementCandidate.omit({ without: true, byPost: true }).extend({ openUntil: daySchema.nullable() }),
      ),
    }),
  }),
  publishMany: job('issue', 'Make the spaces of many customers: one ZIP, and the list of their passphrases', {
    input: choice.extend({ ...published, except: z.array(idSchema).max(SPACES_LIMIT).default([]) }),
    output: z.object({
      /** By which `files` gives them: in memory, until the next are made or the program ends. */
      id: idSchema,
      count: z.int(),
      remarks: z.array(
        z.object({ customerId: idSchema, code: z.string(), name: z.string(), remark: z.enum(spaceRemarks) }),
      ),
    }),
  }),
  files: query('issue', 'The spaces made together last: a ZIP, or the workbook of their passphrases', {
    input: z.object({ id: idSchema, what: z.enum(['spaces', 'passphrases']) }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  /** Said once both were saved: the passphrases then stand nowhere any more. */
  forget: query('issue', 'Let go of the spaces made together last', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  list: query('read', 'Spaces of customers, the latest first: to whom, when, until', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      show: z.enum([...spaceStates, 'all']).default('all'),
      search: z.string().default(''),
    }),
    output: z.object({ total: z.int(), spaces: z.array(spaceRow) }),
  }),
  withdraw: command('issue', 'Withdraw a space: answers from it are refused. The file itself cannot be called back', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: spaceRow,
  }),
}
