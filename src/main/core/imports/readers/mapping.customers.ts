import type { CustomerField } from '../mapping.schema.ts'
import { readCustomer } from './customers.ts'
import type { CustomerRow, TableBatch } from './items.ts'
import type { Columns } from './mapping.columns.ts'
import { isBlank, type Row } from './rows.ts'
import { problem } from './source.ts'

/** Reads the rows of a table as customers, under a mapping set on its columns. */
export const createCustomerReader = ({ header, at }: Columns) => {
  let batch: TableBatch<CustomerRow> = { rows: [], problems: [], warnings: [], totals: { records: 0, leftOut: 0 } }
  return {
    read(row: Row): void {
      if (isBlank(row)) return
      batch.totals.records++
      const text = (field: CustomerField) => row.cells[at.get(field) ?? -1]?.trim() ?? ''
      const customer = readCustomer(row.line, text, (field, reason) =>
        batch.problems.push(problem(row.line, header[at.get(field) ?? -1] || field, text(field), reason)),
      )
      if (customer) batch.rows.push(customer)
    },
    end(): void {},
    take(): TableBatch<CustomerRow> {
      const taken = { ...batch, totals: { ...batch.totals } }
      batch = { rows: [], problems: [], warnings: [], totals: batch.totals }
      return taken
    },
  }
}
