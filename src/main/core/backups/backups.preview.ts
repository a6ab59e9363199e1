import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { headerOf, inspectFile, refusalOf } from '../book/book.inspect.ts'
import { keyFor } from '../book/book.passphrase.ts'
import { migrations } from '../db/migrations/index.ts'
import type { Secret } from '../kernel/contract.ts'
import { connectUntouched } from './backups.copy.ts'
import { readAnyName } from './backups.rules.ts'

/**
 * What a backup holds, read without changing it. An encrypted one tells its content once its passphrase is given.
 * Refuses what opening a book refuses.
 */
export const previewOf = async (path: string, passphrase: Secret | undefined, now: string) => {
  try {
    const { encrypted } = headerOf(path)
    const { size, mtime } = statSync(path)
    const told = {
      path,
      bytes: size,
      at: readAnyName(basename(path))?.at ?? mtime.toISOString(),
      needsPassphrase: encrypted,
    }
    if (encrypted && !passphrase) return { ...told, content: null }
    const key = await keyFor(path, passphrase, now)
    const version = inspectFile(path, key)
    const sqlite = connectUntouched(path, key)
    try {
      const one = <T>(statement: string): T | undefined => sqlite.prepare(statement).pluck().get() as T | undefined
      const content = {
        company: one<string>('SELECT name FROM company') ?? '',
        customers: one<number>('SELECT count(*) FROM customer') ?? 0,
        items: one<number>('SELECT count(*) FROM open_item') ?? 0,
        lastEntryAt: one<string>('SELECT at FROM audit_entry ORDER BY id DESC LIMIT 1') ?? null,
        version: version < migrations.length ? ('older' as const) : ('same' as const),
      }
      return { ...told, content }
    } finally {
      sqlite.close()
    }
  } catch (error) {
    throw refusalOf(error, path)
  }
}
