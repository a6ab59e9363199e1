import { type ContractProcedure, eventIterator, oc, type Schema } from '@orpc/contract'
import { z } from 'zod'

/** What a person may be allowed to do; every call names one. */
export const permissions = ['read', 'collect', 'edit', 'import', 'issue', 'configure', 'open'] as const
export type Permission = (typeof permissions)[number]

/**
 * - `query` reads the open book.
 * - `command` writes in one transaction, recorded in the audit.
 * - `job` is a command that reports progress while it runs and can be cancelled; cancelling leaves nothing.
 * - `host` needs no open book (open, create, recent books, plain calculations).
 */
export type CallKind = 'query' | 'command' | 'job' | 'host'
export type CallMeta<K extends CallKind = CallKind> = { kind: K; permission: Permission; about: string }

type Shape<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O }
type Call<K extends CallKind, I, O> = ContractProcedure<
  I extends z.ZodType ? I : never,
  O extends Schema<infer _A, infer _B> ? O : never,
  Record<never, never>,
  CallMeta<K>
>

const declare =
  <K extends CallKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(permission: Permission, about: string, shape: Shape<I, O>) =>
    oc.$meta<CallMeta<K>>({ kind, permission, about }).input(shape.input).output(shape.output)

/** Declares a call: permission, one line of explanation for the help, and its schemas. */
export const query = declare('query')
export const command = declare('command')
export const host = declare('host')

export const progressSchema = z.object({ step: z.string(), done: z.number(), total: z.number().nullable() })
export type Progress = z.infer<typeof progressSchema>

export const job = <I extends z.ZodType, O extends z.ZodType>(
  permission: Permission,
  about: string,
  shape: Shape<I, O>,
) =>
  oc
    .$meta<CallMeta<'job'>>({ kind: 'job', permission, about })
    .input(shape.input)
    .output(eventIterator(progressSchema, shape.output))

export type { Call }

export const nothing = z.object({})
export const idSchema = z.uuid()
/** A file that comes in or goes out, with its name. */
export const fileSchema = z.instanceof(Blob)

export const pageSchema = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(200),
})
export type Page = z.infer<typeof pageSchema>

export const languageSchema = z.enum(['fr', 'en'])
export type Language = z.infer<typeof languageSchema>
