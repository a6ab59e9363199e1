import type { Reader, Writer } from '../kernel/context.ts'
import type { BankAccountTable, CompanyTable } from './company.table.ts'

export const findCompany = (db: Reader) => db.selectFrom('company').selectAll().where('id', '=', 1).executeTakeFirst()

export const insertCompany = async (db: Writer, company: CompanyTable): Promise<void> => {
  await db.insertInto('company').values(company).execute()
}

export const updateCompany = async (db: Writer, changes: Partial<CompanyTable>): Promise<void> => {
  await db.updateTable('company').set(changes).where('id', '=', 1).execute()
}

export const listBankAccounts = (db: Reader) => db.selectFrom('bank_account').selectAll().orderBy('currency').execute()

export const upsertBankAccount = async (db: Writer, account: BankAccountTable): Promise<void> => {
  const { iban, bic, label } = account
  await db
    .insertInto('bank_account')
    .values(account)
    .onConflict((conflict) => conflict.column('currency').doUpdateSet({ iban, bic, label }))
    .execute()
}

export const deleteBankAccount = async (db: Writer, currency: string): Promise<void> => {
  await db.deleteFrom('bank_account').where('currency', '=', currency).execute()
}
