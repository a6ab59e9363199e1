import { z } from 'zod'
import { pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/** Why there is no figure: no ledger with suppliers, none that reaches the day, nothing bought, too young, more paid than owed. */
export const payablesMissing = [
  'no-suppliers',
  'ledger-ends',
  'no-purchases',
  'history-too-short',
  'credit-balance',
] as const
export type PayablesMissing = (typeof payablesMissing)[number]

const dpoSchema = z.object({
  /** Days, of one decimal, rounded half away from zero; null where it cannot be told. */
  value: z.string().nullable(),
  why: z.enum(payablesMissing).nullable(),
})

const asOf = daySchema.optional()
/** Purchases of so many months are what payables are held against. */
const months = z.int().min(1).max(24).default(12)
const stretch = z.object({ from: daySchema, until: daySchema })

export const payablesContract = {
  figures: query('read', 'What is owed to suppliers and bought from them on a day, DPO, with their history', {
    input: z.object({
      asOf,
      months,
      /** So many points of the past, one a month. */
      history: z.int().min(0).max(36).default(24),
    }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      /** Days that the imported ledgers speak of; null without supplier accounts. */
      known: stretch.nullable(),
      period: stretch.extend({ days: z.int() }),
      /** With VAT; null on days that no ledger tells. */
      owed: minorSchema.nullable(),
      purchases: minorSchema,
      purchasesOfMonth: minorSchema,
      dpo: dpoSchema,
      /** The oldest first; the last is the day itself. `purchases` are those of its month. */
      points: z.array(
        z.object({ day: daySchema, owed: minorSchema.nullable(), purchases: minorSchema, dpo: dpoSchema }),
      ),
    }),
  }),
  suppliers: query('read', 'Suppliers with what is owed to each on a day and what was bought, the most owed first', {
    input: pageSchema.extend({ asOf, months }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      /** Suppliers owed anything, or bought from in the period. */
      total: z.int(),
      suppliers: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          owed: minorSchema,
          purchases: minorSchema,
          lastMoved: daySchema,
        }),
      ),
    }),
  }),
}
