import type { LetterLanguage } from '../kernel/contract.ts'

export type CustomerTable = {
  id: string
  code: string
  name: string
  siren: string
  vat_number: string
  siret: string
  lei: string
  naf: string
  founded_on: string | null
  prospect: number
  language: LetterLanguage
  country: string
  terms: string | null
  segment: string
  /** Who sells to it; empty: nobody named. */
  salesperson: string
  notes: string
  no_reminders: number
  /** Key of a rate series; null: the law of the company's country, or the contract's rate. */
  late_regime: string | null
  /** Folded name, for sorting: lower case, no accents. */
  sort_name: string
  /** Folded code, name, SIREN and contacts, indexed by trigrams. */
  search: string
  created_at: string
  updated_at: string
}

export type ContactTable = {
  id: string
  customer_id: string
  name: string
  role: string
  email: string
  phone: string
  dunning: number
}

export type AddressTable = {
  id: string
  customer_id: string
  kind: 'registered' | 'billing' | 'delivery'
  street: string
  postal_code: string
  city: string
  country: string
}

export type CustomerEventTable = {
  id: string
  customer_id: string
  day: string
  at: string
  user: string
  kind: string
  details: string
}
