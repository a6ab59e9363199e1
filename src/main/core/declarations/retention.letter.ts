import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatDay, formatLongDay, formatMoney } from '../kernel/format.ts'
import type { DeedData } from '../letters/deed.model.ts'
import type { Block } from '../letters/document.model.ts'
import type { LetterData } from '../letters/letter.model.ts'
import { recipientOf, senderOf } from '../letters/letter.parties.ts'
import { creditorFacts, officerRecipient, procedureFacts } from './declaration.letter.ts'
import type { Draft, Officer } from './declarations.contract.ts'
import { clauseNames, goodsStateNames, roleNames } from './papers.words.ts'
import type { Clause, Goods } from './retention.schema.ts'

export type RetentionDrawn = {
  procedure: Pick<Draft, 'procedure' | 'court' | 'judgment' | 'publishedOn'>
  /** The administrator, else the liquidator; null: the debtor itself, with a copy to the representative. */
  officer: Officer | null
  copyTo: Officer | null
  goods: readonly Goods[]
  clauses: readonly Clause[]
  reference: string
  customer: Customer
  company: Company
  logo: LetterData['sender']['logo']
  today: Day
}

const long = (day: Day) => formatLongDay(day, 'fr')
const short = (day: Day) => formatDay(day, 'fr')

/** The claim of goods sold under retention of title (C. com. L624-9, L624-16, L624-18, R624-13; C. civ. 2367). */
export const retentionLetter = (drawn: RetentionDrawn): DeedData => {
  const { procedure, officer, copyTo, goods, clauses, reference, customer, company, logo, today } = drawn
  const inKind = goods.filter(({ claims }) => claims === 'goods')
  const resold = goods.filter(({ claims }) => claims === 'price')
  const used = clauses.filter(({ id }) => goods.some(({ clauseId }) => clauseId === id))
  return {
    language: 'fr',
    sender: senderOf(company, logo),
    recipient: officer
      ? officerRecipient(officer)
      : recipientOf(customer, company, { at: ['registered', 'billing'], attention: null }),
    reference,
    date: today,
    place: company.city,
    channelMention: 'Lettre recommandée avec avis de réception',
    title: 'Revendication de biens vendus avec réserve de propriété',
    blocks: [
      procedureFacts({ draft: procedure, customer }, officer),
      { kind: 'paragraph', text: officer ? 'Maître,' : 'Madame, Monsieur,' },
      {
        kind: 'paragraph',
        text: `Conformément aux articles L624-9, L624-16 et R624-13 du Code de commerce, nous revendiquons les biens ci-dessous, vendus à ${customer.name} avec une clause de réserve de propriété (C. civ. 2367) et demeurés impayés. Nous vous demandons d’acquiescer à cette revendication dans le mois de la réception de la présente ; à défaut, nous saisirons le juge-commissaire.`,
      },
      { kind: 'heading', text: 'Le revendiquant' },
      creditorFacts(company),
      ...(inKind.length > 0 ? goodsBlocks(inKind) : []),
      ...(resold.length > 0 ? resoldBlocks(resold) : []),
      { kind: 'heading', text: 'La clause de réserve de propriété' },
      ...used.flatMap(clauseBlocks),
      { kind: 'heading', text: 'Ce que nous demandons' },
      {
        kind: 'list',
        items: [
          { text: 'la restitution des biens retrouvés en nature au jour du jugement, ou le paiement de leur prix ;' },
          {
            text: 'qu’ils ne soient ni vendus ni incorporés d’ici là, et qu’un inventaire contradictoire en soit dressé ;',
          },
          ...(resold.length > 0
            ? [
                {
                  text: 'le versement du prix des biens revendus, encore dû par le sous-acquéreur au jour du jugement (C. com. L624-18).',
                },
              ]
            : []),
        ],
      },
      {
        kind: 'paragraph',
        text: 'Pièces jointes : factures, bons de livraison, clause et preuve de son acceptation au plus tard à la livraison.',
      },
      ...(copyTo
        ? [{ kind: 'note' as const, text: `Copie : ${copyTo.name}, ${roleNames[copyTo.role].toLowerCase()}.` }]
        : []),
      {
        kind: 'signatures',
        signatures: [
          {
            role: company.signatoryRole || 'Qualité :',
            name: company.signatory,
            hint: `${company.city === '' ? 'Le' : `${company.city}, le`} ${long(today)}, signature`,
          },
        ],
      },
    ],
  }
}

const goodsBlocks = (goods: readonly Goods[]): Block[] => [
  { kind: 'heading', text: 'Biens revendiqués en nature' },
  {
    kind: 'table',
    columns: [
      { label: 'Bien', grow: 2 },
      { label: 'Numéros de série ou de lot', grow: 1 },
      { label: 'Lieu', grow: 1 },
      { label: 'Livré le' },
      { label: 'Facture' },
      { label: 'Reste dû', align: 'right' },
    ],
    rows: goods.map((one) => [
      one.state === 'in-kind' ? one.description : `${one.description} (${goodsStateNames[one.state]})`,
      one.serials,
      one.storage,
      [short(one.deliveredOn), one.delivery].filter(Boolean).join(', '),
      one.number,
      formatMoney(one.open, one.currency, 'fr'),
    ]),
  },
]

const resoldBlocks = (goods: readonly Goods[]): Block[] => [
  { kind: 'heading', text: 'Biens revendus : prix revendiqué' },
  {
    kind: 'table',
    columns: [
      { label: 'Bien', grow: 2 },
      { label: 'Sous-acquéreur', grow: 1 },
      { label: 'Revendu le' },
      { label: 'Facture' },
      { label: 'Prix encore dû', align: 'right' },
    ],
    rows: goods.map((one) => [
      [one.description, one.serials].filter(Boolean).join(', '),
      one.resoldTo,
      one.resoldOn ? short(one.resoldOn) : '',
      one.number,
      formatMoney(one.resalePrice ?? 0, one.currency, 'fr'),
    ]),
    notes: ['Le prix n’est revendiqué que pour la part que le sous-acquéreur n’avait pas payée au jour du jugement.'],
  },
]

const clauseBlocks = ({ kind, version, text, agreedOn, published }: Clause): Block[] => [
  {
    kind: 'paragraph',
    text: `Convenue par écrit le ${long(agreedOn)}, avant la livraison : ${[clauseNames[kind], version].filter(Boolean).join(' ')}${published ? ', contrat publié (C. com. L624-10)' : ''}.`,
  },
  { kind: 'quotes', quotes: [{ by: '', text }] },
]
