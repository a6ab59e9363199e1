import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { rfReference } from '../customers/identifiers.rules.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import type { Minor } from '../kernel/money.ts'
import { epcPayload } from '../letters/epc.rules.ts'
import type { LetterData } from '../letters/letter.model.ts'
import { fileNameOf, senderOf, usualRecipient } from '../letters/letter.parties.ts'
import type { StatementData } from '../letters/statement.model.ts'
import type { Statement, StatementAccount } from './statements.contract.ts'

type Parts = {
  statement: Statement
  customer: Customer
  company: Company
  logo: LetterData['sender']['logo']
  /** Of a statement of a past day: what is to be paid today, by currency. Null: of today, or of a day to come. */
  today: ReadonlyMap<string, Minor> | null
}

const PREFIX: Record<LetterLanguage, string> = { fr: 'RC', en: 'SA', de: 'KA', es: 'EC' }

/** `RC-20261122-C0042`: a statement is known by its day and its customer. */
export const referenceOf = (customer: Pick<Customer, 'code'>, asOf: string, language: LetterLanguage): string =>
  `${PREFIX[language]}-${asOf.replaceAll('-', '')}-${customer.code}`

/** `RC-20261122-C0042-durand-sas.pdf`, safe on every system. */
export const statementName = (customer: Pick<Customer, 'code' | 'name'>, asOf: string, language: LetterLanguage) =>
  fileNameOf(referenceOf(customer, asOf, language).replace(/[^A-Za-z0-9-]+/g, '-'), customer.name)

// Up to 21 letters and digits make a creditor reference (ISO 11649).
const paymentReferenceOf = ({ code }: Pick<Customer, 'code'>, { lines }: StatementAccount): string => {
  const [only, ...others] = lines.filter(({ daysLate }) => daysLate > 0)
  const text = (only && others.length === 0 ? only.number : code).toUpperCase().replace(/[^A-Z0-9]/g, '')
  return text === '' || text.length > 21 ? '' : rfReference(text)
}

/**
 * Where to pay what is overdue; nothing for an account that owes nothing. Whoever scans the code of a past day pays now: there
 * is none where less than that is still to be paid.
 */
const paymentOf = (account: StatementAccount, { customer, company, today }: Parts): LetterData['payment'] => {
  const bank = company.bankAccounts.find(({ currency }) => currency === account.currency)
  if (!bank || account.total <= 0) return null
  const reference = paymentReferenceOf(customer, account)
  const { iban, bic } = bank
  const transfer = { beneficiary: company.name, iban, bic, reference }
  const asked = today === null || (today.get(account.currency) ?? 0) >= account.toPay ? account.toPay : 0
  return { ...transfer, qrPayload: epcPayload({ ...transfer, amount: asked, currency: account.currency }) }
}

/** Sets the figures of a statement for the typesetter; it goes where reminders go. */
export const composeStatement = (parts: Parts, language: LetterLanguage): StatementData => {
  const { statement, customer, company, logo } = parts
  return {
    language,
    sender: senderOf(company, logo),
    recipient: usualRecipient(customer, company),
    reference: referenceOf(customer, statement.asOf, language),
    date: statement.asOf,
    kind: statement.kind,
    from: statement.from,
    plans: statement.plans,
    accounts: statement.accounts.map((account) => ({ ...account, payment: paymentOf(account, parts) })),
  }
}
