import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, type Figure, median, millisecondsOf } from './harness.ts'

const ITEMS = 100_000
const CUSTOMERS = 10_000
const PASSPHRASE = 'tracteur velours nuage'
const OPENINGS = 5

const bench: Bench = async () => {
  const { client, path, close } = await openBenchBook(ITEMS, CUSTOMERS)
  const aged = () => client.receivables.aged({ asOf: BENCH_DAY })
  const opened = async (passphrase?: string) => {
    const [opening, reading]: [number[], number[]] = [[], []]
    for (let n = 0; n < OPENINGS; n += 1) {
      await client.book.close({})
      opening.push(await millisecondsOf(() => client.book.open({ path, passphrase })))
      // The first time: afterwards its pages are in memory, decrypted.
      reading.push(await millisecondsOf(aged))
    }
    return { opening: median(opening), reading: median(reading) }
  }
  const plain = await opened()
  await client.book.strength({ passphrase: PASSPHRASE })
  const encrypting = await millisecondsOf(() => client.book.protect({ passphrase: PASSPHRASE }))
  const encrypted = await opened(PASSPHRASE)
  await close()
  const figure = (work: string, value: number, what: string, than: number, note: string): Figure => ({
    work,
    value,
    unit: 'ms',
    bare: { what, value: than },
    aim: 'as it comes',
    note,
  })
  return [
    figure(
      'encrypted book of 100,000 open items, opened',
      encrypted.opening,
      'to open it plain',
      plain.opening,
      'one derivation of the key, every page read and checked',
    ),
    figure(
      'aged balance of it, the first one after opening',
      encrypted.reading,
      'in the plain book',
      plain.reading,
      'later ones find their pages decrypted in memory',
    ),
    figure(
      'the same book encrypted: copied, held against it, put in its place',
      encrypting,
      'to open it plain',
      plain.opening,
      'calls that read go on meanwhile',
    ),
  ]
}

export default bench
