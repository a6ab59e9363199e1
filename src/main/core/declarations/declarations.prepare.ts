import { uuidv7 } from 'uuidv7'
import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument, readDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { fileNameOf } from '../letters/letter.parties.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { keepAct, withdrawActOf } from '../limitations/limitations.service.ts'
import { declarationLetter } from './declaration.letter.ts'
import type { Channel, Declaration, Draft, DraftInput } from './declarations.contract.ts'
import { drawUp } from './declarations.draw.ts'
import {
  type DeclarationRecord,
  findDeclaration,
  insertDeclaration,
  itemsOfDeclaration,
  nextReference,
  updateDeclaration,
} from './declarations.repository.ts'
import { stateOf } from './declarations.rules.ts'
import type { ClaimDeclarationTable } from './declarations.table.ts'

export const tellDeclaration = (row: DeclarationRecord): Declaration => {
  const { name } = JSON.parse(row.addressee) as { name: string }
  return {
    id: row.id,
    reference: row.reference,
    customerId: row.customer_id,
    procedure: row.procedure,
    judgment: row.judgment,
    deadline: row.deadline,
    addressee: name,
    currency: row.currency,
    principal: row.principal,
    interest: row.interest,
    indemnities: row.indemnities,
    costs: row.costs,
    credits: row.credits,
    toFallDue: row.to_fall_due,
    total: row.total,
    items: row.items,
    state: stateOf(row),
    documentId: row.document_id,
    preparedOn: row.prepared_on,
    preparedBy: row.prepared_by,
    sentOn: row.sent_on,
    channel: row.channel,
    registeredNumber: row.registered_number,
    late: row.sent_on !== null && row.deadline !== null && row.sent_on > row.deadline,
    receivedOn: row.received_on,
    receiptId: row.receipt_id,
    outcomeOn: row.outcome_on,
    admitted: row.admitted,
    contested: row.contested,
    rejected: row.rejected,
    outcomeNote: row.outcome_note,
    contestedOn: row.contested_on,
    answeredOn: row.answered_on,
    cancelledOn: row.cancelled_on,
    cancelledBecause: row.cancelled_because,
  }
}

const read = async (ctx: Pick<QueryContext, 'db'>, id: string): Promise<DeclarationRecord> => {
  const row = await findDeclaration(ctx.db, id)
  if (!row) throw new Refusal('not-found', 'no such declaration', { id })
  return row
}

const tell = async (ctx: Pick<QueryContext, 'db'>, id: string) => tellDeclaration(await read(ctx, id))

const pdfOf = async (ctx: QueryContext, draft: Draft, said: DraftInput, reference: string) => {
  const company = await requireCompany(ctx)
  const customer = await readCustomer(ctx, said.customerId)
  const logo = await readLogo(ctx, company)
  const deed = declarationLetter({ draft, said, reference, customer, company, logo, today: ctx.today })
  return { name: fileNameOf(reference, customer.name), deed, bytes: typesetterOf(ctx.ports).deedPdf(deed) }
}

const nextOf = (ctx: Pick<QueryContext, 'db' | 'today'>) =>
  nextReference(ctx.db, 'claim_declaration', `DC-${ctx.today.slice(0, 4)}-`)

/** The paper as it would be, kept nowhere. */
export const previewDeclaration = async (ctx: QueryContext, said: DraftInput) => {
  const { name, deed, bytes } = await pdfOf(ctx, await drawUp(ctx, said), said, await nextOf(ctx))
  const pages = typesetterOf(ctx.ports).deedSvg(deed)
  return { name, pages, file: new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }) }
}

/** Draws up a declaration and keeps it. Refuses what `drawUp` does, and a paper without anybody to send it to. */
export const prepareDeclaration = async (ctx: CommandContext, said: DraftInput): Promise<Declaration> => {
  const draft = await drawUp(ctx, said)
  const { officer } = draft
  if (!officer)
    throw new Refusal('declaration.addressee-missing', 'nobody is noted to declare to', { id: said.customerId })
  const reference = await nextOf(ctx)
  const { name, bytes } = await pdfOf(ctx, draft, said, reference)
  const document = await keepDocument(ctx, name, 'application/pdf', bytes)
  const id = uuidv7()
  const row: ClaimDeclarationTable = {
    id,
    reference,
    customer_id: said.customerId,
    procedure: draft.procedure,
    judgment: draft.judgment,
    published_on: draft.publishedOn,
    court: draft.court,
    deadline: draft.deadline && (draft.deadline.extended ?? draft.deadline.on),
    currency: draft.currency,
    principal: draft.principal,
    interest: draft.interest,
    indemnities: draft.indemnities,
    costs: draft.costs,
    credits: draft.credits,
    to_fall_due: draft.toFallDue,
    total: draft.total,
    addressee: JSON.stringify(officer),
    details: JSON.stringify({ ...said, methods: draft.methods, evidence: draft.evidence }),
    document_id: document.id,
    prepared_on: ctx.today,
    prepared_at: ctx.now,
    prepared_by: ctx.user,
    sent_on: null,
    sent_by: '',
    channel: null,
    registered_number: '',
    received_on: null,
    receipt_id: null,
    outcome_on: null,
    admitted: null,
    contested: null,
    rejected: null,
    outcome_note: '',
    contested_on: null,
    answered_on: null,
    cancelled_on: null,
    cancelled_by: '',
    cancelled_because: '',
  }
  await insertDeclaration(
    ctx.db,
    row,
    draft.items.map((item) => ({
      declaration_id: id,
      item_id: item.itemId,
      due: item.due,
      currency: item.currency,
      principal: item.principal,
      worth: item.worth,
      interest: item.interest,
      indemnity: item.indemnity,
    })),
  )
  return tell(ctx, id)
}

const refuseDay = (ctx: CommandContext, day: Day, from: Day): void => {
  if (day > ctx.today || day < from)
    throw new Refusal('declaration.day-invalid', `${day} is before ${from} or has not come yet`, { day, from })
}

const living = async (ctx: CommandContext, id: string): Promise<DeclarationRecord> => {
  const row = await read(ctx, id)
  if (row.cancelled_on !== null)
    throw new Refusal('declaration.cancelled', `cancelled on ${row.cancelled_on}`, { day: row.cancelled_on })
  return row
}

const sent = async (ctx: CommandContext, id: string): Promise<DeclarationRecord & { sent_on: Day }> => {
  const row = await living(ctx, id)
  if (row.sent_on === null)
    throw new Refusal('declaration.not-sent', `${row.reference} was not sent`, { reference: row.reference })
  return { ...row, sent_on: row.sent_on }
}

const sourceOf = (id: string): string => `declaration:${id}`

/** The day of sending counts (domain 2.9); from then on limitation is interrupted until the procedure is closed. */
export const recordSent = async (
  ctx: CommandContext,
  { id, day, channel, registeredNumber }: { id: string; day: Day; channel: Channel; registeredNumber: string },
): Promise<Declaration> => {
  const row = await living(ctx, id)
  if (row.sent_on !== null)
    throw new Refusal('declaration.sent', `sent on ${row.sent_on} already`, { day: row.sent_on })
  refuseDay(ctx, day, row.judgment)
  await updateDeclaration(ctx.db, id, { sent_on: day, sent_by: ctx.user, channel, registered_number: registeredNumber })
  await keepAct(ctx, {
    customerId: row.customer_id,
    itemIds: await itemsOfDeclaration(ctx.db, id),
    whole: false,
    kind: 'declaration',
    day,
    until: null,
    note: row.reference,
    documentId: row.document_id,
    source: sourceOf(id),
  })
  return tell(ctx, id)
}

export const recordReceipt = async (
  ctx: CommandContext,
  { id, day, documentId }: { id: string; day: Day; documentId: string | null },
): Promise<Declaration> => {
  const row = await sent(ctx, id)
  refuseDay(ctx, day, row.sent_on)
  if (documentId !== null) await readDocument(ctx, documentId)
  await updateDeclaration(ctx.db, id, { received_on: day, receipt_id: documentId })
  return tell(ctx, id)
}

type Outcome = {
  id: string
  day: Day
  admitted: number
  contested: number
  rejected: number
  contestedOn: Day | null
  note: string
}

/** What became of the claim; the three parts make its total. It can be told again as the procedure goes on. */
export const recordOutcome = async (ctx: CommandContext, input: Outcome): Promise<Declaration> => {
  const { id, day, admitted, contested, rejected, contestedOn, note } = input
  const row = await sent(ctx, id)
  refuseDay(ctx, day, row.sent_on)
  if (contestedOn !== null) refuseDay(ctx, contestedOn, row.sent_on)
  const sum = admitted + contested + rejected
  if (sum !== row.total)
    throw new Refusal('declaration.amounts-differ', `the parts make ${sum}, the claim ${row.total}`, {
      sum,
      total: row.total,
      currency: row.currency,
    })
  await updateDeclaration(ctx.db, id, {
    outcome_on: day,
    admitted,
    contested,
    rejected,
    contested_on: contestedOn ?? row.contested_on ?? (contested > 0 ? day : null),
    outcome_note: note,
  })
  return tell(ctx, id)
}

export const recordAnswer = async (ctx: CommandContext, id: string, day: Day): Promise<Declaration> => {
  const row = await sent(ctx, id)
  if (row.contested_on === null)
    throw new Refusal('declaration.not-contested', 'nothing of it is contested', { reference: row.reference })
  refuseDay(ctx, day, row.contested_on)
  await updateDeclaration(ctx.db, id, { answered_on: day })
  return tell(ctx, id)
}

export const cancelDeclaration = async (ctx: CommandContext, id: string, reason: string): Promise<Declaration> => {
  await living(ctx, id)
  await updateDeclaration(ctx.db, id, { cancelled_on: ctx.today, cancelled_by: ctx.user, cancelled_because: reason })
  await withdrawActOf(ctx, sourceOf(id), reason)
  return tell(ctx, id)
}
