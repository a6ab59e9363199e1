import type { CallInput, TaskInput } from '../calls/calls.contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { KARIM } from './demo.staff.ts'

type Texts = readonly [fr: string, en: string]

export type Talk = {
  day: Day
  customer: string
  outcome: CallInput['outcome']
  note: Texts
  by?: string
  channel?: CallInput['channel']
  incoming?: true
  seconds?: number
  /** Invoices talked about, by number. */
  about?: readonly string[]
  /** All that is open of `about`, or an amount of the oldest debts. */
  promise?: { for: Day; currency?: string; amount?: Minor }
  next?: Day
}

export const TALKS: readonly Talk[] = [
  {
    day: '2026-09-08',
    customer: 'Salaisons Croix-Blanche',
    outcome: 'promise',
    seconds: 185,
    about: ['FA2026-0372'],
    promise: { for: '2026-09-14' },
    note: [
      'Facture validée par la direction, virement lancé en début de semaine.',
      'Invoice approved by the management, transfer at the beginning of the week.',
    ],
  },
  {
    day: '2026-10-06',
    customer: 'Menuiserie Delaunoy',
    outcome: 'promise',
    seconds: 240,
    about: ['FA2026-0434', 'FA2026-0501'],
    promise: { for: '2026-10-12' },
    note: ['Les deux factures partent ensemble lundi.', 'Both invoices go together on Monday.'],
  },
  {
    day: '2026-10-08',
    customer: 'Maroquinerie Ferrucci',
    outcome: 'promise',
    seconds: 95,
    about: ['FA2026-0455'],
    promise: { for: '2026-10-14' },
    note: [
      'Attend un encaissement d’un grand magasin, paiera aussitôt.',
      'Waits for a department store to pay, will pay at once.',
    ],
  },
  {
    day: '2026-10-08',
    customer: 'Mécanique de précision Orlhac',
    outcome: 'promise',
    channel: 'email',
    incoming: true,
    about: ['FA2026-0469'],
    promise: { for: '2026-10-15' },
    note: [
      'Répond à la relance\u202f: réglée dans l’échéance du 15.',
      'Answers the reminder: paid with the run of the 15th.',
    ],
  },
  {
    day: '2026-10-09',
    customer: 'Biscuiterie Perrachon',
    outcome: 'promise',
    seconds: 130,
    about: ['FA2026-0472'],
    promise: { for: '2026-10-14' },
    note: ['Signature du chèque mercredi.', 'The cheque is signed on Wednesday.'],
  },
  {
    day: '2026-10-12',
    customer: 'Laboratoires Hydrélia',
    outcome: 'dispute',
    channel: 'email',
    incoming: true,
    note: ['Numéro de bon de commande demandé avant paiement.', 'Asks for the purchase order number before paying.'],
  },
  {
    day: '2026-10-13',
    customer: 'Moorland Provisions Ltd',
    outcome: 'no-answer',
    note: ['Répondeur, message laissé en anglais.', 'Voice mail, message left.'],
  },
  {
    day: '2026-10-14',
    customer: 'Imprimerie Quatrefeuille',
    outcome: 'told',
    channel: 'email',
    incoming: true,
    about: ['FA2026-0406'],
    note: [
      'Copie de la facture demandée, envoyée le jour même.',
      'A copy of the invoice was asked for and sent the same day.',
    ],
  },
  {
    day: '2026-10-15',
    customer: 'Domaine de Pierrefontaine',
    outcome: 'refused',
    seconds: 410,
    note: [
      'Reconnaît le principal, refuse pénalités et indemnités. Veut parler à la responsable.',
      'Admits the principal, refuses interest and compensation. Wants to speak to the manager.',
    ],
    next: '2026-10-29',
  },
  {
    day: '2026-10-16',
    customer: 'Menuiserie Delaunoy',
    outcome: 'call-back',
    seconds: 70,
    about: ['FA2026-0501'],
    note: [
      'Une seule facture payée sur les deux. L’autre attend la signature du gérant, absent jusqu’au 25.',
      'Only one of the two invoices was paid. The other waits for the owner, away until the 25th.',
    ],
    next: '2026-10-26',
  },
  {
    day: '2026-10-19',
    customer: 'Maroquinerie Ferrucci',
    outcome: 'call-back',
    seconds: 55,
    about: ['FA2026-0455'],
    note: ['Rien reçu. La comptable se renseigne.', 'Nothing received. The accountant will find out.'],
    next: '2026-10-30',
  },
  {
    day: '2026-10-21',
    customer: 'Cosmétiques Aurélune',
    outcome: 'told',
    channel: 'meeting',
    by: KARIM,
    note: [
      'Rendez-vous sur place\u202f: la gérance confirme l’encours et cherche un financement.',
      'Meeting on site: the management confirms the debt and is looking for funds.',
    ],
    next: '2026-10-27',
  },
  {
    day: '2026-10-22',
    customer: 'Imprimerie Quatrefeuille',
    outcome: 'call-back',
    incoming: true,
    seconds: 160,
    about: ['FA2026-0458'],
    note: [
      'Chèque revenu impayé\u202f: le comptable voit avec sa banque et rappelle.',
      'The cheque came back unpaid: the accountant asks the bank and will call.',
    ],
    next: '2026-10-29',
  },
  {
    day: '2026-10-22',
    customer: 'Brasserie de la Combe Noire',
    outcome: 'call-back',
    seconds: 40,
    note: [
      'Le gérant est en tournée, à rappeler lundi matin.',
      'The owner is on the road, to be called on Monday morning.',
    ],
    next: '2026-10-26',
  },
  {
    day: '2026-10-23',
    customer: 'Conservas del Cabo S.L.',
    outcome: 'paid',
    seconds: 120,
    about: ['FA2026-0338'],
    note: [
      'Virement parti le 22, copie de l’ordre demandée.',
      'Transfer left on the 22nd, copy of the order asked for.',
    ],
  },
  {
    day: '2026-10-23',
    customer: 'Salaisons Croix-Blanche',
    outcome: 'dispute',
    seconds: 275,
    note: ['Deux palettes manquent, photos à recevoir.', 'Two pallets are missing, pictures to come.'],
  },
  {
    day: '2026-10-26',
    customer: 'Brasserie de la Combe Noire',
    outcome: 'no-answer',
    note: ['', ''],
  },
  {
    day: '2026-10-26',
    customer: 'Menuiserie Delaunoy',
    outcome: 'no-answer',
    note: ['Message laissé au gérant.', 'Message left for the owner.'],
  },
  {
    day: '2026-10-26',
    customer: 'Moorland Provisions Ltd',
    outcome: 'promise',
    seconds: 150,
    about: ['FA2025-0599'],
    promise: { for: '2026-11-27', currency: 'GBP' },
    note: [
      'Solde de la facture dans leur paiement de fin novembre.',
      'The rest goes with their payment of the end of November.',
    ],
  },
  {
    day: '2026-10-27',
    customer: 'Cosmétiques Aurélune',
    outcome: 'promise',
    channel: 'email',
    incoming: true,
    by: KARIM,
    promise: { for: '2026-11-05', amount: 1_200_000 },
    note: [
      'Virement de 12 000 € annoncé, sur les plus anciennes factures.',
      'Transfer of €12,000 announced, on the oldest invoices.',
    ],
  },
  {
    day: '2026-10-27',
    customer: 'Brasserie de la Combe Noire',
    outcome: 'wrong-contact',
    seconds: 35,
    note: [
      'La personne indiquée ne suit plus les fournisseurs\u202f; le standard ne donne pas de nom.',
      'The person named no longer looks after suppliers; the switchboard gives no name.',
    ],
  },
  {
    day: '2026-10-30',
    customer: 'Salaisons Croix-Blanche',
    outcome: 'promise',
    seconds: 205,
    about: ['FA2026-0428'],
    promise: { for: '2026-12-04' },
    note: ['Payée après la saison, le 4 décembre.', 'Paid after the season, on 4 December.'],
  },
  {
    day: '2026-10-30',
    customer: 'Maison Verdolin',
    outcome: 'promise',
    seconds: 320,
    about: ['FA2026-0454', 'FA2026-0456'],
    promise: { for: '2026-11-18' },
    note: [
      'Règle les factures d’août le 18 novembre, le reste en décembre.',
      'Pays the invoices of August on 18 November, the rest in December.',
    ],
  },
]

/** Set without a talk: a day, whose file, what, by when. */
export const TASKS: readonly [Day, string, TaskInput['kind'], Day, Texts][] = [
  [
    '2026-10-26',
    'Galerie Pontarlac',
    'visit',
    '2026-11-24',
    ['Passer pendant l’exposition', 'Call in during the exhibition'],
  ],
  [
    '2026-10-28',
    'Textiles Marcelline',
    'decide',
    '2026-11-20',
    ['Réponse de la gérance sur l’échéancier', 'Answer of the management on the payment plan'],
  ],
  [
    '2026-10-29',
    'Poissonneries de l’Estran',
    'email',
    '2026-11-23',
    ['Envoyer le relevé à la nouvelle comptable', 'Send the statement to the new accountant'],
  ],
]

/** What was found when the day of the check came. */
export const CHECKED: readonly [Day, string][] = [
  ['2026-09-17', 'Salaisons Croix-Blanche'],
  ['2026-10-16', 'Biscuiterie Perrachon'],
  ['2026-10-20', 'Mécanique de précision Orlhac'],
  ['2026-10-28', 'Conservas del Cabo S.L.'],
]
