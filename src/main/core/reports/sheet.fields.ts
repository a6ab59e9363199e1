import type { Language } from '../kernel/contract.ts'
import { formatDay } from '../kernel/format.ts'
import type { Cell, Column, Table } from '../tables/table.model.ts'
import { reportsEn } from './reports.words.en.ts'
import { type ReportWords, reportsFr } from './reports.words.fr.ts'

export const reportWords = (language: Language): ReportWords => (language === 'fr' ? reportsFr : reportsEn)

/** What every table of a workbook says above its columns. */
export type Head = { company: string; currency: string; language: Language; words: ReportWords; when: string }

export const headOn = (company: string, currency: string, language: Language, asOf: string): Head => {
  const words = reportWords(language)
  return { company, currency, language, words, when: words.at(formatDay(asOf, language)) }
}

export type Field<T> = {
  label: string
  kind: Column['kind']
  cell: (row: T) => Cell
  /** Amounts that add up get a sum in the last row. */
  sum?: true
}

/** A decimal of the figures as a number of the sheet; empty where it cannot be told. */
export const decimal = (value: string | null): Cell => (value === null ? null : Number(value))

export const tableOf = <T>(
  { company, currency, words, when }: Head,
  title: string,
  { fields, rows, notes = [] }: { fields: readonly Field<T>[]; rows: readonly T[]; notes?: readonly string[] },
): Table => ({
  title,
  subtitle: `${company} · ${when}`,
  currency,
  columns: fields.map(({ label, kind }) => ({ label, kind })),
  rows: rows.map((row) => ({ cells: fields.map(({ cell }) => cell(row)) })),
  totals:
    rows.length > 0 && fields.some(({ sum }) => sum)
      ? {
          cells: fields.map(({ sum, cell }, place) => {
            if (sum) return rows.reduce((total, row) => total + Number(cell(row) ?? 0), 0)
            return place === 0 ? words.total : null
          }),
        }
      : null,
  footnotes: notes,
})
