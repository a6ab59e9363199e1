import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { groupMembers, groupNamed, type MemberRow, replaceMembers, upsertGroup } from './groups.repository.ts'
import type { Group } from './limits.contract.ts'

type Reading = Pick<QueryContext, 'db'>

/** Customers that share a limit. */
export type CustomerGroup = { id: string; name: string; members: readonly string[] }

const toGroups = (rows: readonly MemberRow[]): Group[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].map((members) => ({
    id: members[0]?.id ?? '',
    name: members[0]?.name ?? '',
    note: members[0]?.note ?? '',
    members: members.flatMap(({ customer_id, customer_code, customer_name }) =>
      customer_id === null ? [] : [{ id: customer_id, code: customer_code ?? '', name: customer_name ?? '' }],
    ),
  }))

export const listGroups = async (ctx: Reading): Promise<Group[]> => toGroups(await groupMembers(ctx.db))

/** The groups that customers belong to, each with all its members; every group where no customers are named. */
export const groupsAround = async (ctx: Reading, customerIds?: readonly string[]): Promise<CustomerGroup[]> =>
  toGroups(await groupMembers(ctx.db, { customerIds })).map(({ id, name, members }) => ({
    id,
    name,
    members: members.map((member) => member.id),
  }))

/** A group by its id; refuses `not-found`. */
export const readGroup = async (ctx: Reading, id: string): Promise<Group> => {
  const [group] = toGroups(await groupMembers(ctx.db, { id }))
  if (!group) throw new Refusal('not-found', 'no such group', { id })
  return group
}

type Saving = { id?: string | undefined; name: string; note: string; members: string[] }

/** Makes a group or changes it. Refuses `group.name-used`, and `not-found` for a customer the book does not have. */
export const saveGroup = async (ctx: CommandContext, { id, name, note, members }: Saving): Promise<Group> => {
  if (id !== undefined) await readGroup(ctx, id)
  const other = await groupNamed(ctx.db, name)
  if (other && other.id !== id) throw new Refusal('group.name-used', `there is a group ${name} already`, { name })
  for (const member of members) await readCustomer(ctx, member)
  const groupId = id ?? uuidv7()
  await upsertGroup(ctx.db, { id: groupId, name, note })
  await replaceMembers(ctx.db, groupId, members)
  return readGroup(ctx, groupId)
}
