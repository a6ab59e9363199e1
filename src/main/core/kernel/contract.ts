import { type ContractProcedure, eventIterator, oc, type Schema } from '@orpc/contract'
import { z } from 'zod'
import type { ErrorCode } from './errors.ts'

/** What the role of a person may allow. */
export const permissions = [
  'read',
  'collect',
  'edit',
  'import',
  'issue',
  'approve',
  'configure',
  'audit',
  'administer',
] as const
export type Permission = (typeof permissions)[number]

/** What a call asks for; `open` is answered to whoever sits there, before anybody signed in. */
export type Needed = Permission | 'open'

/**
 * - `query` reads the open book.
 * - `command` writes in one transaction, recorded in the audit.
 * - `job` is a command that reports progress while it runs and can be cancelled; cancelling leaves nothing.
 * - `errand` is a job that acts outside the book: it writes in short transactions of its own, each committed before the
 *   next step, because what has left the house cannot be taken back. Cancelling ends it between two steps.
 * - `host` needs no open book (open, create, recent books, plain calculations).
 */
export type CallKind = 'query' | 'command' | 'job' | 'errand' | 'host'
export type CallMeta<K extends CallKind = CallKind> = {
  kind: K
  permission: Needed
  about: string
  /** Of a job that must not run twice at once: what a second one is refused with. */
  alone?: ErrorCode
}

type Shape<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O }
type Call<K extends CallKind, I, O> = ContractProcedure<
  I extends z.ZodType ? I : never,
  O extends Schema<infer _A, infer _B> ? O : never,
  Record<never, never>,
  CallMeta<K>
>

const declare =
  <K extends CallKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(permission: Needed, about: string, shape: Shape<I, O>) =>
    oc.$meta<CallMeta<K>>({ kind, permission, about }).input(shape.input).output(shape.output)

/** Declares a call: permission, one line of explanation for the help, and its schemas. */
export const query = declare('query')
export const command = declare('command')
export const host = declare('host')

export const progressSchema = z.object({ step: z.string(), done: z.number(), total: z.number().nullable() })
export type Progress = z.infer<typeof progressSchema>

const declareInSteps =
  <K extends 'job' | 'errand'>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(
    permission: Needed,
    about: string,
    shape: Shape<I, O> & Pick<CallMeta, 'alone'>,
  ) =>
    oc
      .$meta<CallMeta<K>>({ kind, permission, about, ...(shape.alone && { alone: shape.alone }) })
      .input(shape.input)
      .output(eventIterator(progressSchema, shape.output))

export const job = declareInSteps('job')
export const errand = declareInSteps('errand')

export type { Call }

export const nothing = z.object({})
export const idSchema = z.uuid()
/** A password on its way in: written as JSON, into the audit or a log, it is stars. */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  reveal(): string {
    return this.#text
  }

  toJSON(): string {
    return '***'
  }
}
export const secretSchema = z
  .string()
  .max(500)
  .transform((text) => new Secret(text))

/** The place of a file or folder on this machine: no system has names with a NUL in them, and Node throws at one. */
export const pathSchema = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => !path.includes('\0'), { message: 'not a path' })

/** A file that comes in or goes out, with its name. */
export const fileSchema = z.instanceof(Blob)

export const pageSchema = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(200),
})
export type Page = z.infer<typeof pageSchema>

export const languageSchema = z.enum(['fr', 'en'])
/** The language of the window, and of what the company keeps for itself. */
export type Language = z.infer<typeof languageSchema>

/** The languages customers are written to in. */
export const letterLanguages = ['fr', 'en', 'de', 'es'] as const
export const letterLanguageSchema = z.enum(letterLanguages)
export type LetterLanguage = z.infer<typeof letterLanguageSchema>
