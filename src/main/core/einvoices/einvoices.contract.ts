import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

const mentions = ['PMT', 'PMD', 'AAB'] as const

export const eInvoiceSchema = z.object({
  id: idSchema,
  number: z.string(),
  kind: z.enum(['invoice', 'credit_note']),
  issued: daySchema,
  currency: currencySchema,
  net: minorSchema,
  tax: minorSchema,
  gross: minorSchema,
  prepaid: minorSchema,
  payable: minorSchema,
  syntax: z.string(),
  profile: z.string(),
  sellerName: z.string(),
  buyerName: z.string(),
  terms: z.string(),
  order: z.string(),
  contract: z.string(),
  buyerReference: z.string(),
  deliveryNote: z.string(),
  deliveredOn: daySchema.nullable(),
  iban: z.string(),
  paymentReference: z.string(),
  preceding: z.array(z.object({ number: z.string(), issued: daySchema.nullable() })),
  notes: z.array(z.object({ code: z.string(), text: z.string() })),
  /** Legal mentions that are missing: recovery sum, penalties, discount. */
  missingMentions: z.array(z.enum(mentions)),
  documentId: idSchema,
  fileName: z.string(),
  itemIds: z.array(idSchema),
})
export type EInvoiceView = z.infer<typeof eInvoiceSchema>

export const einvoicesContract = {
  ofItem: query('read', 'The electronic invoice that an item came from, if it did', {
    input: z.object({ itemId: idSchema }),
    output: z.object({ invoice: eInvoiceSchema.nullable() }),
  }),
}
