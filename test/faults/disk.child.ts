import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import Sqlite from 'better-sqlite3'
import { inProgram } from './real-book.ts'
import { rowCounts, type WorkName, works } from './works.ts'

// `disk.child.ts <folder of the works> <place> <trials as JSON>`: works on books in a place that has little room.
// `disk.child.ts <folder of a work> <book> <work>`: works on a book, and says how that ended.

/** `room` in bytes. */
export type Trial = { work: WorkName; room: number }
export type DiskOutcome = Trial & {
  /** What the work was refused with; `done` when there was room enough, a stack for anything else. */
  ended: string
  /** Whether the book was as before, with what was confirmed, or with all of the work, once there was room again. */
  state: 'before' | 'part' | 'after' | 'half'
  wrong: string[]
  /** The work done again with room. */
  again: string
  left: string[]
}

const [, , prepared = '', place = '', given = '[]'] = process.argv

const ended = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error.code
    const cause = error instanceof ORPCError ? (error.cause as Error) : (error as Error)
    return `FAILED: ${cause.stack}`
  }
}

const countsOf = (path: string): string => {
  const sqlite = new Sqlite(path, { readonly: true })
  const counts = JSON.stringify(rowCounts(sqlite))
  sqlite.close()
  return counts
}

const ballast = join(place, 'ballast')
/** Leaves so many bytes. */
const fill = (room: number): void => {
  const { bavail, bsize } = statfsSync(place)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - room)))
}

const stateOf = (path: string, own: string, confirmed: number | null): DiskOutcome['state'] => {
  const counts = countsOf(path)
  if (existsSync(join(own, 'after.encours')) && counts === countsOf(join(own, 'after.encours'))) return 'after'
  // Of many small commands those that were confirmed are there.
  if (confirmed !== null) return customersIn(path) === confirmed ? 'part' : 'half'
  return counts === countsOf(join(own, 'before.encours')) ? 'before' : 'half'
}

const customersIn = (path: string): number => {
  const sqlite = new Sqlite(path, { readonly: true })
  const count = sqlite.prepare('SELECT count(*) FROM customer').pluck().get()
  sqlite.close()
  return count as number
}

const trial = async ({ work, room }: Trial): Promise<DiskOutcome> => {
  const own = join(prepared, work.replaceAll(' ', '-'))
  const folder = join(place, 'trial')
  mkdirSync(folder)
  const path = join(folder, 'book.encours')
  copyFileSync(join(own, 'book.encours'), path)
  for (const name of ['fec.txt', 'backup.encours'])
    if (existsSync(join(own, name))) copyFileSync(join(own, name), join(place, name))
  fill(room)
  // What the program keeps for itself goes elsewhere.
  let confirmed = 0
  const said = (what: string) => {
    if (what === 'done') confirmed += 1
  }
  const run = () => inProgram(own, (client) => works[work].run(client, path, said))
  const first = await ended(run)
  const left = readdirSync(folder).filter((name) => !/^book\.encours(-wal|-shm|-lock)?$/.test(name))
  rmSync(ballast)
  // Encrypted: that it opens is tested elsewhere.
  if (first === 'done' && !readFileSync(path).toString('latin1', 0, 15).startsWith('SQLite format 3')) {
    rmSync(folder, { recursive: true })
    return { work, room, ended: first, state: 'after', wrong: [], again: 'done', left }
  }
  const stays = await inProgram(own, async (client) => {
    await client.book.open({ path })
    const { checks } = await client.integrity.verify({})
    return checks.filter((check) => !check.ok).map((check) => `${check.name} ${check.places}`)
  })
  const state = stateOf(path, own, work === 'small commands' ? confirmed : null)
  const again = state === 'before' ? await ended(run) : 'done'
  rmSync(folder, { recursive: true })
  return { work, room, ended: first, state, wrong: stays, again, left }
}

if (given in works) {
  const run = () => inProgram(prepared, (client) => works[given as WorkName].run(client, place, () => {}))
  writeSync(1, `${await ended(run)}\n`)
} else for (const one of JSON.parse(given) as Trial[]) writeSync(1, `${JSON.stringify(await trial(one))}\n`)
