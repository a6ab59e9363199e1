import { z } from 'zod'
import { currencySchema } from '../kernel/money.ts'
import { reportFormats } from './leaves.model.ts'
import { providers } from './scales.schema.ts'

const path = z.string().trim().min(1).max(400)

/** What a report tells beside its scores. */
export const mappedFields = ['day', 'companyName', 'siren', 'duns', 'limit', 'currency'] as const
export type MappedField = (typeof mappedFields)[number]

/** Where the values of a provider's report stand, as the user said once. */
export const reportMapping = z.object({
  name: z.string().trim().min(1).max(80),
  provider: z.enum(providers),
  /** Of another provider than those named. */
  providerName: z.string().trim().max(80).default(''),
  format: z.enum(reportFormats),
  fields: z.partialRecord(z.enum(mappedFields), path),
  values: z
    .array(
      z.object({
        scale: z.string().trim().min(1).max(40),
        label: z.string().trim().max(120).default(''),
        best: z.string().trim().max(40).default(''),
        worst: z.string().trim().max(40).default(''),
        path,
        /** The text that must stand beside it, which says what value it is. */
        beside: z
          .object({ path, value: z.string().max(200) })
          .nullable()
          .default(null),
      }),
    )
    .max(40),
  /** Of days written in numbers. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).default('dmy'),
  /** Of amounts written as text. */
  decimalMark: z.enum(['comma', 'dot']).default('comma'),
  /** Of what the recommended limit is a number: 1, or 1,000. */
  limitUnit: z.literal([1, 1000]).default(1),
  /** Where the report names none. */
  defaultCurrency: currencySchema.default('EUR'),
})
export type ReportMapping = z.infer<typeof reportMapping>
