import { requireCompany } from '../company/company.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { formatDay, formatMoney } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { tableCsv } from '../tables/table.csv.ts'
import type { Cell, Column, Table } from '../tables/table.model.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import { type Reading, sumOf, tellWriteOffs } from './writeoffs.read.ts'
import { listRecoveries, listWriteOffs, recoveredItems } from './writeoffs.repository.ts'
import { entryOf, isRecoverable } from './writeoffs.rules.ts'
import type { WriteOff } from './writeoffs.schema.ts'
import { listWords } from './writeoffs.words.ts'

type Line = {
  day: Day
  of: WriteOff
  kind: 'loss' | 'received' | 'reversed'
  number: string
  issued: Day
  /** Below zero for what is owed again. */
  amount: Minor
  tax: Minor | null
}

/** What was booked and what was taken back in a stretch of days, both included, by day. */
const linesOf = async (ctx: Reading, from: Day, until: Day): Promise<Line[]> => {
  const booked = await tellWriteOffs(ctx, await listWriteOffs(ctx.db, { states: ['booked'], from, until }))
  const again = await listRecoveries(ctx.db, { from, until })
  const parents = new Map(booked.map((one) => [one.id, one]))
  const missing = [...new Set(again.map((one) => one.write_off_id).filter((id) => !parents.has(id)))]
  if (missing.length > 0)
    for (const one of await tellWriteOffs(ctx, await listWriteOffs(ctx.db, { ids: missing }))) parents.set(one.id, one)
  const items = Map.groupBy(
    await recoveredItems(
      ctx.db,
      again.map(({ id }) => id),
    ),
    (item) => item.recovery_id,
  )
  const losses = booked.flatMap((of) =>
    of.items.map(
      ({ number, issued, amount, tax }): Line => ({
        day: of.day as Day,
        of,
        kind: 'loss',
        number,
        issued,
        amount,
        tax,
      }),
    ),
  )
  const back = again.flatMap((recovery) =>
    (items.get(recovery.id) ?? []).map(
      ({ number, issued, amount, tax }): Line => ({
        day: recovery.day,
        of: parents.get(recovery.write_off_id) as WriteOff,
        kind: recovery.kind,
        number,
        issued,
        amount: -amount,
        tax: tax === null ? null : 0 - tax,
      }),
    ),
  )
  return [...losses, ...back].sort((a, b) => a.day.localeCompare(b.day) || a.of.reference.localeCompare(b.of.reference))
}

type Field = { column: Column; cell: (line: Line) => Cell; total?: (line: Line) => Minor; onPaper: boolean }

const fieldsOf = (language: Language): Field[] => {
  const words = listWords[language]
  const { columns } = words
  const entry = ({ amount, tax, of }: Line) => entryOf({ amount, tax }, of.tax.state, of.tax.due)
  const text = (label: string, cell: (line: Line) => string | null, onPaper = false): Field => ({
    column: { label, kind: 'text' },
    cell,
    onPaper,
  })
  const day = (label: string, cell: (line: Line) => Day | null, onPaper = false): Field => ({
    column: { label, kind: 'day' },
    cell,
    onPaper,
  })
  const amount = (label: string, value: (line: Line) => Minor | null, onPaper = false): Field => ({
    column: { label, kind: 'amount' },
    cell: value,
    total: (line) => value(line) ?? 0,
    onPaper,
  })
  return [
    day(columns.day, (line) => line.day, true),
    text(columns.customer, ({ of }) => of.customerName, true),
    text(columns.code, ({ of }) => of.customerCode),
    text(columns.reference, ({ of }) => of.reference, true),
    text(columns.kind, ({ kind }) => words.kinds[kind], true),
    text(columns.number, ({ number }) => number, true),
    day(columns.issued, ({ issued }) => issued),
    text(columns.reason, ({ of }) => words.reasons[of.reason], true),
    text(columns.note, ({ of }) => of.note),
    amount(columns.net, ({ amount: whole, tax }) => (tax === null ? null : whole - tax), true),
    amount(columns.tax, ({ tax }) => tax, true),
    amount(columns.gross, ({ amount: whole }) => whole, true),
    amount(columns.toRecover, ({ tax, of }) => (tax !== null && isRecoverable(of.tax.state) ? tax : 0), true),
    text(columns.state, ({ of }) => words.tax[of.tax.state]),
    day(columns.deadline, ({ of }) => of.tax.deadline),
    day(columns.notice, ({ of }) => of.tax.noticeOn),
    amount(columns.loss, (line) => entry(line).loss),
    amount(columns.taxPart, (line) => entry(line).tax),
    text(columns.taxAccount, (line) => entry(line).taxAccount),
    amount(columns.doubtful, (line) => entry(line).credit),
    text(columns.proposedBy, ({ of }) => of.proposedBy),
    text(columns.approvedBy, ({ of }) => of.answeredBy, true),
  ]
}

type Wanted = { from: Day; until: Day; format: 'csv' | 'xlsx' | 'pdf'; language?: Language | undefined }

/**
 * Write-offs and what was taken back of them in a stretch of days, for the accountant: net, VAT, gross, what of the VAT may be
 * recovered and the entry of each. Totals where all of it is in one currency; else one sum for each below.
 */
export const accountantTable = async (ctx: QueryContext, { from, until, format, language }: Wanted) => {
  if (from > until) throw new Refusal('input.invalid', 'it would end before it begins', { field: 'from' })
  const company = await requireCompany(ctx)
  const own = language ?? company.language
  const words = listWords[own]
  const lines = await linesOf(ctx, from, until)
  const fields = fieldsOf(own).filter(({ onPaper }) => onPaper || format !== 'pdf')
  const currencies = [...Map.groupBy(lines, ({ of }) => of.currency)]
  const table: Table = {
    title: words.title,
    subtitle: `${company.name} · ${words.period(formatDay(from, own), formatDay(until, own))}`,
    currency: currencies.length === 1 ? (currencies[0]?.[0] ?? company.currency) : company.currency,
    columns: fields.map(({ column }) => column),
    rows: lines.map((line) => ({ cells: fields.map(({ cell }) => cell(line)), currency: line.of.currency })),
    totals:
      currencies.length === 1
        ? {
            cells: fields.map(({ total }, place) =>
              place === 0 && format === 'pdf'
                ? null
                : total
                  ? sumOf(lines.map(total))
                  : place === 1
                    ? words.total
                    : null,
            ),
          }
        : null,
    footnotes: [
      ...(currencies.length > 1
        ? currencies.map(
            ([currency, those]) =>
              `${currency} : ${formatMoney(sumOf(those.map(({ amount }) => amount)), currency, own)}`,
          )
        : []),
      ...(company.country === 'FR' ? [words.notes.entries] : []),
      ...(lines.some(({ of }) => of.tax.due === 'received') ? [words.notes.received] : []),
      ...(lines.some(({ of }) => !isRecoverable(of.tax.state)) ? [words.notes.open] : []),
      ...(lines.some(({ kind }) => kind !== 'loss') ? [words.notes.back] : []),
    ],
  }
  const name = `${words.fileName}-${from}-${until}.${format}`
  switch (format) {
    case 'csv':
      return { name, file: new File([tableCsv(table, own)], name, { type: 'text/csv' }) }
    case 'xlsx':
      return {
        name,
        file: new File([new Uint8Array(await tableXlsx(table))], name, {
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        }),
      }
    case 'pdf':
      return {
        name,
        file: new File([new Uint8Array(typesetterOf(ctx.ports).tablePdf(table, own))], name, {
          type: 'application/pdf',
        }),
      }
  }
}
