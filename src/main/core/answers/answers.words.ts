import type { Language } from '../kernel/contract.ts'
import type { AnswerKind } from './answer.model.ts'

/** The task that stands in the worklist until an answer is decided on, in the language of the house. */
export const taskNotes: Record<Language, Record<AnswerKind, string>> = {
  fr: {
    payment: 'Réponse du client : paiement annoncé, à accepter ou à décliner',
    dispute: 'Réponse du client : facture contestée, à accepter ou à décliner',
    credit: 'Réponse du client : demande de crédit, à accepter ou à décliner',
    contact: 'Réponse du client : coordonnées corrigées, à accepter ou à décliner',
  },
  en: {
    payment: 'Customer’s answer: a payment announced, to accept or decline',
    dispute: 'Customer’s answer: an invoice contested, to accept or decline',
    credit: 'Customer’s answer: credit asked for, to accept or decline',
    contact: 'Customer’s answer: contact data corrected, to accept or decline',
  },
}

/** Said of a promise that came by an answer. */
export const promiseNote: Record<Language, string> = {
  fr: 'Annoncé depuis l’espace client',
  en: 'Announced from the customer space',
}
