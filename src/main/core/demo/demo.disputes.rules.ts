import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Account, DemoItem } from './demo.account.rules.ts'
import { KARIM, NADIA } from './demo.staff.ts'

export type DemoDispute = {
  id: string
  customerId: string
  itemId: string
  reason: string
  amount: Minor
  openedOn: Day
  owner: string
  deadline: Day
  description: string
  outcome: 'credit_note' | 'upheld' | 'settled' | null
  closedOn: Day | null
  conceded: Minor
  creditItemId: string | null
  conclusion: string
  steps: { id: string; day: Day; kind: 'opened' | 'note' | 'closed'; text: string; details: Record<string, unknown> }[]
}

type Texts = { fr: string; en: string }
type Story = {
  customer: string
  /** Due day of the invoice contested. */
  due: Day
  reason: string
  /** Percent of what is open. */
  share: number
  openedOn: Day
  owner: string
  description: Texts
  note?: { day: Day; text: Texts }
  closed?: {
    day: Day
    outcome: 'credit_note' | 'upheld' | 'settled' /** Percent given up. */
    conceded: number
    text: Texts
  }
}

const DAYS = 30

/** Disputes of every kind: whole and in part, in time and overdue, upheld, settled, ended by a credit note. */
const stories: readonly Story[] = [
  {
    customer: 'C007',
    due: '2026-06-07',
    reason: 'quality',
    share: 40,
    openedOn: '2026-06-20',
    owner: KARIM,
    description: {
      fr: 'Cartons ondulés trop minces : une partie de la série est refusée.',
      en: 'Corrugated boxes too thin: part of the batch is refused.',
    },
    note: {
      day: '2026-07-08',
      text: {
        fr: 'Échantillons reçus, contre-expertise demandée à l’usine.',
        en: 'Samples received, second opinion asked of the plant.',
      },
    },
  },
  {
    customer: 'C025',
    due: '2026-05-28',
    reason: 'price',
    share: 100,
    openedOn: '2026-06-10',
    owner: NADIA,
    description: {
      fr: 'Tarif 2026 appliqué à une commande de 2025.',
      en: 'Prices of 2026 applied to an order of 2025.',
    },
  },
  {
    customer: 'C035',
    due: '2026-10-21',
    reason: 'delivery',
    share: 25,
    openedOn: '2026-10-23',
    owner: KARIM,
    description: { fr: 'Deux palettes sur huit non livrées.', en: 'Two pallets of eight were not delivered.' },
  },
  {
    customer: 'C017',
    due: '2026-01-31',
    reason: 'order-number',
    share: 100,
    openedOn: '2026-10-12',
    owner: NADIA,
    description: {
      fr: 'Le service comptable demande le numéro de bon de commande avant de régler.',
      en: 'Their accounts department asks for the purchase order number before paying.',
    },
  },
  {
    customer: 'C013',
    due: '2026-05-21',
    reason: 'quantity',
    share: 20,
    openedOn: '2026-06-02',
    owner: KARIM,
    description: {
      fr: 'Manquants à la réception, constatés sur la lettre de voiture.',
      en: 'Shortage on arrival, noted on the consignment note.',
    },
    closed: {
      day: '2026-06-18',
      outcome: 'credit_note',
      conceded: 100,
      text: { fr: 'Manquants reconnus, avoir établi.', en: 'Shortage acknowledged, credit note made.' },
    },
  },
  {
    customer: 'C002',
    due: '2026-08-31',
    reason: 'damaged',
    share: 30,
    openedOn: '2026-09-08',
    owner: NADIA,
    description: { fr: 'Marchandise mouillée pendant le transport.', en: 'Goods wet on arrival.' },
    closed: {
      day: '2026-10-02',
      outcome: 'settled',
      conceded: 50,
      text: { fr: 'Partage à parts égales convenu par téléphone.', en: 'Half each, agreed by telephone.' },
    },
  },
  {
    customer: 'C012',
    due: '2026-04-23',
    reason: 'duplicate',
    share: 100,
    openedOn: '2026-05-04',
    owner: KARIM,
    description: {
      fr: 'Le client croit avoir déjà réglé cette facture.',
      en: 'The customer believes this invoice was paid.',
    },
    closed: {
      day: '2026-05-20',
      outcome: 'upheld',
      conceded: 0,
      text: {
        fr: 'Deux livraisons distinctes, bons signés à l’appui.',
        en: 'Two deliveries, each with its signed note.',
      },
    },
  },
]

/** What a customer contests of an account; what is given up becomes a credit note matched that day. */
export const disputesOf = (account: Account, language: 'fr' | 'en'): DemoDispute[] =>
  stories
    .filter(({ customer }) => customer === account.customer.code)
    .flatMap((story) => {
      const item = account.items.find(({ due, kind }) => due === story.due && kind === 'invoice')
      return item && account.open(item) > 0 ? [told(account, item, story, language)] : []
    })

const told = (account: Account, item: DemoItem, story: Story, language: 'fr' | 'en'): DemoDispute => {
  const { random, id: customerId } = account.customer
  const { reason, openedOn, owner, note, closed } = story
  const part = (amount: Minor, percent: number): Minor => Math.floor((amount * percent) / 100)
  const amount = part(account.open(item), story.share)
  const conceded = part(amount, closed?.conceded ?? 0)
  const credit =
    closed && conceded > 0
      ? account.credit({
          kind: 'credit_note',
          series: 'AV',
          issued: closed.day,
          amount: conceded,
          label: closed.text[language],
        })
      : null
  if (credit) account.match(item, credit)
  const step = (day: Day, kind: 'opened' | 'note' | 'closed', text: string, details: Record<string, unknown> = {}) => ({
    id: random.id(day),
    day,
    kind,
    text,
    details,
  })
  const description = story.description[language]
  return {
    id: random.id(openedOn),
    customerId,
    itemId: item.id,
    reason,
    amount,
    openedOn,
    owner,
    deadline: addDays(openedOn, DAYS),
    description,
    outcome: closed?.outcome ?? null,
    closedOn: closed?.day ?? null,
    conceded,
    creditItemId: credit?.id ?? null,
    conclusion: closed?.text[language] ?? '',
    steps: [
      step(openedOn, 'opened', description, { reason, amount }),
      ...(note ? [step(note.day, 'note', note.text[language])] : []),
      ...(closed ? [step(closed.day, 'closed', closed.text[language], { outcome: closed.outcome, conceded })] : []),
    ],
  }
}
