import { Refusal } from '../../kernel/errors.ts'
import type { Mapping } from '../mapping.schema.ts'
import type { CustomerRow, ItemRow, TableBatch } from './items.ts'
import { belowHeader } from './mapping.columns.ts'
import { createCustomerReader } from './mapping.customers.ts'
import { createItemReader } from './mapping.items.ts'
import type { Row } from './rows.ts'

export type RowReader<T> = { read(row: Row): void; end(): void; take(): TableBatch<T> }

async function* applyReader<T>(
  batches: AsyncIterable<Row[]>,
  mapping: Mapping,
  make: (columns: Parameters<typeof createItemReader>[1]) => RowReader<T>,
): AsyncGenerator<TableBatch<T>> {
  let reader: RowReader<T> | null = null
  for await (const { columns, rows } of belowHeader(batches, mapping)) {
    reader ??= make(columns)
    for (const row of rows) reader.read(row)
    yield reader.take()
  }
  if (!reader) throw new Refusal('import.empty', 'The file has no rows')
  reader.end()
  yield reader.take()
}

/**
 * The receivables of a table under a mapping, in batches; the last batch holds the totals. `currency` stands where
 * neither the row nor the mapping names one. Throws `import.mapping-incomplete`, `import.empty`, and what the rows throw.
 */
export const applyMapping = (
  batches: AsyncIterable<Row[]>,
  mapping: Mapping,
  { currency }: { currency: string },
): AsyncGenerator<TableBatch<ItemRow>> =>
  applyReader(batches, mapping, (columns) => createItemReader(mapping, columns, currency))

/** The customers of a table under a mapping whose target they are. Throws as `applyMapping` does. */
export const applyCustomerMapping = (
  batches: AsyncIterable<Row[]>,
  mapping: Mapping,
): AsyncGenerator<TableBatch<CustomerRow>> => applyReader(batches, mapping, (columns) => createCustomerReader(columns))
