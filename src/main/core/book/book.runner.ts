import { setImmediate } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { recordCommand } from '../audit/audit.service.ts'
import { compactFile } from '../db/compact.ts'
import type { AnyHandler, Runner } from '../kernel/calls.ts'
import type { CallContext, CommandContext, ErrandContext, HostContext, QueryContext } from '../kernel/context.ts'
import type { CallMeta } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { Desk } from '../people/people.service.ts'
import type { OpenFile } from './book.file.ts'
import { refusalOf } from './book.inspect.ts'
import type { Session } from './book.session.ts'

const openFileOf = (session: Session): OpenFile | null => (session.book ? session.file() : null)

/** Who is signed in at which window, and how that is written down. */
export const createDesk = (session: Session): Desk =>
  new Desk({
    open: () => openFileOf(session),
    record: (context, call, input, work) => recorded(session, context, call, input, work),
  })

/** The opening of the book that a call was admitted to; another may have taken its place since. */
const ADMITTED = Symbol('admitted')
type Admitted = CallContext & { [ADMITTED]?: OpenFile | null }

const refuseElsewhere = (session: Session, { permission }: CallMeta, context: Admitted): void => {
  if (permission !== 'open' && context[ADMITTED] !== openFileOf(session)) throw closedUnder()
}

const writerOf = (session: Session, now: string) => {
  const { writer, seals } = session.file()
  if (!writer || !seals)
    throw new Refusal('book.read-only', 'the book is open read-only', { heldBy: session.book?.heldBy })
  session.refuseReplaced()
  session.keepDaily(now)
  return { writer, seals }
}

/** One transaction, with the audit's record of it. */
const recorded = async <T>(
  session: Session,
  context: HostContext,
  path: string,
  input: unknown,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> => {
  const { writer, seals } = writerOf(session, context.now)
  return writer.transaction().execute(async (db) => {
    seals.begin()
    const output = await work({ ...context, db })
    await recordCommand(db, context, path, input, seals.take())
    session.refuseReplaced()
    return output
  })
}

/**
 * Asks of each call whether its window may make it, and gives it what its kind needs: nothing, a reader, or a transaction
 * that also records the call.
 */
export const createRunner = (session: Session, desk: Desk): Runner => ({
  admit: async (meta, context) => {
    const file = openFileOf(session)
    try {
      const admitted: Admitted = { ...(await desk.admit(meta, context)), [ADMITTED]: file }
      return admitted
    } catch (error) {
      // A damaged book that no longer tells who may read it is read as any program reads its file; nothing else is done.
      const untold = session.book?.damaged === true && error instanceof Sqlite.SqliteError
      if (untold && (meta.kind === 'query' || meta.permission === 'open')) return { ...context, [ADMITTED]: file }
      throw file ? asTold(session, file, error) : error
    }
  },
  call: async (meta, path, context, input, handler) => {
    refuseElsewhere(session, meta, context)
    if (meta.kind === 'host') return run(handler, context, input)
    const file = session.file()
    try {
      if (meta.kind === 'query') {
        const query: QueryContext = { ...context, db: file.reader }
        return await run(handler, query, input)
      }
      return await recorded(session, context, path, input, async (command) => run(handler, command, input))
    } catch (error) {
      throw asTold(session, file, error)
    }
  },
  job: async function* (meta, path, context, input, handler) {
    refuseElsewhere(session, meta, context)
    if (meta.kind === 'errand') return yield* runErrand(session, path, context, input, handler)
    const work = () => runJob(session, path, context, input, handler)
    return yield* meta.alone ? session.alone(path, meta.alone, work) : work()
  },
})

async function* runJob(
  session: Session,
  path: string,
  context: HostContext,
  input: unknown,
  handler: AnyHandler,
): AsyncGenerator<unknown> {
  const file = session.file()
  const { writer, seals } = writerOf(session, context.now)
  const db = await writer.startTransaction().execute()
  try {
    seals.begin()
    const command: CommandContext = { ...context, db }
    const steps = handler(command as never, input as never) as AsyncGenerator<unknown>
    const output = yield* cancellable(steps, context.signal)
    // A dry run is given up as a failure is: nothing of it stays, in the audit neither.
    if (isDryRun(input)) return output
    await recordCommand(db, context, path, input, seals.take())
    session.refuseReplaced()
    await db.commit().execute()
    return output
  } catch (error) {
    throw asTold(session, file, error)
  } finally {
    // A failure or a cancelled job ends here: nothing of it stays. With a closed book, SQLite has let it go already.
    if (!db.isCommitted && session.isOpen(file)) await db.rollback().execute()
  }
}

/** No transaction is held while an errand waits for the outside; each thing it writes records the call with it. */
async function* runErrand(
  session: Session,
  path: string,
  context: HostContext,
  input: unknown,
  handler: AnyHandler,
): AsyncGenerator<unknown> {
  const file = session.file()
  const { writer, seals } = writerOf(session, context.now)
  const commit: ErrandContext['commit'] = (work, told) =>
    writer.transaction().execute(async (db) => {
      seals.begin()
      const done = await work({ ...context, db })
      await recordCommand(db, context, path, input, seals.take(), told && { untold: true })
      session.refuseReplaced()
      return done
    })
  try {
    const compact = () => compactFile(writer)
    const errand: ErrandContext = { ...context, db: file.reader, commit, compact }
    return yield* cancellable(handler(errand as never, input as never) as AsyncGenerator<unknown>, context.signal)
  } catch (error) {
    throw asTold(session, file, error)
  }
}

const isDryRun = (input: unknown): boolean => (input as { dryRun?: unknown } | null)?.dryRun === true

/** What went wrong with the book's file is a refusal; the files of a handler are not the book's. */
const asTold = (session: Session, file: OpenFile, error: unknown): unknown => {
  if (!session.isOpen(file)) return closedUnder()
  if (error instanceof Sqlite.SqliteError) return refusalOf(error, file.path)
  // Of a damaged book rows are missing that every other book has.
  const broken = session.book?.damaged === true && !(error instanceof Refusal)
  return broken ? new Refusal('book.damaged', String(error), { path: file.path, found: String(error) }) : error
}

const closedUnder = () => new Refusal('cancelled', 'the book was closed meanwhile')

// A connection that is closed takes some turns of the event loop to be known as such.
const TURNS = 4

/**
 * Between two steps, and above all after the last one, the event loop runs: a job that never waits for anything would
 * otherwise be committed before the host could hear that it was cancelled.
 */
async function* cancellable(steps: AsyncGenerator<unknown>, signal: AbortSignal | undefined): AsyncGenerator<unknown> {
  try {
    for (;;) {
      const step = await steps.next()
      for (let turn = 0; turn < (step.done ? TURNS : 1); turn++) await setImmediate()
      if (signal?.aborted) throw new Refusal('cancelled', 'cancelled')
      if (step.done) return step.value
      yield step.value
    }
  } catch (error) {
    // What a step waited for ends by the same signal, with a failure of its own.
    throw signal?.aborted ? new Refusal('cancelled', 'cancelled') : error
  } finally {
    await steps.return(undefined)
  }
}

const run = async (handler: AnyHandler, context: HostContext, input: unknown) =>
  handler(context as never, input as never)
