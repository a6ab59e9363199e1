import type { LetterLanguage } from '../../kernel/contract.ts'
import type { Day } from '../../kernel/day.ts'
import type { Minor } from '../../kernel/money.ts'
import { fold } from '../../kernel/text.ts'
import type { itemRowKinds } from '../mapping.schema.ts'
import type { LineProblem, LineWarning } from './source.ts'

export type ItemKind = (typeof itemRowKinds)[number]

/**
 * One receivable of a table. Several rows may bear one number: an invoice's instalments, or a payment that settles
 * several invoices, its `amount` repeated. What settles may stand before what it settles.
 */
export type ItemRow = {
  line: number
  kind: ItemKind
  number: string
  /** '' where the file only has names. */
  customerCode: string
  /** '' where the file only has codes. */
  customerName: string
  issued: Day
  due: Day | null
  /** Minor units of `currency`, above zero whatever the kind. */
  amount: Minor
  currency: string
  settles: string | null
  settledOn: Day | null
  settledAmount: Minor | null
  /** The file does not say when it was issued. */
  approximate: boolean
}

export type CustomerRow = {
  line: number
  code: string
  name: string
  siren: string
  vatNumber: string
  language: LetterLanguage | null
  terms: string | null
  street: string
  postalCode: string
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string | null
  contact: string
  email: string
  phone: string
  notes: string
  segment: string
  salesperson: string
}

/** `records` counts the rows of the file so far that hold data, `leftOut` those of them that are no receivable. */
export type TableTotals = { records: number; leftOut: number }

export type TableBatch<T> = { rows: T[]; problems: LineProblem[]; warnings: LineWarning[]; totals: TableTotals }

const KIND_WORDS: Record<ItemKind, readonly string[]> = {
  invoice: [
    'invoice',
    'inv',
    'sales invoice',
    'tax invoice',
    'facture',
    'facture client',
    'fac',
    'fa',
    'receivable invoice',
    'accrec',
  ],
  credit_note: [
    'credit note',
    'credit_note',
    'creditnote',
    'credit memo',
    'credit',
    'avoir',
    'avoir client',
    'av',
    'note de credit',
    'accreccredit',
  ],
  payment: [
    'payment',
    'receipt',
    'receive payment',
    'reglement',
    'paiement',
    'encaissement',
    'versement',
    'acompte',
    'deposit',
  ],
  opening: [
    'opening',
    'opening balance',
    'a nouveau',
    'a-nouveau',
    'report a nouveau',
    'ouverture',
    'solde initial',
    'journal entry',
  ],
}
const kindByWord = new Map(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as ItemKind])),
)

export const parseKind = (text: string): ItemKind | null => kindByWord.get(fold(text)) ?? null

const LEFT_OUT = new Set([
  'draft',
  'brouillon',
  'void',
  'voided',
  'deleted',
  'cancelled',
  'canceled',
  'annule',
  'annulee',
  'supprime',
])
const SUPPLIERS = new Set(['fournisseur', 'fournisseurs', 'supplier', 'suppliers', 'vendor', 'accpay', 'bill'])

/** Documents that nobody owes: drafts, cancelled ones. */
export const isLeftOutStatus = (text: string): boolean => LEFT_OUT.has(fold(text)) || isSuppliersWord(text)
export const isSuppliersWord = (text: string): boolean => SUPPLIERS.has(fold(text))
