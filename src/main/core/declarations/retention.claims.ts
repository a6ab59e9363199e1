import { uuidv7 } from 'uuidv7'
import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument, readDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { fileNameOf } from '../letters/letter.parties.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import type { Officer } from './declarations.contract.ts'
import { procedureOf, type Reading, tellOfficer } from './declarations.draw.ts'
import { nextReference, officersOf } from './declarations.repository.ts'
import type { RetentionClaimTable } from './declarations.table.ts'
import { retentionLetter } from './retention.letter.ts'
import { findClaim, goodsOfClaims, insertClaim, updateClaim } from './retention.repository.ts'
import type { Answer, RetentionClaim, RetentionOutcome } from './retention.schema.ts'
import { retentionOf, tellClaim } from './retention.service.ts'

type Choosing = { customerId: string; goodsIds?: readonly string[] | undefined }

/**
 * Chooses what is claimed. Refuses goods that cannot be, with the reason; none left; and a claim after the three months,
 * unless the contract is published (C. com. L624-9, L624-10).
 */
const chooseGoods = async (ctx: Reading, { customerId, goodsIds }: Choosing) => {
  const procedure = await procedureOf(ctx, customerId)
  const { goods, clauses } = await retentionOf(ctx, customerId)
  const wanted =
    goodsIds === undefined
      ? goods.filter((one) => one.claims !== null && one.claimId === null)
      : goods.filter(({ id }) => goodsIds.includes(id))
  const wrong = wanted.find(({ claims }) => claims === null)
  if (wrong)
    throw new Refusal(`retention.${wrong.reason ?? 'no-clause'}`, `${wrong.description}: ${wrong.reason}`, {
      description: wrong.description,
    })
  const twice = wanted.find(({ claimId }) => claimId !== null)
  if (twice)
    throw new Refusal('retention.goods-claimed', 'these goods are claimed already', { description: twice.description })
  if (wanted.length === 0)
    throw new Refusal('retention.nothing-to-claim', 'no goods can be claimed', { id: customerId })
  const deadline = procedure.deadlines.find(({ code }) => code === 'retention')
  const last = deadline ? (deadline.extended ?? deadline.on) : null
  const published = wanted.every(({ clauseId }) => clauses.find(({ id }) => id === clauseId)?.published)
  if (last !== null && last < ctx.today && !published)
    throw new Refusal('retention.too-late', `the three months ended on ${last}`, { day: last })
  return { procedure, goods: wanted, clauses, deadline: published ? null : last }
}

/** To the administrator, else in a liquidation to the liquidator, else to the debtor with a copy to the representative. */
const addressees = (officers: readonly Officer[]) => {
  const of = (role: Officer['role']) => officers.find((officer) => officer.role === role) ?? null
  return { officer: of('administrator') ?? of('liquidator'), copyTo: of('representative') }
}

const draw = async (ctx: QueryContext, input: Choosing) => {
  const chosen = await chooseGoods(ctx, input)
  const company = await requireCompany(ctx)
  const customer = await readCustomer(ctx, input.customerId)
  const { insolvency, judgment } = chosen.procedure
  const opening = insolvency.opening ?? insolvency.event
  const reference = await nextReference(ctx.db, 'retention_claim', `RP-${ctx.today.slice(0, 4)}-`)
  const { officer, copyTo } = addressees((await officersOf(ctx.db, input.customerId)).map(tellOfficer))
  const deed = retentionLetter({
    procedure: { procedure: insolvency.kind, court: opening.court, judgment, publishedOn: opening.publishedOn },
    officer,
    copyTo,
    goods: chosen.goods,
    clauses: chosen.clauses,
    reference,
    customer,
    company,
    logo: await readLogo(ctx, company),
    today: ctx.today,
  })
  const name = fileNameOf(reference, customer.name)
  const bytes = typesetterOf(ctx.ports).deedPdf(deed)
  return { ...chosen, judgment, publishedOn: opening.publishedOn, reference, officer, customer, name, deed, bytes }
}

export const previewRetention = async (ctx: QueryContext, input: Choosing) => {
  const { name, deed, bytes } = await draw(ctx, input)
  const pages = typesetterOf(ctx.ports).deedSvg(deed)
  return { name, pages, file: new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }) }
}

const readClaim = async (ctx: Pick<QueryContext, 'db'>, id: string): Promise<RetentionClaimTable> => {
  const row = await findClaim(ctx.db, id)
  if (!row) throw new Refusal('not-found', 'no such claim', { id })
  return row
}

const tellClaimOf = async (ctx: Pick<QueryContext, 'db'>, id: string): Promise<RetentionClaim> =>
  tellClaim(await readClaim(ctx, id), await goodsOfClaims(ctx.db, [id]))

export const prepareRetention = async (ctx: CommandContext, input: Choosing): Promise<RetentionClaim> => {
  const { goods, deadline, judgment, publishedOn, reference, officer, customer, name, bytes } = await draw(ctx, input)
  const document = await keepDocument(ctx, name, 'application/pdf', bytes)
  const id = uuidv7()
  await insertClaim(
    ctx.db,
    {
      id,
      reference,
      customer_id: input.customerId,
      judgment,
      published_on: publishedOn,
      deadline,
      addressee: JSON.stringify(officer ?? { name: customer.name }),
      details: JSON.stringify({ goods }),
      document_id: document.id,
      prepared_on: ctx.today,
      prepared_at: ctx.now,
      prepared_by: ctx.user,
      sent_on: null,
      sent_by: '',
      registered_number: '',
      received_on: null,
      receipt_id: null,
      answer: null,
      answered_on: null,
      judge_on: null,
      outcome: null,
      outcome_on: null,
      note: '',
      cancelled_on: null,
      cancelled_by: '',
      cancelled_because: '',
    },
    goods.flatMap(({ id: goodsId, claims }) => (claims === null ? [] : [{ id: goodsId, claims }])),
  )
  return tellClaimOf(ctx, id)
}

const living = async (ctx: CommandContext, id: string, day: Day, from: 'prepared' | 'sent') => {
  const row = await readClaim(ctx, id)
  if (row.cancelled_on !== null)
    throw new Refusal('retention.cancelled', `cancelled on ${row.cancelled_on}`, { day: row.cancelled_on })
  if (from === 'sent' && row.sent_on === null)
    throw new Refusal('retention.not-sent', `${row.reference} was not sent`, { reference: row.reference })
  if (day > ctx.today || day < (row.sent_on ?? row.judgment))
    throw new Refusal('retention.day-invalid', `${day} does not fit`, { day })
  return row
}

export const recordRetentionSent = async (
  ctx: CommandContext,
  { id, day, registeredNumber }: { id: string; day: Day; registeredNumber: string },
) => {
  const row = await living(ctx, id, day, 'prepared')
  if (row.sent_on !== null) throw new Refusal('retention.sent', `sent on ${row.sent_on} already`, { day: row.sent_on })
  await updateClaim(ctx.db, id, { sent_on: day, sent_by: ctx.user, registered_number: registeredNumber })
  return tellClaimOf(ctx, id)
}

export const recordRetentionReceipt = async (
  ctx: CommandContext,
  { id, day, documentId }: { id: string; day: Day; documentId: string | null },
) => {
  await living(ctx, id, day, 'sent')
  if (documentId !== null) await readDocument(ctx, documentId)
  await updateClaim(ctx.db, id, { received_on: day, receipt_id: documentId })
  return tellClaimOf(ctx, id)
}

export const recordRetentionAnswer = async (
  ctx: CommandContext,
  { id, day, answer, note }: { id: string; day: Day; answer: Answer; note: string },
) => {
  await living(ctx, id, day, 'sent')
  await updateClaim(ctx.db, id, { answer, answered_on: day, note })
  return tellClaimOf(ctx, id)
}

export const recordRetentionJudge = async (ctx: CommandContext, id: string, day: Day) => {
  await living(ctx, id, day, 'sent')
  await updateClaim(ctx.db, id, { judge_on: day })
  return tellClaimOf(ctx, id)
}

export const recordRetentionOutcome = async (
  ctx: CommandContext,
  { id, day, outcome, note }: { id: string; day: Day; outcome: RetentionOutcome; note: string },
) => {
  await living(ctx, id, day, 'sent')
  await updateClaim(ctx.db, id, { outcome, outcome_on: day, ...(note === '' ? {} : { note }) })
  return tellClaimOf(ctx, id)
}

export const cancelRetention = async (ctx: CommandContext, id: string, reason: string) => {
  const row = await readClaim(ctx, id)
  if (row.cancelled_on !== null)
    throw new Refusal('retention.cancelled', `cancelled on ${row.cancelled_on}`, { day: row.cancelled_on })
  await updateClaim(ctx.db, id, { cancelled_on: ctx.today, cancelled_by: ctx.user, cancelled_because: reason })
  return tellClaimOf(ctx, id)
}
