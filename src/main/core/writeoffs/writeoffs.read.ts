import { requireCompany } from '../company/company.service.ts'
import { disputedAsOf } from '../disputes/disputes.service.ts'
import { handedOutside } from '../handovers/handovers.service.ts'
import { plansInForce } from '../instalments/instalments.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { promisesInForce } from '../promises/promises.service.ts'
import {
  type DocumentRecord,
  documentsOf,
  itemsOf,
  lastLetters,
  listRecoveries,
  listWriteOffs,
  type RecoveredItem,
  type RecoveryRecord,
  recoveredItems,
  type WriteOffRecord,
  type WrittenItem,
} from './writeoffs.repository.ts'
import { approvalOf, daysLeft, taxDeadline, taxStateOf } from './writeoffs.rules.ts'
import type { Recovery, TaxStanding, Warning, WriteOff } from './writeoffs.schema.ts'

export type Reading = Pick<QueryContext, 'db' | 'today' | 'user'>

/** Countries whose rule on the VAT of bad debts is known here. */
const TAX_RULES: ReadonlySet<string> = new Set(['FR', 'MC'])

const toRecovery = (row: RecoveryRecord, items: readonly RecoveredItem[]): Recovery => ({
  id: row.id,
  writeOffId: row.write_off_id,
  reference: row.reference,
  customerId: row.customer_id,
  customerName: row.customer_name,
  currency: row.currency,
  day: row.day,
  by: row.by,
  kind: row.kind,
  reason: row.reason,
  receiptNumber: row.receipt_number,
  amount: sumOf(items.map(({ amount }) => amount)),
  tax: items.some(({ tax }) => tax === null) ? null : sumOf(items.map(({ tax }) => tax ?? 0)),
  items: items.map(({ item_id, number, amount }) => ({ itemId: item_id, number, amount })),
})

export const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0)

/** Recoveries with their items, the latest first. */
export const tellRecoveries = async (
  ctx: Pick<QueryContext, 'db'>,
  selection: Parameters<typeof listRecoveries>[1],
): Promise<Recovery[]> => {
  const rows = await listRecoveries(ctx.db, selection)
  const items = Map.groupBy(
    await recoveredItems(
      ctx.db,
      rows.map(({ id }) => id),
    ),
    (item) => item.recovery_id,
  )
  return rows.map((row) => toRecovery(row, items.get(row.id) ?? []))
}

/** What whoever decides should know, by item. */
const knownOf = async (ctx: Reading) => {
  const [disputed, plans, promises, outside] = [
    await disputedAsOf(ctx, ctx.today),
    await plansInForce(ctx, ctx.today),
    await promisesInForce(ctx, ctx.today),
    await handedOutside(ctx, ctx.today),
  ]
  return ({ item_id: itemId, number, amount, open, due, insured }: WrittenItem): Warning[] => {
    const told = (kind: Warning['kind'], much: Minor | null = null): Warning => ({ kind, itemId, number, amount: much })
    const contested = disputed.get(itemId) ?? 0
    return [
      ...(open < amount ? [told('above-open', open)] : []),
      ...(contested > 0 ? [told('disputed', contested)] : []),
      ...(plans.has(itemId) ? [told('in-plan')] : []),
      ...(promises.has(itemId) ? [told('promised')] : []),
      ...(outside.has(itemId) ? [told('handed-over')] : []),
      ...(due > ctx.today ? [told('not-due')] : []),
      ...(insured !== null ? [told('insured', insured)] : []),
    ]
  }
}

const taxOfRow = (
  row: WriteOffRecord,
  items: readonly WrittenItem[],
  documents: readonly DocumentRecord[],
  { applies, today }: { applies: boolean; today: Day },
): TaxStanding => {
  const tax = items.some((item) => item.tax === null)
    ? null
    : sumOf(items.map((item) => (item.tax ?? 0) - item.recovered_tax))
  const notice = documents.findLast(({ kind }) => kind === 'vat-notice')
  const facts = {
    state: row.state,
    applies,
    due: row.tax_due,
    tax,
    definitiveOn: row.definitive_on,
    noticeOn: notice?.day ?? null,
    claimedOn: row.tax_claimed_on,
  }
  const deadline = row.definitive_on === null ? null : taxDeadline(row.definitive_on)
  return {
    state: taxStateOf(facts, today),
    due: row.tax_due,
    tax,
    definitiveOn: row.definitive_on,
    ground: row.definitive_ground,
    deadline,
    daysLeft: daysLeft(deadline, today),
    noticeId: notice?.document_id ?? null,
    noticeOn: facts.noticeOn,
    noticeSentOn: row.notice_sent_on,
    claimedOn: row.tax_claimed_on,
  }
}

/** Write-offs as they stand on the working day, for the acting person. */
export const tellWriteOffs = async (ctx: Reading, rows: readonly WriteOffRecord[]): Promise<WriteOff[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [items, documents] = [
    Map.groupBy(await itemsOf(ctx.db, ids, ctx.today), (item) => item.write_off_id),
    Map.groupBy(await documentsOf(ctx.db, ids), (document) => document.write_off_id),
  ]
  const recoveries = Map.groupBy(await tellRecoveries(ctx, { writeOffIds: ids }), ({ writeOffId }) => writeOffId)
  const { content } = await policyInForce(ctx)
  const waiting = rows.some(({ state }) => state === 'proposed')
  const warningsOf = waiting ? await knownOf(ctx) : null
  const letters = waiting
    ? await lastLetters(
        ctx.db,
        [...items.values()].flat().map(({ item_id }) => item_id),
      )
    : []
  const applies = TAX_RULES.has((await requireCompany(ctx)).country)
  return rows.map((row): WriteOff => {
    const own = items.get(row.id) ?? []
    const papers = documents.get(row.id) ?? []
    const proposed = row.state === 'proposed'
    const approval = approvalOf(
      { losses: content.losses, deputies: content.credit.deputies },
      { worth: row.worth, proposedBy: row.proposed_by },
      ctx.user,
      ctx.today,
    )
    return {
      id: row.id,
      reference: row.reference,
      customerId: row.customer_id,
      customerCode: row.customer_code,
      customerName: row.customer_name,
      currency: row.currency,
      amount: row.amount,
      worth: row.worth,
      recovered: sumOf(own.map(({ recovered }) => recovered)),
      reason: row.reason,
      note: row.note,
      state: row.state,
      proposedOn: row.proposed_on,
      proposedBy: row.proposed_by,
      answeredOn: row.answered_on,
      answeredBy: row.answered_by,
      answeredFor: row.answered_for,
      answer: row.answer,
      day: row.day,
      items: own.map((item) => ({
        itemId: item.item_id,
        number: item.number,
        kind: item.kind,
        issued: item.issued,
        due: item.due,
        invoiced: item.invoiced,
        open: item.open,
        amount: item.amount,
        tax: item.tax,
        taxSource: item.tax_source,
        taxRate: item.tax_rate,
        recovered: item.recovered,
        creditNumber: item.credit_number,
      })),
      tax: taxOfRow(row, own, papers, { applies, today: ctx.today }),
      documents: papers.map(({ document_id, name, kind, day, by }) => ({
        documentId: document_id,
        name,
        kind,
        day,
        by,
      })),
      recoveries: recoveries.get(row.id) ?? [],
      warnings: proposed && warningsOf ? own.flatMap(warningsOf) : [],
      earliest: proposed ? earliestOf(own, letters) : null,
      anyone: approval.anyone,
      approvers: approval.people,
      standing: proposed ? approval.standing : 'answered',
    }
  })
}

/** The first day a proposal can be booked: none of its items is claimed by a letter of a later day. */
const earliestOf = (items: readonly WrittenItem[], letters: readonly { itemId: string; day: Day }[]): Day | null => {
  const own = new Set(items.map(({ item_id }) => item_id))
  return letters
    .filter(({ itemId }) => own.has(itemId))
    .reduce<Day | null>((latest, { day }) => (latest === null ? day : maxDay(latest, day)), null)
}

export const readRecord = async (ctx: Pick<QueryContext, 'db'>, id: string): Promise<WriteOffRecord> => {
  const [row] = await listWriteOffs(ctx.db, { ids: [id] })
  if (!row) throw new Refusal('not-found', 'no such write-off', { id })
  return row
}

/** One write-off as it stands on the working day; refuses `not-found`. */
export const readWriteOff = async (ctx: Reading, id: string): Promise<WriteOff> => {
  const [told] = await tellWriteOffs(ctx, [await readRecord(ctx, id)])
  return told as WriteOff
}
