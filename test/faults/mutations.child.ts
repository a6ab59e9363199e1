import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createProgram } from '../../src/main/core/core.ts'
import { clientOn, refusal, testPorts } from '../support/book.ts'
import { answersOf } from './every-query.ts'
import { chanceOf } from './faults.ts'
import { mutate } from './mutations.ts'
import { TODAY } from './real-book.ts'

// `mutations.child.ts <book> <folder> <from> <to> [<recovery key>]`: spoils copies of the book, one after the other, and says in lines of
// JSON how the program took each. In a process of its own: what would end it must not end the test.

export type Outcome = { n: number; name: string; ended: string; failed: string[] }

const [, , original = '', folder = '', from = '0', to = '0', recoveryKey] = process.argv

/** Every row of every table, and what makes the tables, as any program reads them. */
const rowsOf = (path: string): string => {
  const sqlite = new Sqlite(path, { readonly: true })
  try {
    const hash = createHash('sha256')
    const tables = sqlite
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .pluck()
      .all() as string[]
    const statements = sqlite
      .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name')
      .raw()
      .iterate()
    for (const statement of statements) hash.update(JSON.stringify(statement))
    for (const table of tables) {
      const rows = sqlite.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]
      for (const row of rows.map((values) => JSON.stringify(values)).sort()) hash.update(row)
    }
    return hash.digest('hex')
  } finally {
    sqlite.close()
  }
}

/** Opens the file with a program of its own; what is asked of it there, or what it was refused with. */
const inBook = async <T>(
  path: string,
  work: (client: ReturnType<typeof clientOn>) => Promise<T>,
): Promise<T | { refused: string }> => {
  // As a user's program: what goes out is checked only where tests run.
  const program = createProgram(testPorts(join(folder, 'data'), 'cli'))
  const client = clientOn(program, TODAY)
  try {
    const refused = await refusal(client.book.open({ path, passphrase: recoveryKey }))
    return refused ? { refused: refused.code } : await work(client)
  } finally {
    await program.close()
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(path + suffix, { force: true })
  }
}

const clean = readFileSync(original)
// Each under a name of its own: a file that a key does not open keeps its next try waiting.
const pathOf = (name: string | number): string => join(folder, `spoilt-${name}.encours`)
const said = async () => {
  writeFileSync(pathOf('not'), clean)
  return inBook(pathOf('not'), async (client) => (await answersOf(client)).digests)
}
// The rows of an encrypted book are read through the program alone.
const wholeRows = recoveryKey ? null : rowsOf(original)
const [first, second] = [await said(), await said()]
if (!(first instanceof Map) || !(second instanceof Map)) throw new Error('the book that is whole cannot be opened')
// Some answers tell the hour, or draw a number.
const whole = new Map([...first].filter(([query, digest]) => second.get(query) === digest))
console.log(JSON.stringify({ queries: whole.size, left: [...first.keys()].filter((query) => !whole.has(query)) }))

const trial = async (n: number): Promise<Outcome> => {
  const { bytes, name } = mutate(clean, n, chanceOf('mutation', n))
  const path = pathOf(n)
  writeFileSync(path, bytes)
  let failed: string[] = []
  const ended = await inBook(path, async (client) => {
    const { ok, checks } = await client.integrity.verify({})
    const answers = await answersOf(client)
    failed = answers.failed
    const found = checks.filter((check) => !check.ok).map((check) => check.name)
    if (!ok) return `reported by verify: ${found.join(', ')}`
    if (answers.refused.some((code) => code.startsWith('book.'))) return 'refused by a call'
    if (wholeRows && rowsOf(path) !== wholeRows) return 'SILENT: other rows'
    const differs = [...whole].filter(([query, digest]) => answers.digests.get(query) !== digest)
    return differs.length > 0 ? `SILENT: ${differs.map(([query]) => query).join(', ')}` : 'unharmed'
  }).catch((error) => `CRASH: ${error.stack ?? error}`)
  return { n, name, ended: typeof ended === 'string' ? ended : `refused at opening: ${ended.refused}`, failed }
}

for (let n = Number(from); n < Number(to); n += 1) {
  console.log(JSON.stringify({ trying: n }))
  console.log(JSON.stringify(await trial(n)))
}
