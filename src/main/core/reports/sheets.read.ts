import { type Breakdown, breakdowns } from '../dashboard/dashboard.contract.ts'
import { dashboardCalls } from '../dashboard/dashboard.service.ts'
import { monthsBefore } from '../figures/figures.rules.ts'
import { handlingFigures, keyFigures } from '../figures/figures.service.ts'
import { forecastsCalls } from '../forecasts/forecasts.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, addMonths, type Day, minDay } from '../kernel/day.ts'
import { lossesCalls } from '../losses/losses.service.ts'
import type { AskedSettings } from '../provisions/provisions.schema.ts'
import { provisionsCalls } from '../provisions/provisions.service.ts'
import type { Table } from '../tables/table.model.ts'
import type { SheetName } from './reports.contract.ts'
import type { Head } from './sheet.fields.ts'
import {
  breakdownTable,
  dsoChangeTables,
  figuresPastTable,
  figuresTable,
  handlingTables,
  lateTable,
  overviewTable,
  trendTable,
} from './sheets.ledger.ts'
import {
  backTestTable,
  casesTable,
  forecastTable,
  largestTable,
  lossesTable,
  lossOriginsTable,
  matrixTable,
} from './sheets.money.ts'

export type Asked = {
  asOf: Day
  from?: Day | undefined
  by?: Breakdown | undefined
  months: number
  history: number
  weeks: number
  financingRate: string
  vatRate: string
  settings: AskedSettings
}

const TESTED_MONTHS = 6
const CHANGE_MONTHS = 3
const MOST_CASES = 1000

/** Read when it is first asked for, and kept; what failed is read again. */
const once = <T>(read: () => T | Promise<T>): (() => Promise<T>) => {
  let kept: Promise<T> | undefined
  const first = async () => {
    try {
      return await read()
    } catch (error) {
      kept = undefined
      throw error
    }
  }
  return () => {
    kept ??= first()
    return kept
  }
}

/** What the sheets and the report are made of, each read once however many tables it is in. */
export const sourcesOf = (
  ctx: QueryContext,
  { asOf, from, months, history, weeks, financingRate, vatRate, settings }: Asked,
) => {
  const lost = { from: from ?? minDay(asOf, addDays(addMonths(asOf, -12), 1)), until: asOf }
  const byOne = (by: Breakdown) => once(() => dashboardCalls.breakdown(ctx, { asOf, by }))
  const readBreakdowns = Object.fromEntries(breakdowns.map((by) => [by, byOne(by)])) as Record<
    Breakdown,
    ReturnType<typeof byOne>
  >
  return {
    key: once(() => keyFigures(ctx, asOf, { months, history: Math.max(history, 1), financingRate, vatRate })),
    handling: once(() => handlingFigures(ctx, asOf, { months, history: Math.max(history, 1) })),
    trend: once(() => dashboardCalls.trend(ctx, { asOf, months: Math.max(history, 1) })),
    overview: once(() => dashboardCalls.overview(ctx, { asOf })),
    breakdown: (by: Breakdown) => readBreakdowns[by](),
    dsoChange: once(() =>
      dashboardCalls.dsoChange(ctx, { from: from ?? monthsBefore(asOf, CHANGE_MONTHS), until: asOf, months }),
    ),
    cash: once(() => forecastsCalls.cash(ctx, { asOf, weeks, shifts: [] })),
    backTest: once(() => forecastsCalls.backTest(ctx, { asOf, months: TESTED_MONTHS })),
    losses: once(() => lossesCalls.list(ctx, lost)),
    underPolicy: once(() => lossesCalls.underPolicy(ctx, lost)),
    matrix: once(() => provisionsCalls.matrix(ctx, { ...settings, asOf })),
    cases: once(() =>
      provisionsCalls.cases(ctx, {
        asOf,
        lateDays: 180,
        taxRate: settings.taxRate,
        show: 'doubtful',
        offset: 0,
        limit: MOST_CASES,
      }),
    ),
  }
}
export type Sources = ReturnType<typeof sourcesOf>

type Making = { head: Head; sources: Sources; by: Breakdown | undefined }
const MAKERS: Record<SheetName, (making: Making) => Promise<Table[]>> = {
  figures: async ({ head, sources }) => [
    figuresTable(head, await sources.key(), await sources.handling()),
    figuresPastTable(head, await sources.key(), await sources.handling()),
  ],
  trend: async ({ head, sources }) => [trendTable(head, await sources.trend())],
  breakdowns: async ({ head, sources, by }) => {
    const tables: Table[] = []
    for (const one of by ? [by] : breakdowns) tables.push(breakdownTable(head, one, await sources.breakdown(one)))
    return tables
  },
  dsoChange: async ({ head, sources }) => dsoChangeTables(head, await sources.dsoChange()),
  overview: async ({ head, sources }) => [overviewTable(head, await sources.overview())],
  handling: async ({ head, sources }) => handlingTables(head, await sources.handling()),
  forecast: async ({ head, sources }) => [forecastTable(head, await sources.cash())],
  largest: async ({ head, sources }) => [largestTable(head, await sources.cash())],
  backTest: async ({ head, sources }) => [backTestTable(head, await sources.backTest())],
  late: async ({ head, sources }) => [lateTable(head, await sources.overview())],
  losses: async ({ head, sources }) => [lossesTable(head, await sources.losses(), await sources.underPolicy())],
  lossOrigins: async ({ head, sources }) => [
    lossOriginsTable(head, await sources.losses(), await sources.underPolicy()),
  ],
  matrix: async ({ head, sources }) => [matrixTable(head, await sources.matrix())],
  cases: async ({ head, sources }) => [casesTable(head, await sources.cases())],
}

/** The tables asked for, in the order of the names. */
export const tablesOf = async (of: readonly SheetName[], making: Making): Promise<Table[]> => {
  const tables: Table[] = []
  for (const name of new Set(of)) tables.push(...(await MAKERS[name](making)))
  return tables
}
