import { Refusal } from '../../kernel/errors.ts'
import type { CustomerRow, ItemRow, TableBatch } from './items.ts'
import type { RowReader } from './mapping.apply.ts'
import { createCustomerReader } from './mapping.customers.ts'
import { isBlank, type Row } from './rows.ts'
import { columnPositions, customerColumns, detectTemplate, type TemplateKind } from './template.columns.ts'
import { createTemplateItemReader, type TemplateDialect } from './template.items.ts'

async function* readTemplate<T>(
  batches: AsyncIterable<Row[]>,
  kind: TemplateKind,
  make: (header: string[]) => RowReader<T>,
): AsyncGenerator<TableBatch<T>> {
  let reader: RowReader<T> | null = null
  for await (const rows of batches) {
    let from = 0
    if (!reader) {
      from = rows.findIndex((row) => !isBlank(row)) + 1
      if (from === 0) continue
      const header = rows[from - 1]?.cells ?? []
      if (detectTemplate(header) !== kind) {
        throw new Refusal('import.format-unknown', `The header is not the one of the ${kind} template`, { header })
      }
      reader = make(header)
    }
    for (let i = from; i < rows.length; i++) reader.read(rows[i] as Row)
    yield reader.take()
  }
  if (!reader) throw new Refusal('import.empty', 'The file has no rows')
  reader.end()
  yield reader.take()
}

/**
 * Receivables of a file made on the items template, CSV or workbook, in batches; the last one holds the totals.
 * Throws `import.format-unknown` for another header, `import.empty`, and what the rows throw.
 */
export const readItemsTemplate = (
  batches: AsyncIterable<Row[]>,
  dialect: TemplateDialect,
): AsyncGenerator<TableBatch<ItemRow>> =>
  readTemplate(batches, 'items', (header) => createTemplateItemReader(header, dialect))

/** The same for the customers template. */
export const readCustomersTemplate = (batches: AsyncIterable<Row[]>): AsyncGenerator<TableBatch<CustomerRow>> =>
  readTemplate(batches, 'customers', (header) => {
    const positions = columnPositions(header)
    const at = new Map(
      customerColumns.flatMap(([column, field]) =>
        positions.has(column) ? [[field, positions.get(column) as number]] : [],
      ),
    )
    return createCustomerReader({ header, at, buckets: [] })
  })
