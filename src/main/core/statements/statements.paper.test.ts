import { expect, test } from 'vitest'
import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import type { Statement, StatementAccount } from './statements.contract.ts'
import { composeStatement } from './statements.paper.ts'

const company = {
  name: 'Fournil Martin',
  street: '1 rue Haute',
  country: 'FR',
  language: 'fr',
  bankAccounts: [
    { currency: 'EUR', iban: 'FR7630006000011234567890189', bic: '' },
    { currency: 'GBP', iban: 'FR7630006000011234567890189', bic: '' },
  ],
} as unknown as Company
const customer = { code: 'C-042', name: 'Alpha', country: 'FR', addresses: [], contacts: [] } as unknown as Customer

const account = (toPay: number, rest: Partial<StatementAccount> = {}): StatementAccount => ({
  ...{ currency: 'EUR', total: toPay, notDue: 0, overdue: toPay, unallocated: 0, disputed: 0, toPay },
  ...{ ageing: [], lines: [], opening: null, movements: [], ...rest },
})

const paymentOf = (one: StatementAccount, today: ReadonlyMap<string, number> | null = null) => {
  const statement: Statement = {
    ...{ customerId: 'c', asOf: '2026-06-30', kind: 'open', from: null, plans: [], accounts: [one] },
  }
  return composeStatement({ statement, customer, company, logo: null, today }, 'fr').accounts[0]?.payment
}

test('the code asks for what is to be paid, in euros, under a reference of the customer', () => {
  expect(paymentOf(account(12_345))?.qrPayload?.split('\n').slice(7)).toEqual(['EUR123.45', '', 'RF14C042'])
})

test('there is no code when nothing is due, in another currency, without an account, beyond the largest transfer', () => {
  expect(paymentOf(account(0, { total: 500, notDue: 500 }))).toMatchObject({ qrPayload: null })
  expect(paymentOf(account(5000, { currency: 'GBP' }))).toMatchObject({ qrPayload: null })
  expect(paymentOf(account(5000, { currency: 'USD' }))).toBeNull()
  expect(paymentOf(account(0, { total: -800, unallocated: -800 }))).toBeNull()
  expect(paymentOf(account(0, { total: 0 }))).toBeNull()
  expect(paymentOf(account(100_000_000_000))).toMatchObject({ qrPayload: null })
})

test('the statement of a past day asks for nothing that came in since', () => {
  const asked = (today: number) => paymentOf(account(12_345), new Map([['EUR', today]]))?.qrPayload
  expect(asked(12_345)).toContain('EUR123.45')
  // More is overdue by now: that of the day is still owed.
  expect(asked(99_999)).toContain('EUR123.45')
  expect(asked(12_344)).toBeNull()
  expect(paymentOf(account(12_345), new Map())?.qrPayload).toBeNull()
})
