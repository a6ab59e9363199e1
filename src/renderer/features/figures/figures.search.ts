import { z } from 'zod'
import { figureLists, figureNames } from '../../../main/core/figures/figures.contract.ts'
import { daySchema } from '../../../main/core/kernel/day.ts'
import { percentSchema } from '../../../main/core/policy/credit-policy.schema.ts'

export const periods = ['3', '6', '12'] as const

/** Those of the key figures, and what suppliers are owed. */
export const shownLists = [...figureLists, 'suppliers'] as const

const shownList = z.object({
  list: z.enum(shownLists),
  late: z.boolean().optional(),
  level: z.int().optional(),
  person: z.string().optional(),
})
export type ShownList = z.infer<typeof shownList>

/** Whose months are shown: a figure, what a level of letters brought in, or a person. */
const shownPast = z.union([
  z.object({ figure: z.enum(figureNames) }),
  z.object({ level: z.int(), name: z.string() }),
  z.object({ person: z.string() }),
])
export type ShownPast = z.infer<typeof shownPast>

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const figuresSearch = z.object({
  asOf: daySchema.optional().catch(undefined),
  /** Months of sales that receivables are held against; twelve unless told. */
  months: z.enum(periods).optional().catch(undefined),
  /** Percent: what money costs a year, and the VAT of what no invoice tells. */
  financing: percentSchema.optional().catch(undefined),
  vat: percentSchema.optional().catch(undefined),
  /** The list shown beside the table. */
  shown: shownList.optional().catch(undefined),
  /** The months of a figure shown there instead. */
  past: shownPast.optional().catch(undefined),
})
export type FiguresSearch = z.infer<typeof figuresSearch>
