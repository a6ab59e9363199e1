import { z } from 'zod'
import { addressSchema, contactSchema } from '../customers/customers.contract.ts'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema } from '../kernel/money.ts'
import { ANSWER_FORMAT, ATTACHMENTS_LIMIT, answerReasons } from './answer.model.ts'

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

/** Strict: what stands beside is not signed, and would be kept with the file. */
export const answerEnvelope = z.strictObject({
  format: z.literal(ANSWER_FORMAT),
  space: idSchema,
  iv: base64.length(16),
  sealed: base64,
  signature: base64.length(88),
})

const contacts = z.array(contactSchema).max(50)
const addresses = z
  .array(addressSchema)
  .max(3)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, { message: 'one address of each kind' })
const text = z.string().trim().max(2000)

export const answerRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('payment'),
    currency: currencySchema,
    amount: amountSchema.min(1),
    day: daySchema,
    itemIds: z.array(idSchema).max(500),
    note: z.string().trim().max(1000),
  }),
  z.object({
    kind: z.literal('dispute'),
    itemId: idSchema,
    currency: currencySchema,
    amount: amountSchema.min(1),
    reason: z.enum(answerReasons),
    text,
  }),
  z.object({
    kind: z.literal('credit'),
    currency: currencySchema,
    amount: amountSchema.min(0).nullable(),
    terms: z.string().trim().max(200),
    text,
  }),
  z.object({ kind: z.literal('contact'), contacts, addresses, note: z.string().trim().max(1000) }),
])

export const answerSender = z.object({
  name: z.string().trim().max(120),
  email: z.string().trim().max(200),
  phone: z.string().trim().max(60),
})

export const answerBody = z.object({
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  issued: z.iso.datetime(),
  customer: z.string().min(1).max(40),
  sender: answerSender,
  request: answerRequest,
  files: z.array(z.object({ name: z.string().max(300), data: base64 })).max(ATTACHMENTS_LIMIT),
})
export { addresses as answeredAddresses, contacts as answeredContacts }
