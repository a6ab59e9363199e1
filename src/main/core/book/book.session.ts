import { existsSync, realpathSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Ports } from '../kernel/context.ts'
import type { Secret } from '../kernel/contract.ts'
import { type ErrorCode, Refusal } from '../kernel/errors.ts'
import type { OpenBook } from './book.contract.ts'
import { type OpenFile, openFile } from './book.file.ts'
import { keyFor } from './book.passphrase.ts'
import { rememberBook } from './book.recent.ts'

/** The one book that is open, or none. */
export class Session {
  readonly ports: Ports
  #file: OpenFile | null = null
  #book: OpenBook | null = null
  /** Jobs under way that must not run twice at once. */
  readonly #alone = new Set<string>()

  constructor(ports: Ports) {
    this.ports = ports
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

  async open(path: string, now: string, passphrase?: Secret): Promise<OpenBook> {
    // By its real name: two names of one file must meet at the same lock.
    const full = existsSync(path) ? realpathSync(path) : resolve(path)
    // Read-only may no longer be needed: whoever held the book may have left.
    if (this.#book?.path === full && !this.#book.readOnly) return this.#book
    const { userName: user, hostName: host, program } = this.ports
    // The new book opens before the old one closes: a refusal leaves the old one open.
    const key = await keyFor(full, passphrase, now)
    const file = await openFile(full, key, { user, host, program, since: now })
    const row = await file.reader.selectFrom('company').select('name').executeTakeFirst()
    const company = row?.name ?? ''
    await this.close()
    this.#file = file
    this.#book = {
      path: full,
      name: basename(full),
      company,
      readOnly: file.writer === null,
      heldBy: file.heldBy,
      migratedFrom: file.migratedFrom,
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

  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    this.#book = null
    await file?.close()
  }
}
