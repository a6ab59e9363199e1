import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { ORPCError } from '@orpc/server'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import type { z } from 'zod'
import { contract } from '../../src/main/core/contract.ts'
import type { CallMeta } from '../../src/main/core/kernel/contract.ts'
import { addDays, type Day } from '../../src/main/core/kernel/day.ts'
import { errorsEn } from '../../src/renderer/app/errors.en.ts'
import { arbitraryOf } from '../support/arbitrary.ts'
import { type Client, openTestProgram } from '../support/book.ts'
import { type BookShape, shapeOf, valuesOf } from '../support/book-values.ts'
import { anyFile, soundFiles } from '../support/files.ts'
import { spoilt, strangeStrings, strangeValue } from '../support/strange.ts'
import { watchOver } from '../support/watchdog.ts'

export const TODAY: Day = '2026-11-22'
/** Other days the clock of the machine may show. */
const OTHER_DAYS = ['2026-10-31', '2027-03-01', '2020-02-29', '1999-12-31', '2060-01-01']
/** Longer than anything a person would wait for; two cores may be busy elsewhere. */
const LONGEST = 30_000
/** Where the call under way is written down, to find the one that took the program with it. */
const TRACE = process.env.ENCOURS_FAULTS_TRACE
/** Inputs of one call in a row, before the next call of its slice has its turn. */
const BATCH = 10

export type Finding = { call: string; problem: string; input: string; times: number }
export type Tally = { call: string; accepted: number; refused: number; invalid: number }
type Known = { slice: string; name: string; call: string; meta: CallMeta; input: z.ZodType }

export const callsOf = (slice: string): Known[] =>
  Object.entries(contract[slice as keyof typeof contract]).map(([name, procedure]) => {
    const { meta, inputSchema } = (procedure as { '~orpc': { meta: CallMeta; inputSchema: z.ZodType } })['~orpc']
    return { slice, name, call: `${slice}.${name}`, meta, input: inputSchema }
  })

/** What is drawn for a call: as its schema wants it, one place of that spoilt, or anything. */
const inputsOf = ({ input, slice }: Known, world: World, seed: number): unknown[] => {
  const values = world.values(slice, seed)
  const valid = arbitraryOf(input, values)
  // Between fields the refinements of an object may want more than chance gives: some tries, then as it comes.
  const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, more: number) =>
    fc.sample(arbitrary, { seed: seed + more, numRuns })
  const drawn = sample(valid, 40, 0)
  const fitting = drawn.filter((value) => input.safeParse(value).success)
  const pool = fitting.length >= 6 ? fitting : [...fitting, ...drawn]
  return [...pool.slice(0, 6), ...sample(spoilt(valid), 3, 1), ...sample(strangeValue, 1, 2)].slice(0, BATCH)
}

/** The demo company, a copy at a time, in a program of its own. */
export class World {
  readonly opened = openTestProgram(TODAY)
  readonly demo = join(this.opened.folder, 'demo.encours')
  #copies = 0
  #path = ''
  #watching: Sqlite.Database | null = null
  #shape: BookShape | null = null
  #sound: Awaited<ReturnType<typeof soundFiles>> = []

  async prepare(prime: (client: Client) => Promise<void>): Promise<void> {
    const { client } = this.opened
    await client.book.createDemo({ path: this.demo })
    await prime(client)
    this.#sound = await soundFiles(client)
    await client.book.close({})
  }

  async renew(): Promise<void> {
    await this.opened.client.book.close({})
    this.#watching?.close()
    // Never the name of an earlier one: a journal left beside it would be taken for its own.
    if (this.#path) for (const end of ['', '-wal', '-shm']) rmSync(this.#path + end, { force: true })
    this.#path = join(this.opened.folder, `copy-${this.#copies++}.encours`)
    copyFileSync(this.demo, this.#path)
    await this.reopen()
    this.#watching = new Sqlite(this.#path, { readonly: true })
    this.#shape ??= shapeOf(this.#watching)
  }

  /** The calls of books and passphrases may have left another book open, or none. */
  async reopen(): Promise<void> {
    const { book } = await this.opened.client.book.current({})
    if (book?.path !== this.#path) await this.opened.client.book.open({ path: this.#path })
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
    const customers = this.#sqlite.prepare('SELECT id FROM customer ORDER BY id').pluck().all() as string[]
    const customerId = customers[seed % customers.length] ?? ''
    const days = [0, -1, 1, -30, -45, 30, -400, 400].map((days) => addDays(TODAY, days))
    const rest = {
      files: fc.sample(anyFile(this.#sound), { seed, numRuns: 12 }),
      days: [...days, ...days, '1900-01-01', '2024-02-29', '2150-01-01'],
    }
    const values = valuesOf(this.#sqlite, this.#shape as BookShape, slice, customerId, rest)
    return { ...values, texts: (field: string) => (isPath(field) ? this.#paths() : values.texts(field)) }
  }

  #paths(): string[] {
    const names = ['demo.encours', 'copy-99999.encours', 'new.encours', 'none/new.encours', '', '.', 'demo.encours/x']
    return [...names, `${'x'.repeat(300)}.encours`, ...strangeStrings].map((name) => join(this.folder, 'p', '..', name))
  }

  /** The same input, its paths inside the folder and its mail servers on this machine. */
  confined(input: unknown, field = ''): unknown {
    if (typeof input === 'string') {
      if (isPath(field) && !resolve('/', input).startsWith(this.folder + sep))
        return `${this.folder}/${input.replaceAll('..', '')}`
      return field === 'host' && input.trim() !== '' ? '127.0.0.1' : input
    }
    if (typeof input === 'number' && field === 'port' && Number.isInteger(input) && input > 0) return (input % 8) + 1
    if (Array.isArray(input)) return input.map((part) => this.confined(part, field))
    if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype) return input
    return Object.fromEntries(Object.entries(input).map(([key, part]) => [key, this.confined(part, key)]))
  }

  async close(): Promise<void> {
    this.#watching?.close()
    await this.opened.close()
  }
}

const isPath = (field: string): boolean => /path|folder|directory|^to$|^from$/i.test(field)

type Outcome = { kind: 'accepted' | 'refused' | 'invalid' | 'broken'; problem?: string }

const outcomeOf = (error: unknown): Outcome => {
  if (!(error instanceof ORPCError)) return { kind: 'broken', problem: wordsOf(error) }
  if (error.code === 'BAD_REQUEST') return { kind: 'invalid' }
  if (Object.hasOwn(errorsEn, error.code)) return { kind: 'refused' }
  return { kind: 'broken', problem: wordsOf(error.cause ?? error) }
}

const wordsOf = (error: unknown): string => {
  const { message, stack = '', issues, data } = error as Error & { issues?: unknown; data?: unknown }
  const said = issues ?? (data as { issues?: unknown } | undefined)?.issues
  const place = stack.split('\n').filter((line) => line.includes('/src/') || line.includes('node_modules'))
  return `${message} ${said ? JSON.stringify(said).slice(0, 500) : ''} ${place.slice(0, 3).join(' ').trim()}`
}

/** Short enough to be read, exact enough to be tried again. */
export const told = (input: unknown): string => {
  const written = JSON.stringify(input, (_key, value) => {
    if (typeof value === 'bigint') return `${value}n`
    if (value instanceof Blob)
      return `<${value.size} bytes${value instanceof File ? ` ${value.name.slice(0, 40)}` : ''}>`
    if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
    return typeof value === 'string' && value.length > 80 ? `${value.slice(0, 20)}… (${value.length})` : value
  })
  return (written ?? String(input)).slice(0, 1500)
}

type Answering = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>

/** Makes one call to its end, or, of a job with `steps`, gives it up after so many steps. */
const make = async (client: Client, { slice, name, meta }: Known, input: unknown, steps: number): Promise<void> => {
  const answering = (client as unknown as Record<string, Record<string, Answering>>)[slice]?.[name] as Answering
  const giveUp = new AbortController()
  const answer = await answering(input, { signal: giveUp.signal })
  if (meta.kind !== 'job' && meta.kind !== 'errand') return
  const stream = answer as AsyncGenerator<unknown>
  for (let step = 0; ; step++) {
    if (step === steps) giveUp.abort()
    if ((await stream.next()).done) return
  }
}

/** Tries calls with generated inputs and keeps what went wrong. */
export class Walk {
  readonly world: World
  readonly seed: number
  readonly #found = new Map<string, Finding>()
  readonly tallies = new Map<string, Tally>()
  slowest = { call: '', ms: 0, input: '' }
  tried = 0

  constructor(world: World, seed: number) {
    this.world = world
    this.seed = seed
  }

  get findings(): Finding[] {
    return [...this.#found.values()]
  }

  note(call: string, problem: string, input: unknown): void {
    const key = `${call} ${problem.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace(/\d+/g, '0')}`
    const known = this.#found.get(key)
    if (known) known.times++
    else this.#found.set(key, { call, problem, input: told(input), times: 1 })
  }

  /** Calls of one slice in turn, so that what one of them makes another finds. */
  async slice(slice: string, perCall: number): Promise<void> {
    const calls = callsOf(slice)
    const rounds = Math.ceil(perCall / BATCH)
    for (let round = 0; round < rounds; round++) {
      if (round % 10 === 0) await this.world.renew()
      for (const [index, known] of calls.entries()) {
        const seed = this.seed + 7919 * round + 104_729 * index
        for (const [at, input] of inputsOf(known, this.world, seed).entries())
          await this.#one(known, this.world.confined(input), seed + at)
      }
      if (round % 10 === 9 || round === rounds - 1) await this.#verify(slice, round)
    }
  }

  async #one(known: Known, input: unknown, seed: number): Promise<void> {
    const { world } = this
    const { call, meta } = known
    const [version, recorded] = [world.version(), world.recorded()]
    const client = world.opened.on(seed % 9 === 0 ? (OTHER_DAYS[seed % OTHER_DAYS.length] ?? TODAY) : TODAY)
    const words = `${call} ${told(input)}`
    // A program out of memory tells nothing any more.
    if (TRACE) writeFileSync(TRACE, words)
    const awake = watchOver(words, 4 * LONGEST)
    const begun = performance.now()
    let outcome: Outcome = { kind: 'accepted' }
    try {
      await make(client, known, input, seed % 4 === 0 ? seed % 3 : -1)
    } catch (error) {
      outcome = outcomeOf(error)
    }
    awake()
    const ms = performance.now() - begun
    if (ms > this.slowest.ms) this.slowest = { call, ms, input: told(input) }
    this.tried++
    this.#count(call, outcome.kind)
    if (outcome.kind === 'broken') this.note(call, outcome.problem ?? '', input)
    if (ms > LONGEST) this.note(call, `took longer than ${LONGEST / 1000} s`, input)
    if (known.slice === 'book' || meta.kind === 'host') await world.reopen()
    this.#written(known, outcome, input, version !== world.version(), world.recorded() - recorded)
  }

  /** Refused or failed, nothing is written; answered, a command leaves one entry in the audit, a query none. */
  #written(
    { call, meta, slice }: Known,
    { kind, problem }: Outcome,
    input: unknown,
    moved: boolean,
    entries: number,
  ): void {
    if (meta.kind === 'errand' || slice === 'book' || slice === 'backups') return
    const writes = (meta.kind === 'command' || meta.kind === 'job') && kind === 'accepted'
    // What comes out is checked after the call has ended, and by tests only.
    if (problem?.startsWith('Output validation failed')) return
    if (!writes && moved)
      this.note(call, `wrote into the book though it ${kind === 'accepted' ? 'only reads' : `was ${kind}`}`, input)
    const dry = (input as { dryRun?: unknown } | null)?.dryRun === true
    if (writes && !dry && entries !== 1) this.note(call, `left ${entries} entries in the audit`, input)
  }

  #count(call: string, kind: Outcome['kind']): void {
    const tally = this.tallies.get(call) ?? { call, accepted: 0, refused: 0, invalid: 0 }
    if (kind !== 'broken') tally[kind]++
    this.tallies.set(call, tally)
  }

  async #verify(slice: string, round: number): Promise<void> {
    const { ok, checks } = await this.world.opened.client.integrity.verify({})
    const wrong = checks
      .filter((check) => !check.ok)
      .map(({ name, places }) => `${name}: ${places.slice(0, 3).join(', ')}`)
    if (!ok) this.note(`${slice}.*`, `the book is no longer true after round ${round}: ${wrong.join('; ')}`, '')
  }
}
