import type { LetterLanguage } from '../kernel/contract.ts'
import type { Bar, DocumentData, TableCell, TableRow } from './document.model.ts'
import { PAGE_WORD } from './letter.words.ts'
import { logoFormatOf } from './logo.format.ts'
import { typographic } from './typography.rules.ts'

/** A document as the layout reads it: every sentence with its language's spacing, every table's columns complete. */
export const documentView = (data: DocumentData) => {
  const { company, sections, ...rest } = data
  const told = withTypography(rest, data.language)
  return {
    ...told,
    company: { name: company.name, accent: company.accent },
    hasLogo: company.logo !== null,
    logoFormat: logoFormatOf(company.logo),
    year: Number(data.day.slice(0, 4)),
    month: Number(data.day.slice(5, 7)),
    dayOfMonth: Number(data.day.slice(8, 10)),
    state: told.state ?? { text: '', tone: 'plain' as const },
    running: [company.name, told.title, data.reference].filter(Boolean).join(' · '),
    pageWord: PAGE_WORD[data.language],
    sections: withTypography(sections, data.language).map(({ title, number = '', newPage = false, blocks }) => ({
      title,
      number,
      newPage,
      blocks: blocks.map(complete),
    })),
  }
}

export type DocumentView = ReturnType<typeof documentView>

type Section = DocumentData['sections'][number]

/** What the layout needs not ask for: optional parts are there, rows are cells. */
export const complete = (block: Section['blocks'][number]): Record<string, unknown> => {
  switch (block.kind) {
    case 'columns':
      return { ...block, columns: block.columns.map((blocks) => blocks.map(complete)) }
    case 'paragraph':
      return { ...block, tone: block.tone ?? 'plain', lines: block.text.split('\n') }
    case 'facts':
      return { ...block, facts: block.facts.map((fact) => ({ tone: 'plain', ...fact })) }
    case 'list':
      return { ...block, ordered: block.ordered ?? false }
    case 'callout':
      return { ...block, items: block.items ?? [] }
    case 'quotes':
      return { ...block, quotes: block.quotes.map(({ by, text }) => ({ by, lines: text.split('\n') })) }
    case 'bars':
      return { ...block, ...scaled(block.bars) }
    case 'fields':
      return {
        ...block,
        fields: block.fields.map((field) => ({ share: 12, lines: 1, value: '', ...field })),
      }
    case 'table': {
      const some = block.columns.some(({ grow }) => grow)
      return {
        kind: block.kind,
        labels: block.columns.map(({ label }) => label),
        right: block.columns.map(({ align }) => align === 'right'),
        // Without a column that grows, the first takes the room that is left.
        grow: block.columns.map(({ grow }, index) => grow ?? (!some && index === 0 ? 1 : 0)),
        rows: block.rows.map(rowOf),
        totals: (block.totals ?? []).map(rowOf),
        notes: block.notes ?? [],
      }
    }
    default:
      return block
  }
}

const isRow = (row: TableRow): row is Exclude<TableRow, readonly TableCell[]> => 'cells' in row

const rowOf = (row: TableRow) => {
  const cells = isRow(row) ? row.cells : row
  return {
    strong: isRow(row),
    cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell, tone: 'plain' } : cell)),
  }
}

/** Bars of one block share their scale: the longest of them, or the whole. */
const scaled = (bars: readonly Bar[]) => {
  const lengths = bars.map(({ parts, mark = 0 }) => Math.max(sum(parts.map(({ share }) => share)), mark))
  const whole = Math.max(1, ...lengths)
  return {
    bars: bars.map((bar) => ({
      ...bar,
      parts: bar.parts.map(({ share, tone = 'plain', age = null }) => ({
        share: Math.max(0, share) / whole,
        tone,
        age,
      })),
      mark: bar.mark === undefined ? null : bar.mark / whole,
    })),
  }
}

const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + Math.max(0, share), 0)

export const withTypography = <T>(value: T, language: LetterLanguage): T => {
  if (typeof value === 'string') return typographic(value, language) as T
  if (Array.isArray(value)) return value.map((one) => withTypography(one, language)) as T
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, VERBATIM.has(key) ? one : withTypography(one, language)]),
    ) as T
  return value
}

/** Words of the program, not of the reader. */
const VERBATIM: ReadonlySet<string> = new Set(['kind', 'tone', 'name', 'type', 'align', 'day', 'language', 'reference'])
