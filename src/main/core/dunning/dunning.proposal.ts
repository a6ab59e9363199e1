import { requireCompany } from '../company/company.service.ts'
import { disputedAsOf } from '../disputes/disputes.service.ts'
import { handedOutside } from '../handovers/handovers.service.ts'
import { plansInForce } from '../instalments/instalments.service.ts'
import type { Segment } from '../interest/interest.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { lateRates } from '../policy/policy.service.ts'
import { promisesInForce } from '../promises/promises.service.ts'
import { lastPayment as lastPaymentOf } from '../receivables/receivables.service.ts'
import type { Judgment } from '../registers/registers.rules.ts'
import { judgmentsOf } from '../registers/registers.service.ts'
import { type Charge, chargesOf } from './dunning.charges.rules.ts'
import type { LevelInput, Plan, Proposal, ProposedLetter } from './dunning.contract.ts'
import { findPlan } from './dunning.plan.repository.ts'
import {
  holdsInForce,
  lastRun,
  movementsOf,
  type OverdueRecord,
  overdueItems,
  unallocatedCredits,
  withoutAddress,
} from './dunning.repository.ts'
import { type ItemState, proposeLetters } from './dunning.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** The interest of each proposed item, segment by segment, for the letters that claim it. */
export type InterestDetail = Map<
  string,
  { number: string; contractRate: string | null; segments: Segment[]; rounding: number }
>
export type ProposalWithDetail = { proposal: Proposal; detail: InterestDetail; plan: Plan }

/** Why an item is not the firm's to remind of any more; null when it is. */
const outOfHandOf = (
  record: OverdueRecord,
  judgments: ReadonlyMap<string, Judgment>,
  outside: ReadonlySet<string>,
): ItemState['outOfHand'] => {
  if (bornBefore(record, judgments)?.inForce) return 'insolvent'
  return outside.has(record.itemId) ? 'handed-over' : null
}

/**
 * What a day's run would send: levels come from the state of each item, letters group a customer's items by currency,
 * and every overdue item that is in no letter says why. Amounts are those open on that day.
 */
export const propose = async (ctx: Reading, asOf: Day, catchUp: boolean): Promise<ProposalWithDetail> => {
  const [
    plan,
    company,
    records,
    credits,
    holds,
    disputed,
    plans,
    promises,
    run,
    lastPayment,
    judgments,
    contractRateOf,
    outside,
  ] = await Promise.all([
    findPlan(ctx.db),
    requireCompany(ctx),
    overdueItems(ctx.db, asOf),
    unallocatedCredits(ctx.db, asOf),
    holdsInForce(ctx.db, asOf),
    disputedAsOf(ctx, asOf),
    plansInForce(ctx, asOf),
    promisesInForce(ctx, asOf),
    lastRun(ctx.db),
    lastPaymentOf(ctx),
    judgmentsOf(ctx, null, asOf),
    lateRates(ctx),
    handedOutside(ctx, asOf),
  ])
  const inForce = Map.groupBy(holds, (hold) => hold.item_id ?? hold.customer_id)
  const states = records.map((record) =>
    // The record itself becomes the state: a second object for each of 100,000 items costs more than the rules.
    Object.assign(record, {
      daysLate: daysBetween(record.due, asOf),
      hold: holdOf(record, inForce),
      disputed: disputed.get(record.itemId) ?? 0,
      plan: plans.get(record.itemId) ?? null,
      promise: promises.get(record.itemId) ?? null,
      outOfHand: outOfHandOf(record, judgments, outside),
    }),
  )
  const { letters, skipped } = proposeLetters({
    items: states,
    credits,
    excludedCustomers: new Set(records.filter((record) => record.noReminders === 1).map((record) => record.customerId)),
    plan,
    asOf,
    catchUp,
  })

  const levels = new Map(plan.levels.map((level) => [level.position, level]))
  const claiming = letters.filter((letter) => levels.get(letter.level)?.claimsInterest)
  const movements = await movementsOf(
    ctx.db,
    claiming.flatMap((letter) => letter.items.map(({ item }) => item.itemId)),
    asOf,
  )
  const unaddressed = await withoutAddress(
    ctx.db,
    letters.filter((letter) => isOnPaper(levels.get(letter.level))).map((letter) => letter.customerId),
  )
  const accounts = new Set(company.bankAccounts.map((account) => account.currency))
  const detail: InterestDetail = new Map()

  const proposed = letters.map((letter): ProposedLetter => {
    const level = levels.get(letter.level) as LevelInput
    const first = letter.items[0]?.item
    const { charges, problem } =
      level.claimsInterest || level.claimsIndemnity
        ? chargesOf(
            // What is contested bears neither interest nor indemnity in this letter; what was paid came off the rest.
            letter.items.map(({ item }) => ({
              ...item,
              amount: item.amount - item.disputed,
              movements: movements.get(item.itemId) ?? [],
              stopped: bornBefore(item, judgments)?.day ?? null,
              contractRate: contractRateOf(item.issued),
            })),
            level,
            { country: company.country, asOf },
          )
        : { charges: [], problem: null }
    const items = letter.items.map(({ item, level }, index) => {
      const { itemId, number, issued, due, amount, open, disputed, daysLate } = item
      const { interest, indemnity, detail: reckoning } = charges[index] ?? noCharge
      if (reckoning) detail.set(itemId, { number, contractRate: contractRateOf(issued), ...reckoning })
      return { itemId, number, issued, due, amount, open, disputed, daysLate, level, interest, indemnity }
    })
    const noAccount = level.channel !== 'call' && !accounts.has(letter.currency)
    const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
    const interest = sum(items.map((item) => item.interest))
    const indemnities = sum(items.map((item) => item.indemnity))
    const fees = letter.currency === company.currency ? level.fee : 0
    return {
      key: `${letter.customerId}:${letter.currency}`,
      customerId: letter.customerId,
      customerCode: first?.customerCode ?? '',
      customerName: first?.customerName ?? '',
      currency: letter.currency,
      level: letter.level,
      levelName: level.name,
      channel: level.channel,
      needsConfirmation: level.needsConfirmation,
      items,
      principal: letter.principal,
      credits: letter.credits,
      interest,
      indemnities,
      fees,
      total: letter.principal - letter.credits + interest + indemnities + fees,
      problems: [...(noAccount ? ['no-bank-account'] : []), ...(problem ? [problem] : [])],
      warnings: unaddressed.has(letter.customerId) && isOnPaper(level) ? ['no-address'] : [],
    }
  })

  const reasons = new Set(skipped.map(({ itemId }) => itemId))
  const left = new Map(records.filter(({ itemId }) => reasons.has(itemId)).map((record) => [record.itemId, record]))
  return {
    plan,
    detail,
    proposal: {
      asOf,
      lastPayment,
      lastRun: run ? { number: run.number, asOf: run.as_of } : null,
      letters: proposed,
      skipped: skipped.map((skip) => {
        const record = left.get(skip.itemId) as OverdueRecord
        const { itemId, customerId, customerCode, customerName, number, due, currency, open } = record
        return {
          itemId,
          customerId,
          customerCode,
          customerName,
          number,
          due,
          currency,
          open,
          daysLate: skip.daysLate,
          reason: skip.reason,
          until: skip.until,
        }
      }),
    },
  }
}

/** Goes by post: it needs an address. */
const isOnPaper = (level: LevelInput | undefined) => level?.channel === 'letter' || level?.channel === 'registered'

const noCharge: Charge = { interest: 0, indemnity: 0, detail: null }

/** The judgment that an item was born before; null without one. */
const bornBefore = (
  { customerId, issued }: Pick<OverdueRecord, 'customerId' | 'issued'>,
  judgments: ReadonlyMap<string, Judgment>,
): Judgment | null => {
  if (judgments.size === 0) return null
  const judgment = judgments.get(customerId)
  return judgment && issued < judgment.day ? judgment : null
}

type Hold = { reason: string; until: Day | null }

/** The hold that keeps an item out longest: its own, or one of its customer's. */
const holdOf = ({ itemId, customerId }: OverdueRecord, inForce: ReadonlyMap<string, readonly Hold[]>): Hold | null => {
  if (inForce.size === 0) return null
  const [first, ...more] = [...(inForce.get(itemId) ?? []), ...(inForce.get(customerId) ?? [])]
  return first ? more.reduce<Hold>(longest, first) : null
}

/** Of two holds, the one that keeps the item out longer; null has no end. */
const longest = (a: Hold, b: Hold): Hold => (a.until === null || (b.until !== null && a.until >= b.until) ? a : b)
