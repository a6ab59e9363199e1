import { worthOn } from '../exchange/exchange.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { documentsWanted } from '../recommendations/documents.wanted.ts'
import type { Application, ReferenceAnswer } from './applications.contract.ts'
import {
  type ApplicationRecord,
  type ApplicationSelection,
  listApplications,
  referencesOf,
} from './applications.repository.ts'
import { referenceMark, referenceScore, stateOf } from './applications.rules.ts'
import type { TradeReferenceTable } from './applications.table.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const tellReference = (row: TradeReferenceTable): Application['references'][number] => {
  const answer = row.answer === null ? null : (JSON.parse(row.answer) as ReferenceAnswer)
  return {
    id: row.id,
    supplier: row.supplier,
    contact: row.contact,
    askedOn: row.asked_on,
    answer,
    score: answer && referenceMark(answer.daysBeyondTerms),
  }
}

/** Rows with what the policy wants for the amount asked, at the rate of the working day; an amount without a rate wants what zero does. */
const tell = async (ctx: Reading, records: readonly ApplicationRecord[]): Promise<Application[]> => {
  const { content } = await policyInForce(ctx)
  const { worth } = await worthOn(ctx, ctx.today)
  const wanted = await documentsWanted(
    ctx,
    content.credit,
    records.map(({ customer_id, asked, currency }) => ({
      customerId: customer_id,
      amount: worth(asked, currency) ?? 0,
    })),
    ctx.today,
  )
  const ids = records.map(({ id }) => id)
  const references = Map.groupBy(await referencesOf(ctx.db, ids), (row) => row.application_id)
  return records.map((record, place) => {
    const own = (references.get(record.id) ?? []).map(tellReference)
    return {
      id: record.id,
      customerId: record.customer_id,
      customerCode: record.customer_code,
      customerName: record.customer_name,
      receivedOn: record.received_on,
      currency: record.currency,
      asked: record.asked,
      purchases: record.purchases,
      terms: record.terms,
      applicant: record.applicant,
      capacity: record.capacity,
      note: record.note,
      state: stateOf(record.dropped_on, record.review_state),
      reviewId: record.review_id,
      wanted: wanted[place] ?? [],
      references: own,
      referenceScore: referenceScore(own.flatMap(({ answer }) => answer ?? [])),
      documentId: record.document_id,
      documentName: record.document_name,
      recordedBy: record.recorded_by,
      dropped:
        record.dropped_on === null
          ? null
          : { on: record.dropped_on, by: record.dropped_by, because: record.dropped_because },
    }
  })
}

/** Applications of a selection, those under way first, then the newest. */
export const applicationsOf = async (
  ctx: Reading,
  selection: ApplicationSelection,
  page: { offset: number; limit: number },
): Promise<Application[]> => tell(ctx, await listApplications(ctx.db, selection, page))

export const readApplication = async (ctx: Reading, id: string): Promise<Application> => {
  const [application] = await applicationsOf(ctx, { id, show: 'all' }, { offset: 0, limit: 1 })
  if (!application) throw new Refusal('not-found', 'no such application', { id })
  return application
}

/** Refuses one that is decided or set aside. */
export const refuseClosed = (application: Application): Application => {
  if (application.state === 'decided' || application.state === 'dropped')
    throw new Refusal('application.closed', 'the application is closed', { state: application.state })
  return application
}

export const readUnderWay = async (ctx: Reading, id: string): Promise<Application> =>
  refuseClosed(await readApplication(ctx, id))
