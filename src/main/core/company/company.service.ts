import { uuidv7 } from 'uuidv7'
import { formatIban, isBic, isIban, isSiren, isVatNumber, normaliseIdentifier } from '../customers/identifiers.rules.ts'
import { keepDocument, readDocument, removeDocument } from '../documents/documents.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext, Writer } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { moveDueDates } from '../receivables/receivables.service.ts'
import { formatTerms, parseTerms } from '../receivables/terms.rules.ts'
import type { Company, CompanyInput, companyContract } from './company.contract.ts'
import {
  deleteBankAccount,
  findCompany,
  insertCompany,
  listBankAccounts,
  updateCompany,
  upsertBankAccount,
} from './company.repository.ts'
import { pictureType } from './logo.rules.ts'

const LARGEST_LOGO = 1_000_000

/** The company of the book. A book always has one. */
export const requireCompany = async (ctx: Pick<QueryContext, 'db'>): Promise<Company> => {
  const row = await findCompany(ctx.db)
  if (!row) throw new Refusal('not-found', 'the book holds no company')
  const accounts = await listBankAccounts(ctx.db)
  return {
    name: row.name,
    legalForm: row.legal_form,
    capital: row.capital,
    siren: row.siren,
    vatNumber: row.vat_number,
    registry: row.registry,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    currency: row.currency,
    language: row.language,
    terms: row.terms,
    phone: row.phone,
    email: row.email,
    signatory: row.signatory,
    signatoryRole: row.signatory_role,
    accent: row.accent,
    paymentLink: row.payment_link,
    logoId: row.logo_id,
    bankAccounts: accounts.map(({ currency, iban, bic, label }) => ({ currency, iban, bic, label })),
  }
}

/** The letterhead's logo as papers take it; null without one. */
export const readLogo = async (
  ctx: Pick<QueryContext, 'db'>,
  { logoId }: Pick<Company, 'logoId'>,
): Promise<{ mediaType: string; bytes: Uint8Array } | null> => {
  if (!logoId) return null
  const { media_type, bytes } = await readDocument(ctx, logoId)
  return { mediaType: media_type, bytes: new Uint8Array(bytes) }
}

/** Identifiers without spaces and with valid check digits, terms in their usual spelling; refuses the rest. */
export const normaliseCompany = (company: CompanyInput): CompanyInput => {
  const siren = normaliseIdentifier(company.siren)
  const vatNumber = normaliseIdentifier(company.vatNumber)
  if (siren && company.country === 'FR' && !isSiren(siren))
    throw new Refusal('identifier.siren', `${company.siren} is not a SIREN number`, { value: company.siren })
  if (vatNumber && !isVatNumber(vatNumber))
    throw new Refusal('identifier.vat', `${company.vatNumber} is not a VAT number`, { value: company.vatNumber })
  // A page sent to customers must not lead elsewhere than to a site whose certificate is checked.
  const { paymentLink } = company
  if (paymentLink && !(/^https:\/\//i.test(paymentLink) && URL.canParse(paymentLink.replace(/\{\w+\}/g, 'x'))))
    throw new Refusal('company.payment-link-invalid', `${paymentLink} is no https address`, { value: paymentLink })
  return { ...company, siren, vatNumber, terms: formatTerms(parseTerms(company.terms)) }
}

const columns = (company: CompanyInput) => ({
  name: company.name,
  legal_form: company.legalForm,
  capital: company.capital,
  siren: company.siren,
  vat_number: company.vatNumber,
  registry: company.registry,
  street: company.street,
  postal_code: company.postalCode,
  city: company.city,
  country: company.country,
  currency: company.currency,
  language: company.language,
  terms: company.terms,
  phone: company.phone,
  email: company.email,
  signatory: company.signatory,
  signatory_role: company.signatoryRole,
  accent: company.accent,
  payment_link: company.paymentLink,
})

/** Writes the company of a new book, with the bank account of its currency when there is an IBAN. */
export const createCompany = async (db: Writer, input: CompanyInput, iban: string, bic: string): Promise<void> => {
  const company = normaliseCompany(input)
  await insertCompany(db, { id: 1, ...columns(company), logo_id: null })
  if (iban.trim()) await upsertBankAccount(db, bankAccountRow({ currency: company.currency, iban, bic, label: '' }))
}

const bankAccountRow = (account: { currency: string; iban: string; bic: string; label: string }) => {
  const iban = normaliseIdentifier(account.iban)
  const bic = normaliseIdentifier(account.bic)
  if (!isIban(iban)) throw new Refusal('identifier.iban', `${account.iban} is not an IBAN`, { value: account.iban })
  if (bic && !isBic(bic)) throw new Refusal('identifier.bic', `${account.bic} is not a BIC`, { value: account.bic })
  return { id: uuidv7(), currency: account.currency, iban: formatIban(iban), bic, label: account.label }
}

const editCompany = async (ctx: CommandContext, input: CompanyInput): Promise<Company> => {
  const before = await requireCompany(ctx)
  const company = normaliseCompany(input)
  await updateCompany(ctx.db, columns(company))
  if (company.terms !== before.terms) {
    const { termsBySegment } = (await policyInForce(ctx)).content.credit
    const exceptSegments = termsBySegment.map(({ segment }) => segment)
    await moveDueDates(ctx, { customerId: null, terms: company.terms, exceptSegments })
  }
  return requireCompany(ctx)
}

const setLogo = async (ctx: CommandContext, file: Blob): Promise<Company> => {
  const { logoId } = await requireCompany(ctx)
  const bytes = file.size > LARGEST_LOGO ? new Uint8Array() : new Uint8Array(await file.arrayBuffer())
  const type = pictureType(bytes)
  if (!type)
    throw new Refusal('company.logo-invalid', 'a logo is a PNG, JPEG or SVG picture of at most 1 MB', {
      type: file.type,
      size: file.size,
    })
  const { id } = await keepDocument(ctx, 'logo', type, bytes)
  await updateCompany(ctx.db, { logo_id: id })
  if (logoId) await removeDocument(ctx, logoId)
  return requireCompany(ctx)
}

const removeLogo = async (ctx: CommandContext): Promise<Company> => {
  const { logoId } = await requireCompany(ctx)
  await updateCompany(ctx.db, { logo_id: null })
  if (logoId) await removeDocument(ctx, logoId)
  return requireCompany(ctx)
}

export const companyCalls: Handlers<typeof companyContract> = {
  get: (ctx) => requireCompany(ctx),
  update: (ctx, input) => editCompany(ctx, input),
  setBankAccount: async (ctx, account) => {
    await upsertBankAccount(ctx.db, bankAccountRow(account))
    return requireCompany(ctx)
  },
  removeBankAccount: async (ctx, { currency }) => {
    await deleteBankAccount(ctx.db, currency)
    return requireCompany(ctx)
  },
  setLogo: (ctx, { file }) => setLogo(ctx, file),
  removeLogo: (ctx) => removeLogo(ctx),
}
