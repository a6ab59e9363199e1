import { lastBankDay as lastBankDayOf, waitingPayers } from '../bank/bank.waiting.ts'
import type { ChargeSum, Part } from '../charges/charges.rules.ts'
import { feesBorne, lateTermsOf, outstandingCharges } from '../charges/charges.service.ts'
import type { Company } from '../company/company.contract.ts'
import type { Segment } from '../interest/interest.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ElementCheck } from '../letters/formal.schema.ts'
import type { MentionsAsked } from '../letters/legal.rules.ts'
import { lastPayment as lastPaymentOf } from '../receivables/receivables.service.ts'
import type { Judgment } from '../registers/registers.rules.ts'
import { approvalsInForce } from './dunning.approvals.repository.ts'
import { type Claiming, claimOfLetter, type LetterClaim } from './dunning.charges.rules.ts'
import type { Approval, Proposal, ProposedLetter } from './dunning.contract.ts'
import { checkNotices, withNoticeChecks } from './dunning.formal.ts'
import { feeOf, type LetterOf, proposeLetters } from './dunning.letters.rules.ts'
import { makesPaper } from './dunning.plan.rules.ts'
import type { LevelInput, Plan } from './dunning.plan.schema.ts'
import { lastRun, movementsOf, type OverdueRecord, withoutAddress } from './dunning.repository.ts'
import type { ItemState } from './dunning.rules.ts'
import { itemStates, bornBefore as judgmentBefore } from './dunning.states.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type State = OverdueRecord & ItemState

/** The interest of each proposed item, segment by segment, for the letters that claim it. */
export type InterestDetail = Map<
  string,
  { number: string; contractRate: string | null; segments: Segment[]; rounding: number; settled: number }
>
export type ProposalWithDetail = {
  proposal: Proposal
  detail: InterestDetail
  plans: ReadonlyMap<string, Plan>
  /** By key, what other letters took before of the customer's credits, in their order. */
  creditsBefore: ReadonlyMap<string, number>
  /** By key, what a letter's charges add to earlier claims, and the law they rest on. */
  charged: ReadonlyMap<string, { claims: readonly Part[]; basis: MentionsAsked }>
  /** Of the formal notices, by key: what they have of the elements of a solid one. */
  notices: ReadonlyMap<string, ElementCheck[]>
}

/** The level of a proposed letter in its plan. */
export const levelOfLetter = (
  { plans }: Pick<ProposalWithDetail, 'plans'>,
  letter: Pick<ProposedLetter, 'planId' | 'level'>,
): LevelInput => plans.get(letter.planId)?.levels.find(({ position }) => position === letter.level) as LevelInput

/**
 * What a day's run would send: levels come from the state of each item in its plan, letters group a customer's items by currency
 * or stand for one invoice, and every overdue item that is in no letter says why. Amounts are those open on that day.
 */
export const propose = async (ctx: Reading, asOf: Day, catchUp: boolean): Promise<ProposalWithDetail> => {
  const { states, credits, ladders, company, judgments, holidays } = await itemStates(ctx, asOf)
  const { letters, skipped } = proposeLetters<State>({
    items: states,
    credits,
    excludedCustomers: new Set(states.filter(({ noReminders }) => noReminders === 1).map((one) => one.customerId)),
    planOf: ladders.of,
    asOf,
    catchUp,
    holidays,
  })
  const detail: InterestDetail = new Map()
  const charged: Facts['charged'] = new Map()
  const facts: Facts = {
    asOf,
    company,
    judgments,
    detail,
    charged,
    termsOf: await lateTermsOf(ctx),
    sums: await outstandingCharges(ctx, {
      asOf,
      customerIds: [...new Set(letters.map(({ customerId }) => customerId))],
    }),
    feesBorne: letters.some(({ level }) => level.fee > 0 || Number(level.feePercent) > 0)
      ? await feesBorne(ctx, asOf)
      : new Map(),
    carried: new Set(),
    movements: await movementsOf(
      ctx.db,
      letters.filter(({ level }) => level.claimsInterest).flatMap(({ items }) => items.map(({ item }) => item.itemId)),
      asOf,
    ),
    unaddressed: await withoutAddress(
      ctx.db,
      letters.filter(({ level }) => isOnPaper(level)).map(({ customerId }) => customerId),
    ),
    payers: letters.length > 0 ? await waitingPayers(ctx) : new Set(),
    approvals: await approvalsInForce(ctx.db),
    nameOf: (planId) => ladders.byId.get(planId)?.name ?? '',
  }
  const run = await lastRun(ctx.db)
  const proposed = letters.map((letter) => ({ letter: proposedOf(letter, facts), level: letter.level }))
  const notices = await checkNotices(ctx, proposed, { company, asOf })
  return {
    plans: ladders.byId,
    detail,
    charged,
    notices,
    creditsBefore: new Map(letters.map(({ key, creditsBefore }) => [key, creditsBefore])),
    proposal: {
      asOf,
      lastPayment: await lastPaymentOf(ctx),
      lastBankDay: await lastBankDayOf(ctx.db),
      lastRun: run ? { number: run.number, asOf: run.as_of } : null,
      letters: proposed.map(({ letter }) => withNoticeChecks(letter, notices.get(letter.key) ?? [])),
      skipped: withItems(skipped, states),
    },
  }
}

type Facts = {
  asOf: Day
  company: Company
  judgments: ReadonlyMap<string, Judgment>
  detail: InterestDetail
  charged: Map<string, { claims: readonly Part[]; basis: MentionsAsked }>
  termsOf: Claiming['termsOf']
  sums: ReadonlyMap<string, readonly ChargeSum[]>
  feesBorne: ReadonlyMap<string, ReadonlySet<number>>
  /** Customer and currency whose earlier charges another letter of this proposal carries. */
  carried: Set<string>
  movements: Awaited<ReturnType<typeof movementsOf>>
  unaddressed: ReadonlySet<string>
  /** Customers of whom a receipt told by the bank seems to wait. */
  payers: ReadonlySet<string>
  approvals: ReadonlyMap<string, Approval>
  nameOf: (planId: string) => string
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const proposedOf = (letter: LetterOf<State>, facts: Facts): ProposedLetter => {
  const { level, plan, customerId, currency, principal, credits } = letter
  const { company } = facts
  const claim = claimOf(letter, facts)
  const { fees, earlierCharges, problem } = claim
  const items = claimedItems(letter, claim, facts.detail)
  const first = letter.items[0]?.item
  const interest = sum(items.map((item) => item.interest))
  const indemnities = sum(items.map((item) => item.indemnity))
  const given = facts.approvals.get(`${letter.key} ${level.position}`)
  const outgrown = given !== undefined && principal - credits > given.principal
  const noAccount = makesPaper(level) && !company.bankAccounts.some((account) => account.currency === currency)
  return {
    key: letter.key,
    planId: plan.id,
    planName: facts.nameOf(plan.id),
    grouping: plan.grouping,
    notice: letter.notice,
    customerId,
    customerCode: first?.customerCode ?? '',
    customerName: first?.customerName ?? '',
    currency,
    level: level.position,
    levelName: level.name,
    channel: level.channel,
    approval: level.approval,
    approved: given && !outgrown ? given : null,
    effect: level.effect && { kind: level.effect, target: level.effectTarget },
    items,
    others: letter.others.map(({ itemId, number, issued, due, amount, open, disputed, daysLate }) => ({
      itemId,
      number,
      issued,
      due,
      amount,
      open,
      disputed,
      daysLate,
    })),
    principal,
    credits,
    interest,
    indemnities,
    fees,
    earlierCharges,
    total: principal - credits + interest + indemnities + fees + earlierCharges,
    problems: [...(noAccount ? ['no-bank-account'] : []), ...(problem ? [problem] : [])],
    warnings: [
      ...(facts.unaddressed.has(customerId) && isOnPaper(level) ? ['no-address'] : []),
      ...(facts.payers.has(customerId) ? ['bank-line-waiting'] : []),
      ...(outgrown ? ['approval-outgrown'] : []),
      ...(claim.sumInOther ? [`sum-other-currency ${claim.sumInOther}`] : []),
    ],
  }
}

const claimOf = (letter: LetterOf<State>, facts: Facts): LetterClaim => {
  const { level, customerId, currency, notice, principal, credits } = letter
  const account = `${customerId} ${currency}`
  // Charges of no open invoice stand on the first letter alone; a notice before the due date claims nothing.
  const withRest = !notice && !facts.carried.has(account)
  if (withRest) facts.carried.add(account)
  // A letter made again for the same invoices bears its fee once.
  const borne = letter.items.every(({ item }) => facts.feesBorne.get(item.itemId)?.has(level.position) === true)
  const fee = borne ? 0 : feeOf(level, principal - credits, currency === facts.company.currency)
  const sums = (facts.sums.get(customerId) ?? []).filter((sum) => sum.currency === currency)
  // Most letters of a first level claim nothing: their items are not gone through.
  if (!level.claimsInterest && !level.claimsIndemnity && fee === 0 && sums.length === 0) return nothingClaimed
  const claim = claimOfLetter(
    letter.items.map(({ item }) => ({
      ...item,
      // What is contested bears neither interest nor indemnity in this letter; what was paid came off the rest.
      amount: item.amount - item.disputed,
      movements: facts.movements.get(item.itemId) ?? [],
      stopped: judgmentBefore(item, facts.judgments)?.day ?? null,
    })),
    level,
    {
      asOf: facts.asOf,
      termsOf: facts.termsOf,
      sums,
      fee,
      withRest,
    },
  )
  const { terms } = claim
  facts.charged.set(letter.key, {
    claims: claim.claims,
    basis: {
      regime: terms?.series?.country ?? facts.company.country,
      source: terms?.series?.legalSource ?? '',
      counting: terms?.dayCount ?? 'act/365',
    },
  })
  return claim
}

const claimedItems = (letter: LetterOf<State>, claim: LetterClaim, detail: InterestDetail) =>
  letter.items.map(({ item, level }, index) => {
    const { itemId, number, issued, due, amount, open, disputed, daysLate } = item
    const { interest, indemnity, reckoning } = claim.items[index] ?? noCharge
    if (reckoning) detail.set(itemId, { number, ...reckoning })
    return { itemId, number, issued, due, amount, open, disputed, daysLate, level, interest, indemnity }
  })

const nothingClaimed: LetterClaim = {
  items: [],
  fees: 0,
  earlierCharges: 0,
  claims: [],
  terms: null,
  problem: null,
  sumInOther: null,
}

const noCharge: LetterClaim['items'][number] = { interest: 0, indemnity: 0, reckoning: null }

type Skipped = ReturnType<typeof proposeLetters>['skipped']

const withItems = (skipped: Skipped, states: readonly State[]): Proposal['skipped'] => {
  const reasons = new Set(skipped.map(({ itemId }) => itemId))
  const left = new Map(states.filter(({ itemId }) => reasons.has(itemId)).map((state) => [state.itemId, state]))
  return skipped.map((skip) => {
    const state = left.get(skip.itemId) as State
    const { itemId, customerId, customerCode, customerName, number, due, currency, open } = state
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
  })
}

/** Goes by post: it needs an address. */
const isOnPaper = ({ channel }: LevelInput): boolean => channel === 'letter' || channel === 'registered'
