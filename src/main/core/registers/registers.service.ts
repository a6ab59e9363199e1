import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Zone, zoneOfAddress } from './deadlines.rules.ts'
import { isIdentified } from './identity.rules.ts'
import { checkRegisters } from './registers.check.ts'
import {
  type EventKind,
  type EventStage,
  fileRegisters,
  type Insolvency,
  type RegisterEvent,
  type registersContract,
} from './registers.contract.ts'
import {
  allCustomers,
  creditorAddress,
  customerExists,
  dismissEvent,
  eventByReference,
  eventsOfMany,
  findEvent,
  insertEvents,
  listChecks,
  namesOf,
  openBySide,
  restoreWithdrawnBy,
} from './registers.repository.ts'
import { toEvent } from './registers.rows.ts'
import { closingsFrom, insolvencyFrom, type Judgment, judgmentFrom, PROCEDURES } from './registers.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const creditorZone = async (ctx: Reading): Promise<Zone> => {
  const address = await creditorAddress(ctx.db)
  return address ? zoneOfAddress(address.country, address.postalCode) : null
}

/** What registers tell of a customer, the newest first; set aside and withdrawn ones too, told as such. */
export const eventsOf = async (ctx: Reading, customerId: string): Promise<RegisterEvent[]> =>
  (await eventsOfMany(ctx.db, [customerId]))
    .map(toEvent)
    .toSorted((a, b) => (b.publishedOn ?? b.day ?? '').localeCompare(a.publishedOn ?? a.day ?? ''))

/** The insolvency or cessation in force on a day of the customers named, or of all; those without one are missing. */
export const insolvenciesOf = async (
  ctx: Reading,
  customerIds: readonly string[] | null,
  asOf: Day = ctx.today,
): Promise<Map<string, Insolvency>> => {
  const rows = await eventsOfMany(ctx.db, customerIds)
  if (rows.length === 0) return new Map()
  const creditor = await creditorZone(ctx)
  return new Map(
    [...Map.groupBy(rows, (row) => row.customer_id)].flatMap(([id, own]) => {
      const insolvency = insolvencyFrom(own.map(toEvent), asOf, creditor)
      return insolvency ? [[id, insolvency]] : []
    }),
  )
}

/** The insolvency or cessation of a customer in force on a day, as registers tell it; null when it trades. */
export const insolvencyOf = async (
  ctx: Reading,
  customerId: string,
  asOf: Day = ctx.today,
): Promise<Insolvency | null> => (await insolvenciesOf(ctx, [customerId], asOf)).get(customerId) ?? null

/** By customer, the judgment that parts what is claimed of it on a day; those without a procedure are missing. */
export const judgmentsOf = async (
  ctx: Pick<QueryContext, 'db'>,
  customerIds: readonly string[] | null,
  asOf: Day,
): Promise<Map<string, Judgment>> => {
  const byCustomer = Map.groupBy(await eventsOfMany(ctx.db, customerIds), (row) => row.customer_id)
  return new Map(
    [...byCustomer].flatMap(([id, own]) => {
      const judgment = judgmentFrom(own.map(toEvent), asOf)
      return judgment ? [[id, judgment]] : []
    }),
  )
}

/** By customer, the days on which procedures were closed, the earliest first; those without one are missing. */
export const closingsOf = async (
  ctx: Pick<QueryContext, 'db'>,
  customerIds: readonly string[] | null,
  asOf: Day,
): Promise<Map<string, Day[]>> => {
  const byCustomer = Map.groupBy(await eventsOfMany(ctx.db, customerIds), (row) => row.customer_id)
  return new Map(
    [...byCustomer].flatMap(([id, own]) => {
      const closings = closingsFrom(own.map(toEvent), asOf)
      return closings.length === 0 ? [] : [[id, closings]]
    }),
  )
}

/** What is open of a customer, by whether it was born before the judgment or after; null without a procedure. */
const claimsOf = async (ctx: Reading, customerId: string, asOf: Day) => {
  const judgment = (await judgmentsOf(ctx, [customerId], asOf)).get(customerId)
  if (!judgment) return null
  const rows = await openBySide(ctx.db, customerId, judgment.day, asOf)
  const side = (before: number) =>
    rows.filter((row) => row.before === before).map(({ currency, amount }) => ({ currency, amount }))
  return { judgment: judgment.day, before: side(1), after: side(0) }
}

const readEvent = async (ctx: Reading, id: string): Promise<RegisterEvent> => {
  const row = await findEvent(ctx.db, id)
  if (!row) throw new Refusal('not-found', 'no such event', { id })
  return toEvent(row)
}

type Entered = {
  customerId: string
  kind: EventKind
  stage: EventStage
  day: Day
  publishedOn: Day | null
  court: string
  department: string
  reference: string
  source: string
}

/** Notes what a letter or a court told. Refuses a day that has not come and the same notice twice. */
const recordEvent = async (ctx: CommandContext, input: Entered): Promise<RegisterEvent> => {
  const { customerId, kind, stage, day, publishedOn, court, department, source } = input
  if (!(await customerExists(ctx.db, customerId)))
    throw new Refusal('not-found', 'no such customer', { id: customerId })
  const future = [day, publishedOn].find((one) => one !== null && one > ctx.today)
  if (future) throw new Refusal('register.day-invalid', `${future} has not come yet`, { day: future })
  const id = uuidv7()
  const reference = input.reference || id
  if (await eventByReference(ctx.db, customerId, 'entry', reference))
    throw new Refusal('register.reference-used', `the event ${reference} is noted already`, { reference })
  await insertEvents(ctx.db, [
    {
      id,
      customer_id: customerId,
      register: 'entry',
      reference,
      kind,
      stage: PROCEDURES.has(kind) ? stage : '',
      day,
      published_on: publishedOn,
      court,
      department,
      nature: '',
      source,
      replaces: '',
      recorded_at: ctx.now,
      recorded_by: ctx.user,
    },
  ])
  return readEvent(ctx, id)
}

/** Sets an event aside; it stays with the reason, and a file that tells it again does not bring it back. */
const dismiss = async (ctx: CommandContext, id: string, reason: string): Promise<RegisterEvent> => {
  const { dismissed, customerId, reference } = await readEvent(ctx, id)
  if (dismissed) throw new Refusal('register.dismissed', `set aside on ${dismissed.on} already`, { day: dismissed.on })
  await dismissEvent(ctx.db, id, ctx.today, ctx.user, reason)
  await restoreWithdrawnBy(ctx.db, customerId, reference)
  return readEvent(ctx, id)
}

export const registersCalls: Handlers<typeof registersContract> = {
  check: (ctx, input) => checkRegisters(ctx, input),
  ofCustomer: async (ctx, { customerId, asOf = ctx.today }) => {
    if (!(await customerExists(ctx.db, customerId)))
      throw new Refusal('not-found', 'no such customer', { id: customerId })
    const checks = await listChecks(ctx.db)
    return {
      insolvency: await insolvencyOf(ctx, customerId, asOf),
      claims: await claimsOf(ctx, customerId, asOf),
      events: await eventsOf(ctx, customerId),
      checks: fileRegisters.flatMap((register) => {
        const last = checks.find((check) => check.register === register)
        return last ? [{ register, name: last.name, day: last.day }] : []
      }),
    }
  },
  list: async (ctx, { asOf = ctx.today, offset, limit }) => {
    const all = [...(await insolvenciesOf(ctx, null, asOf))].toSorted(([, a], [, b]) => b.since.localeCompare(a.since))
    const page = all.slice(offset, offset + limit)
    const names = new Map(
      (
        await namesOf(
          ctx.db,
          page.map(([id]) => id),
        )
      ).map((row) => [row.id, row]),
    )
    return {
      total: all.length,
      customers: page.map(([id, insolvency]) => ({
        ...insolvency,
        customerId: id,
        code: names.get(id)?.code ?? '',
        name: names.get(id)?.name ?? '',
      })),
    }
  },
  unidentified: async (ctx, { offset, limit }) => {
    const all = (await allCustomers(ctx.db)).filter((customer) => !isIdentified(customer))
    const byName = all.toSorted((a, b) => a.name.localeCompare(b.name) || a.code.localeCompare(b.code))
    return {
      total: all.length,
      customers: byName
        .slice(offset, offset + limit)
        .map(({ id, code, name, country }) => ({ id, code, name, country })),
    }
  },
  record: (ctx, input) => recordEvent(ctx, input),
  dismiss: (ctx, { id, reason }) => dismiss(ctx, id, reason),
  history: async (ctx) => ({ checks: (await listChecks(ctx.db)).map(({ at: _at, ...check }) => check) }),
}
