import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'
import { currencySchema } from '../../../main/core/kernel/money.ts'
import { itemKinds } from '../../../main/core/receivables/receivables.contract.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const itemShows = ['open', 'overdue', 'credits', 'settled', 'all'] as const
export const itemSorts = ['due', 'issued', 'number', 'customer', 'amount', 'open', 'daysLate'] as const

const buckets = z
  .array(z.int().min(1).max(3650))
  .min(1)
  .max(8)
  .refine((bounds) => bounds.every((bound, i) => bound > (bounds[i - 1] ?? 0)))

/** Filters of the list of items, as its address holds them; a missing one stands at its default. */
export const itemsSearch = z.object({
  search: lenient(z.string()),
  show: lenient(z.enum(itemShows)),
  kind: lenient(z.enum(itemKinds)),
  currency: lenient(currencySchema),
  asOf: lenient(daySchema),
  customer: lenient(z.uuid()),
  cell: lenient(z.object({ column: z.string(), basis: z.enum(['due', 'issued']), buckets })),
  sort: lenient(z.enum(itemSorts)),
  descending: lenient(z.boolean()),
})
export type ItemsSearch = z.infer<typeof itemsSearch>

export const agedSearch = z.object({
  asOf: lenient(daySchema),
  basis: lenient(z.enum(['due', 'issued'])),
  buckets: lenient(buckets),
  currency: lenient(currencySchema),
  search: lenient(z.string()),
  /** `name`, `total` or a column of the balance. */
  sort: lenient(z.string()),
  ascending: lenient(z.boolean()),
  /** The cell whose items are shown; without a customer, those of every customer. */
  cell: lenient(z.object({ customer: z.uuid().nullable(), column: z.string() })),
})
export type AgedSearch = z.infer<typeof agedSearch>

/** Reads `30, 60, 90`; null when it is no list of 1 to 8 ascending days. */
export const parseBuckets = (text: string): number[] | null => {
  const read = buckets.safeParse(
    text
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number),
  )
  return read.success ? read.data : null
}
