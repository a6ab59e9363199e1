import { copyFileSync, rmSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import type { z } from 'zod'
import { contract } from '../../src/main/core/contract.ts'
import type { CallMeta } from '../../src/main/core/kernel/contract.ts'
import { addDays, type Day } from '../../src/main/core/kernel/day.ts'
import { openTestProgram } from '../support/book.ts'
import { type BookShape, customersOf, shapeOf, valuesOf } from '../support/book-values.ts'
import { anyFile, soundFiles } from '../support/files.ts'
import { strangeStrings } from '../support/strange.ts'
import { harvest, prime } from './inputs.prime.ts'

export const TODAY: Day = '2026-11-22'

export type Known = { slice: string; name: string; call: string; meta: CallMeta; input: z.ZodType }

export const callsOf = (slice: string): Known[] =>
  Object.entries(contract[slice as keyof typeof contract]).map(([name, procedure]) => {
    const { meta, inputSchema } = (procedure as { '~orpc': { meta: CallMeta; inputSchema: z.ZodType } })['~orpc']
    return { slice, name, call: `${slice}.${name}`, meta, input: inputSchema }
  })

/** Slices that act on files of the machine or on who may do what: they write where and when the others must not. */
export const OUTSIDE = new Set(['book', 'backups', 'people', 'preferences'])
const isPath = (slice: string, field: string): boolean =>
  OUTSIDE.has(slice) && /path|folder|directory|^to$|^from$/i.test(field)
const isSecret = (field: string): boolean => /password|passphrase|^current$|^next$|recovery/i.test(field)
/** What stands for a password, where chance would never find the right one. */
const ADMINISTRATOR = { name: 'Anne Martin', password: 'vieux chêne, 7 tonneaux bleus' }

/** The demo company, a copy at a time, in a program of its own. */
export class World {
  readonly opened = openTestProgram(TODAY)
  readonly demo = join(this.opened.folder, 'demo.encours')
  #copies = 0
  #path = ''
  #watching: Sqlite.Database | null = null
  #shape: BookShape | null = null
  #sound: Awaited<ReturnType<typeof soundFiles>> = []
  #harvest = new Map<string, string[]>()

  async prepare(): Promise<void> {
    const { client } = this.opened
    await client.book.createDemo({ path: this.demo })
    await prime(client)
    const queries = Object.keys(contract)
      .flatMap(callsOf)
      .filter(({ meta }) => meta.kind === 'query')
    this.#harvest = await harvest(queries, client)
    this.#sound = await soundFiles(client)
    await client.book.close({})
  }

  async renew(slice = ''): Promise<void> {
    await this.opened.client.book.close({})
    this.#watching?.close()
    // Never the name of an earlier one: a journal left beside it would be taken for its own.
    if (this.#path) for (const end of ['', '-wal', '-shm']) rmSync(this.#path + end, { force: true })
    this.#path = join(this.opened.folder, `copy-${this.#copies++}.encours`)
    copyFileSync(this.demo, this.#path)
    await this.opened.client.book.open({ path: this.#path })
    this.#watching = new Sqlite(this.#path, { readonly: true })
    this.#shape ??= shapeOf(this.#watching)
    if (slice === 'people') await this.opened.client.people.turnOn(ADMINISTRATOR)
  }

  /** The copy open again and at hand, whatever a call of the machine left: another book, none, one that is locked. */
  async recover(): Promise<void> {
    const { client } = this.opened
    try {
      const { book } = await client.book.current({})
      if (book?.path !== this.#path) await client.book.open({ path: this.#path })
      await client.company.get({})
    } catch {
      await client.people.signIn(ADMINISTRATOR).catch(() => this.renew())
    }
  }

  get folder(): string {
    return this.opened.folder
  }

  get #sqlite(): Sqlite.Database {
    if (!this.#watching) throw new Error('no copy is open')
    return this.#watching
  }

  /** Moves with every commit of another connection, and with nothing else. */
  version = (): number => this.#sqlite.pragma('data_version', { simple: true }) as number
  recorded = (): number => this.#sqlite.prepare('SELECT coalesce(max(id), 0) FROM audit_entry').pluck().get() as number

  values(slice: string, seed: number) {
    const customers = customersOf(this.#sqlite, this.#shape as BookShape, slice)
    const customerId = customers[seed % customers.length] ?? ''
    const days = [0, -1, 1, -30, -45, 30, -400, 400].map((days) => addDays(TODAY, days))
    const rest = {
      files: fc.sample(anyFile(this.#sound), { seed, numRuns: 12 }),
      days: [...days, ...days, '1950-01-01', '2024-02-29', '2150-01-01'],
    }
    const values = valuesOf(this.#sqlite, this.#shape as BookShape, slice, customerId, rest)
    const texts = (field: string): readonly string[] => {
      if (isPath(slice, field)) return this.#paths()
      if (field === 'host') return ['127.0.0.1', 'localhost', '']
      if (isSecret(field)) return [ADMINISTRATOR.password]
      return slice === 'people' && field === 'name'
        ? [ADMINISTRATOR.name]
        : [...values.texts(field), ...this.#told(slice, field)]
    }
    return { ...values, texts }
  }

  #told(slice: string, field: string): readonly string[] {
    return this.#harvest.get(`${slice}.${field}`) ?? this.#harvest.get(field) ?? []
  }

  #paths(): string[] {
    const names = ['demo.encours', 'copy-99999.encours', 'new.encours', 'none/new.encours', '', '.', 'demo.encours/x']
    return [...names, `${'x'.repeat(300)}.encours`, ...strangeStrings].map((name) => join(this.folder, 'p', '..', name))
  }

  /** The same input, its paths inside the folder and its mail servers on this machine. */
  confined(slice: string, input: unknown, field = ''): unknown {
    if (typeof input === 'string') {
      if (isPath(slice, field) && !resolve('/', input).startsWith(this.folder + sep))
        return `${this.folder}/${input.replaceAll('..', '')}`
      return field === 'host' && input.trim() !== '' ? '127.0.0.1' : input
    }
    if (typeof input === 'number' && field === 'port' && Number.isInteger(input) && input > 0) return (input % 8) + 1
    if (Array.isArray(input)) return input.map((part) => this.confined(slice, part, field))
    if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype) return input
    return Object.fromEntries(Object.entries(input).map(([key, part]) => [key, this.confined(slice, part, key)]))
  }

  async close(): Promise<void> {
    this.#watching?.close()
    await this.opened.close()
  }
}
