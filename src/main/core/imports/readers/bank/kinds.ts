import type { BankLineKind } from '../../../bank/statement.model.ts'
import type { Minor } from '../../../kernel/money.ts'
import { fold } from '../../../kernel/text.ts'

type KindWords = { kind: BankLineKind; words: RegExp }

// Only on money taken: a customer who writes "impayé" on his transfer has paid.
const TAKEN: KindWords[] = [
  { kind: 'charge', words: /\b(?:frais|commissions?|cotisations?|abonnement|agios|fees?|charges?)\b/ },
  {
    kind: 'return',
    words:
      /\b(?:impayee?s?|rejet(?:s|ee?s?)?|rej|retour(?:s|nee?s?)?|returned|unpaid|bounced|rejected|rucklastschrift)\b/,
  },
]

const SAID: KindWords[] = [
  { kind: 'interest', words: /\b(?:interets?|interest)\b/ },
  { kind: 'direct_debit', words: /\b(?:prlv|prelevements?|prelevmnt|prelvt|prlvt|direct debit|sdd|lastschrift)\b/ },
  { kind: 'draft', words: /\b(?:lcr|effets?|traites?)\b/ },
  { kind: 'cheque', words: /\b(?:cheques?|chqs?|chq|checks?)\b/ },
  { kind: 'card', words: /\b(?:cb|carte|card)\b/ },
  { kind: 'cash', words: /\b(?:retrait|especes|cash|atm|dab)\b/ },
  { kind: 'transfer', words: /\b(?:vir|virt|virements?|transfer|wire|uberweisung)\b/ },
]

const said = (words: readonly KindWords[], label: string): BankLineKind | null =>
  words.find((one) => one.words.test(label))?.kind ?? null

/**
 * What a movement is, from the bank's code where it tells and from the words of the bank's label. A charge or something
 * coming back is told by words only on money taken; a code that says `return` stands for both directions.
 */
export const kindOf = (coded: BankLineKind | null, label: string, amount: Minor): BankLineKind => {
  if (coded === 'return') return 'return'
  const words = fold(label)
  return (amount < 0 ? said(TAKEN, words) : null) ?? coded ?? said(SAID, words) ?? 'other'
}

const table = (kinds: Partial<Record<BankLineKind, string>>): ReadonlyMap<string, BankLineKind> =>
  new Map(
    Object.entries(kinds).flatMap(([kind, codes]) => codes.split(' ').map((code) => [code, kind as BankLineKind])),
  )

// ISO 20022 external bank transaction codes: sub-families that say more than their family.
const ISO_SUB_FAMILIES = table({
  return: 'RRTN UPDD PRDD RCDD UPCQ UPCT UDFT RPCR',
  charge: 'CHRG FEES COMM COME COMI COMT',
  interest: 'INTR',
})
const ISO_FAMILIES = table({
  transfer: 'RCDT ICDT RRCT IRCT',
  direct_debit: 'RDDT IDDT',
  cheque: 'RCHQ ICHQ LBOX',
  draft: 'DRFT',
  card: 'CCRD MCRD',
  cash: 'CNTR',
})

export const kindOfIsoCode = (family: string, subFamily: string): BankLineKind | null =>
  ISO_SUB_FAMILIES.get(subFamily) ?? ISO_FAMILIES.get(family) ?? null

// The interbank codes that banks agree on; the others, and the letters of SEPA, differ and are told by the label.
const CFONB = table({ cheque: '01 02', transfer: '05 06 18 21', direct_debit: '08' })
export const kindOfCfonbCode = (code: string): BankLineKind | null => CFONB.get(code) ?? null

const SWIFT = table({
  transfer: 'TRF STO',
  direct_debit: 'DDT',
  cheque: 'CHK',
  draft: 'BOE',
  return: 'RTI',
  charge: 'CHG COM',
  interest: 'INT',
})
/** Of `NTRF` and the like; `S` and a number is a SWIFT message, a transfer where it is MT 1xx or 2xx. */
export const kindOfSwiftCode = (code: string): BankLineKind | null =>
  SWIFT.get(code.slice(1)) ?? (/^S[12]\d\d$/.test(code) ? 'transfer' : null)

// Geschäftsvorfallcodes of the German banks.
const GVC = table({
  return: '009 059 108 109 159 181 184',
  direct_debit: '004 005 084 104 105 171 174 192 195',
  cheque: '001 002 070 071 101 102',
  cash: '082 083',
  interest: '814',
  charge: '805 808 809',
  transfer: '020 051 052 053 054 116 117 118 119 152 153 154 155 156 166 168 191 201 202',
})
export const kindOfGermanCode = (code: string): BankLineKind | null => GVC.get(code) ?? null

const OFX = table({
  interest: 'INT DIV',
  charge: 'FEE SRVCHG',
  cash: 'ATM CASH',
  card: 'POS',
  transfer: 'XFER PAYMENT DIRECTDEP REPEATPMT',
  cheque: 'CHECK',
  direct_debit: 'DIRECTDEBIT',
})
export const kindOfOfxType = (type: string): BankLineKind | null => OFX.get(type) ?? null
