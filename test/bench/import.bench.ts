import { spawn } from 'node:child_process'
import { openAsBlob, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Sqlite from 'better-sqlite3'
import { prepareConnection } from '../../src/main/core/db/connection.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { finish } from '../support/ledger.ts'
import { BENCH_DAY } from './books.ts'
import { writeFec } from './fec.ts'
import { type Bench, medians, withFolder } from './harness.ts'

const LINES = 100_000
const MANY_LINES = 1_000_000

const bench: Bench = () =>
  withFolder(async (folder) => {
    const path = join(folder, 'ledger.txt')
    await writeFec(path, LINES)
    const rows = await rowsOfImport(path)
    const before = () => openTestBook({ today: BENCH_DAY })
    const after = (book: TestBook) => book.close()
    const { imported, inserted } = await medians(
      {
        imported: { before, work: (book) => importInto(book, path), after },
        inserted: { before: closedBook, work: (book) => insertInto(book, rows), after },
      },
      5,
    )
    const many = join(folder, 'many.txt')
    await writeFec(many, MANY_LINES)
    const [few, most] = [await peakMemory(path), await peakMemory(many)]
    const megabytes = Math.round(statSync(many).size / 1e6)
    return [
      {
        work: `import of a FEC of ${LINES.toLocaleString('en')} lines`,
        value: imported,
        unit: 'ms',
        bare: { what: 'to insert the resulting rows with prepared statements', value: inserted },
        aim: '≤ 3×',
        note: `${rows.map(({ table, values }) => `${values.length.toLocaleString('en')} ${table}`).join(', ')}`,
      },
      {
        work: `memory of an import of ${MANY_LINES.toLocaleString('en')} lines`,
        value: most,
        unit: 'MB',
        bare: { what: `for ${LINES.toLocaleString('en')} lines`, value: few },
        aim: '≤ 300 MB',
        note: `largest resident set of a process that does nothing else; the file has ${megabytes} MB`,
      },
    ]
  })

const importInto = async (book: TestBook, path: string): Promise<void> => {
  await finish(book.client.imports.run({ name: 'ledger.txt', file: await openAsBlob(path), format: 'fec' }))
}

const closedBook = async (): Promise<TestBook> => {
  const book = await openTestBook({ today: BENCH_DAY })
  await book.client.book.close({})
  return book
}

type Rows = { table: string; columns: string[]; values: unknown[][] }[]

const TABLES = ['import_file', 'customer', 'customer_event', 'open_item', 'allocation']

/** What an import leaves in the book, in the order in which it can be inserted. */
const rowsOfImport = async (path: string): Promise<Rows> => {
  const book = await openTestBook({ today: BENCH_DAY })
  await importInto(book, path)
  const sqlite = new Sqlite(book.path, { readonly: true })
  const rows = TABLES.map((table) => {
    const statement = sqlite.prepare(`SELECT * FROM ${table}`)
    return { table, columns: statement.columns().map(({ name }) => name), values: statement.raw().all() as unknown[][] }
  })
  sqlite.close()
  await book.close()
  return rows
}

const insertInto = (book: TestBook, rows: Rows): void => {
  const sqlite = new Sqlite(book.path)
  prepareConnection(sqlite, { readonly: false })
  sqlite.transaction(() => {
    for (const { table, columns, values } of rows) {
      const insert = sqlite.prepare(
        `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`,
      )
      for (const row of values) insert.run(...row)
    }
  })()
  sqlite.close()
}

/** Largest resident set, in MB, of a process that imports the file. */
const peakMemory = async (path: string): Promise<number> => {
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'memory.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return Number(await text(child.stdout))
}

export default bench
