import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { accountsOn } from '../statements/statements.service.ts'
import { SPACES_LIMIT, type SpaceChoice, type SpaceRow, type spacesContract } from './spaces.contract.ts'
import { filesMade, forgetMade, publishSpace, publishSpaces } from './spaces.publish.ts'
import { countSpaces, listSpaces, openUntil, type SpaceRecord, updateSpace } from './spaces.repository.ts'

const toRow = (record: SpaceRecord, today: Day): SpaceRow => ({
  id: record.id,
  number: record.number,
  customerId: record.customer_id,
  customerCode: record.customer_code,
  customerName: record.customer_name,
  asOf: record.as_of,
  until: record.until,
  state: record.withdrawn_on ? 'withdrawn' : record.until < today ? 'expired' : 'open',
  language: record.language,
  holds: JSON.parse(record.holds),
  went: record.went,
  recipient: record.recipient,
  fileName: record.file_name,
  size: record.size,
  sha256: record.sha256,
  publishedOn: record.published_on,
  publishedBy: record.published_by,
  withdrawnOn: record.withdrawn_on,
  withdrawnBy: record.withdrawn_by,
  withdrawnBecause: record.withdrawn_because,
})

type Reading = Pick<QueryContext, 'db' | 'today'>

const recordOf = async (ctx: Reading, id: string): Promise<SpaceRecord> => {
  const [record] = await listSpaces(ctx.db, { id, show: 'all', search: '', today: ctx.today }, { offset: 0, limit: 1 })
  if (!record) throw new Refusal('not-found', 'no such space', { id })
  return record
}

/** A space as it stands on the working day; refuses `not-found`. */
export const readSpace = async (ctx: Reading, id: string): Promise<SpaceRow> =>
  toRow(await recordOf(ctx, id), ctx.today)

/**
 * What answers from a space are checked and opened with: public key (SPKI) and AES key, base64; empty where it takes none.
 * Refuses `not-found`.
 */
export const answerKeysOf = async (ctx: Reading, id: string) => {
  const record = await recordOf(ctx, id)
  return { space: toRow(record, ctx.today), publicKey: record.public_key, sealingKey: record.sealing_key }
}

const chosenBy = async (ctx: Reading, { show, ...choice }: SpaceChoice) =>
  accountsOn(ctx, { ...choice, show, asOf: ctx.today, kind: 'open', from: null })

const withdraw = async (ctx: CommandContext, id: string, reason: string): Promise<SpaceRow> => {
  const { state } = await readSpace(ctx, id)
  if (state === 'withdrawn') throw new Refusal('space.withdrawn', 'withdrawn already', { id })
  await updateSpace(ctx.db, id, { withdrawn_on: ctx.today, withdrawn_by: ctx.user, withdrawn_because: reason })
  return readSpace(ctx, id)
}

export const spacesCalls: Handlers<typeof spacesContract> = {
  publish: async (ctx, input) => {
    const { id, ...made } = await publishSpace(ctx, input)
    return { space: await readSpace(ctx, id), ...made }
  },
  choose: async (ctx, { offset, limit, ...choice }) => {
    const all = await chosenBy(ctx, choice)
    const until = await openUntil(ctx.db, ctx.today)
    return {
      total: all.length,
      byMail: all.filter(({ byMail }) => byMail).length,
      customers: all.slice(offset, offset + limit).map(({ without: _without, byPost: _byPost, ...customer }) => ({
        ...customer,
        openUntil: until.get(customer.customerId) ?? null,
      })),
    }
  },
  publishMany: async function* (ctx, { holds, until, as, except, ...choice }) {
    const out = new Set(except)
    const ids = (await chosenBy(ctx, choice)).flatMap(({ customerId }) => (out.has(customerId) ? [] : [customerId]))
    if (ids.length === 0) throw new Refusal('space.nobody', 'nobody fits the choice')
    if (ids.length > SPACES_LIMIT)
      throw new Refusal('space.too-many', `${ids.length} at once`, { count: ids.length, limit: SPACES_LIMIT })
    return yield* publishSpaces(ctx, ids, { holds, until, as })
  },
  files: (ctx, { id, what }) => filesMade(ctx, id, what),
  forget: (ctx, { id }) => {
    forgetMade(ctx, id)
    return {}
  },
  list: async (ctx, { offset, limit, ...rest }) => {
    const selection = { ...rest, today: ctx.today }
    const records = await listSpaces(ctx.db, selection, { offset, limit })
    return {
      total: await countSpaces(ctx.db, selection),
      spaces: records.map((record) => toRow(record, ctx.today)),
    }
  },
  withdraw: (ctx, { id, reason }) => withdraw(ctx, id, reason),
}
