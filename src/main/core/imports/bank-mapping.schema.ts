import { z } from 'zod'
import { currencySchema } from '../kernel/money.ts'
import { columnSchema, dateOrders, decimalMarks, textEncodings } from './mapping.schema.ts'

/** What a column of a bank's table can hold. `booked` and one of `amount`, `debit`/`credit` are enough. */
export const bankFields = [
  'booked',
  'valued',
  /** Up to three columns make the text of a movement, in this order. */
  'label',
  'label2',
  'label3',
  /** Signed: positive is money received. */
  'amount',
  /** Money taken, with or without a minus. */
  'debit',
  'credit',
  /** Of the account after the movement: its rows are checked against it. */
  'balance',
  'party',
  'partyAccount',
  'reference',
  'currency',
  /** The company's own account, where the table holds several. */
  'account',
] as const
export type BankField = (typeof bankFields)[number]

/** How a bank's CSV file is read. */
export const bankMappingSchema = z.object({
  name: z.string().trim().min(1).max(100),
  /** Of the layout that it was made for: the hash of its header, by which the next file is recognised. */
  signature: z.string().optional(),
  /** Null: to be found. */
  separator: z.enum([',', ';', '\t', '|']).nullable().default(null),
  encoding: z.enum(['auto', ...textEncodings]).default('auto'),
  /** Line of the header, from 1; 0 when there is none. The header is looked for by its names first. */
  headerRow: z.int().min(0).max(1_000_000).default(1),
  decimal: z.enum(decimalMarks).default('comma'),
  dateOrder: z.enum(dateOrders).default('dmy'),
  columns: z.partialRecord(z.enum(bankFields), columnSchema),
  constants: z.object({ currency: currencySchema.optional(), account: z.string().max(50).optional() }).default({}),
})
export type BankMapping = z.infer<typeof bankMappingSchema>
