import type { Company } from '../company/company.contract.ts'
import { type CustomerInput, noIdentity } from '../customers/customers.contract.ts'
import { createCustomer } from '../customers/customers.service.ts'
import { isSiren, isVatNumber } from '../customers/identifiers.rules.ts'
import { languageOfCountry } from '../customers/language.rules.ts'
import type { CommandContext } from '../kernel/context.ts'
import { fold } from '../kernel/text.ts'
import type { InvoiceParty } from './einvoice.model.ts'
import { codeUsed, customerOf } from './einvoices.repository.ts'

const LONGEST_CODE = 40

const codeFor = async (ctx: CommandContext, { identifier, name }: InvoiceParty): Promise<string> => {
  const wanted = identifier.trim()
  const base =
    wanted && wanted.length <= LONGEST_CODE
      ? wanted
      : fold(name)
          .replace(/[^a-z0-9]+/g, '')
          .slice(0, 16)
          .toUpperCase() || 'CLIENT'
  let code = base
  for (let more = 2; await codeUsed(ctx.db, code); more += 1) code = `${base}${more}`
  return code
}

/** A customer as its invoice tells it; identifiers whose check digits do not hold are left out. */
const customerFrom = (buyer: InvoiceParty, code: string, company: Company): CustomerInput => {
  const country = /^[A-Z]{2}$/.test(buyer.country) ? buyer.country : company.country
  const reached = buyer.contact || buyer.email || buyer.phone
  return {
    code,
    name: (buyer.name || code).slice(0, 200),
    siren: isSiren(buyer.siren) ? buyer.siren : '',
    vatNumber: isVatNumber(buyer.vatNumber) ? buyer.vatNumber : '',
    ...noIdentity,
    language: languageOfCountry(country, company),
    country,
    terms: null,
    segment: '',
    salesperson: '',
    notes: '',
    noReminders: false,
    lateRegime: null,
    contacts: reached
      ? [
          {
            name: buyer.contact.slice(0, 120),
            role: '',
            email: buyer.email.slice(0, 200),
            phone: buyer.phone.slice(0, 60),
            dunning: true,
          },
        ]
      : [],
    addresses:
      buyer.street || buyer.postalCode || buyer.city
        ? [
            {
              kind: 'billing',
              street: buyer.street.slice(0, 300),
              postalCode: buyer.postalCode.slice(0, 20),
              city: buyer.city.slice(0, 100),
              country,
            },
          ]
        : [],
  }
}

export type Buyer = { id: string; terms: string | null; created: { code: string; name: string } | null }

/** The customer that an invoice was sent to, created when the book has none. */
export const requireBuyer = async (ctx: CommandContext, buyer: InvoiceParty, company: Company): Promise<Buyer> => {
  const { siren, vatNumber, identifier, name } = buyer
  const found = await customerOf(ctx.db, { siren, vatNumber, identifier: identifier.trim(), sortName: fold(name) })
  if (found) return { ...found, created: null }
  const { id, code, name: kept } = await createCustomer(ctx, customerFrom(buyer, await codeFor(ctx, buyer), company))
  return { id, terms: null, created: { code, name: kept } }
}
