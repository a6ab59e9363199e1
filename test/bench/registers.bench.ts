import { spawn } from 'node:child_process'
import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Bench, medians, withFolder } from './harness.ts'
import { bookOfStock, checkStock, passOver, STOCK_CUSTOMERS, writeStock } from './stock.ts'

const ROWS = 200_000
const MANY_ROWS = 1_000_000
const RUNS = 5

const bench: Bench = () =>
  withFolder(async (folder) => {
    const path = join(folder, 'stock.csv')
    await writeStock(path, ROWS)
    const book = await bookOfStock(ROWS)
    const first = await checkStock(book, path)
    if (first.files[0]?.matched !== STOCK_CUSTOMERS) throw new Error('The check missed customers.')
    if ((await passOver(path)) !== ROWS) throw new Error('The reader missed rows.')
    const { checked, lines } = await medians(
      { checked: () => checkStock(book, path), lines: () => linesOf(path) },
      RUNS,
    )
    await book.close()
    const many = join(folder, 'many.csv')
    await writeStock(many, MANY_ROWS)
    const [few, most] = [await peakMemory(path, ROWS), await peakMemory(many, MANY_ROWS)]
    return [
      {
        work: `Sirene stock file of ${ROWS.toLocaleString('en')} legal units held against a book`,
        value: Math.round((ROWS / checked) * 1000),
        unit: 'per second',
        bare: { what: 'to count the lines of the file', value: Math.round((ROWS / lines) * 1000) },
        aim: '25,000,000 rows in constant memory',
        note: `${Math.round(statSync(path).size / 1e6)} MB, all 34 columns; ${STOCK_CUSTOMERS} customers are in it`,
      },
      {
        work: `memory of a check of ${MANY_ROWS.toLocaleString('en')} rows`,
        value: most,
        unit: 'MB',
        bare: { what: `for ${ROWS.toLocaleString('en')} rows`, value: few },
        aim: 'the same',
        note: `largest resident set of a process that does nothing else; the file has ${Math.round(statSync(many).size / 1e6)} MB`,
      },
    ]
  })

const linesOf = async (path: string): Promise<number> => {
  let lines = 0
  for await (const piece of createReadStream(path))
    for (let at = (piece as Buffer).indexOf(10); at >= 0; at = (piece as Buffer).indexOf(10, at + 1)) lines += 1
  return lines
}

const peakMemory = async (path: string, rows: number): Promise<number> => {
  const script = join(import.meta.dirname, 'registers.memory.ts')
  const child = spawn(process.execPath, [...process.execArgv, script, path, String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const [words, status] = await Promise.all([text(child.stdout), ended])
  if (status !== 0) throw new Error(`The check ended with status ${status}.`)
  return Math.round(Number(words))
}

export default bench
