import { uuidv7 } from 'uuidv7'
import { addTask } from '../calls/tasks.service.ts'
import { requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { answerKeysOf } from '../spaces/spaces.service.ts'
import { ANSWER_ENDING, type AnswerRequest } from './answer.model.ts'
import type { AnswerDetail, AnswerRow } from './answers.contract.ts'
import { attachmentsOf, openEnvelope, readEnvelope } from './answers.open.ts'
import {
  type AnswerRecord,
  boreCode,
  filesOf,
  findNonce,
  insertAnswer,
  listAnswers,
  type NamedItem,
  namedItems,
} from './answers.repository.ts'
import { lateness, namedAs } from './answers.rules.ts'
import { taskNotes } from './answers.words.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

export const toRow = (record: AnswerRecord): AnswerRow => ({
  id: record.id,
  spaceId: record.space_id,
  customerId: record.customer_id,
  customerCode: record.customer_code,
  customerName: record.customer_name,
  kind: record.kind,
  issuedAt: record.issued_at,
  readOn: record.read_on,
  readBy: record.read_by,
  sender: JSON.parse(record.sender),
  request: JSON.parse(record.request),
  state: record.state,
  decidedOn: record.decided_on,
  decidedBy: record.decided_by,
  reason: record.reason,
  madeId: record.made_id,
})

export const recordOf = async (ctx: Reading, id: string): Promise<AnswerRecord> => {
  const [record] = await listAnswers(ctx.db, { id, show: 'all', search: '' }, { offset: 0, limit: 1 })
  if (!record) throw new Refusal('not-found', 'no such answer', { id })
  return record
}

const itemIdsOf = (request: AnswerRequest): string[] =>
  request.kind === 'payment' ? request.itemIds : request.kind === 'dispute' ? [request.itemId] : []

/** An answer with all that a decision needs; refuses `not-found`. */
export const readAnswer = async (ctx: Reading, id: string): Promise<AnswerDetail> => {
  const record = await recordOf(ctx, id)
  const row = toRow(record)
  const { contacts, addresses } = await readCustomer(ctx, row.customerId)
  const items = await namedItems(ctx.db, itemIdsOf(row.request), ctx.today)
  return {
    ...row,
    documentId: record.document_id,
    files: await filesOf(ctx.db, id),
    items: items.map(({ customerId: _customerId, ...item }) => item),
    before: { contacts, addresses },
  }
}

/** Refuses items that are not the customer's, or of another currency: its own page offers none. */
const refuseOtherItems = (request: AnswerRequest, items: readonly NamedItem[], customerId: string): void => {
  const currency = 'currency' in request ? request.currency : ''
  const known = items.filter((item) => item.customerId === customerId && item.currency === currency)
  if (known.length < new Set(itemIdsOf(request)).size)
    throw new Refusal('answer.other-customer', 'it names items of another account')
}

const spaceOf = async (ctx: Reading, id: string) => {
  const known = await answerKeysOf(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found')
      throw new Refusal('answer.space-unknown', 'no space of this book is called that')
    throw error
  })
  // An erasure takes the keys away.
  if (known.publicKey === '' && known.space.holds.answers)
    throw new Refusal('answer.erased', 'its customer was erased since')
  if (known.publicKey === '') throw new Refusal('answer.not-taken', 'this space takes no answers')
  return known
}

/**
 * Reads the file a customer answered with and keeps it as waiting. What it says is believed only once its signature is that
 * of a space of this book. Refuses, with nothing kept: `answer.too-large`, `.damaged`, `.newer-format`, `.space-unknown`,
 * `.not-taken`, `.erased`, `.forged`, `.other-customer`, `.replayed`, `.space-withdrawn`, `.clock`, `.expired`, `.too-old`,
 * `.attachment-refused`.
 */
export const takeAnswer = async (
  ctx: CommandContext,
  { name, file, customerId }: { name: string; file: Blob; customerId?: string | undefined },
): Promise<AnswerDetail> => {
  const { bytes, envelope } = await readEnvelope(file)
  const { space, ...keys } = await spaceOf(ctx, envelope.space)
  const body = openEnvelope(envelope, keys)
  const { request } = body
  if (customerId !== undefined && customerId !== space.customerId)
    throw new Refusal('answer.other-customer', `it is of ${space.customerName}`, { name: space.customerName })
  if (!(await boreCode(ctx.db, space.customerId, body.customer)))
    throw new Refusal('answer.other-customer', 'its code is not of this customer')
  const before = await findNonce(ctx.db, space.id, body.nonce)
  if (before) throw new Refusal('answer.replayed', `read on ${before.read_on}`, { day: before.read_on, id: before.id })
  const late = lateness({
    issued: body.issued.slice(0, 10),
    publishedOn: space.publishedOn,
    until: space.until,
    withdrawn: space.state === 'withdrawn',
    today: ctx.today,
  })
  if (late) throw new Refusal(late, 'its days do not fit', { day: body.issued.slice(0, 10), until: space.until })
  refuseOtherItems(request, await namedItems(ctx.db, itemIdsOf(request), ctx.today), space.customerId)
  const attached = attachmentsOf(body)

  const kept = await keepDocument(ctx, namedAs(name, [ANSWER_ENDING]), 'application/json', bytes)
  const documents: string[] = []
  for (const one of attached) documents.push((await keepDocument(ctx, one.name, one.mediaType, one.bytes)).id)
  const { language } = await requireCompany(ctx)
  const task = await addTask(ctx, {
    customerId: space.customerId,
    ...{ kind: 'decide', day: ctx.today, note: taskNotes[language][request.kind], owner: '' },
  })
  const id = uuidv7()
  await insertAnswer(
    ctx.db,
    {
      ...{ id, space_id: space.id, customer_id: space.customerId, nonce: body.nonce, kind: request.kind },
      ...{ issued_at: body.issued, read_on: ctx.today, read_at: ctx.now, read_by: ctx.user },
      ...{ sender: JSON.stringify(body.sender), request: JSON.stringify(request), document_id: kept.id },
      ...{ state: 'waiting', decided_on: null, decided_by: '', reason: '', made_id: null, task_id: task.id },
    },
    documents,
  )
  return readAnswer(ctx, id)
}
