import { requireCompany } from '../company/company.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { bankReadingOf, savedMappings } from './imports.bank-mapping.ts'
import type { Inspection } from './imports.contract.ts'
import { tableSourceOf } from './imports.items.ts'
import { findFileByHash, listMappings } from './imports.repository.ts'
import { hashOf } from './imports.run.ts'
import type { Mapping } from './mapping.schema.ts'
import { detectFormat } from './readers/detect.ts'
import { normaliseHeader } from './readers/headers.ts'
import { applyCustomerMapping, applyMapping } from './readers/mapping.apply.ts'
import { suggestMapping } from './readers/mapping.suggest.ts'
import { firstRows, isBlank, type Row } from './readers/rows.ts'
import { bareName, type Source } from './readers/source.ts'

const SHOWN = 12

/** What a file is, how it would be read, and whether it was read before. */
export const inspect = async (ctx: QueryContext, source: Source): Promise<Inspection> => {
  const found = await detectFormat(source, { signal: ctx.signal })
  const isTable = found.format === 'csv' || found.format === 'xlsx'
  const suggestion =
    isTable && found.table ? suggestMapping(found.sample, found.table, bareName(source.name, 'table')) : null
  const saved = isTable ? await savedMapping(ctx, found.header) : null
  const before = found.format === 'unknown' ? undefined : await findFileByHash(ctx.db, await hashOf(source.blob))
  const bank = found.format === 'bank-csv' ? await bankReadingOf(ctx, source, found) : null
  const header = bank?.header ?? suggestion?.header ?? found.header
  return {
    name: source.name,
    format: found.format,
    why: found.why,
    encoding: found.encoding?.encoding ?? null,
    separator: found.separator,
    header,
    sample: under(found.sample, header),
    mapping: saved ?? suggestion?.mapping ?? null,
    bankMapping: bank?.mapping ?? null,
    mappingName: saved?.name ?? bank?.savedAs ?? null,
    questions: bank?.questions ?? (saved ? [] : (suggestion?.questions ?? [])),
    alreadyImportedAt: before?.at ?? null,
    sheets: found.sheets,
  }
}

/** The first rows under the header, titles above it left out. */
const under = (rows: readonly Row[], header: readonly string[]): string[][] => {
  const at = rows.findIndex(({ cells }) => header.every((name, column) => (cells[column] ?? '').trim() === name.trim()))
  return rows
    .slice(at + 1)
    .filter((row) => !isBlank(row))
    .slice(0, SHOWN)
    .map(({ cells }) => cells)
}

/** The saved mapping all of whose columns the file has; of several, the one that uses most. */
const savedMapping = async (ctx: QueryContext, header: readonly string[]): Promise<Mapping | null> => {
  const present = new Set(header.map(normaliseHeader))
  const size = (mapping: Mapping) => Object.keys(mapping.columns).length + mapping.buckets.length
  const fits = (mapping: Mapping) =>
    size(mapping) > 0 &&
    [...Object.values(mapping.columns), ...mapping.buckets.map(({ column }) => column)].every((column) =>
      typeof column === 'number' ? column < header.length : present.has(normaliseHeader(column)),
    )
  const { mappings } = savedMappings(await listMappings(ctx.db))
  return mappings.filter(fits).toSorted((a, b) => size(b) - size(a))[0] ?? null
}

/** The first rows of a file as a mapping would read them; none, without a refusal, while the mapping is incomplete. */
export const preview = async (ctx: QueryContext, source: Source, mapping: Mapping) => {
  const found = await detectFormat(source, { signal: ctx.signal })
  const table = tableSourceOf(found, mapping)
  const sample = await firstRows(source, table, mapping.headerRow + 60, { signal: ctx.signal })
  const at = sample.findIndex((row) => row.line === mapping.headerRow)
  const header = at < 0 ? [] : (sample[at]?.cells ?? []).map((cell) => cell.trim())
  const shown = {
    header,
    sample: sample
      .slice(at + 1)
      .filter((row) => !isBlank(row))
      .slice(0, SHOWN)
      .map((row) => row.cells),
  }
  const { currency } = await requireCompany(ctx)
  try {
    return { ...shown, ...(await readSample(sample, mapping, currency)) }
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'import.mapping-incomplete' || error.code === 'import.empty'))
      return { ...shown, rows: [], problems: [] }
    throw error
  }
}

async function* once(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows
}

const readSample = async (sample: Row[], mapping: Mapping, currency: string) => {
  const rows = []
  const problems = []
  if (mapping.target === 'customers') {
    for await (const batch of applyCustomerMapping(once(sample), mapping)) {
      problems.push(...batch.problems)
      for (const { line, ...customer } of batch.rows)
        rows.push({
          line,
          kind: 'customer',
          number: '',
          customerCode: customer.code,
          customerName: customer.name,
          customer: Object.fromEntries(Object.entries(customer).map(([field, value]) => [field, value ?? ''])),
          issued: '',
          due: null,
          amount: null,
          currency,
        })
    }
    return { rows, problems }
  }
  for await (const batch of applyMapping(once(sample), mapping, { currency })) {
    problems.push(...batch.problems)
    for (const row of batch.rows)
      rows.push({
        line: row.line,
        kind: row.kind,
        number: row.number,
        customerCode: row.customerCode,
        customerName: row.customerName,
        issued: row.issued,
        due: row.due,
        amount: row.amount,
        currency: row.currency,
        customer: null,
      })
  }
  return { rows, problems }
}
