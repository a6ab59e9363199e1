import { requireCompany } from '../company/company.service.ts'
import { lateInterest, recoveryIndemnity, type Segment } from '../interest/interest.rules.ts'
import { rateSeries } from '../interest/rates.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { lastPayment as lastPaymentOf } from '../receivables/receivables.service.ts'
import type { Plan, Proposal, ProposedLetter } from './dunning.contract.ts'
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
  const customerHolds = new Map(holds.filter((hold) => !hold.item_id).map((hold) => [hold.customer_id, hold]))
  const itemHolds = new Map(holds.flatMap((hold) => (hold.item_id ? [[hold.item_id, hold] as const] : [])))
  const states = records.map((record): ItemState => {
    const hold = itemHolds.get(record.itemId) ?? customerHolds.get(record.customerId)
    return toState(record, asOf, hold ? { reason: hold.reason, until: hold.until } : null)
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
    const level = levels.get(letter.level)
    const first = byId.get(letter.items[0]?.itemId ?? '')
    const items = letter.items.map((state) => {
      const record = byId.get(state.itemId) as OverdueRecord
      let interest = 0
      if (level?.claimsInterest) {
        const late = lateInterest({
          principal: record.amount,
          due: record.due,
          until: asOf,
          movements: movements.get(record.itemId) ?? [],
          rate: rateSeries(company.country),
          dayCount: 'act/365',
          frozen: false,
        })
        interest = late.interest
        detail.set(record.itemId, { number: record.number, segments: late.segments, rounding: late.rounding })
      }
      return {
        itemId: record.itemId,
        number: record.number,
        issued: record.issued,
        due: record.due,
        amount: record.amount,
        open: record.open,
        daysLate: state.daysLate,
        level: state.level,
        interest,
        indemnity: level?.claimsIndemnity ? indemnityOf(company.country, record, state.daysLate) : 0,
      }
    })
    const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
    const interest = sum(items.map((item) => item.interest))
    const indemnities = sum(items.map((item) => item.indemnity))
    const fees = letter.currency === company.currency ? (level?.fee ?? 0) : 0
    return {
      key: `${letter.customerId}:${letter.currency}`,
      customerId: letter.customerId,
      customerCode: first?.customerCode ?? '',
      customerName: first?.customerName ?? '',
      currency: letter.currency,
      level: letter.level,
      levelName: level?.name ?? '',
      channel: level?.channel ?? 'letter',
      needsConfirmation: level?.needsConfirmation ?? false,
      items,
      principal: letter.principal,
      credits: letter.credits,
      interest,
      indemnities,
      fees,
      total: letter.principal - letter.credits + interest + indemnities + fees,
      problems: level?.channel !== 'call' && !accounts.has(letter.currency) ? ['no-bank-account'] : [],
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

// One fixed sum per invoice paid late (C. com. D441-5); a bounced receipt or a miscellaneous debit is no invoice.
const indemnityOf = (country: string, record: OverdueRecord, daysLate: number): number =>
  (record.kind === 'invoice' || record.kind === 'opening') && record.currency === rateSeries(country).indemnity.currency
    ? recoveryIndemnity({ country, daysLate, amount: record.amount })
    : 0
