import { basename } from 'node:path'
import type { Secret } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { headerOf, opensWith, refusalOf } from './book.inspect.ts'
import { BookKey } from './book.key.ts'
import { waitAfter } from './book.passphrase.rules.ts'
import { readRecoveryKey } from './book.recovery.rules.ts'

/** Wrong tries in a row by path, for as long as the program runs: a stolen file can be tried elsewhere without them. */
const tries = new Map<string, { wrong: number; until: number }>()

const secondsLeft = (path: string, now: string): number => {
  const left = Math.ceil(((tries.get(path)?.until ?? 0) - Date.parse(now)) / 1000)
  // A clock that was set back makes nobody wait longer than the longest wait.
  return Math.max(0, Math.min(left, waitAfter(Number.POSITIVE_INFINITY)))
}

// Counted before it is tried, so that tries at the same time wait for each other too.
const countTry = (path: string, now: string): void => {
  const waitSeconds = secondsLeft(path, now)
  if (waitSeconds > 0) throw wrong(path, waitSeconds, false)
  const count = (tries.get(path)?.wrong ?? 0) + 1
  tries.set(path, { wrong: count, until: Date.parse(now) + waitAfter(count) * 1000 })
}

const wrong = (path: string, waitSeconds: number, tried: boolean): Refusal =>
  new Refusal(
    'book.passphrase-wrong',
    tried
      ? `not the passphrase of ${basename(path)}, or the file is damaged; the next try is possible in ${waitSeconds} s`
      : `${basename(path)}: after wrong passphrases the next try is possible in ${waitSeconds} s`,
    { path, waitSeconds, tried },
  )

/**
 * The key of a book, from its passphrase or its recovery key; null for a book that is not encrypted.
 * Refuses `book.passphrase-needed`, `book.passphrase-wrong` (a damaged beginning of the file looks the same),
 * `book.recovery-key-mistyped`, and what `headerOf` refuses.
 */
export const keyFor = async (path: string, secret: Secret | undefined, now: string): Promise<BookKey | null> => {
  const header = readable(path)
  if (!header.encrypted) return null
  const given = secret?.reveal() ?? ''
  if (given === '')
    throw new Refusal('book.passphrase-needed', `${basename(path)} is encrypted: its passphrase is needed`, {
      path,
      waitSeconds: secondsLeft(path, now),
    })
  const recovery = readRecoveryKey(given)
  if (recovery && 'wrongGroups' in recovery)
    throw new Refusal('book.recovery-key-mistyped', 'the recovery key is mistyped', { path, ...recovery })
  countTry(path, now)
  const key = recovery ? new BookKey(recovery.key, header.salt) : await BookKey.derive(given, header.salt)
  if (!isRight(path, key)) throw wrong(path, secondsLeft(path, now), true)
  tries.delete(path)
  return key
}

const readable = (path: string) => {
  try {
    return headerOf(path)
  } catch (error) {
    throw refusalOf(error, path)
  }
}

const isRight = (path: string, key: BookKey): boolean => {
  try {
    return opensWith(path, key)
  } catch (error) {
    throw refusalOf(error, path)
  }
}
