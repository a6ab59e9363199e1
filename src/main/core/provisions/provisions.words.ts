import type { Language } from '../kernel/contract.ts'
import type { Bucket, Ground, ProvisionEntry } from './provisions.schema.ts'

type Words = {
  list: string
  matrix: string
  entries: string
  files: { list: string; matrix: string; entries: string }
  at: (day: string) => string
  total: string
  noSegment: string
  everybody: string
  grounds: Record<Ground, string>
  buckets: Record<Bucket, string>
  kinds: Record<ProvisionEntry['kind'], string>
  columns: Record<
    | 'customer'
    | 'code'
    | 'number'
    | 'issued'
    | 'due'
    | 'ground'
    | 'gross'
    | 'credits'
    | 'tax'
    | 'insured'
    | 'base'
    | 'probability'
    | 'amount'
    | 'inLedger'
    | 'decidedOn'
    | 'decidedBy'
    | 'note'
    | 'evidence'
    | 'segment'
    | 'bucket'
    | 'cases'
    | 'own'
    | 'rate'
    | 'entry'
    | 'day'
    | 'account'
    | 'accountName'
    | 'label'
    | 'debit'
    | 'credit',
    string
  >
  yes: string
  /** Between a ground and what was noted of it. */
  because: string
  accounts: { receivable: string; doubtful: string; impairment: string; charge: string; release: string }
  journal: string
  notes: {
    list: string
    matrix: (months: number, days: number) => string
    history: (invoices: number, from: string, until: string) => string
    adjusted: (percent: string, reason: string) => string
    reason: (reason: string) => string
    matrixAside: string
    entries: string
    balanced: (debit: string, credit: string) => string
    tax: (rate: string) => string
  }
}

/** Words of what the accountant gets, in the company's language. */
export const closingWords: Record<Language, Words> = {
  fr: {
    list: 'Créances douteuses et dépréciations',
    matrix: 'Pertes de crédit attendues par âge',
    entries: 'Écritures de dépréciation des créances',
    files: { list: 'creances-douteuses', matrix: 'matrice-depreciation', entries: 'ecritures-depreciation' },
    at: (day) => `clôture au ${day}`,
    total: 'Total',
    noSegment: 'sans segment',
    everybody: 'Tous les clients',
    grounds: {
      insolvency: 'Procédure collective',
      court: 'Contentieux',
      notice: 'Mise en demeure sans effet',
      dispute: 'Litige',
      late: 'Retard important',
      ledger: 'Déjà en 416',
      other: 'Autre motif',
    },
    buckets: {
      notDue: 'Non échu',
      to30: '1 à 30 jours',
      to60: '31 à 60 jours',
      to90: '61 à 90 jours',
      older: 'Plus de 90 jours',
    },
    kinds: {
      transfer: 'Passage en douteux',
      'transfer-back': 'Retour de douteux',
      impairment: 'Dotation aux dépréciations',
      release: 'Reprise de dépréciations',
      matrix: 'Dotation, méthode statistique',
      'matrix-release': 'Reprise, méthode statistique',
    },
    columns: {
      customer: 'Client',
      code: 'Code client',
      number: 'Pièce',
      issued: 'Date pièce',
      due: 'Échéance',
      ground: 'Motif',
      gross: 'TTC (416)',
      credits: 'Avoirs et acomptes',
      tax: 'TVA',
      insured: 'Part assurée',
      base: 'Base HT',
      probability: 'Probabilité de perte',
      amount: 'Dépréciation (491)',
      inLedger: 'Déjà en 416',
      decidedOn: 'Décidé le',
      decidedBy: 'Décidé par',
      note: 'Justification',
      evidence: 'Pièce jointe',
      segment: 'Segment',
      bucket: 'Âge',
      cases: 'Traité au cas par cas',
      own: 'Taux observé',
      rate: 'Taux retenu',
      entry: 'Écriture',
      day: 'Date',
      account: 'Compte',
      accountName: 'Intitulé',
      label: 'Libellé',
      debit: 'Débit',
      credit: 'Crédit',
    },
    yes: 'oui',
    because: '\u202f: ',
    accounts: {
      receivable: 'Clients',
      doubtful: 'Clients douteux ou litigieux',
      impairment: 'Dépréciations des comptes de clients',
      charge: 'Dotations aux dépréciations des créances',
      release: 'Reprises sur dépréciations des créances',
    },
    journal: 'Opérations diverses',
    notes: {
      list: 'Créance par créance (PCG) : 416 pour le montant TTC ; dépréciation sur le montant HT restant dû, part assurée déduite.',
      matrix: (months, days) =>
        `Taux de passage observés sur ${months} mois d’échéances ; est compté perdu ce qui reste impayé ${days} jours après l’échéance${days === 90 ? ', donc en entier tout ce qui est plus vieux' : ''}. Base hors TVA, part assurée déduite.`,
      history: (invoices, from, until) =>
        `Taux tirés de ${invoices} factures échues après le ${from} et jusqu’au ${until}.`,
      adjusted: (percent, reason) => `Taux ajustés de ${percent} pour tenir compte des perspectives : ${reason}`,
      reason: (reason) => `Taux donnés à la main : ${reason}`,
      matrixAside: 'La matrice est donnée pour information : les écritures ne reprennent que le cas par cas.',
      entries:
        'Écarts avec la clôture précédente : 416/411 TTC, 68174/491 en hausse, 491/78174 en baisse. Les règlements reçus sur une créance douteuse sont supposés portés en 411.',
      balanced: (debit, credit) => `Débit ${debit} = crédit ${credit}.`,
      tax: (rate) =>
        `TVA : celle de la facture électronique ou du passage en perte ; sinon ${rate}, et aucune pour les clients établis à l’étranger.`,
    },
  },
  en: {
    list: 'Doubtful debts and impairment',
    matrix: 'Expected credit loss by age',
    entries: 'Entries of impairment of receivables',
    files: { list: 'doubtful-debts', matrix: 'provision-matrix', entries: 'impairment-entries' },
    at: (day) => `closing of ${day}`,
    total: 'Total',
    noSegment: 'no segment',
    everybody: 'All customers',
    grounds: {
      insolvency: 'Insolvency',
      court: 'Legal action',
      notice: 'Formal notice unanswered',
      dispute: 'Dispute',
      late: 'Very late',
      ledger: 'In 416 already',
      other: 'Other reason',
    },
    buckets: {
      notDue: 'Not due',
      to30: '1 to 30 days',
      to60: '31 to 60 days',
      to90: '61 to 90 days',
      older: 'More than 90 days',
    },
    kinds: {
      transfer: 'Transfer to doubtful',
      'transfer-back': 'Transfer back from doubtful',
      impairment: 'Impairment',
      release: 'Release of impairment',
      matrix: 'Impairment, statistical',
      'matrix-release': 'Release, statistical',
    },
    columns: {
      customer: 'Customer',
      code: 'Customer code',
      number: 'Item',
      issued: 'Item day',
      due: 'Due',
      ground: 'Reason',
      gross: 'Gross (416)',
      credits: 'Credits and advances',
      tax: 'VAT',
      insured: 'Insured part',
      base: 'Net base',
      probability: 'Probability of loss',
      amount: 'Impairment (491)',
      inLedger: 'In 416 already',
      decidedOn: 'Decided on',
      decidedBy: 'Decided by',
      note: 'Reason',
      evidence: 'Evidence',
      segment: 'Segment',
      bucket: 'Age',
      cases: 'Treated by case',
      own: 'Rate observed',
      rate: 'Rate applied',
      entry: 'Entry',
      day: 'Day',
      account: 'Account',
      accountName: 'Account name',
      label: 'Label',
      debit: 'Debit',
      credit: 'Credit',
    },
    yes: 'yes',
    because: ': ',
    accounts: {
      receivable: 'Customers',
      doubtful: 'Doubtful customers',
      impairment: 'Impairment of customer accounts',
      charge: 'Impairment charges on receivables',
      release: 'Releases of impairment of receivables',
    },
    journal: 'General journal',
    notes: {
      list: 'Debt by debt (French chart of accounts): 416 for the gross amount; impairment on the net amount still owed, less the insured part.',
      matrix: (months, days) =>
        `Roll-rates of ${months} months of due dates; what is still unpaid ${days} days after it was due counts as lost${days === 90 ? ', so all that is older does in full' : ''}. Base net of VAT, less the insured part.`,
      history: (invoices, from, until) => `Rates told by ${invoices} invoices due after ${from} and up to ${until}.`,
      adjusted: (percent, reason) => `Rates adjusted by ${percent} for what is to come: ${reason}`,
      reason: (reason) => `Rates given by hand: ${reason}`,
      matrixAside: 'The matrix is for information: entries hold what is treated by case only.',
      entries:
        'Differences to the closing before: 416/411 gross, 68174/491 upwards, 491/78174 downwards. Receipts on a doubtful debt are taken to be booked on 411.',
      balanced: (debit, credit) => `Debit ${debit} = credit ${credit}.`,
      tax: (rate) =>
        `VAT: of the electronic invoice or the write-off; ${rate} without either, and none for customers abroad.`,
    },
  },
}
