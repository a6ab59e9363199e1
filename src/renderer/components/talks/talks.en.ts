import type { Words } from '../../app/words.ts'
import type { talksFr } from './talks.fr.ts'

export const talksEn: Words<typeof talksFr> = {
  outcome: {
    promise: 'promise to pay',
    dispute: 'dispute',
    'wrong-contact': 'wrong contact',
    'call-back': 'to be called back',
    paid: 'says it is paid',
    refused: 'refuses to pay',
    'no-answer': 'no answer',
    told: 'told',
  },
  task: {
    call: 'call',
    email: 'write an e-mail',
    letter: 'write a letter',
    visit: 'visit',
    'check-payment': 'check the payment',
    'find-contact': 'find the right contact',
    'settle-dispute': 'settle the dispute',
    decide: 'decide what follows',
    other: 'other',
  },
}
