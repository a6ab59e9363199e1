import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { rfReference } from '../customers/identifiers.rules.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import { epcPayload } from '../letters/epc.rules.ts'
import type { Exposure } from '../limits/exposure.schema.ts'
import type { Statement, StatementAccount } from '../statements/statements.contract.ts'
import { SPACE_FORMAT, type SpaceAccount, type SpaceCredit, type SpacePayload } from './space.model.ts'

/** RF… of a number or a code of 1 to 21 letters and digits; empty where none can be made. */
export const referenceFor = (text: string): string => {
  const signs = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return signs === '' || signs.length > 21 ? '' : rfReference(signs)
}

const bankOf = ({ currency }: StatementAccount, company: Company, reference: string): SpaceAccount['bank'] => {
  const account = company.bankAccounts.find((one) => one.currency === currency)
  if (!account) return null
  const { iban, bic } = account
  const transfer = { beneficiary: company.name, iban, bic, reference }
  // The page puts the amount in: what makes no code for a cent makes none.
  return {
    ...transfer,
    epc: epcPayload({ ...transfer, reference: reference || 'RF18539007547034', amount: 1, currency }),
  }
}

const accountFor = (account: StatementAccount, company: Company, customer: Customer): SpaceAccount => {
  const { lines, opening: _opening, movements: _movements, ...figures } = account
  return {
    ...figures,
    lines: lines.map((line) => ({ ...line, reference: line.amount > 0 ? referenceFor(line.number) : '' })),
    bank: bankOf(account, company, referenceFor(customer.code)),
  }
}

/** A limit as the customer sees it: what is used or left is never below zero. */
export const creditOf = ({ currency, limit, total, available, limitUntil }: Exposure): SpaceCredit => ({
  currency,
  limit,
  used: Math.max(0, total),
  available: available === null ? null : Math.max(0, available),
  until: limitUntil,
})

const linesOf = ({ street, postalCode, city }: { street: string; postalCode: string; city: string }): string[] =>
  [...street.split('\n'), [postalCode, city].filter(Boolean).join(' ')].filter(Boolean)

type Parts = {
  language: LetterLanguage
  until: string
  statement: Statement
  customer: Customer
  company: Company
  logo: string | null
} & Pick<SpacePayload, 'files' | 'credit' | 'decision' | 'answering'>

export const payloadOf = ({ statement, customer, company, logo, ...told }: Parts): SpacePayload => {
  const address = customer.addresses.find(({ kind }) => kind === 'billing') ?? customer.addresses[0]
  return {
    format: SPACE_FORMAT,
    asOf: statement.asOf,
    firm: {
      name: company.name,
      lines: linesOf(company),
      email: company.email,
      phone: company.phone,
      accent: company.accent,
      logo,
    },
    customer: {
      code: customer.code,
      name: customer.name,
      lines: address ? linesOf(address) : [],
      contacts: customer.contacts,
      addresses: customer.addresses,
    },
    accounts: statement.accounts.map((account) => accountFor(account, company, customer)),
    plans: statement.plans,
    paymentLink: company.paymentLink,
    ...told,
  }
}
