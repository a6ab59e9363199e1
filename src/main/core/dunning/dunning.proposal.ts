import { requireCompany } from '../company/company.service.ts'
import type { Segment } from '../interest/interest.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { lastPayment as lastPaymentOf } from '../receivables/receivables.service.ts'
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
} from './dunning.repository.ts'
import { type ItemState, proposeLetters } from './dunning.rules.ts'

type Reading = Pick<QueryContext, 'db'>

/** The interest of each proposed item, segment by segment, for the letters that claim it. */
export type InterestDetail = Map<string, { number: string; segments: Segment[]; rounding: number }>
export type ProposalWithDetail = { proposal: Proposal; detail: InterestDetail; plan: Plan }

/**
 * What a day's run would send: levels come from the state of each item, letters group a customer's items by currency,
 * and every overdue item that is in no letter says why. Amounts are those open on that day.
 */
export const propose = async (ctx: Reading, asOf: Day, catchUp: boolean): Promise<ProposalWithDetail> => {
  const [plan, company, records, credits, holds, run, lastPayment] = await Promise.all([
    findPlan(ctx.db),
    requireCompany(ctx),
    overdueItems(ctx.db, asOf),
    unallocatedCredits(ctx.db, asOf),
    holdsInForce(ctx.db, asOf),
    lastRun(ctx.db),
    lastPaymentOf(ctx),
  ])
  const byId = new Map(records.map((record) => [record.itemId, record]))
  const inForce = Map.groupBy(holds, (hold) => hold.item_id ?? hold.customer_id)
  const states = records.map((record): ItemState => {
    const own = [...(inForce.get(record.itemId) ?? []), ...(inForce.get(record.customerId) ?? [])]
    return toState(record, asOf, own.length > 0 ? own.reduce<Hold>(longest, own[0] as Hold) : null)
  })
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
    claiming.flatMap((letter) => letter.items.map((item) => item.itemId)),
    asOf,
  )
  const accounts = new Set(company.bankAccounts.map((account) => account.currency))
  const detail: InterestDetail = new Map()

  const proposed = letters.map((letter): ProposedLetter => {
    const level = levels.get(letter.level) as LevelInput
    const first = byId.get(letter.items[0]?.itemId ?? '')
    const records = letter.items.map((state) => byId.get(state.itemId) as OverdueRecord)
    const { charges, problem } = chargesOf(
      records.map((record) => ({ ...record, movements: movements.get(record.itemId) ?? [] })),
      level,
      { country: company.country, asOf },
    )
    const items = letter.items.map((state, index) => {
      const { itemId, number, issued, due, amount, open } = records[index] as OverdueRecord
      const charge = charges[index] as Charge
      if (charge.detail) detail.set(itemId, { number, ...charge.detail })
      const { interest, indemnity } = charge
      return {
        itemId,
        number,
        issued,
        due,
        amount,
        open,
        daysLate: state.daysLate,
        level: state.level,
        interest,
        indemnity,
      }
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
    }
  })

  return {
    plan,
    detail,
    proposal: {
      asOf,
      lastPayment,
      lastRun: run ? { number: run.number, asOf: run.as_of } : null,
      letters: proposed,
      skipped: skipped.map((skip) => {
        const record = byId.get(skip.itemId) as OverdueRecord
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

const toState = (record: OverdueRecord, asOf: Day, hold: ItemState['hold']): ItemState => ({
  itemId: record.itemId,
  customerId: record.customerId,
  currency: record.currency,
  number: record.number,
  due: record.due,
  open: record.open,
  daysLate: daysBetween(record.due, asOf),
  lastLevel: record.lastLevel,
  lastLetterOn: record.lastLetterOn,
  lastLetterSent: record.lastSentOn !== null,
  hold,
})

type Hold = { reason: string; until: Day | null }

/** Of two holds, the one that keeps the item out longer; null has no end. */
const longest = (a: Hold, b: Hold): Hold => (a.until === null || (b.until !== null && a.until >= b.until) ? a : b)
