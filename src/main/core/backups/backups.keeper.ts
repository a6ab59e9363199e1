import { existsSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { syncFolder } from '../book/book.connection.ts'
import type { BookKey } from '../book/book.key.ts'
import type { Ports } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Backup, Failure } from './backups.contract.ts'
import {
  freeName,
  listBackups,
  prepareFolder,
  prune,
  refuseWithoutRoom,
  removeOldParts,
  removePart,
  reservePart,
} from './backups.folder.ts'
import { changeRecords, readRecords, recordsOf } from './backups.records.ts'
import { asRefusal, copyOnThread } from './backups.thread.ts'

export type Source = { path: string; key: BookKey | null }

/** Makes the backups of this program's books, one at a time, and remembers what became of them. */
export class BackupKeeper {
  readonly #ports: Ports
  #queue: Promise<unknown> = Promise.resolve()
  #running: { path: string; abort: AbortController } | null = null
  /** The program ends: what waits for its turn is given up as well. */
  #givenUp = false
  /** Also where the file of records cannot be written. */
  readonly #failures = new Map<string, Failure | null>()

  constructor(ports: Ports) {
    this.#ports = ports
  }

  get automatic(): boolean {
    return this.#ports.backups === 'automatic' && readRecords(this.#ports.dataFolder).settings.on
  }

  isRunning(path: string): boolean {
    return this.#running?.path === path
  }

  /** The newest backup of a book that was held against it. */
  last(path: string): Backup | null {
    return listBackups(this.#ports.dataFolder, path).backups.find(({ verified }) => verified) ?? null
  }

  /** Whether a backup ends with this entry of the book's audit. */
  holds(path: string, head: string): boolean {
    const known = recordsOf(readRecords(this.#ports.dataFolder), path).backups
    return listBackups(this.#ports.dataFolder, path).backups.some(
      (one) => one.verified && known[one.path]?.head === head,
    )
  }

  failures(): Failure[] {
    const kept = Object.entries(readRecords(this.#ports.dataFolder).books).flatMap(([path, { failure }]) =>
      failure && !this.#failures.has(path) ? [{ path, ...failure }] : [],
    )
    return [...kept, ...[...this.#failures.values()].filter((failure) => failure !== null)]
  }

  dismiss(path: string): void {
    this.#note(path, null)
  }

  /** Backs a book up in the background when it ends with an entry that no backup has; a failure is noted. */
  keep(source: Source, head: string, now: string): void {
    if (!this.automatic || this.holds(source.path, head)) return
    this.backUp(source, now, false).catch(() => {})
  }

  /** @throws Refusal, which is noted as well */
  backUp(source: Source, now: string, manual: boolean): Promise<Backup> {
    return this.#alone(source, async (signal) => {
      try {
        const backup = await this.#write(source, now, manual, signal)
        this.#note(source.path, null)
        return backup
      } catch (error) {
        this.fail(source.path, now, error)
        throw error
      }
    })
  }

  /** Copies a book to a new file that is no backup of ours to keep. */
  copy(source: Source, to: string) {
    return this.#alone(source, async (signal) => {
      const { size } = statSync(source.path)
      refuseWithoutRoom(dirname(to), size)
      return this.#copyTo(source, to, signal)
    })
  }

  /** Notes what is to be told: a backup that failed, or a book that was taken away. */
  fail(path: string, now: string, error: unknown): void {
    const told = error instanceof Refusal ? error : asRefusal(wordsOf(error), path)
    this.#note(path, { path, at: now, code: told.code, details: told.details })
  }

  /** Resolves once no backup is under way. */
  async idle(): Promise<void> {
    await this.#queue
  }

  /** The same, for the end of the program: a backup that takes longer is given up and noted. */
  async settle(limitMs: number): Promise<void> {
    const given = new AbortController()
    const limit = setTimeout(limitMs, undefined, { signal: given.signal }).then(
      () => {
        this.#givenUp = true
        this.#running?.abort.abort()
      },
      () => {},
    )
    await this.idle()
    given.abort()
    await limit
  }

  #alone<T>({ path }: Source, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      const abort = new AbortController()
      if (this.#givenUp) abort.abort()
      this.#running = { path, abort }
      try {
        return await work(abort.signal)
      } finally {
        this.#running = null
      }
    })
    this.#queue = turn.catch(() => {})
    return turn
  }

  async #write(source: Source, now: string, manual: boolean, signal: AbortSignal): Promise<Backup> {
    const { dataFolder } = this.#ports
    const { settings } = readRecords(dataFolder)
    const folder = prepareFolder(dataFolder, settings, source.path)
    removeOldParts(folder, source.path, now)
    const name = freeName(folder, source.path, now, manual)
    const path = join(folder, name)
    const { bytes, company, head, lastEntryAt } = await this.#copyTo(source, path, signal)
    const pruned = manual ? [] : prune(folder, source.path, settings, name)
    changeRecords(dataFolder, (records) => {
      const { backups } = recordsOf(records, source.path)
      for (const gone of pruned) delete backups[join(folder, gone)]
      backups[path] = { bytes, changedMs: statSync(path).mtimeMs, company, head, lastEntryAt }
    })
    const made = listBackups(dataFolder, source.path).backups.find((one) => one.name === name)
    if (!made) throw new Refusal('backup.failed', `${path} is gone`, { folder, cause: `${path} is gone` })
    return made
  }

  /** Under another name until it is whole, and never over a file. */
  async #copyTo(source: Source, path: string, signal: AbortSignal) {
    let part: string | null = null
    try {
      part = reservePart(path)
      const copied = await copyOnThread(this.#ports.copierWorker, { ...source, to: part }, signal)
      if (existsSync(path)) throw new Refusal('book.exists', `${path} exists already`, { path })
      renameSync(part, path)
      syncFolder(dirname(path))
      return copied
    } catch (error) {
      if (part) removePart(part)
      throw error instanceof Refusal ? error : asRefusal(wordsOf(error), path)
    }
  }

  #note(path: string, failure: Failure | null): void {
    this.#failures.set(path, failure)
    try {
      changeRecords(this.#ports.dataFolder, (records) => {
        const { path: _, ...rest } = failure ?? { path }
        recordsOf(records, path).failure = failure && (rest as Omit<Failure, 'path'>)
      })
    } catch {
      // It is told as long as the program runs.
    }
  }
}

const wordsOf = (error: unknown): { code: string; message: string } => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : '',
  message: String(error),
})
