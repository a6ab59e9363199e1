import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { BankMapping } from './bank-mapping.schema.ts'
import type { MappingQuestion } from './imports.contract.ts'
import { listMappings } from './imports.repository.ts'
import type { ImportMappingTable } from './imports.table.ts'
import type { Mapping } from './mapping.schema.ts'
import { suggestBankMapping } from './readers/bank/bank-csv.suggest.ts'
import { type Detection, detectFormat } from './readers/detect.ts'
import { bareName, type Source } from './readers/source.ts'

/** Saved mappings by what they read: those of receivables and customers, and those of bank tables. */
export const savedMappings = (
  rows: readonly ImportMappingTable[],
): { mappings: Mapping[]; bankMappings: BankMapping[] } => {
  const all = rows.map((row) => JSON.parse(row.mapping) as (Mapping | BankMapping) & { target?: string })
  return {
    mappings: all.filter(({ target }) => target !== 'bank') as Mapping[],
    bankMappings: all
      .filter(({ target }) => target === 'bank')
      .map(({ target: _target, ...mapping }) => mapping as BankMapping),
  }
}

export type BankReading = {
  mapping: BankMapping
  savedAs: string | null
  header: string[]
  questions: MappingQuestion[]
}

/** How a bank's table is read: as the saved mapping made for the same header says, else as its columns are called. */
export const bankReadingOf = async (
  ctx: Pick<QueryContext, 'db'>,
  source: Source,
  found: Detection,
): Promise<BankReading> => {
  const name = bareName(source.name, 'bank')
  const suggested = suggestBankMapping(found.sample, { separator: found.separator, name })
  const { bankMappings } = savedMappings(await listMappings(ctx.db))
  const saved = bankMappings.find(({ signature }) => signature && signature === suggested.mapping.signature)
  return saved
    ? { mapping: saved, savedAs: saved.name, header: suggested.header, questions: [] }
    : { mapping: suggested.mapping, savedAs: null, header: suggested.header, questions: suggested.questions }
}

/** The mapping of a table that came without one; refuses `import.mapping-needed` where its columns leave a question. */
export const bankMappingFor = async (
  ctx: Pick<QueryContext, 'db' | 'signal'>,
  source: Source,
): Promise<BankMapping> => {
  const found = await detectFormat(source, { signal: ctx.signal })
  const { mapping, questions, header } = await bankReadingOf(ctx, source, found)
  if (questions.length > 0)
    throw new Refusal('import.mapping-needed', `${source.name}: say what its columns hold`, {
      file: source.name,
      header,
      questions,
    })
  return mapping
}
