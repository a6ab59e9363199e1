import { z } from 'zod'
import { command, idSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

const told = z.object({
  customerId: idSchema,
  /** Delivery note or order. */
  reference: z.string().trim().min(1).max(100),
  deliveredOn: daySchema,
  amount: amountSchema.min(1).nullable().default(null),
  currency: currencySchema,
  note: z.string().trim().max(500).default(''),
})

export const deliveryRow = told.extend({
  id: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  /** The invoice made of it. */
  itemId: idSchema.nullable(),
  itemNumber: z.string().nullable(),
  invoicedOn: daySchema.nullable(),
  /** Days waited for the invoice, until the working day while there is none. */
  days: z.int(),
  /** Beyond the hours that the policy allows. */
  late: z.boolean(),
})
export type DeliveryRow = z.infer<typeof deliveryRow>

export const deliveriesContract = {
  list: query('read', 'Deliveries, those not invoiced first', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      show: z.enum(['waiting', 'late', 'invoiced', 'all']).default('waiting'),
      search: z.string().default(''),
    }),
    output: z.object({ total: z.int(), deliveries: z.array(deliveryRow) }),
  }),
  add: command('collect', 'Record a delivery that is still to be invoiced', { input: told, output: deliveryRow }),
  update: command('collect', 'Change a delivery, or name the invoice made of it', {
    input: told.extend({ id: idSchema, itemId: idSchema.nullable() }),
    output: deliveryRow,
  }),
  remove: command('collect', 'Remove a delivery recorded by mistake', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  dates: query('read', 'Delivered, invoiced, sent: the days of an invoice', {
    input: z.object({ itemId: idSchema }),
    output: z.object({ deliveredOn: daySchema.nullable(), issued: daySchema, sentOn: daySchema.nullable() }),
  }),
  setDates: command('collect', 'Say when the goods of invoices were delivered and when the invoices left', {
    input: z.object({
      itemIds: z.array(idSchema).min(1).max(1000),
      /** Left as they are where missing; null clears. */
      deliveredOn: daySchema.nullable().optional(),
      sentOn: daySchema.nullable().optional(),
    }),
    output: z.object({ changed: z.int() }),
  }),
  delays: query(
    'read',
    'Days from delivery to invoice to sending, of the invoices issued in a period, and what they cost in DSO',
    {
      input: z.object({ from: daySchema, until: daySchema, currency: currencySchema.optional() }),
      output: z.object({
        currency: currencySchema,
        invoices: z.int(),
        /** Invoices whose delivery, and whose sending, is known. */
        withDelivery: z.int(),
        withSending: z.int(),
        amount: minorSchema,
        /** Averages in days weighted by amount; null when nothing is known. */
        deliveryToInvoice: z.number().nullable(),
        invoiceToSending: z.number().nullable(),
        /** Days of DSO that the delay costs: delivery to sending, weighted by amount over all invoices of the period. */
        dsoCost: z.number().nullable(),
        /** Worst first, 100 at most. */
        slowest: z.array(
          z.object({
            itemId: idSchema,
            customerId: idSchema,
            customerName: z.string(),
            number: z.string(),
            issued: daySchema,
            deliveredOn: daySchema.nullable(),
            sentOn: daySchema.nullable(),
            amount: minorSchema,
            days: z.int(),
          }),
        ),
      }),
    },
  ),
}
