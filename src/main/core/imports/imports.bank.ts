import { openStore } from '../bank/bank.service.ts'
import type { BankFormat } from '../bank/statement.model.ts'
import { requireCompany } from '../company/company.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import type { BankMapping } from './bank-mapping.schema.ts'
import type { ImportResult } from './imports.fec.ts'
import type { ImportRun } from './imports.run.ts'
import { readStatements } from './readers/bank/read-statements.ts'
import { detectFormat } from './readers/detect.ts'
import { isBlank } from './readers/rows.ts'
import type { LineProblem, Source } from './readers/source.ts'

/** Reads a bank file into the book: every movement once, whatever statement tells it. */
export async function* importStatements(
  ctx: CommandContext,
  run: ImportRun,
  source: Source,
  format: BankFormat,
  mapping: BankMapping | undefined,
): AsyncGenerator<Progress, ImportResult & { bankLines: number; refersTo: boolean }> {
  const store = openStore(ctx, { format, importId: run.id })
  const { currency } = run.company
  let refused = 0
  for await (const { statement, lines, problems, warnings } of readStatements(source, format, {
    signal: ctx.signal,
    mapping,
    currency,
  })) {
    run.note(problems, warnings)
    refused += problems.length
    if (statement) await store.take(statement, lines)
    yield { step: 'import.reading', done: store.read() + refused, total: null }
  }
  const stored = await store.finish()
  run.note([], store.warnings())
  return {
    records: stored.read + refused,
    updated: 0,
    unchanged: stored.read - stored.created,
    bankLines: stored.created,
    refersTo: stored.statements > 0,
    totals: { debit: stored.debit, credit: stored.credit, open: 0, currency: stored.currency ?? currency },
    period: stored.period,
  }
}

const SHOWN = 12

/** The first movements of a bank's table as a mapping reads them. */
export const previewBank = async (ctx: QueryContext, source: Source, mapping: BankMapping) => {
  const found = await detectFormat(source, { signal: ctx.signal })
  const { currency } = await requireCompany(ctx)
  const at = found.sample.findIndex((row) => row.line === mapping.headerRow)
  const lines = []
  const refused: LineProblem[] = []
  for await (const batch of readStatements(source, 'bank-csv', { signal: ctx.signal, mapping, currency })) {
    refused.push(...batch.problems)
    for (const { line, booked, valued, amount, party, text } of batch.lines)
      lines.push({ line, booked, valued, amount, currency: batch.statement?.currency ?? currency, party, text })
    if (lines.length >= SHOWN) break
  }
  return {
    lines: lines.slice(0, SHOWN),
    problems: refused.slice(0, SHOWN),
    header: at < 0 ? [] : (found.sample[at]?.cells ?? []).map((cell) => cell.trim()),
    sample: found.sample
      .slice(at + 1)
      .filter((row) => !isBlank(row))
      .slice(0, SHOWN)
      .map(({ cells }) => cells),
  }
}
