import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'
import { askedSchema, settingsSchema } from '../../../main/core/provisions/provisions.schema.ts'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const views = ['matrix', 'cases', 'closing'] as const
export type View = (typeof views)[number]
export const shows = ['proposed', 'doubtful', 'sound', 'all'] as const
export type Show = (typeof shows)[number]

const { months, lostAfter, bySegment, adjustment, byHand, reason, taxRate } = settingsSchema.shape
export const provisionsSearch = z.object({
  view: lenient(z.enum(views)),
  asOf: lenient(daySchema),
  show: lenient(z.enum(shows)),
  /** The debt shown beside the list. */
  id: lenient(z.uuid()),
  /** How the matrix is made; what is missing is as the program proposes. */
  months: lenient(months.unwrap()),
  lostAfter: lenient(lostAfter.unwrap()),
  bySegment: lenient(bySegment.unwrap()),
  adjustment: lenient(adjustment.unwrap()),
  byHand: lenient(byHand.unwrap()),
  reason: lenient(reason.unwrap()),
  taxRate: lenient(taxRate.unwrap()),
})
export type ProvisionsSearch = z.infer<typeof provisionsSearch>

/** The settings that an address tells. */
export const settingsOf = (search: ProvisionsSearch) =>
  askedSchema.parse(
    Object.fromEntries(
      Object.entries(search).filter(([key, value]) => key in askedSchema.shape && value !== undefined),
    ),
  )
