import type { Language } from '../kernel/contract.ts'
import type { ChosenBy, ConfirmationForm, ConfirmationState, DifferenceReason } from './confirmations.contract.ts'

type Words = {
  fileName: string
  title: string
  subtitle: (company: string, day: string, form: string) => string
  forms: Record<ConfirmationForm, string>
  columns: Record<
    | 'reference'
    | 'code'
    | 'name'
    | 'chosenBy'
    | 'currency'
    | 'ours'
    | 'state'
    | 'theirs'
    | 'difference'
    | 'reason'
    | 'answeredOn'
    | 'note'
    | 'sha256',
    string
  >
  chosenBy: Record<ChosenBy, string>
  states: Record<ConfirmationState, string>
  /** Of the negative form: whoever says nothing contested nothing. */
  silent: string
  reasons: Record<DifferenceReason, string>
  total: string
  answersTo: (auditor: string, deadline: string) => string
  /** Of one currency: accounts asked about of all, their balances of all. */
  covered: (of: { currency: string; asked: number; all: number; drawn: string; whole: string; share: string }) => string
  found: (of: { agreed: string; share: string; differing: number; difference: string }) => string
  standing: (state: string, letters: number) => string
  draw: (seed: string, count: number) => string
}

/** The words of the list that goes to the auditor. */
export const LIST_WORDS: Record<Language, Words> = {
  fr: {
    fileName: 'confirmations-de-soldes',
    title: 'Confirmations de soldes clients',
    subtitle: (company, day, form) => `${company} · soldes au ${day} · ${form}`,
    forms: { positive: 'forme positive (réponse attendue)', negative: 'forme négative (réponse en cas de désaccord)' },
    columns: {
      reference: 'Référence',
      code: 'Code',
      name: 'Client',
      chosenBy: 'Retenu par',
      currency: 'Devise',
      ours: 'Solde comptable',
      state: 'Réponse',
      theirs: 'Solde confirmé',
      difference: 'Écart',
      reason: 'Motif de l’écart',
      answeredOn: 'Répondu le',
      note: 'Note',
      sha256: 'Empreinte SHA-256 de la lettre',
    },
    chosenBy: {
      chosen: 'choix nominatif',
      all: 'tous',
      largest: 'plus grands soldes',
      above: 'seuil',
      random: 'tirage',
    },
    states: { waiting: 'en attente', agrees: 'd’accord', differs: 'écart', none: 'sans réponse' },
    silent: 'aucun désaccord reçu',
    reasons: {
      'payment-in-transit': 'règlement en cours d’acheminement',
      'invoice-in-transit': 'facture non encore reçue ou comptabilisée',
      'credit-note-missing': 'avoir attendu',
      disputed: 'litige',
      'cut-off': 'rattachement à l’exercice',
      'our-error': 'erreur de notre part',
      'their-error': 'erreur du client',
      unexplained: 'inexpliqué',
    },
    total: 'Total',
    answersTo: (auditor, deadline) => `Réponses à adresser à ${auditor}, au plus tard le ${deadline}.`,
    covered: ({ currency, asked, all, drawn, whole, share }) =>
      `Comptes en ${currency}\u202f: ${asked} interrogés sur ${all}, pour ${drawn} sur ${whole} en valeur absolue, soit ${share}.`,
    found: ({ agreed, share, differing, difference }) =>
      `Confirmés\u202f: ${agreed}, soit ${share} du montant interrogé. Écarts signalés\u202f: ${difference} sur ${differing === 1 ? '1 compte' : `${differing} comptes`}.`,
    standing: (state, letters) => `${state} : ${letters}`,
    draw: (seed, count) =>
      `Tirage de ${count} avec la graine « ${seed} » : les comptes non retenus autrement sont rangés par l’empreinte SHA-256 de la graine, d’un saut de ligne et du code du client ; les premiers sont tirés.`,
  },
  en: {
    fileName: 'balance-confirmations',
    title: 'Customer balance confirmations',
    subtitle: (company, day, form) => `${company} · balances as of ${day} · ${form}`,
    forms: {
      positive: 'positive form (an answer is expected)',
      negative: 'negative form (an answer if they disagree)',
    },
    columns: {
      reference: 'Reference',
      code: 'Code',
      name: 'Customer',
      chosenBy: 'Chosen by',
      currency: 'Currency',
      ours: 'Book balance',
      state: 'Answer',
      theirs: 'Confirmed balance',
      difference: 'Difference',
      reason: 'Reason',
      answeredOn: 'Answered on',
      note: 'Note',
      sha256: 'SHA-256 of the letter',
    },
    chosenBy: { chosen: 'by name', all: 'all', largest: 'largest balances', above: 'threshold', random: 'draw' },
    states: { waiting: 'waiting', agrees: 'agrees', differs: 'differs', none: 'no answer' },
    silent: 'no disagreement received',
    reasons: {
      'payment-in-transit': 'payment under way',
      'invoice-in-transit': 'invoice not yet received or booked',
      'credit-note-missing': 'credit note expected',
      disputed: 'dispute',
      'cut-off': 'cut-off',
      'our-error': 'our error',
      'their-error': 'the customer’s error',
      unexplained: 'unexplained',
    },
    total: 'Total',
    answersTo: (auditor, deadline) => `Answers go to ${auditor}, by ${deadline}.`,
    covered: ({ currency, asked, all, drawn, whole, share }) =>
      `Accounts in ${currency}: ${asked} of ${all} asked about, for ${drawn} of ${whole} without their signs, ${share}.`,
    found: ({ agreed, share, differing, difference }) =>
      `Confirmed: ${agreed}, ${share} of the amount asked about. Differences: ${difference} on ${differing === 1 ? '1 account' : `${differing} accounts`}.`,
    standing: (state, letters) => `${state}: ${letters}`,
    draw: (seed, count) =>
      `Draw of ${count} with the seed “${seed}”: accounts that nothing else chose are sorted by the SHA-256 of the seed, a line feed and the customer’s code; the first are drawn.`,
  },
}
