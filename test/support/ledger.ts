import type { CustomerInput } from '../../src/main/core/customers/customers.contract.ts'
import { noIdentity } from '../../src/main/core/customers/customers.contract.ts'
import type { ImportReport } from '../../src/main/core/imports/imports.contract.ts'
import type { Day } from '../../src/main/core/kernel/day.ts'
import type { Client } from './book.ts'

/** A row of the program's own template: amounts above zero, as decimals. */
export type ItemLine = {
  kind: 'invoice' | 'credit_note' | 'payment' | 'opening'
  number: string
  customer: string
  issued: Day
  amount: string
  name?: string
  due?: Day
  currency?: string
  settles?: string
  settledOn?: Day
  settledAmount?: string
}

type Rest = Partial<Omit<ItemLine, 'kind' | 'number'>>
type Settling = Rest & { settles: string }

const line = (kind: ItemLine['kind'], number: string, rest: Rest): ItemLine => ({
  kind,
  number,
  customer: 'C001',
  issued: '2026-01-01',
  amount: '100.00',
  ...rest,
})

export const invoice = (number: string, rest: Rest = {}): ItemLine => line('invoice', number, rest)
export const opening = (number: string, rest: Rest = {}): ItemLine => line('opening', number, rest)

/** A payment on its own stays unallocated; with `settles` it is matched with that invoice on its own day, in full. */
export const payment = (number: string, rest: Rest | Settling = {}): ItemLine => settling(line('payment', number, rest))
export const creditNote = (number: string, rest: Rest | Settling = {}): ItemLine =>
  settling(line('credit_note', number, rest))

const settling = (row: ItemLine): ItemLine =>
  row.settles ? { settledOn: row.issued, settledAmount: row.amount, ...row } : row

const HEADER = 'kind,number,customer,name,issued,due,amount,currency,settles,settled_on,settled_amount'

/** The lines as a file of the items template (CSV). */
export const itemsCsv = (lines: readonly ItemLine[]): string =>
  `${[
    HEADER,
    ...lines.map((row) =>
      [
        row.kind,
        row.number,
        row.customer,
        row.name ?? `Client ${row.customer}`,
        row.issued,
        row.due ?? '',
        row.amount,
        row.currency ?? 'EUR',
        row.settles ?? '',
        row.settledOn ?? '',
        row.settledAmount ?? '',
      ].join(','),
    ),
  ].join('\n')}\n`

/** Runs a job to its end: its result, and every step it reported. */
export const finish = async <P, R>(
  job: PromiseLike<{ next: () => Promise<IteratorResult<P, R>> }>,
): Promise<{ result: R; steps: P[] }> => {
  const stream = await job
  const steps: P[] = []
  for (;;) {
    const { done, value } = await stream.next()
    if (done) return { result: value as R, steps }
    steps.push(value as P)
  }
}

export type Importing = { name?: string; skipInvalid?: boolean; dryRun?: boolean }

/** Imports a file's text or bytes as a user would choose it. */
export const importFile = async (
  client: Client,
  content: string | Uint8Array<ArrayBuffer>,
  options: Importing = {},
): Promise<ImportReport> => {
  const { name = 'items.csv', ...rest } = options
  const { result } = await finish(client.imports.run({ name, file: new File([content], name), ...rest }))
  return result
}

/** Writes receivables into a book the way a user does: through an import of the template. */
export const importItems = (
  client: Client,
  lines: readonly ItemLine[],
  options: Importing = {},
): Promise<ImportReport> => importFile(client, itemsCsv(lines), options)

export const customerFields = (code: string, rest: Partial<CustomerInput> = {}): CustomerInput => ({
  code,
  name: `Client ${code}`,
  siren: '',
  vatNumber: '',
  ...noIdentity,
  language: 'fr',
  country: 'FR',
  terms: null,
  segment: '',
  salesperson: '',
  notes: '',
  noReminders: false,
  lateRegime: null,
  contacts: [],
  addresses: [],
  ...rest,
})
