import { addDays, type Day, maxDay } from '../kernel/day.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import type { Holidays } from '../kernel/working-days.ts'
import type { LevelInput } from './dunning.plan.schema.ts'
import { claimOf, type ItemState, nextStep, type PlanRules, type SkipReason } from './dunning.rules.ts'

/**
 * Receipts and credit notes of a customer that settle nothing yet, above zero. `announced`: drafts and direct debits in the book
 * that are booked later; `arrivesOn`: when the last of what is not in yet arrives.
 */
export type AvailableCredit = {
  customerId: string
  currency: string
  amount: Minor
  announced?: Minor
  arrivesOn?: Day | null
}

/** `level` is the item's own next level, `step`, by its number; it may be below the letter's. */
export type LetterItem<Item extends ItemState = ItemState> = { item: Item; level: number; step: LevelInput }

/** One letter to one customer in one currency under one plan, of the highest level among its items. */
export type LetterOf<Item extends ItemState = ItemState> = {
  /** Stable within a proposal: customer, currency, plan, and what sets it apart from another of theirs. */
  key: string
  customerId: string
  currency: string
  plan: PlanRules
  level: LevelInput
  /** Told before the due date: it claims nothing. */
  notice: boolean
  items: LetterItem<Item>[]
  /** What else is overdue, named and not claimed. */
  others: Item[]
  /** Sum of what is open of the items and not disputed. */
  principal: Minor
  /** To be deducted. */
  credits: Minor
  /** Of the customer's credits in their order, what other letters have taken before. */
  creditsBefore: Minor
}

export type ProposedLetters<Item extends ItemState = ItemState> = {
  letters: LetterOf<Item>[]
  skipped: {
    itemId: string
    customerId: string
    number: string
    daysLate: number
    reason: SkipReason
    until: Day | null
  }[]
}

type Group<Item> = {
  customerId: string
  currency: string
  overdue: Item[]
  /** Not due yet. */
  ahead: Item[]
  overdueClaim: Minor
  credits: Minor
  announced: Minor
  arrivesOn: Day | null
}

const groupsOf = <Item extends ItemState>(
  items: readonly Item[],
  credits: readonly AvailableCredit[],
): Iterable<Group<Item>> => {
  const groups = new Map<string, Group<Item>>()
  const keyOf = ({ currency, customerId }: { currency: string; customerId: string }) => `${currency} ${customerId}`
  let group: Group<Item> | undefined
  for (const item of items) {
    // Items mostly come by customer: a key is made where one customer's end.
    if (group?.customerId !== item.customerId || group.currency !== item.currency) {
      group = groups.get(keyOf(item))
      if (!group) {
        const { customerId, currency } = item
        group = {
          customerId,
          currency,
          overdue: [],
          ahead: [],
          overdueClaim: 0,
          credits: 0,
          announced: 0,
          arrivesOn: null,
        }
        groups.set(keyOf(item), group)
      }
    }
    if (item.daysLate < 1) group.ahead.push(item)
    else {
      group.overdue.push(item)
      if (!item.outOfHand) group.overdueClaim += claimOf(item)
    }
  }
  for (const credit of credits) {
    const group = groups.get(keyOf(credit))
    if (!group) continue
    group.credits += credit.amount
    group.announced += credit.announced ?? 0
    if (credit.arrivesOn)
      group.arrivesOn = group.arrivesOn ? maxDay(group.arrivesOn, credit.arrivesOn) : credit.arrivesOn
  }
  return groups.values()
}

/** Whether what a customer has to its credit, or will have once it arrives, covers all that is overdue. */
const coveredBy = ({ credits, announced, arrivesOn, overdueClaim }: Group<ItemState>) => {
  if (credits + announced < overdueClaim) return null
  return arrivesOn ? 'payment-under-way' : 'covered-by-credits'
}

/** Items that may stand on one letter, before its level and minimum are known. */
type Bucket<Item extends ItemState> = {
  plan: PlanRules
  items: LetterItem<Item>[]
  others: Item[]
}

const bucketOf = <Item extends ItemState>(buckets: Bucket<Item>[], plan: PlanRules): Bucket<Item> => {
  const found = plan.grouping === 'customer' ? buckets.find((one) => one.plan === plan) : undefined
  if (found) return found
  const bucket: Bucket<Item> = { plan, items: [], others: [] }
  buckets.push(bucket)
  return bucket
}

// An item that only waits for its day; whoever stopped the others wants them left alone.
const YOUNGER: ReadonlySet<string> = new Set(['level-not-reached', 'minimum-gap', 'deadline-running'])

const highest = (items: Bucket<ItemState>['items']): LevelInput | null => {
  let level: LevelInput | null = null
  for (const { step } of items) if (!level || step.position > level.position) level = step
  return level
}

const sumOf = (items: Bucket<ItemState>['items']): Minor => {
  let sum = 0
  for (const { item } of items) sum += claimOf(item)
  return sum
}

/** Whether a letter of an amount may go at a level: above its minimum in the currency, or without any minimum at all. */
const minimumOf = (level: LevelInput, currency: string): 'none' | 'currency-missing' | Minor => {
  const { minimumAmounts } = level
  for (const _ in minimumAmounts) return minimumAmounts[currency] ?? 'currency-missing'
  return 'none'
}

export type Run<Item extends ItemState> = {
  /** Overdue ones, and those a notice may go out for. */
  items: readonly Item[]
  credits: readonly AvailableCredit[]
  /** Customers who get no reminders. */
  excludedCustomers: ReadonlySet<string>
  planOf: (item: Item) => PlanRules
  asOf: Day
  catchUp: boolean
  holidays?: Holidays
}

/**
 * The letters of a run: every overdue item is in one of them, or in `skipped` with the reason. Items that are not
 * overdue are in a notice or nowhere. A customer whose unallocated credits cover all that is overdue and claimed gets no
 * letter; credits come off the letters in the order of their oldest items. A letter whose amount, credits deducted, is below the
 * currency's minimum is left out, one equal to it goes; items whose level asks for more than the letter has wait.
 */
export const proposeLetters = <Item extends ItemState>(run: Run<Item>): ProposedLetters<Item> => {
  const { asOf } = run
  const step = { catchUp: run.catchUp, ...(run.holidays && { holidays: run.holidays }) }
  const letters: LetterOf<Item>[] = []
  const skipped: ProposedLetters['skipped'] = []
  const leaveOut = (
    { itemId, customerId, number, daysLate }: ItemState,
    reason: SkipReason,
    until: Day | null = null,
  ) => {
    skipped.push({ itemId, customerId, number, daysLate, reason, until })
  }

  const settle = (group: Group<Item>, bucket: Bucket<Item>, notice: boolean, creditsBefore: Minor): Minor => {
    const { customerId, currency } = group
    const { plan } = bucket
    const out = notice ? () => {} : leaveOut
    let { items } = bucket
    for (;;) {
      const level = highest(items)
      if (!level) return creditsBefore
      const principal = sumOf(items)
      const credits = Math.min(principal, group.credits - creditsBefore)
      const least = plan.letterMinimums[currency]
      const own = notice ? 'none' : minimumOf(level, currency)
      if (own !== 'none' && (own === 'currency-missing' || principal - credits <= own)) {
        const reason = own === 'currency-missing' ? 'no-threshold-for-currency' : 'level-minimum'
        for (const one of items) if (one.level === level.position) out(one.item, reason)
        items = items.filter((one) => one.level !== level.position)
        continue
      }
      const reason =
        least === undefined
          ? 'no-threshold-for-currency'
          : principal <= credits || principal - credits < least
            ? 'below-minimum'
            : null
      if (reason) for (const { item } of items) out(item, reason)
      else {
        const parts = [customerId, currency, plan.id]
        if (notice) parts.push('notice')
        if (plan.grouping === 'invoice') parts.push(items[0]?.item.itemId ?? '')
        letters.push({
          key: parts.join(':'),
          customerId,
          currency,
          plan,
          level,
          notice,
          items,
          others: bucket.others,
          principal,
          credits,
          creditsBefore,
        })
      }
      return creditsBefore + credits
    }
  }

  for (const group of groupsOf(run.items, run.credits)) {
    const { customerId, overdue, ahead, overdueClaim, credits } = group
    const excluded = run.excludedCustomers.has(customerId)
    const whole = excluded ? 'customer-excluded' : overdueClaim > 0 ? coveredBy(group) : null
    if (whole) {
      const until = whole === 'payment-under-way' && group.arrivesOn ? addDays(group.arrivesOn, 1) : null
      for (const item of overdue) leaveOut(item, item.outOfHand ?? whole, item.outOfHand ? null : until)
    } else {
      const buckets: Bucket<Item>[] = []
      const younger: { plan: PlanRules; item: Item }[] = []
      for (const item of overdue) {
        const plan = run.planOf(item)
        const found = nextStep(item, plan, asOf, step)
        if ('level' in found)
          bucketOf(buckets, plan).items.push({ item, level: found.level.position, step: found.level })
        else if (found.skip !== 'not-overdue') {
          leaveOut(item, found.skip, found.until)
          if (plan.listsYounger && YOUNGER.has(found.skip)) younger.push({ plan, item })
        }
      }
      let taken = 0
      for (const bucket of buckets) {
        if (bucket.plan.listsYounger)
          bucket.others = younger.filter((one) => one.plan === bucket.plan).map((one) => one.item)
        taken = settle(group, bucket, false, taken)
      }
    }
    if (excluded || ahead.length === 0) continue
    const notices: Bucket<Item>[] = []
    for (const item of ahead) {
      const plan = run.planOf(item)
      const found = nextStep(item, plan, asOf, step)
      if ('level' in found) bucketOf(notices, plan).items.push({ item, level: found.level.position, step: found.level })
    }
    // What is overdue is paid first.
    let taken = Math.min(credits, overdueClaim)
    for (const bucket of notices) taken = settle(group, bucket, true, taken)
  }
  return { letters, skipped }
}

/** What a letter costs: the fixed fee, and a part of the principal it claims, never of earlier fees; rounded half up once. */
export const feeOf = (
  { fee, feePercent }: Pick<LevelInput, 'fee' | 'feePercent'>,
  principal: Minor,
  isHome: boolean,
): Minor => {
  const [whole = '0', decimals = ''] = feePercent.split('.')
  const scaled = Number(whole + decimals.padEnd(4, '0').slice(0, 4))
  // The fixed fee is in the company's own currency.
  return (isHome ? fee : 0) + roundHalfUp(BigInt(principal) * BigInt(scaled), 1_000_000n)
}

/** Credits in their order, less what other letters took of them, up to what this letter takes. */
export const creditsTaken = <Credit extends { open: number }>(
  credits: readonly Credit[],
  before: number,
  amount: number,
): Credit[] => {
  let [skip, left] = [before, amount]
  return credits.flatMap((credit) => {
    const passed = Math.min(skip, credit.open)
    skip -= passed
    const open = Math.min(left, credit.open - passed)
    left -= open
    return open > 0 ? [{ ...credit, open }] : []
  })
}
