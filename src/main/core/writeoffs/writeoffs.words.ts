import type { Language } from '../kernel/contract.ts'
import type { TaxState, WriteOffReason } from './writeoffs.schema.ts'

type Words = {
  title: string
  period: (from: string, until: string) => string
  fileName: string
  reasons: Record<WriteOffReason, string>
  kinds: Record<'loss' | 'received' | 'reversed', string>
  tax: Record<TaxState, string>
  columns: {
    day: string
    reference: string
    kind: string
    code: string
    customer: string
    number: string
    issued: string
    reason: string
    note: string
    net: string
    tax: string
    gross: string
    toRecover: string
    state: string
    deadline: string
    notice: string
    loss: string
    taxPart: string
    taxAccount: string
    doubtful: string
    proposedBy: string
    approvedBy: string
  }
  total: string
  none: string
  notes: { entries: string; received: string; open: string; back: string }
}

/** Words of the accountant's list, in the company's language. */
export const listWords: Record<Language, Words> = {
  fr: {
    title: 'Créances passées en perte',
    period: (from, until) => `du ${from} au ${until}`,
    fileName: 'passages-en-perte',
    reasons: {
      'insolvent-liquidation': 'Liquidation judiciaire',
      uneconomic: 'Recouvrement trop coûteux',
      'time-barred': 'Créance prescrite',
      settlement: 'Transaction',
      'dispute-lost': 'Litige perdu',
      untraceable: 'Débiteur introuvable',
      other: 'Autre motif',
    },
    kinds: { loss: 'Perte', received: 'Rentrée', reversed: 'Annulation' },
    tax: {
      none: 'sans objet',
      unknown: 'TVA à préciser',
      waiting: 'en attente de l’événement',
      notice: 'avis à établir',
      claim: 'à déduire',
      claimed: 'déduite',
      lapsed: 'délai expiré',
    },
    columns: {
      day: 'Date',
      reference: 'Référence',
      kind: 'Nature',
      code: 'Code client',
      customer: 'Client',
      number: 'Pièce',
      issued: 'Date pièce',
      reason: 'Motif',
      note: 'Précision',
      net: 'HT',
      tax: 'TVA',
      gross: 'TTC',
      toRecover: 'TVA à récupérer',
      state: 'État de la TVA',
      deadline: 'Échéance TVA',
      notice: 'Avis art. 272',
      loss: '654',
      taxPart: 'TVA au débit',
      taxAccount: 'Compte de TVA',
      doubtful: '416',
      proposedBy: 'Proposé par',
      approvedBy: 'Approuvé par',
    },
    total: 'Total',
    none: '–',
    notes: {
      entries:
        'Écriture proposée : débit 654 (HT) et 44571 (TVA récupérable) par le crédit de 416 (TTC) ; la dépréciation 491 est reprise. Une rentrée ou une annulation porte des montants négatifs.',
      received:
        'TVA sur encaissements : elle n’était pas exigible, la TVA en attente (44574) est soldée et rien n’est à récupérer.',
      open: 'Tant que la TVA n’est pas récupérable, la perte est portée pour son montant TTC.',
      back: 'La TVA d’une rentrée redevient exigible si elle avait été récupérée.',
    },
  },
  en: {
    title: 'Debts written off',
    period: (from, until) => `from ${from} to ${until}`,
    fileName: 'write-offs',
    reasons: {
      'insolvent-liquidation': 'Liquidation',
      uneconomic: 'Not worth collecting',
      'time-barred': 'Time-barred',
      settlement: 'Settlement',
      'dispute-lost': 'Dispute lost',
      untraceable: 'Debtor untraceable',
      other: 'Other reason',
    },
    kinds: { loss: 'Loss', received: 'Recovery', reversed: 'Reversal' },
    tax: {
      none: 'not applicable',
      unknown: 'VAT to be given',
      waiting: 'waiting for the event',
      notice: 'notice to issue',
      claim: 'to deduct',
      claimed: 'deducted',
      lapsed: 'too late',
    },
    columns: {
      day: 'Day',
      reference: 'Reference',
      kind: 'Kind',
      code: 'Customer code',
      customer: 'Customer',
      number: 'Item',
      issued: 'Item day',
      reason: 'Reason',
      note: 'Details',
      net: 'Net',
      tax: 'VAT',
      gross: 'Gross',
      toRecover: 'VAT to recover',
      state: 'State of the VAT',
      deadline: 'VAT deadline',
      notice: 'Notice art. 272',
      loss: '654',
      taxPart: 'VAT debited',
      taxAccount: 'VAT account',
      doubtful: '416',
      proposedBy: 'Proposed by',
      approvedBy: 'Approved by',
    },
    total: 'Total',
    none: '–',
    notes: {
      entries:
        'Suggested entry: debit 654 (net) and 44571 (VAT to recover), credit 416 (gross); the impairment 491 is reversed. A recovery or a reversal has amounts below zero.',
      received:
        'VAT on receipts: it had not fallen due, the VAT waiting (44574) is cleared and there is nothing to recover.',
      open: 'As long as the VAT cannot be recovered, the loss stands for its gross amount.',
      back: 'The VAT of a recovery is due again where it had been recovered.',
    },
  },
}

/** The notice is a French tax paper: it has one language. */
export const noticeWords = {
  title: (count: number) => (count === 1 ? 'Facture demeurée impayée' : 'Factures demeurées impayées'),
  opening: (count: number) =>
    count === 1
      ? 'Madame, Monsieur,\n\nLa facture désignée ci-dessous, que nous vous avons adressée en son temps, est demeurée impayée. La créance est devenue définitivement irrécouvrable. Le présent avis vaut duplicata de cette facture, établi en application de l’article 272, 1 du Code général des impôts.'
      : 'Madame, Monsieur,\n\nLes factures désignées ci-dessous, que nous vous avons adressées en leur temps, sont demeurées impayées. Les créances sont devenues définitivement irrécouvrables. Le présent avis vaut duplicata de ces factures, établi en application de l’article 272, 1 du Code général des impôts.',
  grounds: {
    liquidation: (day: string) => `Événement : jugement prononçant la liquidation judiciaire, le ${day}.`,
    plan: (day: string) => `Événement : plan arrêté par le tribunal, le ${day}, pour la part de la créance abandonnée.`,
    disappeared: (day: string) => `Événement : disparition du débiteur, constatée le ${day}.`,
    'stolen-cheque': (day: string) => `Événement : règlement par chèque volé, constaté le ${day}.`,
    'enforcement-failed': (day: string) => `Événement : échec des poursuites engagées, constaté le ${day}.`,
    other: (day: string) => `Événement constaté le ${day}.`,
  },
  columns: ['Facture', 'Date', 'Prix net', 'TVA', 'Total impayé'],
  total: 'Total',
  mention: (count: number, net: string, tax: string) =>
    `${count === 1 ? 'Facture demeurée impayée' : 'Factures demeurées impayées'} pour la somme de ${net} (prix net) et pour la somme de ${tax} (taxe sur la valeur ajoutée correspondante) qui ne peut faire l’objet d’une déduction (article 272 du CGI).`,
  duty: 'La taxe que vous auriez déduite au titre de ces opérations est à reverser au Trésor. Cet avis n’emporte ni remise de dette ni renonciation à nos droits.',
  closing: 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.',
} as const
