import type { Language } from '../kernel/contract.ts'
import { formatDay } from '../kernel/format.ts'
import { tableCsv } from '../tables/table.csv.ts'
import type { Table } from '../tables/table.model.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import type { AuditEntry } from './audit.contract.ts'

const WORDS = {
  fr: {
    title: 'Journal du dossier',
    columns: ['N°', 'Instant (UTC)', 'Jour de travail', 'Personne', 'Opération', 'Clients', 'Lignes écrites'],
  },
  en: {
    title: 'Audit of the book',
    columns: ['No.', 'Instant (UTC)', 'Working day', 'Person', 'Call', 'Customers', 'Rows written'],
  },
} as const

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const rowsWritten = (counts: AuditEntry['counts']): string =>
  Object.entries(counts)
    .map(([table, { added, changed, removed }]) => `${table} +${added} ~${changed} −${removed}`)
    .join(', ')

/** Entries as a sheet, in the order given. */
export const exportEntries = async (entries: readonly AuditEntry[], format: 'csv' | 'xlsx', language: Language) => {
  const words = WORDS[language]
  const table: Table = {
    title: words.title,
    subtitle: '',
    currency: 'EUR',
    columns: words.columns.map((label) => ({ label, kind: 'text' })),
    rows: entries.map(({ id, at, today, user, call, customers, counts }) => ({
      cells: [
        String(id),
        at,
        formatDay(today, language),
        user,
        call,
        customers.map(({ code, name }) => `${code} ${name}`.trim()).join(', '),
        rowsWritten(counts),
      ],
    })),
    totals: null,
    footnotes: [],
  }
  if (format === 'csv')
    return { name: 'audit.csv', file: new File([tableCsv(table, language)], 'audit.csv', { type: 'text/csv' }) }
  return { name: 'audit.xlsx', file: new File([new Uint8Array(await tableXlsx(table))], 'audit.xlsx', { type: XLSX }) }
}
