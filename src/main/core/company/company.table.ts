export type CompanyTable = {
  id: number
  name: string
  legal_form: string
  capital: string
  siren: string
  vat_number: string
  registry: string
  street: string
  postal_code: string
  city: string
  country: string
  currency: string
  language: 'fr' | 'en'
  terms: string
  phone: string
  email: string
  signatory: string
  signatory_role: string
  accent: string
  logo_id: string | null
  payment_link: string
}

export type BankAccountTable = { id: string; currency: string; iban: string; bic: string; label: string }
