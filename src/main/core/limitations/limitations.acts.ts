import { uuidv7 } from 'uuidv7'
import { readDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type ActKind, actKinds, type NoActKind, type RecordedAct } from './limitations.contract.ts'
import { readRegimes, regimeFor } from './limitations.gather.ts'
import {
  type ActRecord,
  actsOfCustomer,
  type DebtRecord,
  debtsOf,
  findAct,
  findActBySource,
  insertAct,
  itemsOfActs,
  segmentOf,
  updateAct,
} from './limitations.repository.ts'
import { ACTS } from './regimes.rules.ts'

const tell = (act: ActRecord, items: readonly { actId: string; itemId: string; number: string }[]): RecordedAct => ({
  id: act.id,
  customerId: act.customer_id,
  kind: act.kind,
  day: act.day,
  until: act.until,
  whole: act.whole === 1,
  items: items.filter(({ actId }) => actId === act.id).map(({ itemId, number }) => ({ itemId, number })),
  note: act.note,
  documentId: act.document_id,
  documentName: act.document_name,
  fromElsewhere: act.source !== '',
  by: act.by,
  withdrawn: act.withdrawn_on ? { on: act.withdrawn_on, by: act.withdrawn_by, because: act.withdrawn_because } : null,
})

/** Acts recorded of a customer, the newest first; withdrawn ones too, told as such. */
export const actsOf = async (ctx: Pick<QueryContext, 'db'>, customerId: string): Promise<RecordedAct[]> => {
  const acts = await actsOfCustomer(ctx.db, customerId)
  const items = await itemsOfActs(
    ctx.db,
    acts.map(({ id }) => id),
  )
  return acts.map((act) => tell(act, items))
}

const readAct = async (ctx: Pick<QueryContext, 'db'>, id: string): Promise<ActRecord> => {
  const act = await findAct(ctx.db, id)
  if (!act) throw new Refusal('not-found', 'no such act', { id })
  return act
}

const tellAct = async (ctx: Pick<QueryContext, 'db'>, id: string): Promise<RecordedAct> =>
  tell(await readAct(ctx, id), await itemsOfActs(ctx.db, [id]))

export type NewAct = {
  customerId: string
  /** None: everything that was owed on the day. */
  itemIds: readonly string[]
  kind: ActKind | NoActKind
  day: Day
  until: Day | null
  note: string
  documentId: string | null
}

const isAct = (kind: ActKind | NoActKind): kind is ActKind => (actKinds as readonly string[]).includes(kind)

/** What has no effect on limitation is refused by name: a reminder, a formal notice, a promise by telephone. */
const refuseWithoutEffect = async (ctx: CommandContext, { kind, customerId }: NewAct): Promise<ActKind> => {
  if (!isAct(kind)) throw new Refusal(`limitation.${kind}`, `${kind} interrupts no limitation`, { kind })
  if (kind !== 'demand') return kind
  const segment = await segmentOf(ctx.db, customerId)
  const { regime } = regimeFor(await readRegimes(ctx), customerId, segment ?? '')
  if (!regime.demandCounts) throw new Refusal('limitation.demand', `no effect under ${regime.law}`, { law: regime.law })
  return kind
}

const refuseDays = (ctx: CommandContext, kind: ActKind, day: Day, until: Day | null): void => {
  const { lasts } = ACTS[kind]
  const wrong = [day, until].find((one) => one !== null && one > ctx.today)
  if (wrong) throw new Refusal('limitation.day-invalid', `${wrong} has not come yet`, { day: wrong })
  if (until !== null && (!lasts || until < day))
    throw new Refusal('limitation.day-invalid', `${kind} cannot end on ${until}`, { day: until })
}

/** The debts an act is of: begun by its day, and not settled before it. */
const debtsMeant = async (ctx: CommandContext, { customerId, itemIds, day }: NewAct): Promise<DebtRecord[]> => {
  const whole = itemIds.length === 0
  const debts = await debtsOf(ctx.db, customerId, whole ? null : [...new Set(itemIds)])
  const meant = ({ amount, customer_id, begun, settled_on }: DebtRecord) =>
    amount > 0 && customer_id === customerId && begun <= day && (settled_on === null || settled_on >= day)
  if (whole) {
    const owed = debts.filter(meant)
    if (owed.length === 0) throw new Refusal('limitation.nothing-owed', `nothing was owed on ${day}`, { day })
    return owed
  }
  const found = new Set(debts.map(({ id }) => id))
  const missing = itemIds.find((id) => !found.has(id))
  if (missing !== undefined) throw new Refusal('not-found', 'no such item', { id: missing })
  const wrong = debts.find((debt) => !meant(debt))
  if (wrong)
    throw new Refusal('limitation.item-invalid', `${wrong.number} was not owed on ${day}`, {
      number: wrong.number,
      day,
    })
  return debts
}

/**
 * Records an act of the debtor or of a court. Refuses what interrupts nothing, days to come, debts that were not owed that
 * day, and a written act without a document or words that tell where it is.
 */
export const recordAct = async (ctx: CommandContext, input: NewAct): Promise<RecordedAct> => {
  const kind = await refuseWithoutEffect(ctx, input)
  const { customerId, day, until, note, documentId } = input
  refuseDays(ctx, kind, day, until)
  if (ACTS[kind].written && documentId === null && note === '')
    throw new Refusal('limitation.proof-missing', `${kind} needs its document, or where it is kept`, { kind })
  if (documentId !== null) await readDocument(ctx, documentId)
  const debts = await debtsMeant(ctx, input)
  return keepAct(ctx, {
    customerId,
    itemIds: debts.map(({ id }) => id),
    whole: input.itemIds.length === 0,
    kind,
    day,
    until,
    note,
    documentId,
    source: '',
  })
}

/**
 * Keeps an act that another part of the program vouches for: a declared claim, a step of a procedure. `source` names it, for
 * `withdrawActOf` and `endActOf`; the same source twice is the same act.
 */
export const keepAct = async (
  ctx: CommandContext,
  act: Omit<NewAct, 'kind'> & { kind: ActKind; whole: boolean; source: string },
): Promise<RecordedAct> => {
  const known = act.source === '' ? undefined : await findActBySource(ctx.db, act.source)
  if (known) {
    await updateAct(ctx.db, known.id, {
      day: act.day,
      until: act.until,
      withdrawn_on: null,
      withdrawn_by: '',
      withdrawn_because: '',
    })
    return tellAct(ctx, known.id)
  }
  const id = uuidv7()
  await insertAct(
    ctx.db,
    {
      id,
      customer_id: act.customerId,
      kind: act.kind,
      day: act.day,
      until: act.until,
      whole: act.whole ? 1 : 0,
      note: act.note,
      document_id: act.documentId,
      source: act.source,
      at: ctx.now,
      by: ctx.user,
      withdrawn_on: null,
      withdrawn_by: '',
      withdrawn_because: '',
    },
    act.itemIds,
  )
  return tellAct(ctx, id)
}

/** Withdraws what a source vouched for; nothing where it never did. */
export const withdrawActOf = async (ctx: CommandContext, source: string, because: string): Promise<void> => {
  const act = await findActBySource(ctx.db, source)
  if (act) await updateAct(ctx.db, act.id, withdrawal(ctx, because))
}

const withdrawal = (ctx: CommandContext, because: string) => ({
  withdrawn_on: ctx.today,
  withdrawn_by: ctx.user,
  withdrawn_because: because,
})

const readOwnAct = async (ctx: CommandContext, id: string): Promise<ActRecord> => {
  const act = await readAct(ctx, id)
  if (act.source !== '') throw new Refusal('limitation.elsewhere', 'written by a procedure: change it there', { id })
  if (act.withdrawn_on)
    throw new Refusal('limitation.withdrawn', `withdrawn on ${act.withdrawn_on} already`, { day: act.withdrawn_on })
  return act
}

export const endAct = async (ctx: CommandContext, id: string, until: Day): Promise<RecordedAct> => {
  const act = await readOwnAct(ctx, id)
  refuseDays(ctx, act.kind, act.day, until)
  await updateAct(ctx.db, id, { until })
  return tellAct(ctx, id)
}

export const withdrawAct = async (ctx: CommandContext, id: string, because: string): Promise<RecordedAct> => {
  await readOwnAct(ctx, id)
  await updateAct(ctx.db, id, withdrawal(ctx, because))
  return tellAct(ctx, id)
}
