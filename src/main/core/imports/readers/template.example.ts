import type { CellObject } from 'write-excel-file/universal'
import writeWorkbook from 'write-excel-file/universal'
import { customerColumns, itemColumns, type TemplateKind } from './template.columns.ts'

export type ExampleFile = { name: string; bytes: Uint8Array; mediaType: string }

const ITEMS = [
  ['invoice', 'FA-2026-001', 'C001', 'Menuiserie Alpha', '2026-01-05', '2026-02-04', '1200.00', 'EUR', '', '', ''],
  ['invoice', 'FA-2026-002', 'C001', 'Menuiserie Alpha', '2026-01-20', '2026-02-19', '350.50', 'EUR', '', '', ''],
  ['invoice', 'FA-2026-003', 'C002', 'Béton du Sud', '2026-01-31', '2026-03-02', '900.00', 'EUR', '', '', ''],
  ['invoice', 'FA-2026-003', 'C002', 'Béton du Sud', '2026-01-31', '2026-04-01', '900.00', 'EUR', '', '', ''],
  [
    'credit_note',
    'AV-2026-001',
    'C001',
    'Menuiserie Alpha',
    '2026-02-10',
    '',
    '50.50',
    'EUR',
    'FA-2026-002',
    '2026-02-10',
    '50.50',
  ],
  [
    'payment',
    'VIR-0042',
    'C001',
    'Menuiserie Alpha',
    '2026-02-20',
    '',
    '1500.00',
    'EUR',
    'FA-2026-001',
    '2026-02-20',
    '1200.00',
  ],
  [
    'payment',
    'VIR-0042',
    'C001',
    'Menuiserie Alpha',
    '2026-02-20',
    '',
    '1500.00',
    'EUR',
    'FA-2026-002',
    '2026-02-20',
    '300.00',
  ],
  ['opening', 'RAN-2025', 'C003', 'Papeterie Delta', '2025-12-31', '2026-01-30', '480.00', 'EUR', '', '', ''],
]

const CUSTOMERS = [
  [
    'C001',
    'Menuiserie Alpha',
    '732829320',
    'FR44732829320',
    'fr',
    '45eom-a',
    '12 rue des Chênes',
    '69003',
    'Lyon',
    'FR',
    'Claire Martin',
    'compta@alpha.example',
    '+33 4 00 00 00 01',
    '',
    'Industrie',
    'Sophie Lemaire',
  ],
  [
    'C002',
    'Béton du Sud',
    '',
    '',
    'fr',
    '30',
    '3 avenue du Port',
    '13002',
    'Marseille',
    'FR',
    '',
    '',
    '',
    'Règle par virement',
    'Bâtiment',
    'Hugo Marchal',
  ],
  [
    'C003',
    'Northwind Traders Ltd',
    '',
    '',
    'en',
    '60',
    '1 Station Road',
    'LS1 4DY',
    'Leeds',
    'GB',
    'Ann Lee',
    'accounts@northwind.example',
    '',
    '',
    '',
    '',
  ],
]

const TABLES: Record<TemplateKind, { header: readonly string[]; rows: string[][] }> = {
  items: { header: itemColumns, rows: ITEMS },
  customers: { header: customerColumns.map(([column]) => column), rows: CUSTOMERS },
}

const AMOUNTS = new Set(['amount', 'settled_amount'])
const DAYS = new Set(['issued', 'due', 'settled_on'])

// A spreadsheet set to French opens semicolons as columns and commas as decimals; the byte order mark tells it UTF-8.
const csvOf = ({ header, rows }: (typeof TABLES)[TemplateKind]): string => {
  const lines = [
    header,
    ...rows.map((row) => row.map((text, i) => (AMOUNTS.has(header[i] ?? '') ? text.replace('.', ',') : text))),
  ]
  return `\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`
}

const cellOf = (column: string, text: string): CellObject | null => {
  if (text === '') return null
  if (AMOUNTS.has(column)) return { type: Number, value: Number(text), format: '0.00' }
  if (DAYS.has(column)) return { type: Date, value: new Date(`${text}T00:00:00Z`), format: 'yyyy-mm-dd' }
  return { type: String, value: text, format: '@' }
}

/** A template filled with a few rows that can be read back: what each column takes is shown rather than told. */
export const templateExample = async (kind: TemplateKind, format: 'csv' | 'xlsx'): Promise<ExampleFile> => {
  const table = TABLES[kind]
  const name = `encours-${kind}.${format}`
  if (format === 'csv') return { name, bytes: new TextEncoder().encode(csvOf(table)), mediaType: 'text/csv' }
  const titles = table.header.map((title) => ({ type: String, value: title, fontWeight: 'bold' as const }))
  const rows = table.rows.map((row) => row.map((text, i) => cellOf(table.header[i] ?? '', text)))
  const columns = table.header.map((title) => ({ width: Math.max(12, title.length + 2) }))
  const blob = await writeWorkbook([titles, ...rows], { columns, sheet: kind, stickyRowsCount: 1 }).toBlob()
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()), mediaType }
}
