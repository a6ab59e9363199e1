import type { Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/errors.ts'
import { type Minor, toDecimal } from '../../kernel/money.ts'
import { decodeText, detectEncoding, type FoundEncoding } from './encoding.ts'
import { createEntryTracker } from './fec.entries.ts'
import { detectFec, type FecLayout } from './fec.layout.ts'
import { createLineReader, type Findings, type LedgerLine } from './fec.line.ts'
import { readLines } from './lines.ts'
import type { LineProblem, LineWarning, ReadOptions, Source } from './source.ts'

/** Over the lines read so far, refused ones not counted. `from` and `until` are '' while there is none. */
export type LedgerTotals = {
  records: number
  debit: Minor
  credit: Minor
  entries: number
  unbalancedEntries: number
  from: Day | ''
  until: Day | ''
}

export type FecBatch = {
  lines: LedgerLine[]
  problems: LineProblem[]
  warnings: LineWarning[]
  totals: LedgerTotals
}

export type FecOptions = ReadOptions & {
  encoding?: FoundEncoding
  /** Accounts whose lines are read in full; of the others only the entry, the day, the account and the amounts. All by default. */
  wanted?: (account: string) => boolean
}

const MAX_ENTRY_WARNINGS = 100

/**
 * Reads a FEC (LPF A47 A-1) in batches of some thousand lines; the last batch carries the totals of the whole file.
 * Throws `import.format-unknown` when the first line is not a FEC's, `import.encoding` for binary content, `import.empty`
 * for a file without a line, `cancelled`. Strings are cut out of the file's text: copy what outlives its batch.
 */
export async function* readFec(source: Source, options: FecOptions = {}): AsyncGenerator<FecBatch> {
  const { encoding, mixed } = options.encoding ?? (await detectEncoding(source.blob, options))
  let ledger: ReturnType<typeof createLedgerReader> | null = null
  for await (const { first, texts } of readLines(decodeText(source.blob, encoding, options))) {
    let start = 0
    if (!ledger) {
      start = texts.findIndex((text) => text.trim() !== '') + 1
      if (start === 0) continue
      const layout = detectFec(texts[start - 1] ?? '')
      if (!layout)
        throw new Refusal('import.format-unknown', 'The first line is not the header of a FEC', { file: source.name })
      ledger = createLedgerReader(layout, options.wanted ?? (() => true))
      if (mixed) ledger.warn(first, 'encoding-mixed', 'Some letters are not UTF-8; they were read as Windows-1252')
    }
    for (let i = start; i < texts.length; i++) ledger.read(first + i, texts[i] as string)
    yield ledger.take()
  }
  if (!ledger) throw new Refusal('import.empty', 'The file is empty', { file: source.name })
  ledger.end()
  yield ledger.take()
}

const EMPTY_TOTALS: LedgerTotals = {
  records: 0,
  debit: 0,
  credit: 0,
  entries: 0,
  unbalancedEntries: 0,
  from: '',
  until: '',
}

type Gathered = { name: string; incomplete: boolean }

const createLedgerReader = (layout: FecLayout, wanted: (account: string) => boolean) => {
  const read = createLineReader(layout, wanted)
  const totals = { ...EMPTY_TOTALS }
  let lines: LedgerLine[] = []
  let findings: Findings = { problems: [], warnings: [] }
  let latest: Gathered | null = null
  let refused = false

  const warn = (line: number, code: LineWarning['code'], message: string) =>
    void findings.warnings.push({ line, code, message })

  const entries = createEntryTracker<LedgerLine, Gathered>({
    start: ({ journal, entry, date }) => ({ name: `${journal} ${entry} of ${date}`, incomplete: false }),
    add: (gathered) => {
      gathered.incomplete ||= refused
      refused = false
      latest = gathered
    },
    close: (gathered, balance, firstLine) => {
      totals.entries++
      if (balance === 0 || gathered.incomplete) return
      totals.unbalancedEntries++
      if (totals.unbalancedEntries > MAX_ENTRY_WARNINGS) return
      warn(firstLine, 'entry-unbalanced', `Entry ${gathered.name}: debit − credit = ${toDecimal(balance, 'EUR')}`)
    },
  })

  if (layout.separator === ';' || layout.separator === ',') {
    warn(1, 'separator-unusual', `Columns are separated by "${layout.separator}" instead of a tab or "|"`)
  }
  return {
    warn,
    read(number: number, text: string) {
      if (text === '' || text.trim() === '') return
      const line = read(number, text, findings)
      if (!line) {
        // Its entry cannot balance, and it is the one before or the one after.
        refused = true
        if (latest) latest.incomplete = true
        return
      }
      entries.add(line)
      totals.records++
      totals.debit += line.debit
      totals.credit += line.credit
      if (totals.from === '' || line.date < totals.from) totals.from = line.date
      if (line.date > totals.until) totals.until = line.date
      lines.push(line)
    },
    end() {
      entries.end()
      const difference = totals.debit - totals.credit
      if (difference === 0) return
      warn(1, 'file-unbalanced', `Debit − credit of the file = ${toDecimal(difference, 'EUR')}`)
    },
    take(): FecBatch {
      const batch = { lines, ...findings, totals: { ...totals } }
      lines = []
      findings = { problems: [], warnings: [] }
      return batch
    },
  }
}
