import { z } from 'zod'
import { addressSchema, contactSchema } from '../customers/customers.contract.ts'
import { command, fileSchema, idSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { answerKinds } from './answer.model.ts'
import { answeredAddresses, answeredContacts, answerRequest, answerSender } from './answers.schema.ts'

export const answerStates = ['waiting', 'accepted', 'declined'] as const
export type AnswerState = (typeof answerStates)[number]

export const answerRow = z.object({
  id: idSchema,
  spaceId: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  kind: z.enum(answerKinds),
  /** By the clock of the customer's device. */
  issuedAt: z.string(),
  readOn: daySchema,
  readBy: z.string(),
  sender: answerSender,
  request: answerRequest,
  state: z.enum(answerStates),
  decidedOn: daySchema.nullable(),
  decidedBy: z.string(),
  /** Why it was declined. */
  reason: z.string(),
  /** The promise, dispute or application that came of it. */
  madeId: idSchema.nullable(),
})
export type AnswerRow = z.infer<typeof answerRow>

export const answerDetail = answerRow.extend({
  /** The file as it came, signed; null once it was erased. */
  documentId: idSchema.nullable(),
  files: z.array(z.object({ documentId: idSchema, name: z.string(), mediaType: z.string(), size: z.int() })),
  /** The items it names, as they stand on the working day. */
  items: z.array(
    z.object({
      itemId: idSchema,
      number: z.string(),
      label: z.string(),
      due: daySchema,
      currency: currencySchema,
      amount: minorSchema,
      open: minorSchema,
    }),
  ),
  /** The customer as the book has it. */
  before: z.object({ contacts: z.array(contactSchema), addresses: z.array(addressSchema) }),
})
export type AnswerDetail = z.infer<typeof answerDetail>

const id = { id: idSchema }

export const answersContract = {
  read: command('collect', 'Read the file a customer answered with: checked, then kept as waiting for a decision', {
    input: z.object({
      name: z.string().trim().min(1).max(300),
      file: fileSchema,
      /** Whose answer is expected; another customer's is refused. */
      customerId: idSchema.optional(),
    }),
    output: answerDetail,
  }),
  list: query('read', 'Answers of customers, those waiting first', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      show: z.enum([...answerStates, 'all']).default('all'),
      search: z.string().max(200).default(''),
    }),
    output: z.object({ total: z.int(), waiting: z.int(), answers: z.array(answerRow) }),
  }),
  get: query('read', 'One answer with its attachments and what the book has of it', {
    input: z.object(id),
    output: answerDetail,
  }),
  acceptPayment: command('collect', 'Accept an announced payment: it becomes a promise', {
    input: z.object({
      ...id,
      amount: amountSchema.min(1),
      day: daySchema,
      itemIds: z.array(idSchema).max(500),
      note: z.string().trim().max(1000).default(''),
    }),
    output: answerDetail,
  }),
  acceptDispute: command('collect', 'Accept that an invoice is contested: it becomes a dispute', {
    input: z.object({
      ...id,
      amount: amountSchema.min(1),
      /** Code of the policy's list. */
      reason: z.string().min(1).max(60),
      description: z.string().trim().max(2000).default(''),
    }),
    output: answerDetail,
  }),
  acceptCredit: command('edit', 'Take up a wish for more credit or longer terms: it becomes a credit application', {
    input: z.object({
      ...id,
      asked: amountSchema.min(0),
      terms: z.string().trim().max(40).default(''),
      note: z.string().trim().max(2000).default(''),
    }),
    output: answerDetail,
  }),
  acceptContact: command('edit', 'Accept corrected contacts and addresses: they replace those of the customer', {
    input: z.object({ ...id, contacts: answeredContacts, addresses: answeredAddresses }),
    output: answerDetail,
  }),
  decline: command('collect', 'Decline an answer, with the reason; it stays in the file', {
    input: z.object({ ...id, reason: z.string().trim().min(1).max(500) }),
    output: answerDetail,
  }),
}
