import type { Ports } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { formatDay, formatMoney } from '../kernel/format.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { tableCsv } from '../tables/table.csv.ts'
import type { Table } from '../tables/table.model.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import type { Aged, ItemRow } from './receivables.contract.ts'

const WORDS = {
  fr: {
    aged: 'Balance âgée',
    items: 'Créances',
    asOf: 'au',
    by: { due: 'par échéance', issued: 'par date de facture' },
    columns: { notDue: 'Non échu', unallocated: 'Non lettré' } as Record<string, string>,
    over: 'Plus de',
    days: 'j',
    code: 'Code',
    customer: 'Client',
    total: 'Total',
    disputed: 'Dont litigieux',
    inBase: 'Soit, aux cours d’origine',
    control: 'Grand livre − balance',
    kinds: {
      invoice: 'Facture',
      credit_note: 'Avoir',
      payment: 'Règlement',
      opening: 'À-nouveau',
      adjustment: 'Opération diverse',
    },
    itemColumns: [
      'Code',
      'Client',
      'Nature',
      'Numéro',
      'Libellé',
      'Date',
      'Échéance',
      'Devise',
      'Montant',
      'Solde',
      'Jours de retard',
    ],
  },
  en: {
    aged: 'Aged balance',
    items: 'Receivables',
    asOf: 'as of',
    by: { due: 'by due date', issued: 'by invoice date' },
    columns: { notDue: 'Not due', unallocated: 'Unallocated' } as Record<string, string>,
    over: 'Over',
    days: 'd',
    code: 'Code',
    customer: 'Customer',
    total: 'Total',
    disputed: 'Of which disputed',
    inBase: 'At the rates booked',
    control: 'Ledger − report',
    kinds: {
      invoice: 'Invoice',
      credit_note: 'Credit note',
      payment: 'Receipt',
      opening: 'Opening',
      adjustment: 'Adjustment',
    },
    itemColumns: [
      'Code',
      'Customer',
      'Kind',
      'Number',
      'Label',
      'Date',
      'Due',
      'Currency',
      'Amount',
      'Open',
      'Days late',
    ],
  },
} as const

const columnLabel = (key: string, language: Language): string => {
  const words = WORDS[language]
  const named = words.columns[key]
  if (named) return named
  return key.startsWith('over') ? `${words.over} ${key.slice(4)} ${words.days}` : `${key} ${words.days}`
}

const agedTable = (aged: Aged, language: Language): Table => {
  const words = WORDS[language]
  const { ledger, report, difference } = aged.control
  const money = (amount: number) => formatMoney(amount, aged.currency, language)
  // A column of noughts says nothing.
  const disputed = (row: { disputed: number }): number[] => (aged.total.disputed === 0 ? [] : [row.disputed])
  const ages = aged.columns.filter((key) => key !== 'unallocated').length
  return {
    title: words.aged,
    subtitle: `${words.asOf} ${formatDay(aged.asOf, language)}, ${words.by[aged.basis]}, ${aged.currency}`,
    currency: aged.currency,
    columns: [
      { label: words.code, kind: 'text' },
      { label: words.customer, kind: 'text' },
      { label: words.total, kind: 'amount' },
      ...aged.columns.map((key, i) => ({
        label: columnLabel(key, language),
        kind: 'amount' as const,
        ...(key !== 'unallocated' && { age: i / Math.max(1, ages - 1) }),
      })),
      ...disputed(aged.total).map(() => ({ label: words.disputed, kind: 'amount' as const })),
    ],
    rows: aged.rows.map((row) => ({
      cells: [row.customer, row.name, row.total, ...aged.columns.map((key) => row.values[key] ?? 0), ...disputed(row)],
    })),
    totals: {
      cells: [
        words.total,
        '',
        aged.total.total,
        ...aged.columns.map((key) => aged.total.values[key] ?? 0),
        ...disputed(aged.total),
      ],
    },
    footnotes: [
      `${words.control} = ${money(ledger)} − ${money(report)} = ${money(difference)}`,
      ...(aged.base ? [`${words.inBase} = ${formatMoney(aged.base.total, aged.base.currency, language)}`] : []),
    ],
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const fileOf = async (ports: Ports, table: Table, name: string, format: 'xlsx' | 'csv' | 'pdf', language: Language) => {
  if (format === 'csv')
    return { name: `${name}.csv`, file: new File([tableCsv(table, language)], `${name}.csv`, { type: 'text/csv' }) }
  if (format === 'xlsx')
    return {
      name: `${name}.xlsx`,
      file: new File([new Uint8Array(await tableXlsx(table))], `${name}.xlsx`, { type: XLSX }),
    }
  const pdf = typesetterOf(ports).tablePdf(table, language)
  return { name: `${name}.pdf`, file: new File([new Uint8Array(pdf)], `${name}.pdf`, { type: 'application/pdf' }) }
}

/** The aged balance as a file: the same figures as on screen. */
export const agedFile = ({ ports }: { ports: Ports }, aged: Aged, format: 'xlsx' | 'csv' | 'pdf', language: Language) =>
  fileOf(
    ports,
    agedTable(aged, language),
    `${language === 'fr' ? 'balance-agee' : 'aged-balance'}-${aged.asOf}-${aged.currency}`,
    format,
    language,
  )

/** Items as a file, one currency a row. */
export const itemsFile = (
  { ports, today }: { ports: Ports; today: string },
  items: readonly ItemRow[],
  format: 'xlsx' | 'csv',
  language: Language,
) => {
  const words = WORDS[language]
  const kinds = ['text', 'text', 'text', 'text', 'text', 'day', 'day', 'text', 'amount', 'amount', 'number'] as const
  const anyDisputed = items.some(({ disputed }) => disputed > 0)
  const table: Table = {
    title: words.items,
    subtitle: `${words.asOf} ${formatDay(today, language)}`,
    currency: 'EUR',
    columns: [
      ...words.itemColumns.map((label, index) => ({ label, kind: kinds[index] ?? 'text' })),
      ...(anyDisputed ? [{ label: words.disputed, kind: 'amount' as const }] : []),
    ],
    rows: items.map((item) => ({
      currency: item.currency,
      cells: [
        item.customerCode,
        item.customerName,
        words.kinds[item.kind],
        item.number,
        item.label,
        item.issued,
        item.amount > 0 ? item.due : null,
        item.currency,
        item.amount,
        item.open,
        Math.max(item.daysLate, 0),
        ...(anyDisputed ? [item.disputed] : []),
      ],
    })),
    totals: null,
    footnotes: [],
  }
  return fileOf(ports, table, `${language === 'fr' ? 'creances' : 'receivables'}-${today}`, format, language)
}
