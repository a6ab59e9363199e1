import { hash } from 'node:crypto'
import { fold } from '../../kernel/text.ts'
import type { CustomerField, ItemField } from '../mapping.schema.ts'

/** `*InvoiceNumber` and `Invoice number` as `invoice number`, `N° facture` as `n facture`. */
export const normaliseHeader = (header: string): string =>
  fold(header.replace(/([a-z\d])([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a layout is recognised by next time: the same columns, however they are written. */
export const layoutSignature = (header: readonly string[]): string =>
  hash('sha256', header.map(normaliseHeader).join('\u0001'), 'hex').slice(0, 32)

const wordLists = <F extends string>(lists: Record<F, string>): Record<F, readonly string[]> =>
  Object.fromEntries(Object.entries<string>(lists).map(([field, words]) => [field, words.split('|')])) as Record<
    F,
    string[]
  >

/** Header texts by field, normalised, the most telling first. */
export const itemSynonyms = wordLists<ItemField>({
  customerCode:
    'customer id|customer code|customer number|customer no|code client|n client|no client|numero client|code tiers|' +
    'code du tiers|contact account number|client code|client id|id client|debtor code|account number|' +
    'ref client|reference client|compte auxiliaire|compte tiers|compte client|compte|code',
  customerName:
    'customer name|customer full name|nom client|nom du client|raison sociale|contact name|customer|client|party s name|' +
    'party name|debtor name|debtor|nom du tiers|intitule du tiers|tiers|company name|company|societe|bill to|intitule|' +
    'denomination|organisation|contact|nom|name',
  number:
    'invoice number|invoice no|invoice num|n facture|no facture|num facture|numero facture|numero de facture|n de facture|' +
    'facture n|n piece|no piece|numero piece|numero de piece|ref piece|reference piece|ref facture|reference facture|' +
    'document number|document no|doc no|n document|numero document|transaction number|bill no|ref no|facture|piece|' +
    'document|num|no|n|numero|number|invoice|invoice id|reference|ref',
  issued:
    'invoice date|date facture|date de facture|date de la facture|date d emission|date emission|issue date|issued|' +
    'date piece|date de piece|document date|date document|transaction date|bill date|date',
  due:
    'due date|date echeance|date d echeance|date limite de paiement|date limite|echeance|echeance le|due on|payment due|' +
    'maturity date|a payer le|due',
  amount:
    'invoice amount|montant ttc|total ttc|ttc|montant facture|net a payer|amount incl tax|total incl tax|invoice total|' +
    'original amount|gross amount|total amount|montant|amount|total|opening amount|opening',
  open:
    'open balance|open amount|outstanding amount|outstanding|amount due|balance due|reste a payer|reste du|restant du|' +
    'solde restant|solde du|montant restant|montant du|montant ouvert|pending amount|pending|remaining|residual|solde|' +
    'balance|open|encours',
  paid: 'amount paid|montant regle|montant paye|deja regle|deja paye|regle|paye|paid|acompte',
  debit: 'debit|montant debit|debit amount',
  credit: 'credit|montant credit|credit amount',
  currency: 'currency code|currency|devise|code devise|monnaie',
  settledOn:
    'settled date|settled on|settlement date|date de reglement|date reglement|date de paiement|date paiement|' +
    'date d encaissement|payment date|paid date|paid on',
  kind: 'kind|transaction type|document type|type de piece|type piece|type de document|type|nature',
  status: 'invoice status|status|statut|etat|state',
  quantity: 'quantity|qty|quantite|qte',
  unitAmount: 'unit amount|unit price|item price|prix unitaire|pu ht|pu',
  discount: 'discount|remise',
  tax: 'tax amount|item tax amount|montant tva|tva',
})

export const customerSynonyms = wordLists<CustomerField>({
  code: 'code|customer code|customer id|code client|code tiers|n client|numero client|account number|id|ref',
  name: 'raison sociale|customer name|nom client|societe|nom|company name|company|name|contact name|client|tiers|denomination',
  siren: 'siren|n siren|numero siren|siret|n siret|numero siret|siren siret|siret siren',
  vatNumber:
    'vat number|vat no|vat|tva intracommunautaire|n tva intracommunautaire|tva intracom|n tva|numero tva|numero de tva|' +
    'tax number|tax id',
  language: 'language|langue|lang',
  terms: 'payment terms|terms|conditions de paiement|conditions de reglement|delai de paiement|delai de reglement',
  street: 'street|address|adresse|adresse 1|address 1|address line 1|address line1|po address line1|rue',
  postalCode: 'postal code|code postal|cp|zip|zip code|postcode',
  city: 'city|ville|town',
  country: 'country|country code|pays|code pays|country id|country id id',
  contact: 'contact|primary person|interlocuteur|contact name|nom du contact',
  email: 'email|e mail|mail|courriel|adresse email|adresse e mail|email address',
  phone: 'phone|telephone|tel|telephone portable|mobile|phone number|telephone fixe',
  notes: 'notes|note|commentaire|commentaires|remarques|comments',
  segment: 'segment|segment client|categorie client|famille client|customer segment|customer group|categorie|category',
  salesperson:
    'salesperson|commercial|vendeur|representant|account manager|sales person|sales rep|sales representative|' +
    'nom du commercial|charge d affaires|responsable commercial|sales owner|user id',
})

const DAYS = '\\s*(?:j|jours?|d|days?)?\\.?\\s*'

// The columns of an aged balance and the fewest days late of what they hold.
const BUCKETS: { pattern: RegExp; daysLate: (bound: number) => number }[] = [
  { pattern: /^(?:non échue?s?|à échoir|not (?:yet )?due|current|courant)$/i, daysLate: () => 0 },
  {
    pattern: new RegExp(`^(\\d{1,3})${DAYS}(?:-|–|à|to)\\s*\\d{1,3}${DAYS}$`, 'i'),
    daysLate: (from) => Math.max(1, from),
  },
  { pattern: new RegExp(`^(?:\\+|>|over|plus de)\\s*(\\d{1,3})${DAYS}$`, 'i'), daysLate: (from) => from + 1 },
  { pattern: new RegExp(`^(\\d{1,3})${DAYS}(?:\\+|et plus)$`, 'i'), daysLate: (from) => from + 1 },
  { pattern: /^< *1 (?:month|mois)$/i, daysLate: () => 1 },
  { pattern: /^([1-9]) (?:months?|mois)$/i, daysLate: (months) => months * 30 + 1 },
  { pattern: /^older$/i, daysLate: () => 121 },
]

/** The fewest days late of what an aged-balance column holds, 0 for not due; null for another column. */
export const bucketOf = (header: string): number | null => {
  for (const { pattern, daysLate } of BUCKETS) {
    const match = pattern.exec(header.trim().normalize('NFC'))
    if (match) return daysLate(Number(match[1] ?? 0))
  }
  return null
}

const known = new Set([...Object.values(itemSynonyms), ...Object.values(customerSynonyms)].flat())

/** How many cells of a row are headers that the program knows. */
export const knownHeaders = (cells: readonly string[]): number =>
  cells.filter((cell) => known.has(normaliseHeader(cell)) || bucketOf(cell) !== null).length
