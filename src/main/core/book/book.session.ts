import { existsSync, realpathSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { lastEntryOf } from '../backups/backups.copy.ts'
import { BackupKeeper } from '../backups/backups.keeper.ts'
import { rescue } from '../backups/backups.rescue.ts'
import { sqliteOf } from '../db/connection.ts'
import type { Ports } from '../kernel/context.ts'
import type { Secret } from '../kernel/contract.ts'
import { type ErrorCode, Refusal } from '../kernel/errors.ts'
import type { OpenBook } from './book.contract.ts'
import { openDamaged } from './book.damaged.ts'
import { type OpenFile, openFile } from './book.file.ts'
import { changeOf, type Identity, identityOf } from './book.identity.ts'
import { keyFor } from './book.passphrase.ts'
import { rememberBook } from './book.recent.ts'

/** The one book that is open, or none. */
export class Session {
  readonly ports: Ports
  readonly backups: BackupKeeper
  #file: OpenFile | null = null
  #book: OpenBook | null = null
  /** Which file was opened: another may stand at its path since. */
  #identity: Identity | null = null
  /** Its log, which nobody takes away while somebody has the book open, unless locks are lost. */
  #log: Identity | null = null
  /** The day of the clock on which it was last seen to that there is a backup. */
  #keptOn = ''
  /** Jobs under way that must not run twice at once. */
  readonly #alone = new Set<string>()

  constructor(ports: Ports) {
    this.ports = ports
    this.backups = new BackupKeeper(ports)
  }

  get book(): OpenBook | null {
    return this.#book
  }

  file(): OpenFile {
    if (!this.#file) throw new Refusal('book.none-open', 'no book is open')
    return this.#file
  }

  isOpen(file: OpenFile): boolean {
    return this.#file === file
  }

  /** @param asItIs a damaged book too, to be read as far as it can be */
  async open(path: string, now: string, passphrase?: Secret, asItIs = false): Promise<OpenBook> {
    // By its real name: two names of one file must meet at the same lock.
    const full = existsSync(path) ? realpathSync(path) : resolve(path)
    // Read-only may no longer be needed: whoever held the book may have left.
    if (this.#book?.path === full && !this.#book.readOnly) return this.#book
    const { userName: user, hostName: host, program } = this.ports
    // The new book opens before the old one closes: a refusal leaves the old one open.
    const key = await keyFor(full, passphrase, now)
    const file = asItIs ? openDamaged(full, key) : await openFile(full, key, { user, host, program, since: now })
    const company = await (asItIs ? readCompany(file) : companyOf(file).then(nameIn))
    await this.close(now)
    this.#file = file
    this.#identity = identityOf(full)
    this.#log = identityOf(`${full}-wal`)
    this.#keptOn = ''
    this.#book = {
      path: full,
      name: basename(full),
      company,
      readOnly: file.writer === null,
      heldBy: file.heldBy,
      migratedFrom: file.migratedFrom,
      damaged: asItIs,
    }
    // What a script opens is no book that a person would look for.
    if (program !== 'cli') rememberBook(this.ports.dataFolder, { path: full, company, openedAt: now })
    return this.#book
  }

  /** Transactions queue: a second such job would wait for the first and then find the book changed under it. */
  async *alone<T>(path: string, code: ErrorCode, work: () => AsyncGenerator<T>): AsyncGenerator<T> {
    if (this.#alone.has(path)) throw new Refusal(code, `${path} is under way`)
    this.#alone.add(path)
    try {
      return yield* work()
    } finally {
      this.#alone.delete(path)
    }
  }

  /** The open book was written anew: the same book, with other connections to another file. */
  replaced(file: OpenFile): void {
    this.#file = file
    this.#identity = identityOf(file.path)
    this.#log = identityOf(`${file.path}-wal`)
  }

  /** What became of the open book's file; null while it stands where it was opened. */
  change(): 'missing' | 'replaced' | null {
    if (!this.#file) return null
    const { path, writer } = this.#file
    const log = writer && this.#log && changeOf(this.#log, `${path}-wal`) ? 'replaced' : null
    return changeOf(this.#identity, path) ?? log
  }

  /**
   * Before a transaction begins and before it is committed: what is written to a file that was taken away is lost.
   * @throws Refusal `book.replaced`, `book.lock-lost`
   */
  refuseReplaced(): void {
    const how = this.change()
    const path = this.#file?.path ?? ''
    if (how) throw new Refusal('book.replaced', `${basename(path)} was taken away while it was open`, { path, how })
    if (this.#file?.lockLost())
      throw new Refusal(
        'book.lock-lost',
        `another program has opened ${basename(path)} to write, or took its lock away`,
        {
          path,
        },
      )
  }

  /** At the first command of a day, the book as it stands is backed up. */
  keepDaily(now: string): void {
    const day = now.slice(0, 10)
    if (this.#keptOn === day) return
    this.#keptOn = day
    this.#keep(now)
  }

  #keep(now: string): void {
    const file = this.#file
    if (!file?.writer) return
    this.backups.keep({ path: file.path, key: file.key }, headOf(file), now)
  }

  async close(now: string): Promise<void> {
    const file = this.#file
    if (!file) return
    try {
      const how = file.writer && this.change()
      const reader = sqliteOf(file.reader)
      if (how) rescue(this.backups, this.ports.dataFolder, { path: file.path, reader, how }, now)
      else this.#keep(now)
    } finally {
      this.#file = null
      this.#book = null
      await file.close()
    }
  }
}

const companyOf = (file: OpenFile) => file.reader.selectFrom('company').select('name').executeTakeFirst()
const nameIn = (company: { name: string } | undefined): string => company?.name ?? ''

// The page that holds it may be the damaged one.
const readCompany = async (file: OpenFile): Promise<string> => companyOf(file).then(nameIn, () => '')

/** What the audit ends with; a damaged one ends with nothing that a backup has. */
const headOf = (file: OpenFile): string => {
  try {
    return lastEntryOf(sqliteOf(file.reader))?.hash ?? ''
  } catch {
    return ''
  }
}
