import type { BankField } from '../../bank-mapping.schema.ts'
import { normaliseHeader } from '../headers.ts'
import type { Row } from '../rows.ts'

const CURRENCY = / (?:en )?(?:eur|euros?|usd|gbp|chf|devise)$/

/** As `normaliseHeader`, without the currency behind it: `Débit Euros` and `Amount (EUR)`. */
export const bankHeader = (header: string): string => normaliseHeader(header.replace('€', '')).replace(CURRENCY, '')

const words = (list: string): readonly string[] => list.split('|')

/** Header texts of banks by field, normalised, the most telling first. */
export const bankSynonyms: Record<BankField, readonly string[]> = {
  booked: words(
    'date comptable|date de comptabilisation|date comptabilisation|date operation|date d operation|date de l operation|' +
      'date ecriture|booking date|book date|posting date|posted date|transaction date|date transaction|completed date|' +
      'date completed|execution date|date d execution|date du mouvement|date mouvement|operation date|entry date|' +
      'date started|started date|settlement date|date',
  ),
  valued: words('date valeur|date de valeur|date val|value date|valeur|val date|interest date'),
  label: words(
    'libelle|libelle operation|libelle de l operation|libelle complet|libelle simplifie|libelle ecriture|' +
      'nature de l operation|description|transaction description|transaction details|operation|details|detail|label|memo|' +
      'narrative|intitule|remittance information|motif|communication|particulars|transaction|payment details',
  ),
  label2: words(
    'libelle complementaire|informations complementaires|information complementaire|libelle detaille|libelle 2|' +
      'detail de l ecriture|details de l operation|complement|commentaire|additional information|details 2|message|' +
      'reference text|payment reference|motif|communication|memo|notes|note|details|remittance information|libelle operation',
  ),
  label3: words(
    'libelle 3|informations|type operation|type d operation|transaction type|type|nature|category|categorie',
  ),
  amount: words(
    'montant|montant operation|montant de l operation|montant net|amount|amount net|net amount|transaction amount|' +
      'booking amount|montant ttc|somme',
  ),
  debit: words(
    'debit|debits|montant debit|debit amount|amount debit|paid out|money out|withdrawals|withdrawal|sorties|sortie',
  ),
  credit: words(
    'credit|credits|montant credit|credit amount|amount credit|paid in|money in|deposits|deposit|entrees|entree',
  ),
  balance: words(
    'solde|solde apres operation|solde progressif|solde courant|solde comptable|balance|running balance|balance after|account balance',
  ),
  party: words(
    'nom contrepartie|nom de la contrepartie|contrepartie|tiers|nom du tiers|beneficiaire|donneur d ordre|emetteur|' +
      'nom donneur d ordre|nom beneficiaire|counterparty name|counterparty|payer|payee|payer name|payee name|partner name|' +
      'beneficiary|sender|name|nom',
  ),
  partyAccount: words(
    'iban contrepartie|iban de la contrepartie|compte contrepartie|compte du tiers|iban tiers|counterparty iban|' +
      'counterparty account|iban beneficiaire|payer iban|partner iban|payee account number',
  ),
  reference: words(
    'reference|ref|reference operation|reference de l operation|end to end id|end to end|reference client|numero de cheque|' +
      'n cheque|n de cheque|cheque number|check number|transaction id|reference number|id',
  ),
  currency: words('devise|code devise|monnaie|currency|currency code|payment currency'),
  account: words(
    'compte|numero de compte|n de compte|n compte|numero compte|iban|iban du compte|account|account number|account iban|own account',
  ),
}

const known = new Set(Object.values(bankSynonyms).flat())

const HEADER_WITHIN = 40

/** Where the header of a bank's table stands: the first row with most names that banks use, two at least; -1 without one. */
export const findBankHeader = (rows: readonly Row[]): number => {
  const scores = rows
    .slice(0, HEADER_WITHIN)
    .map(({ cells }) => cells.filter((cell) => known.has(bankHeader(cell))).length)
  const most = Math.max(0, ...scores)
  return most >= 2 ? scores.indexOf(most) : -1
}

// What no bank writes: a table of invoices or a ledger.
const FOREIGN =
  /\b(?:factures?|invoices?|echeances?|due|clients?|customers?|fournisseurs?|ecriturenum|ecriture num|journal|lettrage|comptenum|compte num|tva|vat)\b/

/** Whether a header is a bank's: a day, an amount or debit and credit, and a text or a balance. A weak guess. */
export const isBankHeader = (header: readonly string[]): boolean => {
  const names = header.map(bankHeader)
  const has = (field: BankField) => names.some((name) => bankSynonyms[field].includes(name))
  const measured = has('amount') || (has('debit') && has('credit'))
  const told = has('label') || has('balance') || has('valued')
  return has('booked') && measured && told && !names.some((name) => FOREIGN.test(name))
}
