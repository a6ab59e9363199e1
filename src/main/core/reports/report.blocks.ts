import { type Breakdown, breakdowns } from '../dashboard/dashboard.contract.ts'
import { formatDay, formatMoney, formatPercent } from '../kernel/format.ts'
import type { Block, TableColumn, TableRow } from '../letters/document.model.ts'
import { closingWords } from '../provisions/provisions.words.ts'
import { labelOf } from './reports.words.fr.ts'
import type { Head } from './sheet.fields.ts'
import { lossParts } from './sheets.money.ts'
import type { Sources } from './sheets.read.ts'

const MOST_ROWS = 10
const WEEKS_TOLD = 8

const moneyIn =
  ({ currency, language }: Head) =>
  (amount: number): string =>
    formatMoney(amount, currency, language)

const numeric = (value: string | null, { language }: Head): string =>
  value === null ? '–' : language === 'fr' ? value.replace('.', ',') : value

const columnsOf = (first: string, ...others: readonly string[]): TableColumn[] => [
  { label: first, grow: 1 },
  ...others.map((label) => ({ label, align: 'right' as const })),
]

/** Where what is owed stands: what only one row would tell is left out. */
export const breakdownTables = async (head: Head, sources: Sources): Promise<Block[]> => {
  const { words } = head
  const { columns } = words
  const money = moneyIn(head)
  const blocks: Block[] = []
  for (const by of breakdowns) {
    const { rows, all } = await sources.breakdown(by as Breakdown)
    if (rows.length < 2) continue
    const late = (aged: { late: readonly number[] }) => aged.late.reduce((sum, part) => sum + part, 0)
    const row = (label: string, one: typeof all): string[] => [
      label,
      money(one.total),
      money(late(one)),
      one.overdue.value === null ? '–' : formatPercent(one.overdue.value, head.language),
      one.dso.value === null ? '–' : `${numeric(one.dso.value, head)} ${words.dayShort}`,
      money(one.disputed),
    ]
    // What is told adds up to the total, whatever is left out.
    const shown = rows.slice(0, rows.length > MOST_ROWS ? MOST_ROWS - 1 : MOST_ROWS)
    const besides = (of: (one: typeof all) => number) => money(shown.reduce((left, one) => left - of(one), of(all)))
    const others = [words.others, besides(({ total }) => total), besides(late), '', '', besides((one) => one.disputed)]
    blocks.push({
      kind: 'table',
      columns: columnsOf(words.by[by], columns.total, columns.late, columns.overdue, columns.dso, columns.disputed),
      rows: [...shown.map((one) => row(labelOf(one, by, head), one)), ...(shown.length < rows.length ? [others] : [])],
      totals: [row(words.all, all)],
    })
  }
  if (blocks.length > 0) return blocks
  const { position } = await sources.overview()
  const owed = position.notDue + position.late.reduce((sum, part) => sum + part, 0)
  return [{ kind: 'paragraph', text: owed === 0 ? words.report.nothing : words.report.undivided, tone: 'faint' }]
}

export const forecastBlocks = async (head: Head, sources: Sources): Promise<Block[]> => {
  const { words, language } = head
  const { columns, report, apart: aside } = words
  const money = moneyIn(head)
  const { weeks, apart, later, total, why } = await sources.cash()
  const { points } = await sources.backTest()
  const most = Math.max(1, ...weeks.map(({ central }) => Math.abs(central)))
  const beyond = weeks.slice(WEEKS_TOLD).reduce((sum, { central }) => sum + central, later)
  const outside: [string, number][] = [
    ...(why === null ? [[aside.later, beyond] satisfies [string, number]] : []),
    [aside.disputed, apart.disputed],
    [aside.insolvent, apart.insolvent],
    [aside.unknown, apart.unknown],
    [aside.credits, apart.credits],
    [aside.total, total],
  ]
  return [
    why === null
      ? {
          kind: 'bars',
          bars: weeks.slice(0, WEEKS_TOLD).map(({ from, central }) => ({
            label: report.weekOf(formatDay(from, language)),
            value: money(central),
            parts: [{ share: Math.max(0, central) / most, tone: 'good' }],
          })),
        }
      : { kind: 'paragraph', text: report.untold, tone: 'faint' },
    { kind: 'facts', columns: 3, facts: outside.map(([label, amount]) => ({ label, value: money(amount) })) },
    { kind: 'note', text: words.notes.forecast },
    ...(points.every(({ forecast, actual }) => forecast === 0 && actual === 0)
      ? []
      : [
          {
            kind: 'table' as const,
            columns: columnsOf(columns.from, columns.until, columns.forecast, columns.came, columns.error),
            rows: points.map(
              ({ asOf, until, forecast, actual, error }): TableRow => [
                formatDay(asOf, language),
                formatDay(until, language),
                money(forecast),
                money(actual),
                error === null ? '–' : formatPercent(error, language),
              ],
            ),
            notes: [words.notes.backTest],
          },
        ]),
  ]
}

export const lateBlocks = async (head: Head, sources: Sources): Promise<Block[]> => {
  const { columns, report } = head.words
  const money = moneyIn(head)
  const { late } = await sources.overview()
  if (late.length === 0) return [{ kind: 'paragraph', text: report.noLate, tone: 'faint' }]
  return [
    {
      kind: 'table',
      columns: columnsOf(columns.customer, columns.late, columns.daysLate),
      rows: late.map(({ name, amount, daysLate }): TableRow => [name, money(amount), String(daysLate)]),
    },
  ]
}

export const lossBlocks = async (head: Head, sources: Sources): Promise<Block[]> => {
  const { words, language } = head
  const { columns, report } = words
  const money = moneyIn(head)
  const list = await sources.losses()
  if (list.losses.length === 0) return [{ kind: 'paragraph', text: report.noLosses, tone: 'faint' }]
  const under = await sources.underPolicy()
  const parts = lossParts(list, under, head)
  return [
    { kind: 'paragraph', text: report.lostYear(money(list.total), list.losses.length) },
    { kind: 'paragraph', text: report.avoided(money(under.avoided), money(under.lost)) },
    {
      kind: 'table',
      columns: columnsOf(columns.axis, '', columns.items, columns.amount).map((column, index) =>
        index === 1 ? { label: '', grow: 1 } : column,
      ),
      rows: parts.map(
        ({ axis, label, items, amount }, index): TableRow => [
          // An axis is named once, on the first of its lines.
          parts[index - 1]?.axis === axis ? '' : axis,
          label,
          String(items),
          money(amount),
        ],
      ),
    },
    {
      kind: 'table',
      columns: columnsOf(columns.customer, columns.number, columns.lostOn, columns.amount),
      rows: list.losses
        .slice(0, MOST_ROWS)
        .map(
          ({ customerName, number, on, amount, currency }): TableRow => [
            customerName,
            number,
            formatDay(on, language),
            formatMoney(amount, currency, language),
          ],
        ),
      notes: [words.notes.losses, words.notes.underPolicy],
    },
  ]
}

export const provisionBlocks = async (head: Head, sources: Sources): Promise<Block[]> => {
  const { words, language } = head
  const { columns, report } = words
  const money = moneyIn(head)
  const { totals, groups, amount, why, lostAfter } = await sources.matrix()
  const { cases, doubtful } = await sources.cases()
  const rates = groups.length === 1 ? groups[0]?.lines : undefined
  const told = (value: number | null) => (value === null ? '–' : money(value))
  return [
    cases.length === 0
      ? { kind: 'paragraph', text: report.noCases, tone: 'faint' }
      : { kind: 'paragraph', text: report.doubtful(money(doubtful.gross), money(doubtful.amount)) },
    { kind: 'heading', text: report.matrix },
    ...(why === null
      ? []
      : [{ kind: 'paragraph' as const, text: report.noMatrix(words.why[why]), tone: 'warning' as const }]),
    {
      kind: 'table',
      columns: columnsOf(columns.bucket, columns.gross, columns.base, columns.rate, columns.provision),
      rows: totals.map(
        (line, index): TableRow => [
          closingWords[language].buckets[line.bucket],
          money(line.gross),
          money(line.base),
          numeric(rates?.[index]?.rate ?? null, head),
          told(line.amount),
        ],
      ),
      totals: [
        [
          words.total,
          money(totals.reduce((sum, { gross }) => sum + gross, 0)),
          money(totals.reduce((sum, { base }) => sum + base, 0)),
          '',
          told(amount),
        ],
      ],
      notes: [words.notes.matrix(lostAfter)],
    },
  ]
}
