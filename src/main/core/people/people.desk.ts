import type { CallContext, CommandContext, HostContext, Reader } from '../kernel/context.ts'
import type { CallMeta, Permission } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import { type Standing, standingOf } from './people.repository.ts'
import { isIdle, type Tries } from './people.rules.ts'

/** The open book, as far as signing in goes. One opening of it is one object: closing the book ends what was signed in. */
export type BookAtHand = { path: string; reader: Reader; writer: unknown }

/** What the program gives: the book that is open, and how something is written in it that the audit records. */
export type DeskPorts = {
  open: () => BookAtHand | null
  record: <T>(ctx: HostContext, call: string, input: unknown, work: (ctx: CommandContext) => Promise<T>) => Promise<T>
}

type SignIn = { personId: string; verifier: string; lastCall: string; locked: boolean }

/** Who sits where: sign-ins of the windows of one program. They are kept in memory and end with it. */
export class Desk {
  readonly ports: DeskPorts
  /** By opening of a book, then by session. */
  readonly #signIns = new WeakMap<BookAtHand, Map<string, SignIn>>()
  /** Wrong passwords: counted before a password is tried, so that many tries at once wait as well. */
  readonly #tries = new Map<string, Tries>()

  constructor(ports: DeskPorts) {
    this.ports = ports
  }

  book(): BookAtHand {
    const book = this.ports.open()
    if (!book) throw new Refusal('book.none-open', 'no book is open')
    return book
  }

  #sessions(book: BookAtHand): Map<string, SignIn> {
    const sessions = this.#signIns.get(book) ?? new Map<string, SignIn>()
    this.#signIns.set(book, sessions)
    return sessions
  }

  signIn(book: BookAtHand, { session, now }: CallContext, { id, verifier }: { id: string; verifier: string }): void {
    this.#sessions(book).set(session, { personId: id, verifier, lastCall: now, locked: false })
  }

  /** A book that was written anew has new connections: who is signed in stays so. */
  moved(from: BookAtHand, to: BookAtHand): void {
    this.#signIns.set(to, this.#sessions(from))
  }

  signOut(book: BookAtHand, { session }: CallContext): void {
    this.#sessions(book).delete(session)
  }

  lock(book: BookAtHand, { session }: CallContext): void {
    const signIn = this.#sessions(book).get(session)
    if (signIn) signIn.locked = true
  }

  /** Who is signed in to a session and whether it is locked; a session left alone locks itself here. */
  async at(book: BookAtHand, { session, now }: CallContext) {
    const signIn = this.#sessions(book).get(session)
    const standing = await standingOf(book.reader, signIn?.personId ?? null)
    // Deactivated, removed or with another password since: whoever sits there signs in again.
    if (!signIn || !holds(standing, signIn.verifier)) return { on: standing.on === 1, standing, signIn: null }
    if (isIdle(signIn.lastCall, now, standing.lockAfter)) signIn.locked = true
    return { on: true, standing, signIn }
  }

  /** Lets a call pass, with the name of the person it is made by; refuses before anything of it is looked at. */
  async admit(meta: CallMeta, context: CallContext): Promise<CallContext> {
    const book = this.ports.open()
    if (!book) return context
    const needed = meta.permission
    // Answered in a damaged book too, of which nobody can tell whether it has people.
    if (needed === 'open') return this.#named(book, context).catch(() => context)
    const { on, standing, signIn } = await this.at(book, context)
    if (!on) return context
    const user = standing.name ?? context.user
    if (!signIn) throw new Refusal('people.sign-in-needed', 'this book has people: sign in first')
    if (signIn.locked) throw new Refusal('people.locked', `locked by ${user}`, { name: user })
    if (!permissionsOf(standing.permissions).includes(needed))
      throw new Refusal('people.not-allowed', `the role of ${user} does not allow to ${needed}`, { permission: needed })
    signIn.lastCall = context.now
    return { ...context, user }
  }

  async #named(book: BookAtHand, context: CallContext): Promise<CallContext> {
    const { standing, signIn } = await this.at(book, context)
    return signIn && !signIn.locked && standing.name ? { ...context, user: standing.name } : context
  }

  /** The worse of what the book tells and what this program saw. */
  tries(book: BookAtHand, name: string, kept: Tries | undefined): Tries {
    const seen = this.#tries.get(keyOf(book, name))
    return seen && seen.failures > (kept?.failures ?? 0) ? seen : (kept ?? { failures: 0, failedAt: null })
  }

  count(book: BookAtHand, name: string, tries: Tries): void {
    this.#tries.set(keyOf(book, name), tries)
  }

  forget(book: BookAtHand, name: string): void {
    this.#tries.delete(keyOf(book, name))
  }
}

const keyOf = ({ path }: BookAtHand, name: string): string => `${fold(name)}\n${path}`

const holds = ({ active, verifier }: Standing, signedInWith: string): boolean =>
  active === 1 && verifier === signedInWith

export const permissionsOf = (json: string | null): Permission[] => JSON.parse(json ?? '[]')
