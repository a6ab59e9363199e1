import { uuidv7 } from 'uuidv7'
import { requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import type { DeliveryRow, deliveriesContract } from './deliveries.contract.ts'
import {
  countDeliveries,
  type DeliveryRecord,
  datesOf,
  delaySums,
  deleteDelivery,
  findByReference,
  insertDelivery,
  listDeliveries,
  slowestInvoices,
  updateDelivery,
  upsertDates,
} from './deliveries.repository.ts'
import { averageDays, daysAllowed, daysWaited, isLate } from './deliveries.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const toRow = (record: DeliveryRecord, today: Day, hours: number): DeliveryRow => {
  const days = daysWaited(record.delivered_on, record.invoiced_on, today)
  return {
    id: record.id,
    customerId: record.customer_id,
    customerCode: record.customer_code,
    customerName: record.customer_name,
    reference: record.reference,
    deliveredOn: record.delivered_on,
    amount: record.amount,
    currency: record.currency,
    note: record.note,
    itemId: record.item_id,
    itemNumber: record.item_number,
    invoicedOn: record.invoiced_on,
    days,
    late: isLate(days, hours),
  }
}

/** The policy's hours, and the last day of delivery that is late while it waits. */
const delayOf = async (ctx: Reading) => {
  const { invoicingHours: hours } = (await policyInForce(ctx)).content
  return { hours, lateUntil: addDays(ctx.today, -daysAllowed(hours) - 1) }
}

const readDelivery = async (ctx: Reading, id: string): Promise<DeliveryRow> => {
  const { hours, lateUntil } = await delayOf(ctx)
  const [record] = await listDeliveries(ctx.db, { id, show: 'all', search: '' }, lateUntil, { offset: 0, limit: 1 })
  if (!record) throw new Refusal('not-found', 'no such delivery', { id })
  return toRow(record, ctx.today, hours)
}

type Told = Pick<DeliveryRow, 'customerId' | 'reference' | 'deliveredOn' | 'amount' | 'currency' | 'note'>

const refuseWrong = async (ctx: CommandContext, id: string | null, told: Told) => {
  await readCustomer(ctx, told.customerId)
  if (told.deliveredOn > ctx.today)
    throw new Refusal('delivery.day-invalid', 'a delivery is recorded once it took place', { day: told.deliveredOn })
  const other = await findByReference(ctx.db, told.customerId, told.reference)
  if (other && other.id !== id)
    throw new Refusal('delivery.reference-used', `${told.reference} is recorded already`, { reference: told.reference })
}

const columnsOf = ({ customerId, reference, deliveredOn, amount, currency, note }: Told) => ({
  customer_id: customerId,
  reference,
  delivered_on: deliveredOn,
  amount,
  currency,
  note,
})

const addDelivery = async (ctx: CommandContext, told: Told): Promise<DeliveryRow> => {
  await refuseWrong(ctx, null, told)
  const id = uuidv7()
  await insertDelivery(ctx.db, { id, ...columnsOf(told), item_id: null })
  return readDelivery(ctx, id)
}

const changeDelivery = async (
  ctx: CommandContext,
  { id, itemId, ...told }: Told & { id: string; itemId: string | null },
) => {
  await readDelivery(ctx, id)
  await refuseWrong(ctx, id, told)
  if (itemId) {
    const [invoice] = await datesOf(ctx.db, [itemId])
    if (invoice?.customer_id !== told.customerId)
      throw new Refusal('not-found', 'no such invoice of this customer', { id: itemId })
  }
  await updateDelivery(ctx.db, id, { ...columnsOf(told), item_id: itemId })
  return readDelivery(ctx, id)
}

const invoicesOf = async (ctx: Pick<QueryContext, 'db'>, itemIds: readonly string[]) => {
  const invoices = await datesOf(ctx.db, itemIds)
  const found = new Set(invoices.map(({ id }) => id))
  const missing = itemIds.find((id) => !found.has(id))
  if (missing) throw new Refusal('not-found', 'no such invoice', { id: missing })
  return invoices
}

type Dates = { itemIds: string[]; deliveredOn?: Day | null | undefined; sentOn?: Day | null | undefined }

const setDates = async (ctx: CommandContext, { itemIds, deliveredOn, sentOn }: Dates): Promise<number> => {
  const invoices = await invoicesOf(ctx, [...new Set(itemIds)])
  for (const day of [deliveredOn, sentOn])
    if (day && day > ctx.today) throw new Refusal('delivery.day-invalid', `${day} has not come yet`, { day })
  const early = invoices.find(({ issued }) => sentOn && sentOn < issued)
  if (early)
    throw new Refusal('delivery.day-invalid', 'sent before it was issued', { day: sentOn, issued: early.issued })
  const changed = invoices
    .map((invoice) => ({
      invoice,
      delivered: deliveredOn === undefined ? invoice.told_delivered_on : deliveredOn,
      sent: sentOn === undefined ? invoice.sent_on : sentOn,
    }))
    .filter(({ invoice, delivered, sent }) => delivered !== invoice.told_delivered_on || sent !== invoice.sent_on)
  await upsertDates(
    ctx.db,
    changed.map(({ invoice, delivered, sent }) => [invoice.id, delivered, sent] as const),
  )
  return changed.length
}

/**
 * Days lost between delivery and sending. `deliveryToInvoice` and `invoiceToSending` are averages of the invoices whose
 * days are known, weighted by amount. `dsoCost` = Σ (amount × days from delivery to sending) / Σ amount, over every
 * invoice of the period: each day lost before the customer has the invoice is a day of sales outstanding more. A day not
 * known counts as none, so that the cost is a floor; an invoice made before its delivery makes up for no other.
 */
const delays = async (ctx: QueryContext, from: Day, until: Day, wanted: string | undefined) => {
  const currency = wanted ?? (await requireCompany(ctx)).currency
  const sums = await delaySums(ctx.db, from, until, currency)
  const slowest = await slowestInvoices(ctx.db, from, until, currency, 100)
  const big = (text: string | undefined) => BigInt(text ?? '0')
  return {
    currency,
    invoices: sums?.invoices ?? 0,
    withDelivery: sums?.withDelivery ?? 0,
    withSending: sums?.withSending ?? 0,
    amount: sums?.amount ?? 0,
    deliveryToInvoice: averageDays(big(sums?.toInvoice), big(sums?.toInvoiceAmount)),
    invoiceToSending: averageDays(big(sums?.toSending), big(sums?.toSendingAmount)),
    dsoCost: (sums?.withEither ?? 0) > 0 ? averageDays(big(sums?.lost), big(sums?.total)) : null,
    slowest: slowest.map((invoice) => ({
      itemId: invoice.id,
      customerId: invoice.customer_id,
      customerName: invoice.customer_name,
      number: invoice.number,
      issued: invoice.issued,
      deliveredOn: invoice.delivered_on,
      sentOn: invoice.sent_on,
      amount: invoice.amount,
      days: invoice.days,
    })),
  }
}

export const deliveriesCalls: Handlers<typeof deliveriesContract> = {
  list: async (ctx, { offset, limit, ...selection }) => {
    const { hours, lateUntil } = await delayOf(ctx)
    const records = await listDeliveries(ctx.db, selection, lateUntil, { offset, limit })
    return {
      total: await countDeliveries(ctx.db, selection, lateUntil),
      deliveries: records.map((record) => toRow(record, ctx.today, hours)),
    }
  },
  add: (ctx, told) => addDelivery(ctx, told),
  update: (ctx, told) => changeDelivery(ctx, told),
  remove: async (ctx, { id }) => {
    if ((await deleteDelivery(ctx.db, id)) === 0) throw new Refusal('not-found', 'no such delivery', { id })
    return {}
  },
  dates: async (ctx, { itemId }) => {
    const [invoice] = await invoicesOf(ctx, [itemId])
    return {
      deliveredOn: invoice?.delivered_on ?? null,
      issued: invoice?.issued ?? ctx.today,
      sentOn: invoice?.sent_on ?? null,
    }
  },
  setDates: async (ctx, input) => ({ changed: await setDates(ctx, input) }),
  delays: (ctx, { from, until, currency }) => delays(ctx, from, until, currency),
}
