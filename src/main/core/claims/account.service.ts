import { requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handover } from '../handovers/handovers.contract.ts'
import { readHandover } from '../handovers/handovers.service.ts'
import { type Exact, recoveryIndemnity, segmentsOf, sum, type Terms } from '../interest/interest.rules.ts'
import { type RateSeries, rateSeries } from '../interest/rates.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import { lateRates } from '../policy/policy.service.ts'
import { judgmentsOf } from '../registers/registers.service.ts'
import { type AccountDebt, accountOfDebt, type Imputation } from './account.rules.ts'
import type { Account, AccountDebtRow } from './account.schema.ts'
import { type ClaimedRecord, claimedItems, type MovementRecord, movementsOf, openIdsOf } from './claims.repository.ts'

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
  const { asOf = ctx.today } = input
  if (input.handoverId) {
    const subject = ofHandover(await readHandover(ctx, input.handoverId), ctx.today)
    return {
      ...subject,
      asOf: input.asOf ?? subject.asOf,
      imputation: input.imputation ?? subject.imputation,
      ...(input.capitalisedFrom !== undefined && {
        capitalisedFrom: input.capitalisedFrom,
        capitalisedBy: input.capitalisedFrom === null ? '' : subject.capitalisedBy || 'court',
      }),
    }
  }
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

type Setting = Subject & { series: RateSeries; judgment: Day | null }

const debtOf = (
  item: ClaimedRecord,
  movements: readonly MovementRecord[],
  firstOfInvoice: boolean,
  contractRate: string | null,
  setting: Setting,
): AccountDebt => {
  const { asOf, imputation, capitalisedFrom, series, judgment } = setting
  const { due } = item
  const moved = (payments: boolean) =>
    movements
      .filter(({ kind }) => isPayment(kind) === payments)
      .map(({ day, amount, number }) => ({ day, amount, label: number }))
  // One fixed sum an invoice, none where a judgment forbade to pay it when it fell due (C. com. L441-10 II).
  const bears = item.kind === 'invoice' || item.kind === 'opening'
  const forbidden = judgment !== null && judgment <= due
  const indemnity =
    bears && firstOfInvoice && !forbidden && item.currency === series.indemnity.currency
      ? recoveryIndemnity({ country: series.country, daysLate: daysBetween(due, asOf), amount: item.amount })
      : 0
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
    rate: contractRate ?? series,
    dayCount: 'act/365',
    frozen: false,
  }
}

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
  const [customer, company, items, movements, contractRateOf, judgments] = await Promise.all([
    readCustomer(ctx, customerId),
    requireCompany(ctx),
    claimedItems(ctx.db, itemIds, asOf),
    movementsOf(ctx.db, itemIds, asOf),
    lateRates(ctx),
    judgmentsOf(ctx, [customerId], asOf),
  ])
  const series = rateSeries(company.country)
  const judgment = judgments.get(customerId)?.day ?? null
  const byItem = Map.groupBy(movements, ({ itemId }) => itemId)
  const setting: Setting = { ...subject, series, judgment }

  return [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, own]): Account => {
    const invoices = new Set<string>()
    const running: { base: Minor; terms: Terms }[] = []
    const debts = own
      .filter(({ amount, due }) => amount > 0 && due < asOf)
      .map((item): AccountDebtRow => {
        const invoice = `${item.kind} ${item.number} ${item.issued}`
        const first = !invoices.has(invoice)
        invoices.add(invoice)
        const contractRate = contractRateOf(item.issued)
        const debt = debtOf(item, byItem.get(item.id) ?? [], first, contractRate, setting)
        const { lines, left, total, borne, paid, excess } = accountOfDebt(debt)
        if (!debt.stopped) running.push({ base: left.principal + left.capitalised, terms: debt })
        const { id: itemId, number, kind, issued, due, amount, disputed, open } = item
        const told = { itemId, number, kind, issued, due, amount, disputed, open, contractRate }
        return { ...told, lines, left, total, borne, paid, excess, apart: 0 }
      })
    const notDue = own
      .filter(({ amount, due, open }) => amount > 0 && due >= asOf && open > 0)
      .map(({ id, number, due, open }) => ({ itemId: id, number, due, open }))
    const credits = own
      .filter(({ amount, open }) => amount < 0 && open < 0)
      .map(({ id, number, issued, open }) => ({ itemId: id, number, day: issued, open: -open }))
    const costs: Account['costs'] = []
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
      rates: { label: series.label, source: series.legalSource },
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
