import { addDays, addMonths, type Day, daysBetween, minDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { nextWorkingDay } from '../kernel/working-days.ts'
import type { Deadline } from '../registers/registers.contract.ts'
import type { ClaimItem, DeadlineCode, Declaration, OpenDeadline } from './declarations.contract.ts'

type Sums = { principal: Minor; interest: Minor; indemnities: Minor; toFallDue: Minor; total: Minor }

/**
 * What a declaration claims (C. com. L622-25, R622-23): due on the day of the judgment, principal, interest to its eve and
 * fixed sums; to fall due; less what was received and matched with nothing, never below zero in all.
 */
export const sumsOf = (items: readonly ClaimItem[], costs: Minor, credits: Minor): Sums => {
  const add = (of: readonly ClaimItem[], amount: (item: ClaimItem) => Minor) =>
    of.reduce((sum, item) => sum + amount(item), 0)
  const due = items.filter(({ later }) => !later)
  const principal = add(due, ({ worth }) => worth)
  const interest = add(items, (item) => item.interest)
  const indemnities = add(items, ({ indemnity }) => indemnity)
  const toFallDue = add(
    items.filter(({ later }) => later),
    ({ worth }) => worth,
  )
  return {
    principal,
    interest,
    indemnities,
    toFallDue,
    total: principal + interest + indemnities + costs + toFallDue - credits,
  }
}

/**
 * Whether a claim falls due on the judgment or later. It bears no interest, which stops on the eve (C. com. L622-28), and no
 * fixed sum, because the judgment forbids its payment when due (C. com. L441-10 II, last sentence).
 */
export const fallsDueLater = (due: Day, judgment: Day): boolean => due >= judgment

/** Interest counts to the eve of the judgment (C. com. L622-28). */
export const eveOf = (judgment: Day): Day => addDays(judgment, -1)

/** What was written down of a declaration, as far as its state hangs on it. */
export type DeclarationFacts = {
  sent_on: Day | null
  received_on: Day | null
  outcome_on: Day | null
  contested_on: Day | null
  answered_on: Day | null
  cancelled_on: Day | null
  total: Minor
  admitted: Minor | null
  contested: Minor | null
  rejected: Minor | null
}

export type RetentionFacts = {
  sent_on: Day | null
  received_on: Day | null
  answer: string | null
  answered_on: Day | null
  judge_on: Day | null
  outcome: string | null
}

export const stateOf = (row: DeclarationFacts): Declaration['state'] => {
  if (row.cancelled_on !== null) return 'cancelled'
  if (row.outcome_on !== null) {
    if ((row.contested ?? 0) > 0) return 'contested'
    if (row.admitted === row.total) return 'admitted'
    return row.rejected === row.total ? 'rejected' : 'partly'
  }
  if (row.received_on !== null) return 'received'
  return row.sent_on === null ? 'prepared' : 'sent'
}

/** A day that ends on a Saturday, a Sunday or a holiday moves to the next working day (CPC 642). */
const lastDayOf = ({ on, extended }: Pick<OpenDeadline, 'on' | 'extended'>): Day => extended ?? on

type Told = { code: DeadlineCode; on: Day; law: string; extended?: Day | null }

const open = (customerId: string, asOf: Day, { code, on, law, extended }: Told): OpenDeadline => {
  const working = nextWorkingDay(on)
  const deadline = { customerId, code, on, extended: extended ?? (working === on ? null : working), law }
  const last = lastDayOf(deadline)
  return { ...deadline, daysLeft: daysBetween(asOf, last), passed: last < asOf }
}

/** Days from a letter that contests a claim to answer it (C. com. L622-27). */
const DAYS_TO_ANSWER = 30

export type Procedure = {
  customerId: string
  /** Counted from the publication of the opening. */
  deadlines: readonly Deadline[]
  /** Something owed on the eve of the judgment is in no declaration that was sent. */
  undeclared: boolean
  /** Retention of title was agreed with this customer, and goods or a clause are not claimed yet. */
  retainable: boolean
  declarations: readonly DeclarationFacts[]
  claims: readonly RetentionFacts[]
}

/**
 * What is still to be done in a procedure on a day. The claim: within its months, and once they have passed, relief within
 * six (L622-26). Goods: three months, then one for the answer and one more for the judge (R624-13, general knowledge).
 * Cancelled papers are not among those told.
 */
export const openDeadlinesOf = (
  { customerId, deadlines, undeclared, retainable, declarations, claims }: Procedure,
  asOf: Day,
): OpenDeadline[] => {
  const of = (code: Deadline['code']) => deadlines.find((one) => one.code === code)
  const told = (deadline: Deadline | undefined) => (deadline ? [open(customerId, asOf, deadline)] : [])
  const found: OpenDeadline[] = []
  if (undeclared) {
    const [declaration] = told(of('declaration'))
    const [relief] = told(of('relief'))
    if (declaration && !declaration.passed) found.push(declaration)
    else if (relief) found.push(relief)
    else if (declaration) found.push(declaration)
  }
  if (retainable) found.push(...told(of('retention')))
  for (const { contested_on, answered_on, contested } of declarations)
    if (contested_on !== null && answered_on === null && (contested ?? 0) > 0)
      found.push(
        open(customerId, asOf, {
          code: 'contestation',
          on: addDays(contested_on, DAYS_TO_ANSWER),
          law: 'C. com. L622-27',
        }),
      )
  for (const { sent_on, received_on, answer, answered_on, judge_on, outcome } of claims) {
    if (sent_on === null || outcome !== null || judge_on !== null || answer === 'agreed') continue
    const answerBy = addMonths(received_on ?? sent_on, 1)
    const waiting = answer === null && asOf <= answerBy
    // A refusal opens the month to ask the judge at once; silence, at the end of the month to answer.
    const from = answered_on === null ? answerBy : minDay(answered_on, answerBy)
    found.push(
      open(
        customerId,
        asOf,
        waiting
          ? { code: 'retention-answer', on: answerBy, law: 'C. com. R624-13' }
          : { code: 'retention-judge', on: addMonths(from, 1), law: 'C. com. R624-13' },
      ),
    )
  }
  return found.sort((a, b) => lastDayOf(a).localeCompare(lastDayOf(b)))
}
