import type { Mapping } from '../../src/main/core/imports/mapping.schema.ts'
import { detectFormat } from '../../src/main/core/imports/readers/detect.ts'
import type { ItemRow, TableTotals } from '../../src/main/core/imports/readers/items.ts'
import { applyMapping } from '../../src/main/core/imports/readers/mapping.apply.ts'
import { type MappingQuestion, suggestMapping } from '../../src/main/core/imports/readers/mapping.suggest.ts'
import { readRows, type TableSource } from '../../src/main/core/imports/readers/rows.ts'
import type { LineProblem, LineWarning, Source } from '../../src/main/core/imports/readers/source.ts'

type Read = { items: ItemRow[]; problems: LineProblem[]; warnings: LineWarning[]; totals: TableTotals }

export const sourceOf = (text: string | Blob): Source => ({
  name: 'export',
  blob: typeof text === 'string' ? new Blob([text]) : text,
})

export const suggested = async (source: Source) => {
  const { sample, table } = await detectFormat(source)
  return { ...suggestMapping(sample, table as TableSource, 'essai'), table: table as TableSource, sample }
}

export const apply = async (source: Source, table: TableSource, mapping: Mapping): Promise<Read> => {
  const read: Read = { items: [], problems: [], warnings: [], totals: { records: 0, leftOut: 0 } }
  for await (const batch of applyMapping(readRows(source, table), mapping, { currency: 'EUR' })) {
    read.items.push(...batch.rows)
    read.problems.push(...batch.problems)
    read.warnings.push(...batch.warnings)
    read.totals = batch.totals
  }
  return read
}

/** Detects, suggests and applies, answering what the suggestion asks. */
export const readAs = async (
  file: string | Blob,
  answers: Partial<Mapping> = {},
): Promise<Read & { mapping: Mapping; questions: MappingQuestion[] }> => {
  const source = sourceOf(file)
  const { mapping, questions, table } = await suggested(source)
  const answered = { ...mapping, ...answers }
  return { ...(await apply(source, table, answered)), mapping: answered, questions }
}

export const short = ({ kind, number, customerCode, customerName, issued, due, amount }: ItemRow) =>
  [kind, number, customerCode || customerName, issued, due, amount] as const
