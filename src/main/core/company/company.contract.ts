import { z } from 'zod'
import { command, fileSchema, idSchema, languageSchema, nothing, query } from '../kernel/contract.ts'
import { currencySchema } from '../kernel/money.ts'

export const companyInput = z.object({
  name: z.string().trim().min(1).max(200),
  legalForm: z.string().trim().max(60).default(''),
  capital: z.string().trim().max(60).default(''),
  siren: z.string().trim().default(''),
  vatNumber: z.string().trim().default(''),
  /** For instance "RCS Lyon". */
  registry: z.string().trim().max(100).default(''),
  street: z.string().trim().max(300).default(''),
  postalCode: z.string().trim().max(20).default(''),
  city: z.string().trim().max(100).default(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('FR'),
  currency: currencySchema.default('EUR'),
  language: languageSchema.default('fr'),
  /** Payment terms of customers without their own: `30`, `45eom-a`, `30eom+10`… */
  terms: z.string().trim().default('30'),
  phone: z.string().trim().max(60).default(''),
  email: z.string().trim().max(200).default(''),
  signatory: z.string().trim().max(120).default(''),
  signatoryRole: z.string().trim().max(120).default(''),
  /** Accent colour of the letters. */
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .default('#1f4e79'),
  /** Where customers may pay online, https; `{customer}`, `{reference}`, `{amount}`, `{currency}` are filled in. */
  paymentLink: z.string().trim().max(500).default(''),
})
export type CompanyInput = z.infer<typeof companyInput>

export const bankAccountSchema = z.object({
  currency: currencySchema,
  iban: z.string().trim().min(1),
  bic: z.string().trim().default(''),
  label: z.string().trim().default(''),
})

export const companyOutput = companyInput.extend({
  logoId: idSchema.nullable(),
  bankAccounts: z.array(bankAccountSchema),
})
export type Company = z.infer<typeof companyOutput>

export const companyContract = {
  get: query('read', 'The company of the book, with its bank accounts', { input: nothing, output: companyOutput }),
  update: command('configure', 'Change the company; changed default terms move the due dates computed from them', {
    input: companyInput,
    output: companyOutput,
  }),
  setBankAccount: command('configure', 'Set the bank account of a currency', {
    input: bankAccountSchema,
    output: companyOutput,
  }),
  removeBankAccount: command('configure', 'Remove the bank account of a currency', {
    input: z.object({ currency: currencySchema }),
    output: companyOutput,
  }),
  setLogo: command('configure', 'Set the letterhead logo (PNG, JPEG or SVG, 1 MB at most)', {
    input: z.object({ file: fileSchema }),
    output: companyOutput,
  }),
  removeLogo: command('configure', 'Remove the letterhead logo', { input: nothing, output: companyOutput }),
}
