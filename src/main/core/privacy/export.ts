import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { strToU8, zipSync } from 'fflate'
import { columnName, tableName, valueText } from '../audit/words.rules.ts'
import { requireCompany } from '../company/company.service.ts'
import { readDocument } from '../documents/documents.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { freeName, safeFileName } from '../kernel/file-name.ts'
import { formatDay } from '../kernel/format.ts'
import { tableCsv } from '../tables/table.csv.ts'
import type { Table } from '../tables/table.model.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import { filesTouched, identityOf } from './erase.ts'
import { readRows } from './privacy.repository.ts'
import { PARTS } from './privacy.rows.ts'

type Row = Record<string, unknown>
type Held = { table: string; rows: Row[] }

/** Made from other columns, for the search and the order of lists. */
const HIDDEN = new Set(['search', 'sort_name'])

const sheetOf = ({ table, rows }: Held, currency: string, language: Language): Table => {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !HIDDEN.has(column))
  return {
    title: tableName(table, language),
    subtitle: '',
    currency,
    columns: columns.map((column) => ({ label: columnName(column, language), kind: 'text' })),
    rows: rows.map((row) => ({
      cells: columns.map((column) =>
        valueText(column, row[column], { currency: String(row.currency ?? currency), language }),
      ),
    })),
    totals: null,
    footnotes: [],
  }
}

const summaryOf = (held: readonly Held[], about: string, language: Language): Table => ({
  title: language === 'fr' ? 'Données d’un client' : 'Data of a customer',
  subtitle: about,
  currency: 'EUR',
  columns: [
    { label: 'Table', kind: 'text' },
    { label: language === 'fr' ? 'Lignes' : 'Rows', kind: 'number' },
  ],
  rows: held.map(({ table, rows }) => ({ cells: [tableName(table, language), rows.length] })),
  totals: null,
  footnotes: [],
})

/** Everything the book holds of a customer: all rows as JSON and as tables to read, every file, and a manifest. */
export const exportCustomer = async (
  ctx: QueryContext,
  { customerId, language }: { customerId: string; language: Language },
): Promise<{ name: string; file: File }> => {
  const aim = { customerId, kind: 'customer', until: null } as const
  const { customer } = await identityOf(ctx, aim)
  const { currency, name: company } = await requireCompany(ctx)
  const held: Held[] = []
  for (const part of PARTS) {
    const rows = await readRows(ctx.db, part, { customerId, until: null })
    if (rows.length > 0) held.push({ table: part.table, rows })
  }
  const files: Record<string, Uint8Array> = {}
  const about = `${customer.code} ${customer.name} · ${company} · ${formatDay(ctx.today, language)}`
  files[language === 'fr' ? 'resume.xlsx' : 'summary.xlsx'] = await tableXlsx(summaryOf(held, about, language))
  for (const one of held) {
    await setImmediate()
    files[`tables/${one.table}.csv`] = strToU8(tableCsv(sheetOf(one, currency, language), language))
  }
  const told = { company, day: ctx.today, by: ctx.user, customer: customer.id }
  const data = Object.fromEntries(held.map(({ table, rows }) => [table, rows]))
  files['data.json'] = strToU8(JSON.stringify({ ...told, tables: data }, null, 2))
  const taken = new Set<string>()
  for (const id of await filesTouched(ctx, aim)) {
    await setImmediate()
    const document = await readDocument(ctx, id)
    const place = freeName(safeFileName(document.name), taken)
    taken.add(place.toLowerCase())
    files[`documents/${place}`] = new Uint8Array(document.bytes)
  }
  const manifest = Object.entries(files).map(([path, bytes]) => ({
    path,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  files['manifest.json'] = strToU8(JSON.stringify({ ...told, files: manifest }, null, 2))
  const name = safeFileName(`${customer.code.replace(/[/\\]/g, '-')}-${ctx.today}.zip`)
  return { name, file: new File([new Uint8Array(zipSync(files))], name, { type: 'application/zip' }) }
}
