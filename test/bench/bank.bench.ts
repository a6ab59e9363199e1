import { openAsBlob, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { zipSync } from 'fflate'
import { prepareConnection } from '../../src/main/core/db/connection.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { camt053, type SampleLine } from '../support/bank-samples.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { facturX } from '../support/einvoice-samples.ts'
import { finish } from '../support/ledger.ts'
import { BENCH_DAY, type BenchBook, nameOf, openBenchBook } from './books.ts'
import { type Bench, type Figure, median, medians, millisecondsOf, withFolder } from './harness.ts'

const ENTRIES = 50_000
const LINES = 5_000
const ITEMS = 100_000
const CUSTOMERS = 10_000
const INVOICES = 500

const bench: Bench = () =>
  withFolder(async (folder) => [await storing(folder), ...(await matching(folder)), await invoices(folder)])

const importInto = async (client: TestBook['client'], path: string, name: string): Promise<void> => {
  await finish(client.imports.run({ name, file: new File([await openAsBlob(path)], name) }))
}

const entries = (count: number): SampleLine[] =>
  Array.from({ length: count }, (_, n) => ({
    booked: addDays(BENCH_DAY, -(n % 300)),
    amount: 10_000 + ((n * 7919) % 500_000),
    party: nameOf(n % CUSTOMERS),
    partyAccount: `FR76${String(n % CUSTOMERS).padStart(23, '0')}`,
    text: `VIR SEPA RECU /DE ${nameOf(n % CUSTOMERS)} /MOTIF FACTURE ${n}`,
    bankReference: `BR${n}`,
  }))

type Rows = { table: string; columns: string[]; values: unknown[][] }[]

const storing = async (folder: string): Promise<Figure> => {
  const path = join(folder, 'statement.xml')
  writeFileSync(path, camt053({ lines: entries(ENTRIES) }))
  const rows = await rowsOf(path)
  const before = () => openTestBook({ today: BENCH_DAY })
  const closed = async () => {
    const book = await before()
    await book.client.book.close({})
    return book
  }
  const after = (book: TestBook) => book.close()
  const { stored, inserted } = await medians(
    {
      stored: { before, work: (book: TestBook) => importInto(book.client, path, 'statement.xml'), after },
      inserted: { before: closed, work: (book: TestBook) => insertInto(book, rows), after },
    },
    3,
  )
  return {
    work: `CAMT.053 of ${ENTRIES.toLocaleString('en')} entries read and stored`,
    value: stored,
    unit: 'ms',
    bare: { what: 'to insert the resulting rows with prepared statements', value: inserted },
    aim: '≤ 4×',
  }
}

const rowsOf = async (path: string): Promise<Rows> => {
  const book = await openTestBook({ today: BENCH_DAY })
  await importInto(book.client, path, 'statement.xml')
  const sqlite = new Sqlite(book.path, { readonly: true })
  const rows = ['import_file', 'bank_statement', 'bank_line'].map((table) => {
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

/** Lines that pay the book's invoices in every way: by number, by name, by amount, two at once, or not to the cent. */
const payments = (): SampleLine[] => {
  const amountOf = (n: number) => 10_000 + ((n * 7919) % 500_000)
  return Array.from({ length: LINES }, (_, i) => {
    const n = (i * 17) % (ITEMS - CUSTOMERS)
    const name = nameOf(n % CUSTOMERS)
    const other = n + CUSTOMERS
    const line = { booked: BENCH_DAY, party: name, bankReference: `BR${i}` }
    const ways: SampleLine[] = [
      { ...line, amount: amountOf(n), text: `VIR SEPA RECU /DE ${name} /MOTIF FACTURE F${n}` },
      { ...line, amount: amountOf(n), text: 'REGLEMENT' },
      { amount: amountOf(n), text: 'VIREMENT', booked: BENCH_DAY, bankReference: `BR${i}` },
      { ...line, amount: amountOf(n) + amountOf(other), text: `FACTURES F${n} F${other}` },
      { ...line, amount: amountOf(n) + amountOf(other), text: 'SOLDE FACTURES' },
      { ...line, amount: amountOf(n) - 77, text: 'PAIEMENT DIVERS DU 12/10/2026 1 234,56 EUR REF 123456789' },
    ]
    return ways[i % ways.length] as SampleLine
  })
}

const matching = async (folder: string): Promise<Figure[]> => {
  const book: BenchBook = await openBenchBook(ITEMS, CUSTOMERS)
  const path = join(folder, 'receipts.xml')
  writeFileSync(path, camt053({ lines: payments() }))
  await importInto(book.client, path, 'receipts.xml')
  const all: string[] = []
  for (let offset = 0; offset < LINES; offset += 1000)
    all.push(...(await book.client.bank.lines({ offset, limit: 1000 })).lines.map(({ id }) => id))
  const times: number[] = []
  for (let run = 0; run < 4; run += 1) {
    // One call over every open line, as the acceptance of what is ready works it out.
    const stream = await book.client.bank.matchReady({ lineIds: all })
    const spent = await millisecondsOf(async () => {
      await stream.next()
      await stream.next()
    })
    await stream.return?.(undefined as never)
    if (run > 0) times.push(spent)
  }
  const pages: number[] = []
  for (let run = 0; run < 4; run += 1) {
    const spent = await millisecondsOf(() => book.client.bank.proposals({ limit: 200 }))
    if (run > 0) pages.push(spent)
  }
  await book.close()
  const against = `${LINES.toLocaleString('en')} bank lines against ${ITEMS.toLocaleString('en')} open items`
  return [
    {
      work: `matching proposals for ${against}`,
      value: median(times),
      unit: 'ms',
      bare: null,
      aim: '≤ 5 s',
      note: 'with the first 250 of those that are ready settled',
    },
    { work: 'the first 200 of them, as the screen asks', value: median(pages), unit: 'ms', bare: null, aim: '≤ 2 s' },
  ]
}

const invoices = async (folder: string): Promise<Figure> => {
  const path = join(folder, 'invoices.zip')
  const files: Record<string, Uint8Array> = {}
  for (let n = 0; n < INVOICES; n += 1)
    files[`F${n}.pdf`] = await facturX({ number: `F${n}`, buyer: { name: nameOf(n % 50), siren: '', vatNumber: '' } })
  writeFileSync(path, zipSync(files))
  const { value } = await medians(
    {
      value: {
        before: () => openTestBook({ today: BENCH_DAY }),
        work: (book: TestBook) => importInto(book.client, path, 'invoices.zip'),
        after: (book: TestBook) => book.close(),
      },
    },
    3,
  )
  return {
    work: `${INVOICES} Factur-X PDFs read, each kept as proof`,
    value,
    unit: 'ms',
    bare: null,
    aim: '≤ 20 s',
  }
}

export default bench
