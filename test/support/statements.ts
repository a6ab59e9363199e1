import type { BankFormat, StatementHead, StatementLine } from '../../src/main/core/bank/statement.model.ts'
import { readStatements, type StatementOptions } from '../../src/main/core/imports/readers/bank/read-statements.ts'
import type { LineProblem, LineWarning, Source } from '../../src/main/core/imports/readers/source.ts'

export type ReadStatement = StatementHead & { lines: StatementLine[] }

/** Everything that a bank file gives, its batches put together; each statement with its last head. */
export const readAll = async (source: Source, format: BankFormat, options: Partial<StatementOptions> = {}) => {
  const statements = new Map<number, ReadStatement>()
  const problems: LineProblem[] = []
  const warnings: LineWarning[] = []
  for await (const batch of readStatements(source, format, { currency: 'EUR', ...options })) {
    problems.push(...batch.problems)
    warnings.push(...batch.warnings)
    if (!batch.statement) continue
    const lines = statements.get(batch.statement.key)?.lines ?? []
    lines.push(...batch.lines)
    statements.set(batch.statement.key, { ...batch.statement, lines })
  }
  return { statements: [...statements.values()], problems, warnings }
}

export const bankSource = (content: string | Uint8Array<ArrayBuffer>, name = 'releve'): Source => ({
  name,
  blob: new Blob([content]),
})

export const readText = (
  content: string | Uint8Array<ArrayBuffer>,
  format: BankFormat,
  options: Partial<StatementOptions> = {},
) => readAll(bankSource(content), format, options)
