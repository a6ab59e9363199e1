import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import { worthOn } from '../exchange/exchange.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { formatTerms, parseTerms } from '../receivables/terms.rules.ts'
import type { ApplicationInput } from './applications.contract.ts'
import { readUnderWay } from './applications.read.ts'
import { insertApplication, insertReference, updateApplication } from './applications.repository.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

export const refuseFuture = (ctx: Reading, day: Day) => {
  if (day > ctx.today) throw new Refusal('application.day-invalid', `${day} has not come yet`, { day })
}

const columnsOf = async (ctx: Reading, input: ApplicationInput) => {
  const { home, worth } = await worthOn(ctx, ctx.today)
  const currency = input.currency ?? home
  if (worth(0, currency) === null)
    throw new Refusal('limit.rate-missing', `${currency} has no exchange rate`, { currency, day: ctx.today })
  const receivedOn = input.receivedOn ?? ctx.today
  refuseFuture(ctx, receivedOn)
  return {
    customer_id: input.customerId,
    received_on: receivedOn,
    currency,
    asked: input.asked,
    purchases: input.purchases,
    terms: input.terms === '' ? '' : formatTerms(parseTerms(input.terms)),
    applicant: input.applicant,
    capacity: input.capacity,
    note: input.note,
  }
}

/** Records an application, or changes one under way; `documentId` is the form it came with. */
export const recordApplication = async (
  ctx: CommandContext,
  { id, ...input }: ApplicationInput & { id: string | null },
  documentId: string | null = null,
): Promise<string> => {
  await readCustomer(ctx, input.customerId)
  const columns = await columnsOf(ctx, input)
  if (id !== null) {
    if ((await readUnderWay(ctx, id)).customerId !== input.customerId)
      throw new Refusal('not-found', 'no such application of this customer', { id })
    await updateApplication(ctx.db, id, { ...columns, ...(documentId !== null && { document_id: documentId }) })
    return id
  }
  const made = uuidv7()
  await insertApplication(ctx.db, {
    id: made,
    ...columns,
    dropped_on: null,
    dropped_by: '',
    dropped_because: '',
    document_id: documentId,
    recorded_at: ctx.now,
    recorded_by: ctx.user,
  })
  return made
}

/** Names a supplier to ask. */
export const nameReference = (
  ctx: CommandContext,
  { applicationId, supplier, contact }: { applicationId: string; supplier: string; contact: string },
): Promise<void> =>
  insertReference(ctx.db, {
    id: uuidv7(),
    application_id: applicationId,
    supplier,
    contact,
    asked_on: null,
    answered_on: null,
    answer: null,
  })
