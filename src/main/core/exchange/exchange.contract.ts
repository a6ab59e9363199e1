import { z } from 'zod'
import { command, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/** Units of the company's currency for one unit of the other, an exact decimal above zero. */
export const rateSchema = z.string().regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,10})?$/)

export const exchangeRate = z.object({
  currency: currencySchema,
  day: daySchema,
  rate: rateSchema,
  source: z.string().trim().max(100).default(''),
})
export type ExchangeRate = z.infer<typeof exchangeRate>

export const exchangeContract = {
  rates: query('read', 'Exchange rates kept, newest first', {
    input: z.object({ currency: currencySchema.optional() }),
    output: z.object({ home: currencySchema, rates: z.array(exchangeRate) }),
  }),
  setRate: command(
    'configure',
    'Set the rate of a day; items of that currency booked from then on without one take it',
    {
      input: exchangeRate,
      output: z.object({ rate: exchangeRate, items: z.int() }),
    },
  ),
  removeRate: command('configure', 'Remove the rate of a day', {
    input: z.object({ currency: currencySchema, day: daySchema }),
    output: nothing,
  }),
  revaluation: query(
    'read',
    'What is open in other currencies on a day: at the rates it was booked at and at that day’s',
    {
      input: z.object({ asOf: daySchema }),
      output: z.object({
        home: currencySchema,
        lines: z.array(
          z.object({
            currency: currencySchema,
            open: minorSchema,
            /** In the company's currency at the booked rates; null when an item has none. */
            base: minorSchema.nullable(),
            rate: z.string().nullable(),
            rateDay: daySchema.nullable(),
            revalued: minorSchema.nullable(),
            /** Revalued less base: a gain is above zero. */
            difference: minorSchema.nullable(),
            /** Open items whose rate of booking is not known. */
            withoutRate: z.int(),
          }),
        ),
        /** Exchange differences that matches brought until that day, in the company's currency. */
        realised: minorSchema,
      }),
    },
  ),
}
