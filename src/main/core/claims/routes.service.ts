import { callsCalls } from '../calls/calls.service.ts'
import { requireCompany } from '../company/company.service.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handover } from '../handovers/handovers.contract.ts'
import { openHandoverOf, readHandover } from '../handovers/handovers.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, addMonths } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { limitationsOf } from '../limitations/limitations.service.ts'
import { insolvencyOf } from '../registers/registers.service.ts'
import { accountOf } from './account.service.ts'
import { seatOf } from './parties.document.ts'
import { letterPieces } from './pieces.repository.ts'
import { claimFileOf, missingBefore } from './pieces.service.ts'
import { type Court, courtOf, type Merchant, merchantByForm, routesFor } from './routes.rules.ts'

/** A debtor who spoke to us within these days answers. */
const ANSWERING_DAYS = 60
const ANSWERS = new Set(['promise', 'dispute', 'call-back', 'paid', 'told'])
/** Months before which a limitation counts as near: the first of the alerts (domain: prescription). */
const SOON_MONTHS = 12

const VOWEL = /^[aeiouyàâéèêëîïôûü]/i

/** “de Lyon”, “d’Avignon”, “du Havre”. */
const ofCity = (city: string): string => {
  if (/^le /i.test(city)) return `du ${city.slice(3)}`
  if (/^les /i.test(city)) return `des ${city.slice(4)}`
  return VOWEL.test(city) ? `d’${city}` : `de ${city}`
}

const NAMES: Record<Court['kind'], (city: string) => string> = {
  economic: (city) => `tribunal des activités économiques ${ofCity(city)}`,
  commercial: (city) => `tribunal de commerce${city ? ` dont dépend ${city}` : ''}`,
  civil: (city) => `tribunal judiciaire${city ? ` dont dépend ${city}` : ''}`,
}

export type DebtorCourt = Court & { name: string; proposed: boolean; form: string; merchant: Merchant }

/** The court of a debtor: as it was written for the hand-over, else proposed from its seat and its form. */
export const courtOfDebtor = (customer: Customer, handover: Handover | null): DebtorCourt => {
  const { form, merchant } = merchantByForm(handover?.debtorForm || customer.name)
  const court = courtOf(seatOf(customer)?.city ?? '', merchant)
  const written = handover?.court ?? ''
  return {
    ...court,
    name: written || NAMES[court.kind](court.city),
    proposed: written === '',
    form: handover?.debtorForm || form,
    merchant,
  }
}

const handoverFor = async (
  ctx: QueryContext,
  input: { handoverId?: string | undefined; customerId?: string | undefined },
): Promise<Handover | null> => {
  if (input.handoverId) return readHandover(ctx, input.handoverId)
  if (input.customerId) return openHandoverOf(ctx, input.customerId)
  throw new Refusal('input.invalid', 'a customer or a hand-over is needed', { field: 'customerId' })
}

/** Every route for a claim, measured on the working day in the company's currency: interest first, disputed part apart. */
export const routesOf = async (
  ctx: QueryContext,
  input: { handoverId?: string | undefined; customerId?: string | undefined },
) => {
  const handover = await handoverFor(ctx, input)
  const customerId = handover?.customerId ?? (input.customerId as string)
  const company = await requireCompany(ctx)
  const customer = await readCustomer(ctx, customerId)
  const accounts = await accountOf(ctx, {
    ...(handover ? { handoverId: handover.id } : { customerId }),
    asOf: ctx.today,
    imputation: 'interest-first',
  })
  const account = accounts.find(({ currency }) => currency === company.currency) ?? accounts[0]
  const ids = account?.debts.map(({ itemId }) => itemId) ?? []
  const letters = await letterPieces(ctx.db, customerId, ids)
  const insolvency = await insolvencyOf(ctx, customerId)
  const talks = (await callsCalls.list(ctx, { customerId, offset: 0, limit: 20 })).calls
  const limitation = [...(await limitationsOf(ctx, ctx.today, ids)).values()]
    .filter(({ suspended }) => !suspended)
    .map(({ cautious }) => cautious)
  const court = courtOfDebtor(customer, handover)
  const totals = account?.totals
  const principal = totals ? totals.principal - totals.credits : 0
  const routes = routesFor({
    principalAndInterest: principal + (totals ? totals.capitalised + totals.interest : 0),
    total: totals?.total ?? 0,
    disputed: totals?.disputed ?? 0,
    currency: account?.currency ?? company.currency,
    creditorCountry: company.country,
    debtorCountry: customer.country,
    hasAddress: seatOf(customer) !== null,
    creditor: merchantByForm(company.legalForm || company.name).merchant,
    debtor: court.merchant,
    court: court.kind,
    insolvent: insolvency !== null,
    limitation: limitation.toSorted()[0] ?? null,
    formalNoticeOn: letters.findLast(({ formal }) => formal === 1)?.day ?? null,
    missing: (handover
      ? (await claimFileOf(ctx, handover, company.language)).missing
      : await missingBefore(ctx, customer, accounts, letters)
    ).length,
    answers: talks.some(({ day, outcome }) => day >= addDays(ctx.today, -ANSWERING_DAYS) && ANSWERS.has(outcome)),
    asOf: ctx.today,
    soon: addMonths(ctx.today, SOON_MONTHS),
  })
  return {
    currency: account?.currency ?? company.currency,
    total: totals?.total ?? 0,
    routes,
    insolvent: insolvency !== null,
    court: { kind: court.kind, city: court.city, name: court.name, proposed: court.proposed },
    debtor: { form: court.form, merchant: court.merchant },
  }
}
