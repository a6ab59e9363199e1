import { addDays, type Day } from '../../src/main/core/kernel/day.ts'
import { toDecimal } from '../../src/main/core/kernel/money.ts'
import { BENCH_DAY, CUSTOMER, idOf, nameOf } from '../bench/books.ts'
import { camt053 } from '../support/bank-samples.ts'
import type { Client } from '../support/book.ts'
import { finish, importFile, importItems, invoice, payment } from '../support/ledger.ts'

/** What one host does of the day's work, with its client. */
export type Desk = {
  client: Client
  customers: number
  /** From 0 up to, not including, `below`: the same numbers in every run. */
  random: (below: number) => number
  /** A number that no other call of it gives. */
  next: () => number
  /** Does the work and notes how long it took under a name. */
  timed: <T>(name: string, work: () => PromiseLike<T>) => Promise<T>
}

type Work = (desk: Desk) => Promise<unknown>

const someone = ({ random, customers }: Desk) => {
  const position = random(customers)
  return { id: idOf(CUSTOMER, position), code: codeOf(position), name: nameOf(position) }
}
const codeOf = (position: number) => `C${String(position).padStart(6, '0')}`
const dayBack = ({ random }: Desk, most: number): Day => addDays(BENCH_DAY, -random(most))

/** Screens and reports: what a host that holds the book read-only does as well. */
export const looking = {
  search: async (desk) => {
    const words = someone(desk).name.toLowerCase()
    for (const length of [3, 6, words.length])
      await desk.timed('customers.find', () => desk.client.customers.find({ search: words.slice(0, length) }))
  },
  list: (desk) =>
    desk.timed('customers.list, by what is overdue', () =>
      desk.client.customers.list({ sort: 'overdue', descending: true, limit: 100, offset: 100 * desk.random(20) }),
    ),
  customer: async (desk) => {
    const { id } = someone(desk)
    await desk.timed('customers.get', () => desk.client.customers.get({ id }))
    await desk.timed('receivables.items of a customer', () =>
      desk.client.receivables.items({ customerId: id, show: 'all', limit: 200 }),
    )
    await desk.timed('customers.timeline', () => desk.client.customers.timeline({ id, limit: 50 }))
    await desk.timed('statements.figures', () =>
      desk.client.statements.figures({ customerId: id, asOf: BENCH_DAY, kind: 'open' }),
    )
  },
  today: async (desk) => {
    const { rows } = await desk.timed('worklist.get', () => desk.client.worklist.get({}))
    const customerId = rows[desk.random(rows.length)]?.customerId
    if (customerId) await desk.timed('worklist.sheet', () => desk.client.worklist.sheet({ customerId }))
  },
  overdue: (desk) =>
    desk.timed('receivables.items overdue', () => desk.client.receivables.items({ show: 'overdue', limit: 200 })),
} satisfies Record<string, Work>

export const reporting = {
  aged: (desk) =>
    desk.timed('receivables.aged', () => desk.client.receivables.aged({ asOf: dayBack(desk, 200), currency: 'EUR' })),
  sheet: (desk) =>
    desk.timed('receivables.exportAged, XLSX', () =>
      desk.client.receivables.exportAged({ asOf: dayBack(desk, 30), currency: 'EUR', format: 'xlsx' }),
    ),
  statement: (desk) =>
    desk.timed('statements.file', () =>
      desk.client.statements.file({ customerId: someone(desk).id, asOf: BENCH_DAY, kind: 'open' }),
    ),
  proposal: (desk) => desk.timed('dunning.propose', () => desk.client.dunning.propose({ asOf: BENCH_DAY })),
  audit: (desk) => desk.timed('audit.list', () => desk.client.audit.list({ limit: 100 })),
} satisfies Record<string, Work>

const INVOICES = 300
const BANK_LINES = 30
const LETTERS = 20

export const writing = {
  import: async (desk) => {
    const lines = Array.from({ length: INVOICES }, () => {
      const { code, name } = someone(desk)
      const number = `L${desk.next()}`
      const rest = { customer: code, name, amount: toDecimal(10_000 + desk.random(500_000), 'EUR') }
      const issued = dayBack(desk, 60)
      return [
        invoice(number, { ...rest, issued, due: addDays(issued, 30) }),
        ...(desk.random(3) === 0 ? [payment(`P${number}`, { ...rest, issued, settles: number })] : []),
      ]
    }).flat()
    await desk.timed(`imports.run, ${INVOICES} invoices`, () => importItems(desk.client, lines))
  },
  bank: async (desk) => {
    const { items } = await desk.client.receivables.items({ show: 'overdue', limit: BANK_LINES })
    const lines = items.map(({ open, number, customerName }) => ({
      amount: open,
      text: `VIR ${customerName} ${number}`,
      reference: `${desk.next()}`,
    }))
    const file = camt053({ number: `2026-${desk.next()}`, day: BENCH_DAY, lines })
    await desk.timed(`imports.run, ${BANK_LINES} bank lines`, () =>
      importFile(desk.client, file, { name: 'releve.xml' }),
    )
    await desk.timed('bank.matchReady', () => finish(desk.client.bank.matchReady({})))
  },
  run: async (desk) => {
    const { letters } = await desk.client.dunning.propose({ asOf: BENCH_DAY })
    const keys = letters
      .filter(({ notice, approval }) => !notice && approval === 'none')
      .slice(0, LETTERS)
      .map(({ key }) => key)
    if (keys.length > 0)
      await desk.timed(`dunning.issue, ${LETTERS} letters`, () =>
        finish(desk.client.dunning.issue({ asOf: BENCH_DAY, catchUp: true, keys, confirmed: true })),
      )
  },
  receive: async (desk) => {
    const { payments } = desk.client
    const { id: customerId } = someone(desk)
    const receipt = { customerId, day: BENCH_DAY, currency: 'EUR', method: 'transfer' as const }
    const { matches } = await desk.timed('payments.receive', () =>
      payments.receive({ ...receipt, amount: 1 + desk.random(300_000) }),
    )
    const [match] = matches
    if (!match) return
    await desk.timed('payments.undo', () => payments.undo({ matchIds: [match.id] }))
    await desk.timed('payments.allocateOldest', () => payments.allocateOldest({ customerId, currency: 'EUR' }))
  },
  update: async (desk) => {
    const { id } = someone(desk)
    const { customer } = await desk.client.customers.get({ id })
    const { id: _id, createdAt: _created, updatedAt: _updated, ...fields } = customer
    await desk.timed('customers.update', () =>
      desk.client.customers.update({ id, customer: { ...fields, notes: `Vu le ${BENCH_DAY}, ${desk.next()}` } }),
    )
  },
  talk: (desk) =>
    desk.timed('calls.record', () =>
      desk.client.calls.record({ customerId: someone(desk).id, outcome: 'no-answer', note: `Appel ${desk.next()}` }),
    ),
} satisfies Record<string, Work>

/** How often a desk does what within an hour of its day. */
export const HOUR = {
  looking: { search: 8, list: 4, customer: 12, today: 3, overdue: 2 } satisfies Record<keyof typeof looking, number>,
  reporting: { aged: 2, sheet: 1, statement: 2, proposal: 1, audit: 2 } satisfies Record<
    keyof typeof reporting,
    number
  >,
  writing: { import: 1, bank: 1, run: 1, receive: 6, update: 6, talk: 8 } satisfies Record<
    keyof typeof writing,
    number
  >,
}

/** The works of an hour in an order of their own. */
export const hourOf = <K extends string>(
  works: Record<K, Work>,
  often: Record<K, number>,
  random: Desk['random'],
): Work[] => {
  const all = (Object.keys(often) as K[]).flatMap((name) => Array.from({ length: often[name] }, () => works[name]))
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = random(i + 1)
    ;[all[i], all[j]] = [all[j] as Work, all[i] as Work]
  }
  return all
}
