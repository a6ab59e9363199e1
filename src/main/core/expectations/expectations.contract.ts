import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/** Whose history an expected day rests on: the customer's own, its segment's, everybody's, or nobody's. */
export const bases = ['customer', 'segment', 'book', 'none'] as const
export type Basis = (typeof bases)[number]

export const expectedSchema = z.object({
  itemId: idSchema,
  number: z.string(),
  due: daySchema,
  currency: currencySchema,
  open: minorSchema,
  /** The day it will probably be paid; null where nothing can be said. Never before tomorrow. */
  expected: daySchema.nullable(),
  /** Half of such payments came between these days. */
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  basis: z.enum(bases),
  /** Payments that it rests on: those that were at least as late as this item is today. */
  payments: z.int(),
})
export type Expected = z.infer<typeof expectedSchema>

export const expectationsContract = {
  ofCustomer: query('read', 'When each open invoice of a customer will probably be paid, from our own history', {
    input: z.object({ customerId: idSchema, asOf: daySchema.optional() }),
    output: z.object({ asOf: daySchema, expected: z.array(expectedSchema) }),
  }),
}
