import type { Language } from '../kernel/contract.ts'
import type { ProofKind } from '../proofs/proof-kinds.schema.ts'
import type { Clause } from './changes.rules.ts'
import type { CreditPolicy, ExposurePart, RiskClass } from './credit-policy.schema.ts'

const plural = (count: number, one: string, other: string): string =>
  `${count}\u00A0${Math.abs(count) < 2 ? one : other}`

type Documents = CreditPolicy['documents'][number]

/** Names that the policy, its changes and the papers of credit share. */
const words = {
  fr: {
    clause: {
      writeOff: 'Écarts minimes',
      losses: 'Passages en perte',
      disputes: 'Litiges',
      proofs: 'Preuve des créances',
      invoicing: 'Délai de facturation',
      instalments: 'Échéanciers et promesses',
      charges: 'Pénalités et escompte',
      limits: 'Calcul des limites de crédit',
      terms: 'Délais de règlement',
      scorecard: 'Grille de notation',
      documents: 'Pièces du dossier crédit',
      reviews: 'Revues de crédit',
      newCustomers: 'Nouveaux clients',
      exposure: 'Encours et surveillance',
      late: 'Conséquences des retards',
      authority: 'Délégation de pouvoirs',
      actions: 'Conduite à tenir par classe',
      alerts: 'Alertes',
    } satisfies Record<Clause, string>,
    kinds: {
      invoice: 'facture',
      order: 'commande',
      quote: 'devis',
      contract: 'contrat signé',
      terms: 'CGV acceptées',
      delivery_note: 'bon de livraison',
      receipt: 'preuve de réception',
      acknowledgement: 'reconnaissance de dette',
      correspondence: 'correspondance',
      guarantee: 'garantie',
      other: 'autre pièce',
    } satisfies Record<ProofKind, string>,
    or: 'ou',
    parts: {
      open: 'Factures ouvertes',
      unallocated: 'Règlements et avoirs non lettrés',
      disputed: 'Postes contestés',
      delivered: 'Livré, à facturer',
      orders: 'Commandes en cours',
      bounced: 'Impayés revenus',
      drafts: 'Effets et prélèvements en cours',
    } satisfies Record<ExposurePart, string>,
    classMeaning: {
      1: 'risque faible',
      2: 'risque modéré',
      3: 'risque moyen',
      4: 'risque élevé',
      5: 'risque très élevé',
    } satisfies Record<RiskClass, string>,
    count: {
      days: (count: number) => plural(count, 'jour', 'jours'),
      workingDays: (count: number) => plural(count, 'jour ouvré', 'jours ouvrés'),
      months: (count: number) => `${count}\u00A0mois`,
      hours: (count: number) => plural(count, 'heure', 'heures'),
      points: (count: number) => plural(count, 'point', 'points'),
    },
    counted: 'compté',
    notCounted: 'non compté',
    retired: 'n’est plus proposé',
    dayCount: {
      'act/365': 'jours réels sur 365',
      'act/act': 'jours réels sur 365, ou 366 les années bissextiles',
      'act/360': 'jours réels sur 360',
      '30/360': 'mois de 30 jours sur 360',
    },
    rateFollows: {
      law: 'taux de chaque semestre traversé',
      frozen: 'taux du premier jour de retard, jusqu’au paiement',
    },
    brokenPromise: { none: 'sans effet', warn: 'signalée', refuse: 'refusée' },
    combine: {
      blend: 'besoin, plafonné par l’assise financière et par notre capacité',
      lowest: 'la plus faible des méthodes calculables',
    },
    discount: (percent: string, days: number) => `${percent} à ${plural(days, 'jour', 'jours')}`,
    weight: (name: string, weight: number) => `${name}, poids ${weight}`,
    from: (amount: string, documents: string) => `dès ${amount} : ${documents}`,
    period: (from: string, until: string) => `du ${from} au ${until}`,
    documents: {
      none: 'aucune pièce particulière',
      statements: (count: number) => (count === 1 ? 'derniers comptes annuels' : `${count} derniers comptes annuels`),
      reports: (count: number) => plural(count, 'rapport d’agence', 'rapports d’agence'),
      references: (count: number) => plural(count, 'référence commerciale', 'références commerciales'),
    },
  },
  en: {
    clause: {
      writeOff: 'Small differences',
      losses: 'Write-offs',
      disputes: 'Disputes',
      proofs: 'Proof of claims',
      invoicing: 'Invoicing delay',
      instalments: 'Instalment plans and promises',
      charges: 'Late charges and discount',
      limits: 'How credit limits are worked out',
      terms: 'Payment terms',
      scorecard: 'Scorecard of customers',
      documents: 'Documents of the credit file',
      reviews: 'Credit reviews',
      newCustomers: 'New customers',
      exposure: 'Exposure and watch',
      late: 'What late payment brings',
      authority: 'Who decides',
      actions: 'Action by class',
      alerts: 'Alerts',
    },
    kinds: {
      invoice: 'invoice',
      order: 'order',
      quote: 'quote',
      contract: 'signed contract',
      terms: 'general terms accepted',
      delivery_note: 'delivery note',
      receipt: 'proof of receipt',
      acknowledgement: 'acknowledgement of debt',
      correspondence: 'correspondence',
      guarantee: 'guarantee',
      other: 'another document',
    },
    or: 'or',
    parts: {
      open: 'Open invoices',
      unallocated: 'Receipts and credit notes not matched',
      disputed: 'Disputed items',
      delivered: 'Delivered, to be invoiced',
      orders: 'Orders in hand',
      bounced: 'Items whose payment bounced',
      drafts: 'Bills and direct debits in transit',
    },
    classMeaning: {
      1: 'low risk',
      2: 'moderate risk',
      3: 'medium risk',
      4: 'high risk',
      5: 'very high risk',
    },
    count: {
      days: (count: number) => `${count}\u00A0${count === 1 ? 'day' : 'days'}`,
      workingDays: (count: number) => `${count}\u00A0${count === 1 ? 'working day' : 'working days'}`,
      months: (count: number) => `${count}\u00A0${count === 1 ? 'month' : 'months'}`,
      hours: (count: number) => `${count}\u00A0${count === 1 ? 'hour' : 'hours'}`,
      points: (count: number) => `${count}\u00A0${count === 1 ? 'point' : 'points'}`,
    },
    counted: 'counted',
    notCounted: 'not counted',
    retired: 'no longer offered',
    dayCount: {
      'act/365': 'actual days over 365',
      'act/act': 'actual days over 365, or 366 in leap years',
      'act/360': 'actual days over 360',
      '30/360': 'months of 30 days over 360',
    },
    rateFollows: {
      law: 'the rate of each half-year crossed',
      frozen: 'the rate of the first day late, until payment',
    },
    brokenPromise: { none: 'no effect', warn: 'warned of', refuse: 'refused' },
    combine: {
      blend: 'the need, capped by the financial base and by our capacity',
      lowest: 'the lowest of the methods that can be worked out',
    },
    discount: (percent: string, days: number) => `${percent} within ${days}\u00A0${days === 1 ? 'day' : 'days'}`,
    weight: (name: string, weight: number) => `${name}, weight ${weight}`,
    from: (amount: string, documents: string) => `from ${amount}: ${documents}`,
    period: (from: string, until: string) => `from ${from} to ${until}`,
    documents: {
      none: 'no document in particular',
      statements: (count: number) => (count === 1 ? 'the last annual accounts' : `the last ${count} annual accounts`),
      reports: (count: number) => (count === 1 ? 'one agency report' : `${count} agency reports`),
      references: (count: number) => (count === 1 ? 'one trade reference' : `${count} trade references`),
    },
  },
} as const

export const policyTerms = (language: Language) => words[language]

/** `commande, devis ou contrat signé`: one of them is enough. */
export const kindsText = (kinds: readonly ProofKind[], language: Language): string => {
  const told = kinds.map((kind) => words[language].kinds[kind])
  const last = told.at(-1) ?? ''
  return told.length < 2 ? last : `${told.slice(0, -1).join(', ')} ${words[language].or} ${last}`
}

/** What a limit of an amount asks for, in one line. */
export const documentsText = ({ kinds, statements, reports, references }: Documents, language: Language): string => {
  const { documents, kinds: names } = words[language]
  const told = [
    ...kinds.map((kind) => names[kind]),
    ...(statements > 0 ? [documents.statements(statements)] : []),
    ...(reports > 0 ? [documents.reports(reports)] : []),
    ...(references > 0 ? [documents.references(references)] : []),
  ]
  return told.length === 0 ? documents.none : told.join(', ')
}
