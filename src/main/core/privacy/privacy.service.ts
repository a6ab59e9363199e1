import { outstandingCharges } from '../charges/charges.ledger.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, ErrandContext, QueryContext } from '../kernel/context.ts'
import type { Secret } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { listDue, periodsOf, standingOf } from './due.ts'
import { type Aim, entriesTouched, eraseIn, filesTouched, identityOf, isTouched, partsOf } from './erase.ts'
import { exportCustomer } from './export.ts'
import { mentionsOf } from './mentions.ts'
import type { Erasure, ErasureKind, Hindrance, privacyContract } from './privacy.contract.ts'
import {
  countRows,
  deletePeriod,
  isErased,
  listErasures,
  markCompacted,
  slipsOf,
  writePeriod,
} from './privacy.repository.ts'
import { isConfirmed, PERIODS } from './privacy.rules.ts'

type Target = { customerId: string; kind: ErasureKind; contactId?: string | undefined }

const setPeriod = async (
  ctx: CommandContext,
  { kind, months, source }: Parameters<Handlers<typeof privacyContract>['setPeriod']>[1],
) => {
  if (months === null) {
    await deletePeriod(ctx.db, kind)
    return {}
  }
  const { least } = PERIODS[kind]
  if (months < least)
    throw new Refusal('privacy.period-below-law', `the law asks for ${least} months at least`, { months: least })
  if (source === '') throw new Refusal('privacy.source-missing', 'a period needs its source')
  await writePeriod(ctx.db, { kind, months, source, set_on: ctx.today, set_by: ctx.user })
  return {}
}

const aimOf = async (ctx: QueryContext, target: Target) => {
  const identity = await identityOf(ctx, { ...target, until: null })
  if (await isErased(ctx.db, target.customerId))
    throw new Refusal('privacy.erased-already', 'this customer is anonymised already', { id: target.customerId })
  const standing = await standingOf(ctx, target.customerId, target.kind)
  const aim: Aim = { ...target, until: standing.until }
  const charges = await hasOpenCharges(ctx, target)
  const hindrances: Hindrance[] = charges
    ? [...standing.hindrances, { kind: 'open-charges', count: 1, until: null }]
    : standing.hindrances
  return { aim, identity, hindrances, dueOn: standing.dueOn }
}

/** Interest or costs that were claimed and are neither paid nor waived. */
const hasOpenCharges = async (ctx: QueryContext, { customerId, kind }: Target): Promise<boolean> => {
  if (kind !== 'customer') return false
  const sums = await outstandingCharges(ctx, { asOf: ctx.today, customerIds: [customerId] })
  return (sums.get(customerId) ?? []).some(({ open }) => open > 0)
}

const preview = async (ctx: QueryContext, target: Target) => {
  const { aim, identity, hindrances, dueOn } = await aimOf(ctx, target)
  const tables: { table: string; rows: number }[] = []
  for (const part of partsOf(aim)) {
    const rows = isTouched(part) ? await countRows(ctx.db, part, { customerId: aim.customerId, until: aim.until }) : 0
    if (rows > 0) tables.push({ table: part.table, rows })
  }
  if (aim.kind === 'contact') tables.push({ table: 'contact', rows: 1 })
  const slips = aim.kind === 'customer' ? await slipsOf(ctx.db, aim.customerId) : []
  const { id, code, name } = identity.customer
  return {
    customer: { id, code, name },
    confirmation: identity.name,
    until: aim.until,
    tables,
    documents: (await filesTouched(ctx, aim)).size,
    entries: await entriesTouched(ctx, aim, identity.needles),
    slips: slips.filter(({ alone }) => alone === 0).length,
    mentions: await mentionsOf(ctx.db, aim.customerId, identity.needles),
    hindrances,
    dueOn,
    contacts: identity.contacts.map((contact) => ({ id: contact.id, name: contact.name })),
  }
}

async function* erase(
  ctx: ErrandContext,
  { confirmation, reason, ...target }: Target & { confirmation: Secret; reason: 'retention' | 'request' },
) {
  const { aim, identity, hindrances, dueOn } = await aimOf(ctx, target)
  if (hindrances.length > 0)
    throw new Refusal('privacy.hindered', 'something is under way, or the law asks to keep it', { hindrances })
  if (reason === 'retention' && (dueOn === null || dueOn > ctx.today))
    throw new Refusal('privacy.not-due', 'the retention period is not over', { dueOn })
  if (!isConfirmed(confirmation.reveal(), identity.name))
    throw new Refusal('privacy.confirmation-differs', 'what was typed is not the name')
  yield { step: 'privacy.erase', done: 0, total: 2 }
  const id = await ctx.commit((writing) => eraseIn(writing, aim, reason), 'untold')
  yield { step: 'privacy.compact', done: 1, total: 2 }
  await compactNow(ctx)
  const mentions = await mentionsOf(ctx.db, aim.customerId, identity.needles)
  const erasure = (await erasuresOf(ctx)).find((one) => one.id === id) as Erasure
  return { erasure, mentions }
}

/** The erasure stands whatever happens here: until the file could be written anew it is told as not complete. */
const compactNow = async (ctx: ErrandContext): Promise<boolean> => {
  const complete = await ctx.compact().catch(() => false)
  if (complete) await ctx.commit((writing) => markCompacted(writing.db, ctx.now))
  return complete
}

async function* compact(ctx: ErrandContext) {
  yield { step: 'privacy.compact', done: 0, total: 1 }
  return { complete: await compactNow(ctx) }
}

const erasuresOf = async (ctx: Pick<QueryContext, 'db'>): Promise<Erasure[]> =>
  (await listErasures(ctx.db)).map(({ customer_id, code, name, under_way: _, compacted_at, ...erasure }) => ({
    ...erasure,
    reason: erasure.reason as Erasure['reason'],
    customer: { id: customer_id, code, name },
    complete: compacted_at !== null,
  }))

export const privacyCalls: Handlers<typeof privacyContract> = {
  periods: async (ctx) => ({ periods: await periodsOf(ctx) }),
  setPeriod,
  due: listDue,
  preview,
  erase,
  compact,
  erasures: async (ctx) => ({ erasures: await erasuresOf(ctx) }),
  export: exportCustomer,
}
