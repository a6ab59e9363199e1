import { uuidv7 } from 'uuidv7'
import type { HostContext } from '../kernel/context.ts'
import { permissions, type Secret } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import { LEAST_PASSWORD } from './people.contract.ts'
import { type BookAtHand, type Desk, permissionsOf } from './people.desk.ts'
import { isRight, keepPassword } from './people.password.ts'
import {
  allPeople,
  allRoles,
  deleteEverybody,
  findPerson,
  insertPerson,
  updatePerson,
  upsertRole,
  upsertSettings,
} from './people.repository.ts'
import { DEFAULT_LOCK, defaultRoles, isIdle, isWeak, waitAfter, waitLeft } from './people.rules.ts'
import type { PersonTable, RoleTable } from './people.table.ts'

export const toNamedRole = ({ id, key, name }: Pick<RoleTable, 'id' | 'key' | 'name'>) => ({
  id,
  key: (key || null) as (typeof defaultRoles)[number]['key'] | null,
  name,
})

export const stateOf = async (desk: Desk, ctx: HostContext) => {
  const book = desk.ports.open()
  const alone = { on: false, me: null, locked: false, lockAfter: null, account: ctx.user }
  if (!book) return alone
  const { on, standing, signIn } = await desk.at(book, ctx)
  if (!on) return alone
  const me = signIn && (await whoIs(book, signIn.personId))
  return { on, me, locked: signIn?.locked ?? false, lockAfter: standing.lockAfter, account: ctx.ports.userName }
}

const whoIs = async ({ reader }: BookAtHand, id: string) => {
  const person = await findPerson(reader, id)
  const role = person && (await allRoles(reader)).find((one) => one.id === person.role_id)
  if (!person || !role) return null
  return { id, name: person.name, role: toNamedRole(role), permissions: permissionsOf(role.permissions) }
}

const findByName = async ({ reader }: BookAtHand, name: string): Promise<PersonTable | undefined> => {
  const wanted = fold(name)
  return (await allPeople(reader)).find((person) => fold(person.name) === wanted)
}

const hasPeople = async ({ reader }: BookAtHand): Promise<boolean> => (await allPeople(reader)).length > 0

/**
 * Refuses a wrong password: each in a row makes the next try wait longer. It is counted in the book, so that opening
 * it again makes no difference, and in the audit; a book that cannot be written is counted in memory.
 */
const prove = async (
  desk: Desk,
  ctx: HostContext,
  book: BookAtHand,
  { name, password, person }: { name: string; password: Secret; person: PersonTable | undefined },
): Promise<void> => {
  const kept = person && { failures: person.failures, failedAt: person.failed_at }
  const before = desk.tries(book, name, kept)
  const wait = waitLeft(before, ctx.now)
  if (wait > 0) throw new Refusal('people.wait', `wait ${wait} seconds`, { waitSeconds: wait })
  const failures = before.failures + 1
  desk.count(book, name, { failures, failedAt: ctx.now })
  if (await isRight(ctx.ports.program, person, password.reveal())) return desk.forget(book, name)
  if (book.writer)
    await desk.ports.record(ctx, 'people.refused', { name }, async ({ db, now }) => {
      if (person) await updatePerson(db, person.id, { failures, failed_at: now })
    })
  throw new Refusal('people.wrong-password', 'wrong name or password', { waitSeconds: waitAfter(failures) })
}

export const refuseWeak = (name: string, password: Secret): void => {
  if (isWeak(name, password.reveal()))
    throw new Refusal('people.password-weak', `at least ${LEAST_PASSWORD} characters, and not the name`, {
      least: LEAST_PASSWORD,
    })
}

export const signIn = async (
  desk: Desk,
  ctx: HostContext,
  { name, password, newPassword }: { name: string; password: Secret; newPassword?: Secret | undefined },
) => {
  const book = desk.book()
  if (!(await hasPeople(book))) throw new Refusal('people.off', 'this book has no people')
  const person = await findByName(book, name)
  await prove(desk, ctx, book, { name, password, person })
  if (!person?.active) throw new Refusal('people.inactive', `${name} may not sign in any more`)
  if (person.must_change && !newPassword)
    throw new Refusal('people.new-password-needed', 'this password was given by an administrator: choose your own')
  const changed = person.must_change && newPassword ? await ownPassword(ctx, person, password, newPassword) : {}
  if (person.must_change || book.writer) {
    const by = { ...ctx, user: person.name }
    const input = { name: person.name, ...(newPassword && { newPassword }) }
    await desk.ports.record(by, 'people.signIn', input, async ({ db, now }) =>
      updatePerson(db, person.id, { signed_in_at: now, failures: 0, failed_at: null, ...changed }),
    )
  }
  desk.signIn(book, ctx, { ...person, ...changed })
  return {}
}

const ownPassword = async ({ ports }: HostContext, { name }: PersonTable, current: Secret, next: Secret) => {
  refuseWeak(name, next)
  if (current.reveal() === next.reveal()) throw new Refusal('people.password-same', 'that is the password of before')
  return { ...(await keepPassword(ports.program, next.reveal())), must_change: 0 }
}

/** Minutes: a window tells of somebody working without a call some three times a minute. */
const SLACK = 0.5

/** Locked first, recorded after: nothing keeps a window from being locked. */
export const lock = async (desk: Desk, ctx: HostContext, { idle }: { idle: boolean }) => {
  const book = desk.book()
  const { standing, signIn } = await desk.at(book, ctx)
  if (!signIn || signIn.locked) return {}
  // Of two windows of one browser, the one that nobody touches must not lock the one that somebody works in.
  if (idle && !isIdle(signIn.lastCall, ctx.now, standing.lockAfter && standing.lockAfter - SLACK)) return {}
  desk.lock(book, ctx)
  if (book.writer) await desk.ports.record(ctx, 'people.lock', { idle }, async () => {})
  return {}
}

export const signOut = async (desk: Desk, ctx: HostContext) => {
  const book = desk.book()
  const { signIn } = await desk.at(book, ctx)
  desk.signOut(book, ctx)
  if (signIn && book.writer) await desk.ports.record(ctx, 'people.signOut', {}, async () => {})
  return {}
}

export const stillActive = async (desk: Desk, ctx: HostContext) => {
  const { signIn } = await desk.at(desk.book(), ctx)
  if (signIn && !signIn.locked) signIn.lastCall = ctx.now
  return {}
}

export const turnOn = async (desk: Desk, ctx: HostContext, { name, password }: { name: string; password: Secret }) => {
  const book = desk.book()
  if (await hasPeople(book)) throw new Refusal('people.on', 'this book has people already')
  refuseWeak(name, password)
  const roles = defaultRoles.map((role, position) => ({ id: uuidv7(), name: '', position, ...role }))
  const administrator = roles.find(({ key }) => key === 'administrator') as (typeof roles)[number]
  const person: PersonTable = {
    id: uuidv7(),
    name,
    role_id: administrator.id,
    active: 1,
    ...(await keepPassword(ctx.ports.program, password.reveal())),
    must_change: 0,
    added_at: ctx.now,
    signed_in_at: ctx.now,
    failures: 0,
    failed_at: null,
  }
  await desk.ports.record({ ...ctx, user: name }, 'people.turnOn', { name, password }, async ({ db }) => {
    // Asked again within the transaction: another window may have been quicker.
    if ((await allPeople(db)).length > 0) throw new Refusal('people.on', 'this book has people already')
    for (const { permissions: may, ...role } of roles)
      await upsertRole(db, {
        ...role,
        permissions: JSON.stringify(may.length === permissions.length ? permissions : may),
      })
    await insertPerson(db, person)
    await upsertSettings(db, DEFAULT_LOCK)
  })
  desk.signIn(book, ctx, person)
  return {}
}

const signedIn = async (desk: Desk, ctx: HostContext) => {
  const book = desk.book()
  const { signIn } = await desk.at(book, ctx)
  const person = signIn && (await findPerson(book.reader, signIn.personId))
  if (!person) throw new Refusal('people.off', 'this book has no people')
  return { book, person }
}

export const turnOff = async (desk: Desk, ctx: HostContext, { password }: { password: Secret }) => {
  const { book, person } = await signedIn(desk, ctx)
  if ((await allPeople(book.reader)).length > 1) throw new Refusal('people.not-alone', 'there are others in this book')
  await prove(desk, ctx, book, { name: person.name, password, person })
  await desk.ports.record(ctx, 'people.turnOff', { password }, async ({ db }) => {
    if ((await allPeople(db)).length > 1) throw new Refusal('people.not-alone', 'there are others in this book')
    await deleteEverybody(db)
  })
  return {}
}

export const changePassword = async (
  desk: Desk,
  ctx: HostContext,
  { current, next }: { current: Secret; next: Secret },
) => {
  const { book, person } = await signedIn(desk, ctx)
  await prove(desk, ctx, book, { name: person.name, password: current, person })
  const changed = await ownPassword(ctx, person, current, next)
  await desk.ports.record(ctx, 'people.changePassword', { current, next }, async ({ db }) =>
    updatePerson(db, person.id, { ...changed, failures: 0, failed_at: null }),
  )
  desk.signIn(book, ctx, { ...person, ...changed })
  return {}
}
