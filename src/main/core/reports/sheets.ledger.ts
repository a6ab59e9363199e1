import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Breakdown, dashboardContract } from '../dashboard/dashboard.contract.ts'
import { type FigureName, figureNames, type figuresContract, figureUnits } from '../figures/figures.contract.ts'
import { exactly, minus, toPlaces } from '../financials/fraction.rules.ts'
import { formatDay } from '../kernel/format.ts'
import type { Table } from '../tables/table.model.ts'
import { labelOf } from './reports.words.fr.ts'
import { decimal, type Head, tableOf } from './sheet.fields.ts'

type Figures = InferContractRouterOutputs<typeof figuresContract>
type Board = InferContractRouterOutputs<typeof dashboardContract>
export type KeyFigures = Figures['key']
export type Handling = Figures['handling']
export type Overview = Board['overview']
export type Trend = Board['trend']
export type BreakdownOf = Board['breakdown']
export type DsoChange = Board['dsoChange']

const MONTHS_OF_YEAR = 12

export type FigureLine = {
  name: FigureName
  value: string | null
  why: string
  before: string | null
  yearBefore: string | null
  /** Since the month before, with the places of both. */
  change: string | null
}

const changeOf = (value: string | null, before: string | null): string | null => {
  if (value === null || before === null) return null
  const places = value.split('.')[1]?.length ?? 0
  return toPlaces(minus(exactly(value), exactly(before)), places)
}

/** Every key figure of a day, with what it was a month and a year before where the past has it. */
export const figureLines = (key: KeyFigures, handling: Handling, { words }: Head): FigureLine[] =>
  figureNames.map((name) => {
    const all: Partial<Record<FigureName, { value: string | null; why: keyof typeof words.why | null }>> = {
      ...key.figures,
      ...handling.figures,
    }
    const past = (back: number): string | null => {
      const points = [key.points.at(-1 - back), handling.points.at(-1 - back)]
      const found = points.map((point) => (point?.figures as typeof all | undefined)?.[name]).find(Boolean)
      return found?.value ?? null
    }
    const { value = null, why = null } = all[name] ?? {}
    const before = past(1)
    return {
      name,
      value,
      why: why === null ? '' : words.why[why],
      before,
      yearBefore: past(MONTHS_OF_YEAR),
      change: changeOf(value, before),
    }
  })

export const figuresTable = (head: Head, key: KeyFigures, handling: Handling): Table => {
  const { words, currency } = head
  const { columns } = words
  const unit = (name: FigureName) => (figureUnits[name] === 'money' ? currency : words.units[figureUnits[name]])
  return tableOf(head, words.sheets.figures, {
    rows: figureLines(key, handling, head),
    fields: [
      { label: columns.figure, kind: 'text', cell: ({ name }) => words.figures[name] },
      { label: columns.value, kind: 'number', cell: ({ value }) => decimal(value) },
      { label: columns.unit, kind: 'text', cell: ({ name }) => unit(name) },
      { label: columns.before, kind: 'number', cell: ({ before }) => decimal(before) },
      { label: columns.change, kind: 'number', cell: ({ change }) => decimal(change) },
      { label: columns.yearBefore, kind: 'number', cell: ({ yearBefore }) => decimal(yearBefore) },
      {
        label: columns.why,
        kind: 'text',
        cell: ({ value, why }) => (value === null ? [words.none, why].filter(Boolean).join(', ') : null),
      },
    ],
    notes: leftOutNote(head, key.leftOut),
  })
}

/** Every key figure through its months, the oldest first. */
export const figuresPastTable = (head: Head, { points, leftOut }: KeyFigures, handling: Handling): Table => {
  const { words, currency } = head
  const handled = new Map(handling.points.map(({ day, figures }) => [day, figures]))
  const unit = (name: FigureName) => (figureUnits[name] === 'money' ? currency : words.units[figureUnits[name]])
  return tableOf(head, words.sheets.figuresPast, {
    rows: figureNames.map((name) => ({
      name,
      values: points.map(({ day, figures }) => {
        const all: Partial<Record<FigureName, { value: string | null }>> = { ...figures, ...handled.get(day) }
        return all[name]?.value ?? null
      }),
    })),
    fields: [
      { label: words.columns.figure, kind: 'text', cell: ({ name }) => words.figures[name] },
      { label: words.columns.unit, kind: 'text', cell: ({ name }) => unit(name) },
      ...points.map(({ day }, at) => ({
        label: formatDay(day, head.language),
        kind: 'number' as const,
        cell: ({ values }: { values: readonly (string | null)[] }) => decimal(values[at] ?? null),
      })),
    ],
    notes: leftOutNote(head, leftOut),
  })
}

export const leftOutNote = ({ words }: Head, leftOut: number): string[] =>
  leftOut > 0 ? [words.notes.leftOut(leftOut)] : []

type AgedRow = { total: number; notDue: number; late: readonly number[]; unallocated: number }
const agedFields = ({ words: { columns } }: Head, sum: boolean) =>
  (
    [
      [columns.total, ({ total }) => total],
      [columns.notDue, ({ notDue }) => notDue],
      [columns.from1, ({ late }) => late[0] ?? 0],
      [columns.from31, ({ late }) => late[1] ?? 0],
      [columns.from61, ({ late }) => late[2] ?? 0],
      [columns.over90, ({ late }) => late[3] ?? 0],
      [columns.unallocated, ({ unallocated }) => unallocated],
    ] as const satisfies readonly (readonly [string, (row: AgedRow) => number])[]
  ).map(([label, cell]) => ({ label, kind: 'amount' as const, cell, ...(sum && { sum: true as const }) }))

export const trendTable = (head: Head, trend: Trend): Table => {
  const { columns } = head.words
  return tableOf(head, head.words.sheets.trend, {
    rows: trend.points,
    fields: [
      { label: columns.day, kind: 'day', cell: ({ day }) => day },
      ...agedFields(head, false),
      { label: columns.salesOfMonth, kind: 'amount', cell: ({ sales }) => sales },
      { label: columns.dso, kind: 'number', cell: ({ dso }) => decimal(dso.value) },
      { label: columns.overdue, kind: 'number', cell: ({ overdue }) => decimal(overdue.value) },
    ],
    notes: [head.words.notes.ledger, ...leftOutNote(head, trend.leftOut)],
  })
}

export const breakdownTable = (head: Head, by: Breakdown, { rows, leftOut }: BreakdownOf): Table => {
  const { words } = head
  const { columns } = words
  return tableOf(head, words.sheets.breakdown(words.by[by].toLowerCase()), {
    rows,
    fields: [
      { label: words.by[by], kind: 'text', cell: (row) => labelOf(row, by, head) },
      { label: columns.customers, kind: 'number', cell: ({ customers }) => customers, sum: true },
      ...agedFields(head, true),
      { label: columns.disputed, kind: 'amount', cell: ({ disputed }) => disputed, sum: true },
      { label: columns.sales, kind: 'amount', cell: ({ sales }) => sales, sum: true },
      { label: columns.dso, kind: 'number', cell: ({ dso }) => decimal(dso.value) },
      { label: columns.overdue, kind: 'number', cell: ({ overdue }) => decimal(overdue.value) },
    ],
    notes: [words.notes.breakdown, ...leftOutNote(head, leftOut)],
  })
}

export const dsoChangeTables = (head: Head, { steps, customers }: DsoChange): Table[] => {
  const { columns, sheets } = head.words
  const change = <T extends { days: string; before: number; after: number }>() => [
    { label: columns.days, kind: 'number' as const, cell: ({ days }: T) => decimal(days) },
    { label: columns.first, kind: 'amount' as const, cell: ({ before }: T) => before },
    { label: columns.last, kind: 'amount' as const, cell: ({ after }: T) => after },
  ]
  return [
    tableOf(head, sheets.dsoChange, {
      rows: steps,
      fields: [{ label: columns.step, kind: 'text', cell: ({ name }) => head.words.steps[name] }, ...change()],
    }),
    tableOf(head, sheets.dsoCustomers, {
      rows: customers,
      fields: [
        {
          label: columns.customer,
          kind: 'text',
          cell: ({ customerId, name }) => (customerId === null ? head.words.others : name),
        },
        { label: columns.code, kind: 'text', cell: ({ code }) => code },
        ...change(),
      ],
    }),
  ]
}

export const lateTable = (head: Head, { late }: Overview): Table => {
  const { columns, sheets } = head.words
  return tableOf(head, sheets.late, {
    rows: late,
    fields: [
      { label: columns.customer, kind: 'text', cell: ({ name }) => name },
      { label: columns.code, kind: 'text', cell: ({ code }) => code },
      { label: columns.late, kind: 'amount', cell: ({ amount }) => amount, sum: true },
      { label: columns.daysLate, kind: 'number', cell: ({ daysLate }) => daysLate },
    ],
  })
}

export const overviewTable = (head: Head, { position, risk, leftOut }: Overview): Table => {
  const { columns, sheets } = head.words
  const [from1 = 0, from31 = 0, from61 = 0, over90 = 0] = position.late
  const rows: [string, number][] = [
    [columns.notDue, position.notDue],
    [columns.from1, from1],
    [columns.from31, from31],
    [columns.from61, from61],
    [columns.over90, over90],
    [columns.unallocated, position.unallocated],
    [columns.total, position.total],
    [`${head.words.risk.total} – ${head.words.risk.insolvent}`, risk.insolvent],
    [`${head.words.risk.total} – ${head.words.risk.disputed}`, risk.disputed],
    [`${head.words.risk.total} – ${head.words.risk.old}`, risk.old],
    [head.words.risk.total, risk.total],
  ]
  return tableOf(head, sheets.overview, {
    rows,
    fields: [
      { label: columns.step, kind: 'text', cell: ([label]) => label },
      { label: columns.amount, kind: 'amount', cell: ([, amount]) => amount },
    ],
    notes: leftOutNote(head, leftOut),
  })
}

type Recovered = Handling['levels'][number] | Handling['people'][number]

export const handlingTables = (head: Head, { levels, people }: Handling): Table[] => {
  const { columns, sheets } = head.words
  const counted = [
    { label: columns.letters, kind: 'number' as const, cell: ({ letters }: Recovered) => letters },
    { label: columns.items, kind: 'number' as const, cell: ({ items }: Recovered) => items },
    { label: columns.asked, kind: 'amount' as const, cell: ({ asked }: Recovered) => asked },
    { label: columns.paid, kind: 'amount' as const, cell: ({ paid }: Recovered) => paid },
    { label: columns.paidShare, kind: 'number' as const, cell: ({ share }: Recovered) => decimal(share.value) },
  ]
  return [
    tableOf(head, sheets.levels, {
      rows: levels,
      fields: [
        { label: columns.level, kind: 'number', cell: ({ level }) => level },
        { label: columns.step, kind: 'text', cell: ({ name }) => name },
        ...counted,
      ],
    }),
    tableOf(head, sheets.people, {
      rows: people,
      fields: [
        { label: columns.person, kind: 'text', cell: ({ person }) => person || head.words.nobody },
        { label: columns.calls, kind: 'number', cell: ({ calls }) => calls },
        ...counted,
      ],
    }),
  ]
}
