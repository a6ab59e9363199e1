import { ORPCError } from '@orpc/client'
import type { ErrorCode } from '../../main/core/kernel/errors.ts'
import { errorsFr } from '../app/errors.fr.ts'
import type { Translate } from '../app/i18n.ts'

/** What can go wrong beyond the refusals of the core. */
export type WindowErrorCode = 'connection' | 'internal' | 'file.too-large'
export type AnyErrorCode = ErrorCode | WindowErrorCode

const transport: Record<string, AnyErrorCode> = {
  BAD_REQUEST: 'input.invalid',
  PAYLOAD_TOO_LARGE: 'file.too-large',
  UNAUTHORIZED: 'connection',
}

export const isErrorCode = (code: string): code is AnyErrorCode => code in errorsFr

export const codeOf = (error: unknown): AnyErrorCode => {
  if (error instanceof ORPCError) {
    if (error.code in errorsFr) return error.code as AnyErrorCode
    return transport[error.code] ?? 'internal'
  }
  if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
  // What fetch says when the server is gone.
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return 'connection'
  return 'internal'
}

/** Figures and names of a refusal. */
export const detailsOf = (error: unknown): Record<string, unknown> =>
  error instanceof ORPCError && error.data && typeof error.data === 'object'
    ? (error.data as Record<string, unknown>)
    : {}

/** The sentence of a failed call, in the user's language: what happened, what was not lost, what to do. */
export const errorText = (error: unknown, t: Translate): string => t(`errors:${codeOf(error)}`, detailsOf(error))
