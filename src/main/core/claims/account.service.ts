import type { ChargeSum } from '../charges/charges.rules.ts'
import { fixedSumOf, type LateTerms, lateTermsOf, outstandingCharges } from '../charges/charges.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handover } from '../handovers/handovers.contract.ts'
import { readHandover } from '../handovers/handovers.service.ts'
import { type Exact, segmentsOf, sum, type Terms } from '../interest/interest.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import { judgmentsOf } from '../registers/registers.service.ts'
import { type AccountDebt, accountOfDebt, type Balances } from './account.rules.ts'
import type { Account, AccountDebtRow } from './account.schema.ts'
import {
  type ClaimedRecord,
  claimedItems,
  type MovementRecord,
  movementsOf,
  openCreditsOf,
  openIdsOf,
} from './claims.repository.ts'
import type { Imputation } from './claims.schema.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

export type AccountInput = {
  handoverId?: string | undefined
  customerId?: string | undefined
  itemIds?: readonly string[] | undefined
  /** Without them the hand-over's own, else the working day, interest first, simple interest. */
  asOf?: Day | undefined
  imputation?: Imputation | undefined
  capitalisedFrom?: Day | null | undefined
}

type Subject = {
  customerId: string
  itemIds: readonly string[]
  asOf: Day
  imputation: Imputation
  capitalisedFrom: Day | null
  capitalisedBy: '' | 'contract' | 'court'
}

const ofHandover = ({ customerId, items, account }: Handover, today: Day): Subject => ({
  ...account,
  customerId,
  itemIds: items.map(({ itemId }) => itemId),
  asOf: account.asOf ?? today,
})

const subjectOf = async (ctx: Reading, input: AccountInput): Promise<Subject> => {
  if (input.handoverId) {
    const subject = ofHandover(await readHandover(ctx, input.handoverId), ctx.today)
    const asOf = input.asOf ?? subject.asOf
    // What came in since and is matched with nothing is not claimed again.
    const credits = await openCreditsOf(ctx.db, subject.customerId, asOf)
    return {
      ...subject,
      itemIds: [...new Set([...subject.itemIds, ...credits])],
      asOf,
      imputation: input.imputation ?? subject.imputation,
      ...(input.capitalisedFrom !== undefined && {
        capitalisedFrom: input.capitalisedFrom,
        capitalisedBy: input.capitalisedFrom === null ? '' : subject.capitalisedBy || 'court',
      }),
    }
  }
  const { asOf = ctx.today } = input
  if (!input.customerId)
    throw new Refusal('input.invalid', 'a customer or a hand-over is needed', { field: 'customerId' })
  return {
    customerId: input.customerId,
    itemIds: input.itemIds ?? (await openIdsOf(ctx.db, input.customerId, asOf)),
    asOf,
    imputation: input.imputation ?? 'interest-first',
    capitalisedFrom: input.capitalisedFrom ?? null,
    capitalisedBy: input.capitalisedFrom ? 'court' : '',
  }
}

/** A receipt is a payment; a credit note, a discount or a loss reduces the price (domain: a credit note is not a payment). */
const isPayment = (kind: string): boolean => kind === 'payment' || kind === 'opening'

type Setting = Subject & { judgment: Day | null }

/** Taken back as a whole by credit notes: never owed, so it bears no fixed sum (domain 1.4). */
const isCredited = ({ amount }: ClaimedRecord, movements: readonly MovementRecord[]): boolean =>
  total(movements.filter(({ kind }) => kind === 'credit_note').map((one) => one.amount)) >= amount

const debtOf = (
  item: ClaimedRecord,
  movements: readonly MovementRecord[],
  firstOfInvoice: boolean,
  terms: LateTerms,
  { asOf, imputation, capitalisedFrom, judgment }: Setting,
): AccountDebt => {
  const { due } = item
  const moved = (payments: boolean) =>
    movements
      .filter(({ kind }) => isPayment(kind) === payments)
      .map(({ day, amount, number }) => ({ day, amount, label: number }))
  // One fixed sum an invoice, none where a judgment forbade to pay it when it fell due (C. com. L441-10 II).
  const forbidden = judgment !== null && judgment <= due
  const bears = firstOfInvoice && !forbidden && !isCredited(item, movements)
  const indemnity = bears ? fixedSumOf(item, terms, asOf) : 0
  const { rate, dayCount, frozen } = terms
  return {
    principal: item.amount - item.disputed,
    due,
    asOf,
    stopped: judgment === null || item.issued >= judgment ? null : addDays(judgment, -1),
    payments: moved(true),
    credits: moved(false),
    costs: indemnity > 0 ? [{ day: addDays(due, 1), amount: indemnity, label: 'indemnity' }] : [],
    imputation,
    capitalisedFrom,
    rate,
    dayCount,
    frozen,
  }
}

/** What was paid or given up of the charges of an invoice, apart from the ledger: taken off what it bears. */
const lessApart = (left: Balances, sums: readonly ChargeSum[], itemId: string): { left: Balances; apart: Minor } => {
  const done = (kind: ChargeSum['kind']) =>
    total(sums.filter((one) => one.kind === kind && one.itemId === itemId).map(({ paid, waived }) => paid + waived))
  const interest = Math.min(left.interest, done('interest'))
  const costs = Math.min(left.costs, done('indemnity'))
  return { left: { ...left, interest: left.interest - interest, costs: left.costs - costs }, apart: interest + costs }
}

/** Reminder fees and proved costs that are not paid: of no invoice, or of one of those claimed. */
const costsOf = (sums: readonly ChargeSum[], ids: ReadonlySet<string>): Account['costs'] =>
  (['fee', 'cost'] as const)
    .map((kind) => ({
      kind,
      open: total(
        sums.filter((one) => one.kind === kind && (one.itemId === null || ids.has(one.itemId))).map(({ open }) => open),
      ),
    }))
    .filter(({ open }) => open > 0)

const total = (amounts: readonly Minor[]): Minor => amounts.reduce((all, amount) => all + amount, 0)

const perDayOf = (running: readonly { base: Minor; terms: Terms }[], asOf: Day): Minor => {
  const exact = running
    .filter(({ base }) => base > 0)
    .flatMap(({ base, terms }) => segmentsOf([{ from: asOf, to: asOf, principal: base }], terms, asOf))
    .reduce<Exact>((all, segment) => sum(all, segment.exact), { numerator: 0n, denominator: 1n })
  return roundHalfUp(exact.numerator, exact.denominator)
}

/**
 * The account of what a customer, or a hand-over, owes on a day, one for each currency: per invoice, then summed. Refuses
 * what interest refuses (`interest.rate-missing`, `interest.country-unknown`).
 */
export const accountOf = async (ctx: Reading, input: AccountInput): Promise<Account[]> => {
  const subject = await subjectOf(ctx, input)
  const { customerId, itemIds, asOf, imputation, capitalisedFrom, capitalisedBy } = subject
  const [customer, items, movements, termsOf, judgments, charges] = await Promise.all([
    readCustomer(ctx, customerId),
    claimedItems(ctx.db, itemIds, asOf),
    movementsOf(ctx.db, itemIds, asOf),
    lateTermsOf(ctx),
    judgmentsOf(ctx, [customerId], asOf),
    outstandingCharges(ctx, { asOf, customerIds: [customerId] }),
  ])
  const judgment = judgments.get(customerId)?.day ?? null
  const byItem = Map.groupBy(movements, ({ itemId }) => itemId)
  const setting: Setting = { ...subject, judgment }

  return [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, own]): Account => {
    const invoices = new Set<string>()
    const charged = (charges.get(customerId) ?? []).filter((one) => one.currency === currency)
    const series = new Map<string, Account['rates'][number]>()
    const running: { base: Minor; terms: Terms }[] = []
    const debts = own
      .filter(({ amount, due }) => amount > 0 && due < asOf)
      .map((item): AccountDebtRow => {
        const invoice = `${item.kind} ${item.number} ${item.issued}`
        const first = !invoices.has(invoice)
        invoices.add(invoice)
        const terms = termsOf(customerId, item.issued)
        if (terms.series && terms.contractRate === null) {
          const { label, legalSource: source, indemnity } = terms.series
          series.set(source, { label, source, fixedSum: indemnity.legalSource })
        }
        const debt = debtOf(item, byItem.get(item.id) ?? [], first, terms, setting)
        const account = accountOfDebt(debt)
        if (!debt.stopped) running.push({ base: account.left.principal + account.left.capitalised, terms: debt })
        const { left, apart } = lessApart(account.left, charged, item.id)
        const { id: itemId, number, kind, issued, due, amount, disputed, open } = item
        const told = { itemId, number, kind, issued, due, amount, disputed, open, contractRate: terms.contractRate }
        const { lines, borne, paid, excess } = account
        return {
          ...told,
          dayCount: terms.dayCount,
          lines,
          left,
          total: account.total - apart,
          borne,
          paid,
          excess,
          apart,
        }
      })
    const notDue = own
      .filter(({ amount, due, open }) => amount > 0 && due >= asOf && open > 0)
      .map(({ id, number, due, open }) => ({ itemId: id, number, due, open }))
    const credits = own
      .filter(({ amount, open }) => amount < 0 && open < 0)
      .map(({ id, number, issued, open }) => ({ itemId: id, number, day: issued, open: -open }))
    const costs = costsOf(charged, new Set(own.map(({ id }) => id)))
    const sums = {
      principal: total(debts.map(({ left }) => left.principal)),
      capitalised: total(debts.map(({ left }) => left.capitalised)),
      interest: total(debts.map(({ left }) => left.interest)),
      indemnities: total(debts.map(({ left }) => left.costs)),
      costs: total(costs.map(({ open }) => open)),
      credits: total(credits.map(({ open }) => open)) + total(debts.map(({ excess }) => excess)),
    }
    const { principal, capitalised, interest, indemnities } = sums
    return {
      customerId,
      customerCode: customer.code,
      customerName: customer.name,
      asOf,
      currency,
      imputation,
      capitalisedFrom,
      capitalisedBy,
      judgment,
      rates: [...series.values()],
      debts,
      notDue,
      credits,
      costs,
      totals: {
        ...sums,
        total: principal + capitalised + interest + indemnities + sums.costs - sums.credits,
        disputed: total(debts.map(({ disputed }) => disputed)),
        notDue: total(notDue.map(({ open }) => open)),
        ledger: total(own.map(({ open }) => open)),
      },
      perDay: perDayOf(running, asOf),
    }
  })
}
