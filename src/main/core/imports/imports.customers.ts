import { type CustomerInput, noIdentity } from '../customers/customers.contract.ts'
import { createCustomer, editCustomer, readCustomer } from '../customers/customers.service.ts'
import { languageOfCountry } from '../customers/language.rules.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import type { ImportResult } from './imports.fec.ts'
import { tableSourceOf } from './imports.items.ts'
import type { ImportRun } from './imports.run.ts'
import type { Mapping } from './mapping.schema.ts'
import { detectFormat } from './readers/detect.ts'
import type { CustomerRow } from './readers/items.ts'
import { applyCustomerMapping } from './readers/mapping.apply.ts'
import { readRows } from './readers/rows.ts'
import { problem, type Source } from './readers/source.ts'
import { readCustomersTemplate } from './readers/template.reader.ts'

/** Reads customers from the template or under a mapping: new codes are created, known ones completed with what the file says. */
export async function* importCustomers(
  ctx: CommandContext,
  run: ImportRun,
  source: Source,
  mapping: Mapping | undefined,
): AsyncGenerator<Progress, ImportResult & { createdCustomers: number }> {
  const found = await detectFormat(source, { signal: ctx.signal })
  if (!found.table) throw new Refusal('import.format-unknown', `${source.name} holds no table`, { file: source.name })
  const rows = readRows(source, mapping ? tableSourceOf(found, mapping) : found.table, { signal: ctx.signal })
  const batches = mapping ? applyCustomerMapping(rows, mapping) : readCustomersTemplate(rows)
  const counts = { created: 0, updated: 0, unchanged: 0 }
  let records = 0
  for await (const batch of batches) {
    run.note(batch.problems, batch.warnings)
    for (const row of batch.rows) {
      try {
        counts[await takeCustomer(ctx, run, row)] += 1
      } catch (error) {
        // A number whose check digits do not hold refuses its line, not the whole reading.
        const field = error instanceof Refusal ? REFUSED_FIELDS[error.code] : undefined
        if (!field) throw error
        run.note([problem(row.line, field.column, String(row[field.key] ?? ''), field.reason)], [])
      }
    }
    records = batch.totals.records
    yield { step: 'import.reading', done: records, total: null }
  }
  return {
    records,
    updated: counts.updated,
    unchanged: counts.unchanged,
    createdCustomers: counts.created,
    totals: { debit: 0, credit: 0, open: 0, currency: run.company.currency },
    period: null,
  }
}

const REFUSED_FIELDS: Partial<
  Record<string, { column: string; key: keyof CustomerRow; reason: 'siren' | 'vat' | 'terms' }>
> = {
  'identifier.siren': { column: 'siren', key: 'siren', reason: 'siren' },
  // The number in the file, beside the establishment that the book knows.
  'identifier.siret': { column: 'siren', key: 'siren', reason: 'siren' },
  'identifier.vat': { column: 'vat_number', key: 'vatNumber', reason: 'vat' },
  'terms.unreadable': { column: 'terms', key: 'terms', reason: 'terms' },
}

const takeCustomer = async (
  ctx: CommandContext,
  run: ImportRun,
  row: CustomerRow,
): Promise<'created' | 'updated' | 'unchanged'> => {
  const id = run.knownId(row.code)
  if (id === undefined) {
    const { id: created } = await createCustomer(ctx, completed(blank(run, row), row))
    run.remember({ id: created, code: row.code, name: row.name, terms: row.terms, segment: row.segment })
    return 'created'
  }
  const { id: _id, createdAt: _created, updatedAt: _updated, ...before } = await readCustomer(ctx, id)
  const after = completed(before, row)
  if (JSON.stringify(after) === JSON.stringify(before)) return 'unchanged'
  await editCustomer(ctx, id, after)
  return 'updated'
}

const blank = ({ company }: ImportRun, { code, country }: CustomerRow): CustomerInput => ({
  code,
  name: code,
  siren: '',
  vatNumber: '',
  ...noIdentity,
  language: languageOfCountry(country ?? company.country, company),
  country: company.country,
  terms: null,
  segment: '',
  salesperson: '',
  notes: '',
  noReminders: false,
  lateRegime: null,
  contacts: [],
  addresses: [],
})

/** What the file says wins; what it leaves empty stays. */
const completed = (customer: CustomerInput, row: CustomerRow): CustomerInput => {
  const country = row.country ?? customer.country
  const [contact] = customer.contacts
  const address = customer.addresses.find((one) => one.kind === 'billing')
  const says = row.contact || row.email || row.phone
  const lives = row.street || row.postalCode || row.city
  return {
    ...customer,
    name: row.name || customer.name,
    siren: row.siren || customer.siren,
    vatNumber: row.vatNumber || customer.vatNumber,
    language: row.language ?? customer.language,
    country,
    terms: row.terms ?? customer.terms,
    notes: row.notes || customer.notes,
    segment: row.segment || customer.segment,
    salesperson: row.salesperson || customer.salesperson,
    contacts: says
      ? [
          {
            name: row.contact || contact?.name || '',
            role: contact?.role ?? '',
            email: row.email || contact?.email || '',
            phone: row.phone || contact?.phone || '',
            dunning: contact?.dunning ?? true,
          },
          ...customer.contacts.slice(1),
        ]
      : customer.contacts,
    addresses: lives
      ? [
          ...customer.addresses.filter((one) => one.kind !== 'billing'),
          {
            kind: 'billing',
            street: row.street || address?.street || '',
            postalCode: row.postalCode || address?.postalCode || '',
            city: row.city || address?.city || '',
            country,
          },
        ]
      : customer.addresses,
  }
}
