import { outstandingCharges } from '../charges/charges.ledger.ts'
import { fixedSumOf, lateTermsOf } from '../charges/charges.terms.ts'
import { requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { disputedAsOf } from '../disputes/disputes.service.ts'
import { worthOn } from '../exchange/exchange.service.ts'
import { lateInterest } from '../interest/interest.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { Deadline, Insolvency } from '../registers/registers.contract.ts'
import { insolvencyOf, judgmentsOf } from '../registers/registers.service.ts'
import type { ClaimItem, Draft, DraftInput, Officer } from './declarations.contract.ts'
import {
  creditsOn,
  declaredItems,
  evidenceOf,
  movementsUntil,
  type OwedRecord,
  officersOf,
  owedBefore,
} from './declarations.repository.ts'
import { eveOf, fallsDueLater, sumsOf } from './declarations.rules.ts'
import type { InsolvencyOfficerTable } from './declarations.table.ts'

export type Reading = Pick<QueryContext, 'db' | 'today'>

export type OpenProcedure = { insolvency: Insolvency; judgment: Day; deadlines: readonly Deadline[] }

/** The procedure of a customer in force on the working day; refuses `declaration.no-procedure`. */
export const procedureOf = async (ctx: Reading, customerId: string): Promise<OpenProcedure> => {
  await readCustomer(ctx, customerId)
  const insolvency = await insolvencyOf(ctx, customerId)
  const judgment = (await judgmentsOf(ctx, [customerId], ctx.today)).get(customerId)
  if (!insolvency || !judgment?.inForce)
    throw new Refusal('declaration.no-procedure', 'no procedure is open against this customer', { id: customerId })
  return { insolvency, judgment: judgment.day, deadlines: insolvency.deadlines }
}

export const tellOfficer = (row: InsolvencyOfficerTable): Officer => ({
  id: row.id,
  role: row.role,
  name: row.name,
  street: row.street,
  postalCode: row.postal_code,
  city: row.city,
  country: row.country,
  email: row.email,
  reference: row.reference,
  since: row.since,
  by: row.recorded_by,
})

/** Whom a claim is declared to: the liquidator once there is one, else the representative of creditors. */
export const addresseeAmong = (officers: readonly Officer[], officerId?: string): Officer | null => {
  if (officerId !== undefined) {
    const chosen = officers.find(({ id }) => id === officerId)
    if (!chosen) throw new Refusal('not-found', 'no such officer', { id: officerId })
    return chosen
  }
  return (
    officers.find(({ role }) => role === 'liquidator') ?? officers.find(({ role }) => role === 'representative') ?? null
  )
}

type Worth = (amount: Minor, currency: string) => Minor

/** Amounts in other currencies are worth what they were on the judgment (C. com. L622-25). */
const worthAt = async (ctx: Reading, judgment: Day): Promise<{ home: string; worth: Worth }> => {
  const { home, worth } = await worthOn(ctx, judgment)
  return {
    home,
    worth: (amount, currency) => {
      const known = worth(amount, currency)
      if (known === null)
        throw new Refusal('declaration.rate-missing', `no rate for ${currency} on ${judgment}`, {
          currency,
          day: judgment,
        })
      return known
    },
  }
}

/** What was paid or waived of an item's interest and fixed sum already, and what else was claimed: fees, costs, charges of paid invoices. */
const chargesOn = async (ctx: Reading, customerId: string, eve: Day, claimed: ReadonlySet<string>, worth: Worth) => {
  const sums = (await outstandingCharges(ctx, { asOf: eve, customerIds: [customerId] })).get(customerId) ?? []
  const settled = (itemId: string, kind: 'interest' | 'indemnity'): Minor =>
    sums
      .filter((sum) => sum.itemId === itemId && sum.kind === kind)
      .reduce((total, { paid, waived, currency }) => total + worth(paid + waived, currency), 0)
  const costs = sums
    .filter(({ itemId, kind }) => kind === 'fee' || kind === 'cost' || itemId === null || !claimed.has(itemId))
    .reduce((total, { open, currency }) => total + worth(open, currency), 0)
  return { settled, costs }
}

type Method = Draft['methods'][number]

/** Each item with its interest to the eve of the judgment and its fixed sum: one for an invoice, however many instalments. */
const claimItems = async (
  ctx: Reading,
  customerId: string,
  records: readonly OwedRecord[],
  judgment: Day,
  worth: Worth,
) => {
  const eve = eveOf(judgment)
  const movements = await movementsUntil(
    ctx.db,
    records.map(({ itemId }) => itemId),
    eve,
  )
  const termsOf = await lateTermsOf(ctx)
  const disputed = await disputedAsOf(ctx, ctx.today)
  const charges = await chargesOn(ctx, customerId, eve, new Set(records.map(({ itemId }) => itemId)), worth)
  const invoices = new Set<string>()
  const methods = new Map<string, Method>()
  const items = records.map((record): ClaimItem => {
    const { itemId, number, kind, issued, due, currency, open, invoicedAfter } = record
    const later = fallsDueLater(due, judgment)
    const terms = termsOf(customerId, issued)
    const late = later
      ? null
      : lateInterest({
          principal: record.amount,
          due,
          until: eve,
          movements: movements.get(itemId) ?? [],
          rate: terms.rate,
          dayCount: terms.dayCount,
          frozen: terms.frozen,
        })
    for (const { rate } of late?.segments ?? []) {
      const contract = terms.contractRate !== null
      const law = contract ? '' : (terms.series?.legalSource ?? '')
      methods.set(`${rate} ${contract} ${terms.dayCount}`, { rate, contract, dayCount: terms.dayCount, law })
    }
    const invoice = `${kind} ${number} ${issued}`
    const first = !invoices.has(invoice)
    invoices.add(invoice)
    const indemnity =
      !later && first
        ? Math.max(0, worth(fixedSumOf(record, terms, judgment), currency) - charges.settled(itemId, 'indemnity'))
        : 0
    return {
      itemId,
      number,
      issued,
      due,
      currency,
      principal: open,
      worth: worth(open, currency),
      interest: Math.max(0, worth(late?.interest ?? 0, currency) - charges.settled(itemId, 'interest')),
      interestDays: late?.days ?? 0,
      indemnity,
      later,
      disputed: Math.min(open, disputed.get(itemId) ?? 0),
      invoicedAfter: invoicedAfter === 1,
    }
  })
  return { items, costs: charges.costs, methods: [...methods.values()] }
}

const evidence = async (ctx: Reading, customerId: string, items: readonly ClaimItem[]): Promise<Draft['evidence']> => {
  const rows = await evidenceOf(
    ctx.db,
    customerId,
    items.map(({ itemId }) => itemId),
  )
  const byKind = Map.groupBy(rows, ({ kind, title, number }) => (number === null ? `${kind} ${title}` : kind))
  return [
    { kind: 'invoices', title: '', numbers: items.map(({ number }) => number) },
    ...[...byKind.values()].map((same) => ({
      kind: same[0]?.kind ?? 'other',
      title: same[0]?.number === null ? (same[0]?.title ?? '') : '',
      numbers: [...new Set(same.flatMap(({ number }) => number ?? []))],
    })),
  ]
}

/** What is owed of before the judgment and in no declaration yet; the items named only, each of which must be one. */
const candidates = async (ctx: Reading, customerId: string, judgment: Day, wanted: readonly string[] | undefined) => {
  const declared = await declaredItems(ctx.db, customerId, judgment, 'all')
  const owed = await owedBefore(ctx.db, customerId, { judgment, eve: eveOf(judgment), asOf: ctx.today })
  const twice = wanted?.find((id) => declared.has(id))
  if (twice !== undefined)
    throw new Refusal('declaration.item-declared', 'this item is declared already', {
      number: owed.find(({ itemId }) => itemId === twice)?.number ?? '',
    })
  const free = owed.filter(({ itemId }) => !declared.has(itemId))
  if (wanted === undefined) return { records: free, first: declared.size === 0 }
  const strange = wanted.find((id) => !free.some(({ itemId }) => itemId === id))
  if (strange !== undefined)
    throw new Refusal('declaration.item-invalid', `not owed on the eve of ${judgment}`, { judgment })
  return { records: free.filter(({ itemId }) => wanted.includes(itemId)), first: declared.size === 0 }
}

/**
 * Works out what would be declared of a customer's debts on the working day: what was open on the eve of the judgment, its
 * interest to that eve, fixed sums, costs, what falls due later; less unmatched receipts. Refuses `declaration.no-procedure`,
 * `declaration.nothing-to-declare`, an item declared already, a currency or a half-year without a rate.
 */
export const drawUp = async (ctx: Reading, input: DraftInput): Promise<Draft> => {
  const { customerId } = input
  const { insolvency, judgment, deadlines } = await procedureOf(ctx, customerId)
  const company = await requireCompany(ctx)
  const { home, worth } = await worthAt(ctx, judgment)
  const { records, first } = await candidates(ctx, customerId, judgment, input.itemIds)
  if (records.length === 0)
    throw new Refusal('declaration.nothing-to-declare', 'nothing is left to declare', { judgment })
  const { items, costs: charged, methods } = await claimItems(ctx, customerId, records, judgment, worth)
  // Receipts, fees and costs are of the account: the first declaration has them, one that completes it has not.
  const costs = first ? charged : 0
  const credits = first
    ? (await creditsOn(ctx.db, customerId, eveOf(judgment))).reduce(
        (sum, { amount, currency }) => sum + worth(amount, currency),
        0,
      )
    : 0
  const sums = sumsOf(items, costs, credits)
  if (sums.total <= 0)
    throw new Refusal('declaration.nothing-to-declare', 'receipts and credit notes cover what is owed', { judgment })
  const officer = addresseeAmong((await officersOf(ctx.db, customerId)).map(tellOfficer), input.officerId)
  const deadline = deadlines.find(({ code }) => code === 'declaration')
  const opening = insolvency.opening ?? insolvency.event
  const lastDay = deadline && (deadline.extended ?? deadline.on)
  const { signatory = company.signatory, capacity = company.signatoryRole } = input
  const warnings: Draft['warnings'] = [
    ...(officer ? [] : (['no-officer'] as const)),
    ...(officer && officer.city === '' ? (['no-address'] as const) : []),
    ...(signatory === '' ? (['no-signatory'] as const) : []),
    ...(lastDay && lastDay < ctx.today ? (['late'] as const) : []),
    ...(deadline ? [] : (['no-publication'] as const)),
    ...(items.some(({ disputed }) => disputed > 0) && input.courtSeised === '' ? (['disputed'] as const) : []),
  ]
  return {
    customerId,
    procedure: insolvency.kind,
    judgment,
    publishedOn: opening.publishedOn,
    court: opening.court,
    deadline: deadline
      ? {
          on: deadline.on,
          extended: deadline.extended,
          months: deadline.months,
          daysLeft: daysBetween(ctx.today, lastDay ?? deadline.on),
        }
      : null,
    officer,
    currency: home,
    items,
    ...sums,
    costs,
    credits,
    methods,
    evidence: await evidence(ctx, customerId, items),
    signatory,
    capacity,
    warnings,
  }
}
