import { Refusal } from '../core/kernel/errors.ts'

/** The call's words are off: an unknown option, a value that is missing. Status 1. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export type Failure = { status: 1 | 2 | 3; code: string; message: string; details: Record<string, unknown> }

/** Refusals of what was asked about a book; every other `book.` code means that the book cannot be used. */
const ofTheInput = new Set([
  'book.exists',
  'book.none-open',
  'book.encrypted',
  'book.not-encrypted',
  'book.passphrase-weak',
  'book.recovery-key-differs',
])

const refused = (code: string, message: string, details: unknown): Failure => ({
  status: code.startsWith('book.') && !ofTheInput.has(code) ? 3 : 2,
  code,
  message,
  details: typeof details === 'object' && details !== null ? { ...details } : {},
})

/** What went wrong, as the exit status and the JSON say it; null for a bug, which is no answer of the program. */
export const failureOf = (error: unknown): Failure | null => {
  if (error instanceof UsageError) return { status: 1, code: 'usage', message: error.message, details: {} }
  if (error instanceof Refusal) return refused(error.code, error.message, error.details)
  if (!(error instanceof Error) || !('code' in error)) return null
  const code = String(error.code)
  if (code.startsWith('SQLITE_'))
    return { status: 3, code: 'book.unusable', message: error.message, details: { cause: code } }
  if (!('defined' in error) || code === 'INTERNAL_SERVER_ERROR') return error.cause ? failureOf(error.cause) : null
  const data = 'data' in error ? error.data : null
  return code === 'BAD_REQUEST' ? { ...invalid(data), status: 2 } : refused(code, error.message, data)
}

type Issue = { path?: readonly unknown[]; message: string }

const invalid = (data: unknown): Omit<Failure, 'status'> => {
  const issues = ((data as { issues?: Issue[] } | null)?.issues ?? []).map(({ path = [], message }) => ({
    field: path.map(nameOf).join('.'),
    message,
  }))
  const first = issues[0]
  return {
    code: 'input.invalid',
    message: first ? `${first.field || 'the input'}: ${first.message}` : 'the input is not valid',
    details: { issues },
  }
}

// A step of a path is a key, or an object that holds one.
const nameOf = (step: unknown): string =>
  String(typeof step === 'object' && step !== null && 'key' in step ? step.key : step)
