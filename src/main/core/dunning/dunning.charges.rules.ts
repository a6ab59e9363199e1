import { type ChargeSum, letterCharges, type Part } from '../charges/charges.rules.ts'
import { fixedSumOf, type LateTerms } from '../charges/terms.rules.ts'
import { type LateInterest, lateInterest, type Movement } from '../interest/interest.rules.ts'
import { addDays, type Day, minDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { LevelInput } from './dunning.plan.schema.ts'

export type ChargedItem = {
  itemId: string
  customerId: string
  kind: string
  number: string
  issued: Day
  due: Day
  currency: string
  amount: Minor
  /** Payments and credit notes matched with it. */
  movements: readonly Movement[]
  /** The day of a judgment that stopped its interest; null when it runs. */
  stopped: Day | null
}

/** How the interest of an item was worked out, and how much of it was paid or waived before. */
export type Reckoning = LateInterest & Pick<LateTerms, 'contractRate' | 'dayCount'> & { settled: Minor }

export type LetterClaim = {
  /** What is left of each item's charges after the letter. */
  items: { interest: Minor; indemnity: Minor; reckoning: Reckoning | null }[]
  fees: Minor
  /** Left of recovery costs, and of charges of invoices paid since. */
  earlierCharges: Minor
  /** What the letter adds to earlier claims. */
  claims: readonly Part[]
  /** Under which law; null where it could not be told. */
  terms: LateTerms | null
  /** What keeps the charges from being worked out: a half-year whose rate is not known, a country without rates. */
  problem: string | null
  /** The currency of the fixed sum, when an invoice of another currency bears none for it. */
  sumInOther: string | null
}

export type Claiming = {
  asOf: Day
  termsOf: (customerId: string, issued: Day) => LateTerms
  /** Of the letter's customer and currency. */
  sums: readonly ChargeSum[]
  /** Of the letter. */
  fee: Minor
  /** The one letter of its customer and currency that carries what belongs to no open invoice. */
  withRest: boolean
}

/**
 * The charges of a letter: of each item late interest day by day (C. com. L441-10 II) and one fixed sum for each invoice
 * paid late, however many instalments of it are (C. com. D441-5), less what earlier letters claimed; the fee of the
 * letter, and what is left of earlier fees.
 */
export const claimOfLetter = (
  items: readonly ChargedItem[],
  level: Pick<LevelInput, 'claimsInterest' | 'claimsIndemnity'>,
  claiming: Claiming,
): LetterClaim => {
  const { sums, fee, withRest } = claiming
  const { worked, ...told } = workedOut(items, level, claiming)
  const charges = letterCharges({
    items: items.map(({ itemId }, index) => ({
      itemId,
      interest: worked[index]?.detail?.interest ?? 0,
      indemnity: worked[index]?.indemnity ?? 0,
    })),
    claimsInterest: level.claimsInterest && told.problem === null,
    sums,
    fee,
    withRest,
  })
  return {
    ...told,
    claims: charges.claims,
    fees: charges.fees,
    earlierCharges: charges.earlier,
    items: charges.items.map((left, index) => {
      const detail = worked[index]?.detail
      return { ...left, reckoning: detail ? { ...detail, settled: detail.interest - left.interest } : null }
    }),
  }
}

type Worked = { indemnity: Minor; detail: (LateInterest & Pick<LateTerms, 'contractRate' | 'dayCount'>) | null }

const workedOut = (
  items: readonly ChargedItem[],
  level: Pick<LevelInput, 'claimsInterest' | 'claimsIndemnity'>,
  { asOf, termsOf, sums }: Claiming,
): { worked: Worked[] } & Pick<LetterClaim, 'terms' | 'problem' | 'sumInOther'> => {
  const none = { worked: [], terms: null, sumInOther: null }
  if (!level.claimsInterest && !level.claimsIndemnity) return { ...none, problem: null }
  const claimed = new Set(
    sums.filter((sum) => sum.kind === 'indemnity' && sum.claimed > sum.withdrawn).map(({ invoice }) => invoice),
  )
  let sumInOther: string | null = null
  try {
    const worked = items.map((item): Worked => {
      const terms = termsOf(item.customerId, item.issued)
      const invoice = `${item.kind} ${item.number} ${item.issued}`
      const first = !claimed.has(invoice)
      claimed.add(invoice)
      const home = terms.series?.indemnity.currency
      if (level.claimsIndemnity && home !== undefined && home !== item.currency) sumInOther = home
      return {
        detail: level.claimsInterest ? interestOf(item, terms, asOf) : null,
        indemnity: level.claimsIndemnity && first ? fixedSumOf(item, terms, asOf) : 0,
      }
    })
    const [oldest] = items
    return { worked, terms: oldest ? termsOf(oldest.customerId, oldest.issued) : null, problem: null, sumInOther }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { semester, country } = error.details
    if (error.code === 'interest.rate-missing') return { ...none, problem: `rate-missing ${semester} ${country}` }
    if (error.code === 'interest.country-unknown') return { ...none, problem: `rates-unknown ${country}` }
    throw error
  }
}

const interestOf = (item: ChargedItem, { rate, dayCount, frozen, contractRate }: LateTerms, asOf: Day) => ({
  ...lateInterest({
    principal: item.amount,
    due: item.due,
    // Interest runs to the day before the judgment (C. com. L622-28).
    until: item.stopped ? minDay(asOf, addDays(item.stopped, -1)) : asOf,
    movements: item.movements,
    rate,
    dayCount,
    frozen,
  }),
  contractRate,
  dayCount,
})
