import { requireCompany } from '../company/company.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { formatDay, formatMoney, formatPercent } from '../kernel/format.ts'
import { type Minor, toDecimal } from '../kernel/money.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { tableCsv } from '../tables/table.csv.ts'
import type { Cell, Column, Table } from '../tables/table.model.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import { ACCOUNTS } from './entries.rules.ts'
import { readClosing } from './provisions.closing.ts'
import { totalsOf } from './provisions.matrix.ts'
import { closingWords } from './provisions.words.ts'

type Run = Awaited<ReturnType<typeof readClosing>>
type Field<T> = { column: Column; cell: (row: T) => Cell; total?: (row: T) => Minor | null; onPaper: boolean }

const text = <T>(label: string, cell: (row: T) => Cell, onPaper = true): Field<T> => ({
  column: { label, kind: 'text' },
  cell,
  onPaper,
})
const day = <T>(label: string, cell: (row: T) => Cell, onPaper = true): Field<T> => ({
  column: { label, kind: 'day' },
  cell,
  onPaper,
})
const amount = <T>(label: string, value: (row: T) => Minor | null, onPaper = true): Field<T> => ({
  column: { label, kind: 'amount' },
  cell: value,
  total: value,
  onPaper,
})

const sumOf = (amounts: readonly (Minor | null)[]): Minor => amounts.reduce<Minor>((sum, one) => sum + (one ?? 0), 0)

const tableOf = <T>(
  fields: readonly Field<T>[],
  rows: readonly T[],
  head: Pick<Table, 'title' | 'subtitle' | 'currency' | 'footnotes'>,
  total: string,
): Table => ({
  ...head,
  columns: fields.map(({ column }) => column),
  rows: rows.map((row) => ({ cells: fields.map(({ cell }) => cell(row)) })),
  totals:
    rows.length === 0
      ? null
      : { cells: fields.map(({ total: of }, place) => (of ? sumOf(rows.map(of)) : place === 0 ? total : null)) },
})

type Wanted = { run: Run; language: Language; company: string; paper: boolean }
const headOf = ({ run, language, company }: Wanted) => ({
  subtitle: `${company} · ${closingWords[language].at(formatDay(run.asOf, language))}`,
  currency: run.currency,
})

/** Debt by debt: what is doubtful, why, and how it comes to its impairment. */
export const doubtfulTable = (wanted: Wanted): Table => {
  const { run, language, paper } = wanted
  const words = closingWords[language]
  const { columns } = words
  type Row = Run['cases'][number]
  const fields: Field<Row>[] = [
    text(columns.customer, ({ customerName }) => customerName),
    // The second column of a paper is the one that breaks its lines.
    ...(paper
      ? [
          text<Row>(columns.ground, ({ ground, note }) =>
            [words.grounds[ground], note].filter(Boolean).join(words.because),
          ),
        ]
      : []),
    text(columns.code, ({ customerCode }) => customerCode, false),
    text(columns.number, ({ number }) => number),
    day(columns.issued, ({ issued }) => issued, false),
    day(columns.due, ({ due }) => due),
    ...(paper ? [] : [text<Row>(columns.ground, ({ ground }) => words.grounds[ground])]),
    text(columns.inLedger, ({ inLedger }) => (inLedger ? words.yes : null), false),
    amount(columns.gross, ({ gross }) => gross),
    amount(columns.credits, ({ credits }) => credits),
    amount(columns.tax, ({ tax }) => tax),
    amount(columns.insured, ({ insured }) => insured),
    amount(columns.base, ({ base }) => base),
    {
      ...text<Row>(columns.probability, ({ probability }) => formatPercent(probability, language)),
      column: { label: columns.probability, kind: paper ? 'number' : 'text' },
    },
    amount(columns.amount, (row) => row.amount),
    day(columns.decidedOn, ({ decidedOn }) => decidedOn, false),
    text(columns.decidedBy, ({ decidedBy }) => decidedBy || null, false),
    text(columns.note, ({ note }) => note || null, false),
    text(columns.evidence, ({ evidence }) => evidence || null, false),
  ]
  const shown = fields.filter(({ onPaper }) => onPaper || !paper)
  const footnotes = [words.notes.list, words.notes.tax(formatPercent(run.settings.taxRate, language))]
  return tableOf(shown, run.cases, { title: words.list, ...headOf(wanted), footnotes }, words.total)
}

/** Rates times balances, group by group. */
export const matrixTable = (wanted: Wanted): Table => {
  const { run, language, paper } = wanted
  const words = closingWords[language]
  const { columns, notes } = words
  const rows = run.groups.flatMap(({ segment, lines }) => lines.map((line) => ({ segment, ...line })))
  const rate = (value: string | null) => (value === null ? null : formatPercent(value, language))
  type Line = (typeof rows)[number]
  const fields: Field<Line>[] = [
    text(columns.segment, ({ segment }) => (segment === null ? words.everybody : segment || words.noSegment)),
    text(columns.bucket, ({ bucket }) => words.buckets[bucket]),
    amount(columns.gross.replace(' (416)', ''), ({ gross }) => gross),
    amount(columns.cases, ({ cases }) => cases),
    amount(columns.credits, ({ credits }) => credits),
    amount(columns.tax, ({ tax }) => tax),
    amount(columns.insured, ({ insured }) => insured),
    amount(columns.base, ({ base }) => base),
    // On paper a percentage stands to the right, as figures do; in a sheet it is text.
    {
      ...text<Line>(columns.own, ({ own }) => rate(own)),
      column: { label: columns.own, kind: paper ? 'number' : 'text' },
    },
    {
      ...text<Line>(columns.rate, (row) => rate(row.rate)),
      column: { label: columns.rate, kind: paper ? 'number' : 'text' },
    },
    amount(columns.amount.replace(' (491)', ''), (row) => row.amount),
  ]
  const { settings } = run
  const told = run.groups.length === 1 ? run.groups[0]?.history : undefined
  const isAdjusted = Number(settings.adjustment) !== 0
  const footnotes = [
    notes.matrix(settings.months, settings.lostAfter),
    ...(told && told.invoices > 0
      ? [notes.history(told.invoices, formatDay(told.from, language), formatDay(told.until, language))]
      : []),
    ...(isAdjusted ? [notes.adjusted(formatPercent(settings.adjustment, language), settings.reason)] : []),
    ...(!isAdjusted && settings.byHand.some((one) => one !== null) ? [notes.reason(settings.reason)] : []),
    notes.tax(formatPercent(settings.taxRate, language)),
    ...(run.booked === 'cases' ? [notes.matrixAside] : []),
  ]
  const table = tableOf(fields, rows, { title: words.matrix, ...headOf(wanted), footnotes }, words.total)
  const last = table.totals?.cells.length ?? 0
  // A sum without one of its parts would be a wrong one.
  return totalsOf(run.groups).amount === null && table.totals
    ? { ...table, totals: { cells: table.totals.cells.map((cell, at) => (at === last - 1 ? null : cell)) } }
    : table
}

const accountName = (account: string, words: (typeof closingWords)[Language]): string => {
  if (account.startsWith(ACCOUNTS.doubtful)) return words.accounts.doubtful
  if (account.startsWith(ACCOUNTS.impairment)) return words.accounts.impairment
  if (account.startsWith(ACCOUNTS.charge)) return words.accounts.charge
  return account.startsWith(ACCOUNTS.release) ? words.accounts.release : words.accounts.receivable
}

const linesOf = (run: Run, language: Language) => {
  const words = closingWords[language]
  return run.entries.flatMap(({ kind, customerName, lines }, at) =>
    lines.map((line) => ({
      entry: `DEP${run.asOf.replaceAll('-', '')}-${String(at + 1).padStart(4, '0')}`,
      label: [words.kinds[kind], customerName].filter(Boolean).join(' – '),
      accountName: accountName(line.account, words),
      ...line,
    })),
  )
}

/** Entries since the closing before, line by line. */
export const entriesTable = (wanted: Wanted): Table => {
  const { run, language, paper } = wanted
  const words = closingWords[language]
  const { columns, notes } = words
  const rows = linesOf(run, language)
  const fields: Field<(typeof rows)[number]>[] = [
    text(columns.entry, ({ entry }) => entry),
    day(columns.day, () => run.asOf),
    text(columns.account, ({ account }) => account),
    text(columns.accountName, (row) => row.accountName, false),
    text(columns.code, ({ customerCode }) => customerCode),
    text(columns.customer, ({ customerName }) => customerName, false),
    text(columns.label, ({ label }) => label),
    amount(columns.debit, ({ debit }) => debit),
    amount(columns.credit, ({ credit }) => credit),
  ]
  const [debit, credit] = [sumOf(rows.map((row) => row.debit)), sumOf(rows.map((row) => row.credit))]
  const money = (value: Minor) => formatMoney(value, run.currency, language)
  const footnotes = [notes.entries, notes.balanced(money(debit), money(credit))]
  return tableOf(
    fields.filter(({ onPaper }) => onPaper || !paper),
    rows,
    { title: words.entries, ...headOf(wanted), footnotes },
    words.total,
  )
}

const FEC_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
]

/** The same as lines of a FEC (LPF art. A47 A-1): tabs, days as YYYYMMDD, decimal commas; not validated yet. */
export const entriesFec = (run: Run): string => {
  const plain = (value: string) => value.replace(/[\t\r\n]+/g, ' ').trim()
  const date = run.asOf.replaceAll('-', '')
  const figure = (value: Minor) => toDecimal(value, run.currency).replace('.', ',')
  const rows = linesOf(run, 'fr').map((line) => [
    'OD',
    closingWords.fr.journal,
    line.entry,
    date,
    line.account,
    line.accountName,
    line.customerCode,
    line.customerName,
    line.entry,
    date,
    line.label,
    figure(line.debit),
    figure(line.credit),
    '',
    '',
    '',
    '',
    '',
  ])
  return [FEC_COLUMNS, ...rows].map((cells) => `${cells.map(plain).join('\t')}\r\n`).join('')
}

type Asked = {
  id: string
  what: 'list' | 'matrix' | 'entries'
  format: 'csv' | 'xlsx' | 'pdf' | 'fec'
  language?: Language | undefined
}
const TABLES = { list: doubtfulTable, matrix: matrixTable, entries: entriesTable } as const

/** A closing for the accountant; refuses `not-found`. */
export const closingFile = async (ctx: QueryContext, { id, what, format, language }: Asked) => {
  const company = await requireCompany(ctx)
  const run = await readClosing(ctx, id)
  const own = language ?? company.language
  const name = `${closingWords[own].files[what]}-${run.asOf}.${format === 'fec' ? 'txt' : format}`
  const fileOf = (bytes: BlobPart, type: string) => ({ name, file: new File([bytes], name, { type }) })
  if (format === 'fec') return fileOf(entriesFec(run), 'text/plain')
  const table = TABLES[what]({ run, language: own, company: company.name, paper: format === 'pdf' })
  switch (format) {
    case 'csv':
      return fileOf(tableCsv(table, own), 'text/csv')
    case 'xlsx':
      return fileOf(
        new Uint8Array(await tableXlsx(table)),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      )
    case 'pdf':
      return fileOf(new Uint8Array(typesetterOf(ctx.ports).tablePdf(table, own)), 'application/pdf')
  }
}
