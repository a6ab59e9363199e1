import { uuidv7 } from 'uuidv7'
import { requireCompany } from '../company/company.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import { effectiveTerms } from '../policy/effective-terms.rules.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { rateSeriesFor } from '../rates/rates.service.ts'
import { customerPositions, moveDueDates } from '../receivables/receivables.service.ts'
import { isSamePlace, postalAddressOf } from './addresses.rules.ts'
import type {
  Address,
  Contact,
  Customer,
  CustomerInput,
  customersContract,
  TimelineEntry,
} from './customers.contract.ts'
import {
  endSecondReview,
  findAlike,
  findBySiren,
  findCustomer,
  findCustomerByCode,
  findCustomers,
  findDuplicates,
  insertCustomer,
  insertEvent,
  listAddresses,
  listContacts,
  listCustomers,
  listWords,
  moveCustomer,
  replaceAddresses,
  replaceContacts,
  updateCustomer,
} from './customers.repository.ts'
import { lastReturned } from './customers.returned.repository.ts'
import { customerWarnings, normaliseCustomer } from './customers.rules.ts'
import { searchText } from './customers.search.ts'
import { listTimeline } from './customers.timeline.repository.ts'
import { normaliseIdentifier } from './identifiers.rules.ts'

type Reading = Pick<QueryContext, 'db'>

/** A customer with contacts and addresses; refuses `not-found`. */
export const readCustomer = async (ctx: Reading, id: string): Promise<Customer> => {
  const row = await findCustomer(ctx.db, id)
  if (!row) throw new Refusal('not-found', 'no such customer', { id })
  const [contacts, addresses] = await Promise.all([listContacts(ctx.db, id), listAddresses(ctx.db, id)])
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    siren: row.siren,
    vatNumber: row.vat_number,
    siret: row.siret,
    lei: row.lei,
    naf: row.naf,
    foundedOn: row.founded_on,
    prospect: row.prospect === 1,
    language: row.language,
    country: row.country,
    terms: row.terms,
    segment: row.segment,
    salesperson: row.salesperson,
    notes: row.notes,
    noReminders: row.no_reminders === 1,
    lateRegime: row.late_regime,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    contacts: contacts.map(({ name, role, email, phone, dunning }) => ({
      name,
      role,
      email,
      phone,
      dunning: dunning === 1,
    })),
    addresses: addresses.map(({ kind, street, postal_code, city, country }) => ({
      kind,
      street,
      postalCode: postal_code,
      city,
      country,
    })),
  }
}

const warningsOf = async (ctx: QueryContext, id: string | null, customer: CustomerInput) => {
  const siren = normaliseIdentifier(customer.siren)
  const others = siren ? await findBySiren(ctx.db, siren, id) : []
  return [
    ...others.map(({ code, name }) => ({ code: 'customer.siren-used', details: { code, name } })),
    ...customerWarnings(customer, ctx.today),
    ...(id === null ? [] : await returnedFrom(ctx, id, customer)),
  ]
}

/** A letter came back from the address that the next one would bear. */
const returnedFrom = async (ctx: QueryContext, id: string, { addresses }: CustomerInput) => {
  const [returned, address] = [await lastReturned(ctx.db, id), postalAddressOf(addresses)]
  if (!returned || !address) return []
  const { reference, day, ...place } = returned
  // At home the printed address bears no country.
  const same = isSamePlace(address, { ...place, country: place.country || address.country })
  return same ? [{ code: 'address-returned', details: { reference, day, city: address.city } }] : []
}

/** While a file is filled in: who has the same VAT number or name already. */
const duplicatesOf = async (ctx: QueryContext, id: string | null, customer: CustomerInput) => {
  const vat = normaliseIdentifier(customer.vatNumber)
  const alike = await findAlike(ctx.db, vat, fold(customer.name), id)
  const siren = normaliseIdentifier(customer.siren)
  // Who has the same SIREN is told for that.
  const others = alike.filter((one) => siren === '' || one.siren !== siren)
  return others.map(({ code, name, vat_number }) => ({
    code: vat !== '' && vat_number === vat ? 'customer.vat-used' : 'customer.name-used',
    details: { code, name },
  }))
}

/** The columns of a customer, with its folded name and search text. */
export const customerColumns = (customer: CustomerInput) => ({
  code: customer.code,
  name: customer.name,
  siren: customer.siren,
  vat_number: customer.vatNumber,
  siret: customer.siret,
  lei: customer.lei,
  naf: customer.naf,
  founded_on: customer.foundedOn,
  prospect: customer.prospect ? 1 : 0,
  language: customer.language,
  country: customer.country,
  terms: customer.terms,
  segment: customer.segment,
  salesperson: customer.salesperson,
  notes: customer.notes,
  no_reminders: customer.noReminders ? 1 : 0,
  late_regime: customer.lateRegime,
  sort_name: fold(customer.name),
  search: searchText([
    customer.code,
    customer.name,
    customer.siren,
    ...customer.contacts.flatMap((contact) => [contact.name, contact.email]),
  ]),
})

const contactRows = (customerId: string, contacts: Contact[]) =>
  contacts.map((contact) => ({ ...contact, id: uuidv7(), customer_id: customerId, dunning: contact.dunning ? 1 : 0 }))

const addressRows = (customerId: string, addresses: Address[]) =>
  addresses.map(({ kind, street, postalCode, city, country }) => ({
    id: uuidv7(),
    customer_id: customerId,
    kind,
    street,
    postal_code: postalCode,
    city,
    country,
  }))

const recordEvent = (
  ctx: CommandContext,
  customerId: string,
  kind: TimelineEntry['kind'],
  details: Record<string, unknown>,
) =>
  insertEvent(ctx.db, {
    id: uuidv7(),
    customer_id: customerId,
    day: ctx.today,
    at: ctx.now,
    user: ctx.user,
    kind,
    details: JSON.stringify(details),
  })

const saveParts = async (ctx: CommandContext, id: string, customer: CustomerInput) => {
  await replaceContacts(ctx.db, id, contactRows(id, customer.contacts))
  await replaceAddresses(ctx.db, id, addressRows(id, customer.addresses))
}

/** A regime is a series of rates that the book has; one retired stays where it is. */
const refuseUnknownRegime = async (ctx: CommandContext, regime: string | null, before: string | null) => {
  if (regime !== null && regime !== before) await rateSeriesFor(ctx, regime)
}

const refuseUsedCode = async (ctx: CommandContext, code: string, id: string | null) => {
  const other = await findCustomerByCode(ctx.db, code)
  if (other && other.id !== id)
    throw new Refusal('customer.code-used', `code ${code} belongs to ${other.name}`, { code, name: other.name })
}

export const createCustomer = async (ctx: CommandContext, input: CustomerInput): Promise<Customer> => {
  const customer = normaliseCustomer(input)
  await refuseUsedCode(ctx, customer.code, null)
  await refuseUnknownRegime(ctx, customer.lateRegime, null)
  const id = uuidv7()
  await insertCustomer(ctx.db, { id, ...customerColumns(customer), created_at: ctx.now, updated_at: ctx.now })
  await saveParts(ctx, id, customer)
  await recordEvent(ctx, id, 'created', {})
  return readCustomer(ctx, id)
}

/** Writes a customer's file; what changed goes into its history, and due dates follow changed terms. */
/** The terms that a customer's new invoices fall due by: its own, its segment's by the policy in force, the company's. */
export const effectiveTermsOf = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
  customer: Pick<Customer, 'terms' | 'segment'>,
): Promise<string> => {
  const [{ terms }, { content }] = [await requireCompany(ctx), await policyInForce(ctx)]
  return effectiveTerms(customer, content.credit.termsBySegment, terms)
}

export const editCustomer = async (ctx: CommandContext, id: string, input: CustomerInput): Promise<Customer> => {
  const before = await readCustomer(ctx, id)
  const customer = normaliseCustomer(input)
  await refuseUsedCode(ctx, customer.code, id)
  await refuseUnknownRegime(ctx, customer.lateRegime, before.lateRegime)
  await updateCustomer(ctx.db, id, { ...customerColumns(customer), updated_at: ctx.now })
  await saveParts(ctx, id, customer)
  const changed = Object.fromEntries(
    (Object.keys(customer) as (keyof CustomerInput)[])
      .filter((field) => JSON.stringify(customer[field]) !== JSON.stringify(before[field]))
      .map((field) => [field, { before: before[field], after: customer[field] }]),
  )
  if (Object.keys(changed).length > 0) await recordEvent(ctx, id, 'edited', changed)
  if (changed.terms || changed.segment)
    await moveDueDates(ctx, { customerId: id, terms: await effectiveTermsOf(ctx, customer) })
  return readCustomer(ctx, id)
}

const mergeCustomers = async (ctx: CommandContext, keep: string, remove: string): Promise<Customer> => {
  if (keep === remove)
    throw new Refusal('customer.merge-itself', 'a customer cannot be merged with itself', { id: keep })
  const [kept, removed] = [await readCustomer(ctx, keep), await readCustomer(ctx, remove)]
  await endSecondReview(ctx.db, { from: remove, to: keep, day: ctx.today, by: ctx.user })
  await moveCustomer(ctx.db, remove, keep)
  await recordEvent(ctx, keep, 'merged', { code: removed.code, name: removed.name, siren: removed.siren })
  await moveDueDates(ctx, { customerId: keep, terms: await effectiveTermsOf(ctx, kept) })
  const merged = await readCustomer(ctx, keep)
  await updateCustomer(ctx.db, keep, { ...customerColumns(merged), updated_at: ctx.now })
  return merged
}

export const customersCalls: Handlers<typeof customersContract> = {
  list: async (ctx, input) => {
    const { currency } = await requireCompany(ctx)
    const required = input.show === 'unproved' ? (await policyInForce(ctx)).content.requiredProofs : []
    const { total, rows } = await listCustomers(ctx.db, ctx.today, currency, { ...input, required })
    return {
      total,
      customers: rows.map(({ oldest, onHold, disputed, ...row }) => ({
        ...row,
        daysLate: oldest ? daysBetween(oldest, ctx.today) : 0,
        onHold: onHold === 1,
        disputed: disputed === 1,
      })),
    }
  },
  find: async (ctx, { search, limit }) => ({ customers: await findCustomers(ctx.db, search, fold(search), limit) }),
  get: async (ctx, { id }) => {
    const customer = await readCustomer(ctx, id)
    const [effectiveTerms, positions, warnings] = await Promise.all([
      effectiveTermsOf(ctx, customer),
      customerPositions(ctx, id, ctx.today),
      warningsOf(ctx, id, customer),
    ])
    return { customer, effectiveTerms, positions, warnings }
  },
  byCode: async (ctx, { code }) => {
    const row = await findCustomerByCode(ctx.db, code)
    if (!row) throw new Refusal('not-found', `no customer has the code ${code}`, { code })
    return { id: row.id }
  },
  create: (ctx, input) => createCustomer(ctx, input),
  update: (ctx, { id, customer }) => editCustomer(ctx, id, customer),
  check: async (ctx, { id, customer }) => ({
    warnings: [...(await warningsOf(ctx, id, customer)), ...(await duplicatesOf(ctx, id, customer))],
  }),
  timeline: async (ctx, { id, offset, limit }) => {
    const rows = await listTimeline(ctx.db, id, limit + 1, offset)
    const entries = rows.slice(0, limit).map(({ id: _id, ...row }) => ({
      ...row,
      kind: row.kind as TimelineEntry['kind'],
      details: JSON.parse(row.details) as Record<string, unknown>,
    }))
    return { entries, more: rows.length > limit }
  },
  segments: async (ctx) => ({ segments: await listWords(ctx.db, 'segment') }),
  salespeople: async (ctx) => ({ salespeople: await listWords(ctx.db, 'salesperson') }),
  duplicates: async (ctx) => {
    const groups = Map.groupBy(await findDuplicates(ctx.db), (row) => `${row.reason} ${row.value}`)
    return {
      groups: [...groups.values()].map((rows) => ({
        reason: rows[0]?.reason ?? 'name',
        value: rows[0]?.value ?? '',
        customers: rows.map(({ id, code, name }) => ({ id, code, name })),
      })),
    }
  },
  merge: (ctx, { keep, remove }) => mergeCustomers(ctx, keep, remove),
}
