import { behaviourOfMany } from '../behaviour/behaviour.service.ts'
import { callsCalls } from '../calls/calls.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { dunningCalls } from '../dunning/dunning.service.ts'
import { reachedLevels } from '../dunning/dunning.steps.ts'
import { expectedOf } from '../expectations/expectations.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { fold } from '../kernel/text.ts'
import { appliedLimit, standingsOn } from '../limits/exposure.service.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { promisesCalls } from '../promises/promises.service.ts'
import type { CallSheet, Weights, WorklistRow, worklistContract } from './worklist.contract.ts'
import { type Closer, daysLateOf, nothingCloser, scaleOf } from './worklist.facts.rules.ts'
import { gather } from './worklist.gather.ts'
import { questionsOf } from './worklist.questions.rules.ts'
import { findWeights, keepWeights, matching, namesOf } from './worklist.repository.ts'
import {
  actionOf,
  byPressure,
  checkWeights,
  pointsBefore,
  pointsOf,
  reasonsOf,
  shippedWeights,
} from './worklist.rules.ts'
import { scriptOf } from './worklist.script.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

// How far below the last row shown one is looked at closely: what is looked up for those near the top can raise it that far.
const LOOKED_AT = 1.5
const LAST_SHOWN = 5

const weightsOf = async (ctx: Reading): Promise<Weights> => {
  const kept = await findWeights(ctx.db)
  return kept === null ? shippedWeights : { ...shippedWeights, ...(JSON.parse(kept) as Partial<Weights>) }
}

/** Habit, limit and level of customers, by their ids. */
const lookCloser = async (ctx: Reading, customerIds: readonly string[]): Promise<Map<string, Closer>> => {
  if (customerIds.length === 0) return new Map()
  const behaviours = await behaviourOfMany(ctx, ctx.today, customerIds)
  const standings = await standingsOn(ctx, ctx.today, customerIds)
  const levels = await reachedLevels(ctx, ctx.today, customerIds)
  return new Map(
    customerIds.map((id): [string, Closer] => {
      const behaviour = behaviours.get(id)
      const level = levels.get(id)
      return [
        id,
        {
          usualDays: behaviour?.averageDaysLate == null ? null : Number(behaviour.averageDaysLate),
          score: behaviour?.score ?? null,
          utilisation: appliedLimit(standings, standings.of(id)).utilisation,
          level: level ?? null,
        },
      ]
    }),
  )
}

/**
 * Who to call, the most pressing first. The whole book is placed by what is open, waits or is to be done; habit, limit and
 * level are looked up for half as many again as are shown, which then take their final place.
 */
const list = async (ctx: Reading, { limit, search }: { limit: number; search: string }) => {
  const { home, facts, done } = await gather(ctx)
  const weights = await weightsOf(ctx)
  const all = [...facts.values()]
  const scale = scaleOf(
    all.flatMap(({ overdue }) => (overdue > 0 ? [overdue] : [])),
    { asOf: ctx.today, currency: home, watchPercent: (await policyInForce(ctx)).content.credit.watchPercent },
  )
  const placed = all
    .filter(({ customerId }) => !done.has(customerId))
    .map((own) => ({ facts: own, points: pointsBefore(own, scale, weights) }))
    .filter(({ points }) => points > 0)
  const wanted = fold(search.trim())
  const found = wanted === '' ? null : await matching(ctx.db, wanted)
  const near = placed
    .filter(({ facts: { customerId } }) => found === null || found.has(customerId))
    .sort(byPressure)
    .slice(0, Math.ceil(limit * LOOKED_AT))
  const ids = near.map(({ facts: { customerId } }) => customerId)
  const closer = await lookCloser(ctx, ids)
  const shown = near
    .map(({ facts: own }) => {
      const reasons = reasonsOf(own, closer.get(own.customerId) ?? nothingCloser, scale, weights)
      return { facts: own, reasons, points: pointsOf(reasons) }
    })
    .sort(byPressure)
    .slice(0, limit)
  const names = new Map((await namesOf(ctx.db, ids)).map((named) => [named.id, named]))
  const rows = shown.map(({ facts: own, reasons, points }): WorklistRow => {
    const named = names.get(own.customerId)
    return {
      customerId: own.customerId,
      code: named?.code ?? '',
      name: named?.name ?? '',
      overdue: own.overdue,
      open: own.open,
      items: own.items,
      daysLate: daysLateOf(own, ctx.today),
      points,
      reasons,
      action: actionOf(own, closer.get(own.customerId) ?? nothingCloser),
      taskKind: own.task?.kind ?? null,
      contact: named?.contact ?? '',
      phone: named?.phone ?? '',
    }
  })
  return { asOf: ctx.today, currency: home, left: placed.length, done: done.size, rows }
}

/** The call sheet of a customer; refuses `not-found`. */
const sheetOf = async (ctx: QueryContext, customerId: string): Promise<CallSheet> => {
  const customer = await readCustomer(ctx, customerId)
  const { home, facts, done } = await gather(ctx, customerId)
  const page = { customerId, offset: 0 }
  const { calls } = await callsCalls.list(ctx, { ...page, limit: LAST_SHOWN })
  const { tasks } = await callsCalls.tasks(ctx, { ...page, limit: 50, show: 'open' })
  const { promises } = await promisesCalls.list(ctx, { ...page, limit: LAST_SHOWN, show: 'all', search: '' })
  const { letters } = await dunningCalls.letters(ctx, { ...page, limit: LAST_SHOWN })
  const own = facts.get(customerId)
  const closer = (await lookCloser(ctx, [customerId])).get(customerId) ?? nothingCloser
  const letter = letters.find(({ cancelledOn }) => cancelledOn === null) ?? null
  const contacts = customer.contacts.toSorted(
    (a, b) => Number(b.dunning) - Number(a.dunning) || Number(a.phone === '') - Number(b.phone === ''),
  )
  return {
    customerId,
    code: customer.code,
    name: customer.name,
    overdue: own?.overdue ?? 0,
    open: own?.open ?? 0,
    items: own?.items ?? 0,
    daysLate: own ? daysLateOf(own, ctx.today) : 0,
    asOf: ctx.today,
    currency: home,
    done: done.has(customerId),
    contacts,
    questions: own
      ? questionsOf(own, {
          asOf: ctx.today,
          currency: home,
          letter,
          hasPhone: contacts.some(({ phone }) => phone !== ''),
        })
      : [],
    script: own ? scriptOf(own, closer, letter, ctx.today) : null,
    expected: await expectedOf(ctx, customerId, ctx.today),
    calls,
    promises,
    tasks,
    letters,
  }
}

const saveWeights = async (ctx: CommandContext, weights: Weights): Promise<{ weights: Weights }> => {
  checkWeights(weights)
  await keepWeights(ctx.db, JSON.stringify(weights))
  return { weights }
}

export const worklistCalls: Handlers<typeof worklistContract> = {
  get: (ctx, input) => list(ctx, input),
  sheet: (ctx, { customerId }) => sheetOf(ctx, customerId),
  weights: async (ctx) => ({ weights: await weightsOf(ctx), shipped: shippedWeights }),
  saveWeights: (ctx, { weights }) => saveWeights(ctx, weights),
}
