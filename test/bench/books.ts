import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { addDays, type Day } from '../../src/main/core/kernel/day.ts'
import { fold } from '../../src/main/core/kernel/text.ts'
import { clientOn, openTestProgram, TEST_IBAN } from '../support/book.ts'

export const BENCH_DAY: Day = '2026-10-31'

const words = [
  'Atelier',
  'Boulangerie',
  'Compagnie',
  'Domaine',
  'Établissements',
  'Fonderie',
  'Garage',
  'Hôtel',
  'Imprimerie',
  'Jardins',
]
const names = [
  'Aubert',
  'Blanchard',
  'Chevalier',
  'Delmas',
  'Étienne',
  'Faure',
  'Girard',
  'Hébert',
  'Imbert',
  'Jacquet',
  'Klein',
  'Lambert',
  'Mercier',
]
const towns = ['Lyon', 'Lille', 'Nantes', 'Rennes', 'Dijon', 'Tours', 'Brest']

/** Names that a search can tell apart: the same for the same position. */
export const nameOf = (position: number): string =>
  `${words[position % words.length]} ${names[position % names.length]} ${towns[position % towns.length]} ${position}`

export const idOf = (kind: number, position: number): string =>
  `0192d25a-8280-7${kind.toString(16).padStart(3, '0')}-8000-${position.toString(16).padStart(12, '0')}`

export type BenchBook = Awaited<ReturnType<typeof openBenchBook>>

/** Kinds of `idOf`. */
export const CUSTOMER = 1
export const INVOICE = 2

/**
 * A book of `items` invoices over `customers`, due over 400 days up to the bench's day and a little beyond. All are open,
 * or one in `openOneIn` and the others paid in full five days late; of those open one in ten is paid in part. Written
 * with prepared statements; opened afterwards as any book.
 */
export const openBenchBook = async (items: number, customers: number, { openOneIn = 1 } = {}) => {
  const opened = openTestProgram(BENCH_DAY, 'web')
  const path = join(opened.folder, 'bench.encours')
  await opened.client.book.create({ path, company: { name: 'Bench', country: 'FR', currency: 'EUR' }, iban: TEST_IBAN })
  await opened.client.book.close({})
  fill(path, items, customers, openOneIn)
  await opened.client.book.open({ path })
  return { ...opened, path, client: clientOn(opened.program, BENCH_DAY) }
}

const fill = (path: string, items: number, customers: number, openOneIn: number): void => {
  const sqlite = new Sqlite(path)
  const customer = sqlite.prepare(
    `INSERT INTO customer (id, code, name, language, country, sort_name, search, created_at, updated_at) VALUES (?, ?, ?, 'fr', 'FR', ?, ?, '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z')`,
  )
  const address = sqlite.prepare(
    `INSERT INTO address (id, customer_id, kind, street, postal_code, city, country) VALUES (?, ?, 'registered', '1 rue du Banc', '69001', 'Lyon', 'FR')`,
  )
  const item = sqlite.prepare(
    `INSERT INTO open_item (id, customer_id, kind, number, issued, booked, due, due_origin, currency, amount) VALUES (?, ?, ?, ?, ?, ?, ?, 'terms', 'EUR', ?)`,
  )
  const match = sqlite.prepare(
    `INSERT INTO allocation (id, debit_id, credit_id, amount, day, origin) VALUES (?, ?, ?, ?, ?, 'manual')`,
  )
  const settle = sqlite.prepare('UPDATE open_item SET settled_on = ? WHERE id = ?')
  sqlite.transaction(() => {
    for (let n = 0; n < customers; n += 1) {
      const [code, name] = [`C${String(n).padStart(6, '0')}`, nameOf(n)]
      customer.run(idOf(1, n), code, name, fold(name), fold(`${code} ${name}`))
      address.run(idOf(5, n), idOf(1, n))
    }
    for (let n = 0; n < items; n += 1) {
      const due = addDays(BENCH_DAY, 20 - (n % 400))
      const issued = addDays(due, -30)
      const owner = idOf(1, n % customers)
      const amount = 10_000 + ((n * 7919) % 500_000)
      item.run(idOf(2, n), owner, 'invoice', `F${n}`, issued, issued, due, amount)
      const open = n % openOneIn === 0
      if (open && Math.floor(n / openOneIn) % 10 !== 0) continue
      const paid = open ? Math.floor(amount / 3) : amount
      const day = open ? issued : addDays(due, 5)
      item.run(idOf(3, n), owner, 'payment', `P${n}`, day, day, day, -paid)
      match.run(idOf(4, n), idOf(2, n), idOf(3, n), paid, day)
      settle.run(day, idOf(3, n))
      if (!open) settle.run(day, idOf(2, n))
    }
  })()
  sqlite.exec('ANALYZE')
  sqlite.close()
}
