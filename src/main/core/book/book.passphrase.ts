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

/** One try, refused while a wait runs. Counted before it is tried, so that tries at the same time wait for each other. */
const tryOnce = async (path: string, now: string, attempt: () => Promise<BookKey | null>): Promise<BookKey> => {
  const waitSeconds = secondsLeft(path, now)
  if (waitSeconds > 0) throw wrong(path, waitSeconds, false)
  const count = (tries.get(path)?.wrong ?? 0) + 1
  tries.set(path, { wrong: count, until: Date.parse(now) + waitAfter(count) * 1000 })
  const key = await attempt()
  if (!key) throw wrong(path, secondsLeft(path, now), true)
  tries.delete(path)
  return key
}

const wrong = (path: string, waitSeconds: number, tried: boolean): Refusal =>
  new Refusal(
    'book.passphrase-wrong',
    `${tried ? `not the passphrase of ${basename(path)}, or the beginning of the file is damaged` : basename(path)}; ` +
      (waitSeconds === 0 ? 'try again' : `the next try is possible in ${waitSeconds} s`),
    { path, waitSeconds, tried },
  )

/** From a passphrase, or a recovery key; refuses `book.recovery-key-mistyped` before it counts as a try. */
const keyGiven = (path: string, given: string): ((salt: Uint8Array) => Promise<BookKey>) => {
  const recovery = readRecoveryKey(given)
  if (!recovery) return (salt) => BookKey.derive(given, salt)
  if ('wrongGroups' in recovery)
    throw new Refusal(
      'book.recovery-key-mistyped',
      `the recovery key is mistyped in ${recovery.wrongGroups.join(', ')}`,
      {
        path,
        wrongGroups: recovery.wrongGroups,
      },
    )
  return async (salt) => new BookKey(recovery.key, salt)
}

/**
 * The key of a book, from its passphrase or its recovery key; null for a book that is not encrypted.
 * Refuses `book.passphrase-needed`, `book.passphrase-wrong` (a damaged beginning of the file looks the same),
 * `book.recovery-key-mistyped`, and what `headerOf` refuses. Never for a book that is open: it would lose its locks.
 */
export const keyFor = async (path: string, secret: Secret | undefined, now: string): Promise<BookKey | null> => {
  const header = asTold(path, () => headerOf(path))
  if (!header.encrypted) return null
  const given = secret?.reveal() ?? ''
  if (given === '')
    throw new Refusal('book.passphrase-needed', `${basename(path)} is encrypted: its passphrase is needed`, {
      path,
      waitSeconds: secondsLeft(path, now),
    })
  const derive = keyGiven(path, given)
  return tryOnce(path, now, async () => {
    const key = await derive(header.salt)
    return asTold(path, () => opensWith(path, key)) ? key : null
  })
}

/** Makes sure that somebody knows the passphrase, or has the recovery key, of the book that is open. */
export const confirmKey = async (path: string, key: BookKey, secret: Secret, now: string): Promise<void> => {
  const derive = keyGiven(path, secret.reveal())
  await tryOnce(path, now, async () => {
    const given = await derive(key.salt())
    return given.equals(key) ? given : null
  })
}

const asTold = <T>(path: string, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw refusalOf(error, path)
  }
}
