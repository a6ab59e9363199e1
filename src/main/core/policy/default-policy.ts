import { defaultCreditPolicy } from './default-credit-policy.ts'
import type { PolicyContent } from './policy.contract.ts'

const reason = (code: string, fr: string, en: string) => ({ code, fr, en, active: true })

/**
 * The policy of a book that has none of its own yet. Amounts and delays are market practice, not law; every one can be
 * changed. Codes of reasons are kept by disputes and never change.
 */
export const defaultPolicy: PolicyContent = {
  writeOffLimits: { EUR: 500, GBP: 500, CHF: 500, USD: 500 },
  losses: { authority: [], aloneUpTo: 0 },
  disputeReasons: [
    reason('price', 'Prix', 'Price'),
    reason('quantity', 'Quantité', 'Quantity'),
    reason('quality', 'Qualité', 'Quality'),
    reason('delivery', 'Livraison incomplète ou tardive', 'Incomplete or late delivery'),
    reason('damaged', 'Marchandise endommagée', 'Damaged goods'),
    reason('unknown-order', 'Commande non reconnue', 'Order not recognised'),
    reason('order-number', 'Bon de commande manquant', 'Purchase order missing'),
    reason('duplicate', 'Facture en double', 'Duplicate invoice'),
    reason('already-paid', 'Déjà payé', 'Already paid'),
    reason('credit-expected', 'Avoir attendu', 'Credit note expected'),
    reason('other', 'Autre', 'Other'),
  ],
  disputeDays: 30,
  requiredProofs: [['invoice'], ['order', 'quote', 'contract'], ['delivery_note', 'receipt']],
  invoicingHours: 48,
  instalmentGraceDays: 5,
  promiseGraceDays: 2,
  charges: { lateRate: null, dayCount: 'act/365', rateFollows: 'law', discount: null },
  credit: defaultCreditPolicy,
}
