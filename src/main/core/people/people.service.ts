import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import type { peopleContract } from './people.contract.ts'
import { type Desk, permissionsOf } from './people.desk.ts'
import { drawPassword, keepPassword } from './people.password.ts'
import {
  allPeople,
  allRoles,
  deletePerson,
  deleteRole,
  findPerson,
  insertPerson,
  updatePerson,
  upsertRole,
  upsertSettings,
} from './people.repository.ts'
import { hasAdministrator, orderedPermissions } from './people.rules.ts'
import {
  changePassword,
  lock,
  signIn,
  signOut,
  stateOf,
  stillActive,
  toNamedRole,
  turnOff,
  turnOn,
} from './people.sign-in.ts'

export { Desk } from './people.desk.ts'

const personOf = async (ctx: CommandContext, id: string) => {
  const person = await findPerson(ctx.db, id)
  if (!person) throw new Refusal('not-found', 'no such person', { id })
  return person
}

const roleOf = async (ctx: Pick<QueryContext, 'db'> | Pick<CommandContext, 'db'>, id: string) => {
  const role = (await allRoles(ctx.db)).find((one) => one.id === id)
  if (!role) throw new Refusal('not-found', 'no such role', { id })
  return role
}

/** Within the transaction that would make it so: it is given up. */
const refuseIfNobodyIsLeft = async ({ db }: CommandContext): Promise<void> => {
  const [people, roles] = [await allPeople(db), await allRoles(db)]
  const holding = people.map(({ active, role_id }) => ({
    active: active === 1,
    permissions: permissionsOf(roles.find(({ id }) => id === role_id)?.permissions ?? null),
  }))
  if (!hasAdministrator(holding))
    throw new Refusal('people.last-administrator', 'nobody would be left who may administer the book')
}

const listPeople = async ({ db }: QueryContext) => {
  const roles = new Map((await allRoles(db)).map((role) => [role.id, toNamedRole(role)]))
  return (await allPeople(db)).flatMap((person) => {
    const role = roles.get(person.role_id)
    if (!role) return []
    const { id, name, active, must_change, added_at, signed_in_at, failures } = person
    return {
      id,
      name,
      role,
      active: active === 1,
      mustChange: must_change === 1,
      addedAt: added_at,
      signedInAt: signed_in_at,
      failures,
    }
  })
}

const refuseUnlessOn = (people: readonly unknown[]): void => {
  if (people.length === 0) throw new Refusal('people.off', 'this book has no people')
}

const addPerson = async (ctx: CommandContext, { name, roleId }: { name: string; roleId: string }) => {
  const people = await allPeople(ctx.db)
  refuseUnlessOn(people)
  if (people.some((person) => fold(person.name) === fold(name)))
    throw new Refusal('people.name-used', `${name} is in the book already`, { name })
  await roleOf(ctx, roleId)
  const id = uuidv7()
  const password = drawPassword()
  await insertPerson(ctx.db, {
    id,
    name,
    role_id: roleId,
    active: 1,
    ...(await keepPassword(ctx.ports.program, password)),
    must_change: 1,
    added_at: ctx.now,
    signed_in_at: null,
    failures: 0,
    failed_at: null,
  })
  return { id, password }
}

type RoleInput = Parameters<Handlers<typeof peopleContract>['saveRole']>[1]

const saveRole = async (ctx: CommandContext, { id, name, permissions }: RoleInput) => {
  refuseUnlessOn(await allPeople(ctx.db))
  const roles = await allRoles(ctx.db)
  const before = id === undefined ? undefined : await roleOf(ctx, id)
  if (name === '' && !before?.key) throw new Refusal('people.role-unnamed', 'a role has a name')
  if (name !== '' && roles.some((role) => role.id !== id && fold(role.name) === fold(name)))
    throw new Refusal('people.role-name-used', `there is a role ${name} already`, { name })
  const role = {
    id: before?.id ?? uuidv7(),
    key: before?.key ?? '',
    name,
    position: before?.position ?? Math.max(0, ...roles.map(({ position }) => position)) + 1,
    permissions: JSON.stringify(orderedPermissions(permissions)),
  }
  await upsertRole(ctx.db, role)
  await refuseIfNobodyIsLeft(ctx)
  return { id: role.id }
}

/** @param desk who is signed in at which window of the program */
export const createPeopleCalls = (desk: Desk): Handlers<typeof peopleContract> => ({
  state: (ctx) => stateOf(desk, ctx),
  signIn: (ctx, input) => signIn(desk, ctx, input),
  lock: (ctx, input) => lock(desk, ctx, input),
  signOut: (ctx) => signOut(desk, ctx),
  active: (ctx) => stillActive(desk, ctx),
  turnOn: (ctx, input) => turnOn(desk, ctx, input),
  turnOff: (ctx, input) => turnOff(desk, ctx, input),
  changePassword: (ctx, input) => changePassword(desk, ctx, input),
  names: async ({ db }) => ({
    names: (await allPeople(db)).filter(({ active }) => active === 1).map(({ name }) => name),
  }),
  list: async (ctx) => ({ people: await listPeople(ctx) }),
  add: addPerson,
  update: async (ctx, { id, roleId, active }) => {
    await personOf(ctx, id)
    await roleOf(ctx, roleId)
    await updatePerson(ctx.db, id, { role_id: roleId, active: active ? 1 : 0 })
    await refuseIfNobodyIsLeft(ctx)
    return {}
  },
  resetPassword: async (ctx, { id }) => {
    const { name } = await personOf(ctx, id)
    const password = drawPassword()
    const kept = await keepPassword(ctx.ports.program, password)
    await updatePerson(ctx.db, id, { ...kept, must_change: 1, failures: 0, failed_at: null })
    desk.forget(desk.book(), name)
    return { id, password }
  },
  remove: async (ctx, { id }) => {
    await personOf(ctx, id)
    await deletePerson(ctx.db, id)
    await refuseIfNobodyIsLeft(ctx)
    return {}
  },
  roles: async ({ db }) => {
    const people = await allPeople(db)
    const roles = await allRoles(db)
    return {
      roles: roles.map((role) => ({
        ...toNamedRole(role),
        permissions: permissionsOf(role.permissions),
        people: people.filter(({ role_id }) => role_id === role.id).length,
      })),
    }
  },
  saveRole,
  removeRole: async (ctx, { id }) => {
    await roleOf(ctx, id)
    const people = (await allPeople(ctx.db)).filter(({ role_id }) => role_id === id).length
    if (people > 0) throw new Refusal('people.role-in-use', 'somebody has this role', { people })
    await deleteRole(ctx.db, id)
    return {}
  },
  saveSettings: async (ctx, { lockAfter }) => {
    refuseUnlessOn(await allPeople(ctx.db))
    await upsertSettings(ctx.db, lockAfter)
    return {}
  },
})
