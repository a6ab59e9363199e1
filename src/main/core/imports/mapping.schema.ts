import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { currencySchema } from '../kernel/money.ts'

/** What a column of receivables can hold. Of `amount`, `open`, `debit`/`credit` and `quantity`/`unitAmount`, one is enough. */
export const itemFields = [
  'kind',
  'number',
  'customerCode',
  'customerName',
  'issued',
  'due',
  /** What the document says, taxes included; negative for a credit. */
  'amount',
  /** What is still owed of it, where the file only keeps that. Wins over `amount`. */
  'open',
  /** What was already paid, to be taken off `amount`. */
  'paid',
  'debit',
  'credit',
  'currency',
  /** The day the whole amount was settled; empty while it is not. */
  'settledOn',
  /** Drafts, cancelled documents and suppliers are left out by it. */
  'status',
  'quantity',
  'unitAmount',
  /** In percent of the line. */
  'discount',
  'tax',
] as const
export type ItemField = (typeof itemFields)[number]

export const customerFields = [
  'code',
  'name',
  'siren',
  'vatNumber',
  'language',
  'terms',
  'street',
  'postalCode',
  'city',
  'country',
  'contact',
  'email',
  'phone',
  'notes',
  'segment',
  'salesperson',
] as const
export type CustomerField = (typeof customerFields)[number]

/** A column by its header, or by its position from 0 where headers repeat or are missing. */
export const columnSchema = z.union([z.string().min(1), z.int().min(0).max(1_000_000)])
export type ColumnReference = z.infer<typeof columnSchema>

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export const decimalMarks = ['comma', 'dot'] as const
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'cp850'] as const
export const itemRowKinds = ['invoice', 'credit_note', 'payment', 'opening'] as const

/** How a table that another program exported becomes receivables or customers. */
export const mappingSchema = z.object({
  name: z.string().trim().min(1).max(100),
  target: z.enum(['items', 'customers']).default('items'),
  /** Of the layout that it was made for: the hash of its header, by which the next file is recognised. */
  signature: z.string().optional(),
  /** Null: to be found, or a workbook. */
  separator: z.enum([',', ';', '\t', '|']).nullable().default(null),
  encoding: z.enum(['auto', ...textEncodings]).default('auto'),
  /** Null: the first sheet that is not empty. */
  sheet: z.string().nullable().default(null),
  /** Line of the header, from 1; 0 when there is none. The header is looked for by its names first. */
  headerRow: z.int().min(0).max(1_000_000).default(1),
  decimal: z.enum(decimalMarks).default('dot'),
  dateOrder: z.enum(dateOrders).default('dmy'),
  /** Customers stand on rows of their own, above their documents. */
  groupRows: z.boolean().default(false),
  /**
   * What a row stands for when a number comes back: an instalment of the document (`row`), the same document told again
   * (`document`), or one of its lines, to be added up (`line`).
   */
  rowIs: z.enum(['row', 'document', 'line']).default('row'),
  columns: z.partialRecord(z.enum([...itemFields, ...customerFields]), columnSchema),
  /** Columns of an aged balance without documents, each with the fewest days late of what it holds; 0 is not due. */
  buckets: z.array(z.object({ column: columnSchema, daysLate: z.int().min(0).max(3650) })).default([]),
  constants: z
    .object({
      currency: currencySchema.optional(),
      kind: z.enum(itemRowKinds).optional(),
      /** The day of an aged balance. */
      asOf: daySchema.optional(),
    })
    .default({}),
})
export type Mapping = z.infer<typeof mappingSchema>
