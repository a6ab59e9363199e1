import type { Outcome, TaskKind } from '../../../main/core/calls/calls.contract.ts'

/** What came of a talk and what is to be done, within a sentence. */
export const talksFr = {
  outcome: {
    promise: 'promesse de paiement',
    dispute: 'litige',
    'wrong-contact': 'mauvais interlocuteur',
    'call-back': 'à rappeler',
    paid: 'dit avoir payé',
    refused: 'refus de payer',
    'no-answer': 'sans réponse',
    told: 'informé',
  } satisfies Record<Outcome, string>,
  task: {
    call: 'appeler',
    email: 'écrire un e-mail',
    letter: 'écrire une lettre',
    visit: 'rendre visite',
    'check-payment': 'vérifier le paiement',
    'find-contact': 'trouver le bon interlocuteur',
    'settle-dispute': 'régler le litige',
    decide: 'décider de la suite',
    other: 'autre action',
  } satisfies Record<TaskKind, string>,
}
