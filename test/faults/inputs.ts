import { writeFileSync } from 'node:fs'
import { ORPCError } from '@orpc/server'
import fc from 'fast-check'
import { errorsEn } from '../../src/renderer/app/errors.en.ts'
import { arbitraryOf } from '../support/arbitrary.ts'
import type { Client } from '../support/book.ts'
import { spoilt, strangeValue } from '../support/strange.ts'
import { watchOver } from '../support/watchdog.ts'
import { callsOf, type Known, OUTSIDE, TODAY, type World } from './inputs.world.ts'

/** Other days the clock of the machine may show. */
const OTHER_DAYS = ['2026-10-31', '2027-03-01', '2020-02-29', '1999-12-31', '2060-01-01']
/** Longer than anything a person would wait for; two cores may be busy elsewhere. */
const LONGEST = 30_000
/** Where the call under way is written down, to find the one that took the program with it. */
const TRACE = process.env.ENCOURS_FAULTS_TRACE
/** Of a short walk: how long one call is tried, at least once. */
const SHORTLY = 300
/** Inputs of one call in a row, before the next call of its slice has its turn. */
const BATCH = 10

export type Finding = { call: string; problem: string; input: string; times: number }
export type Tally = { call: string; accepted: number; refused: number; invalid: number; codes: Record<string, number> }
/** What is drawn for a call: as its schema wants it, one place of that spoilt, or anything. */
const inputsOf = ({ input, slice }: Known, world: World, seed: number): unknown[] => {
  const values = world.values(slice, seed)
  const valid = arbitraryOf(input, values)
  // Between fields the refinements of an object may want more than chance gives: some tries, then as it comes.
  const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, more: number) =>
    fc.sample(arbitrary, { seed: seed + more, numRuns })
  const fits = (value: unknown) => input.safeParse(value).success
  let drawn = sample(valid, 12, 0)
  if (drawn.filter(fits).length < 6) drawn = sample(valid, 300, 3)
  const fitting = drawn.filter(fits)
  const pool = fitting.length >= 6 ? fitting : [...fitting, ...drawn]
  return [...pool.slice(0, 6), ...sample(spoilt(valid), 3, 1), ...sample(strangeValue, 1, 2)].slice(0, BATCH)
}

type Outcome = { kind: 'accepted' | 'refused' | 'invalid' | 'broken'; code?: string; problem?: string }

const outcomeOf = (error: unknown): Outcome => {
  if (!(error instanceof ORPCError)) return { kind: 'broken', problem: wordsOf(error) }
  if (error.code === 'BAD_REQUEST') return { kind: 'invalid' }
  if (Object.hasOwn(errorsEn, error.code)) return { kind: 'refused', code: error.code }
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
  /** The copy that is open has seen only calls on a book. */
  #fresh = false

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
    const short = rounds === 1
    for (let round = 0; round < rounds; round++) {
      // A new copy costs more than a short walk can pay for every slice.
      if (round % 10 === 0 && !(short && this.#fresh && !OUTSIDE.has(slice))) await this.world.renew(slice)
      this.#fresh = !OUTSIDE.has(slice)
      for (const [index, known] of calls.entries()) {
        const seed = this.seed + 7919 * round + 104_729 * index
        const begun = performance.now()
        for (const [at, input] of inputsOf(known, this.world, seed).entries()) {
          await this.#one(known, this.world.confined(slice, input), seed + at)
          if (short && performance.now() - begun > SHORTLY) break
        }
      }
      if (!short && (round % 10 === 9 || round === rounds - 1)) await this.verify(slice)
    }
  }

  async #one(known: Known, input: unknown, seed: number): Promise<void> {
    const { world } = this
    const { call } = known
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
    this.#count(call, outcome)
    if (outcome.kind === 'broken') this.note(call, outcome.problem ?? '', input)
    if (ms > LONGEST) this.note(call, `took longer than ${LONGEST / 1000} s`, input)
    if (OUTSIDE.has(known.slice)) await world.recover()
    else this.#written(known, outcome, input, version !== world.version(), world.recorded() - recorded)
  }

  /** Refused or failed, nothing is written; answered, a command leaves one entry in the audit, a query none. */
  #written({ call, meta }: Known, { kind, problem }: Outcome, input: unknown, moved: boolean, entries: number): void {
    if (meta.kind === 'errand') return
    const writes = (meta.kind === 'command' || meta.kind === 'job') && kind === 'accepted'
    // What comes out is checked after the call has ended, and by tests only.
    if (problem?.startsWith('Output validation failed')) return
    if (!writes && moved)
      this.note(call, `wrote into the book though it ${kind === 'accepted' ? 'only reads' : `was ${kind}`}`, input)
    const dry = (input as { dryRun?: unknown } | null)?.dryRun === true
    if (writes && !dry && entries !== 1) this.note(call, `left ${entries} entries in the audit`, input)
  }

  #count(call: string, { kind, code }: Outcome): void {
    const tally = this.tallies.get(call) ?? { call, accepted: 0, refused: 0, invalid: 0, codes: {} }
    if (kind !== 'broken') tally[kind]++
    if (code) tally.codes[code] = (tally.codes[code] ?? 0) + 1
    this.tallies.set(call, tally)
  }

  /** Whether the book that all these calls have left is a true one. */
  async verify(slice: string): Promise<void> {
    await this.world.recover()
    const { ok, checks } = await this.world.opened.client.integrity.verify({})
    const wrong = checks
      .filter((check) => !check.ok)
      .map(({ name, places }) => `${name}: ${places.slice(0, 3).join(', ')}`)
    if (!ok) this.note(`${slice}.*`, `the book is no longer true: ${wrong.join('; ')}`, '')
  }
}
