import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BookKey } from '../book/book.key.ts'
import { type ErrorCode, Refusal } from '../kernel/errors.ts'
import type { Copied } from './backups.copy.ts'
import type { CopyResult, CopyTask } from './backups.worker.ts'

/** Where the copier stands when the program runs from its sources; a built one is told where. */
const SOURCE = new URL('./backups.worker.ts', import.meta.url)

/**
 * Copies a book on a thread of its own, and verifies it. Ending the signal ends the thread.
 * @throws Refusal of a backup; where the file cannot be read, of a book
 */
export const copyOnThread = async (
  built: string | URL | undefined,
  { path, key, to }: { path: string; key: BookKey | null; to: string },
  signal?: AbortSignal,
): Promise<Copied> => {
  if (signal?.aborted) throw interrupted()
  const task: CopyTask = { path, key: key && { bytes: key.bytes(), salt: key.salt() }, to }
  const worker = new Worker(built ?? SOURCE, { workerData: task })
  try {
    const result = await new Promise<CopyResult>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(interrupted()))
      signal?.addEventListener('abort', () => reject(interrupted()), { once: true })
    })
    if ('copied' in result) return result.copied
    if ('refused' in result)
      throw new Refusal(result.refused.code as ErrorCode, result.refused.message, result.refused.details)
    throw asRefusal(result.failed, to)
  } finally {
    // Not waited for: a step of SQLite that is under way ends in its own time.
    worker.terminate()
  }
}

const interrupted = () => new Refusal('backup.interrupted', 'the backup was interrupted')

const FAILURES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)/, 'book.damaged'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'backup.no-room'],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM|EROFS)/, 'backup.folder-not-writable'],
  [/^ENOENT/, 'backup.folder-missing'],
]

/** What went wrong with a file, as a refusal of the backup. */
export const asRefusal = ({ code, message }: { code: string; message: string }, to: string): Refusal => {
  const known = FAILURES.find(([pattern]) => pattern.test(code))?.[1] ?? 'backup.failed'
  return new Refusal(known, `${to} could not be written: ${message}`, { folder: dirname(to), cause: message })
}
