import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatAmount, formatDay, formatLongDay, formatMoney, formatPercent } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import type { DeedData } from '../letters/deed.model.ts'
import type { Block, TableRow } from '../letters/document.model.ts'
import type { LetterData } from '../letters/letter.model.ts'
import { senderOf } from '../letters/letter.parties.ts'
import { sirenInThrees } from '../letters/letterhead.view.ts'
import type { EventKind } from '../registers/registers.contract.ts'
import type { ClaimItem, Draft, DraftInput, Officer } from './declarations.contract.ts'
import { eveOf } from './declarations.rules.ts'
import { dayCountNames, evidenceNames, procedureNames, roleNames, securityNames } from './papers.words.ts'

export type Drawn = {
  draft: Draft
  said: DraftInput
  reference: string
  customer: Customer
  company: Company
  logo: LetterData['sender']['logo']
  today: Day
}

const long = (day: Day) => formatLongDay(day, 'fr')
const short = (day: Day) => formatDay(day, 'fr')

export const addressOf = ({ addresses }: Pick<Customer, 'addresses'>): string => {
  const seat = (['registered', 'billing'] as const)
    .flatMap((kind) => addresses.find((address) => address.kind === kind) ?? [])
    .at(0)
  return seat ? [...seat.street.split('\n'), `${seat.postalCode} ${seat.city}`.trim()].filter(Boolean).join(', ') : ''
}

export const officerRecipient = (officer: Officer | null): LetterData['recipient'] => ({
  name: officer?.name ?? '',
  attention: null,
  street: (officer?.street ?? '').split('\n').filter(Boolean),
  postalCode: officer?.postalCode ?? '',
  city: officer?.city ?? '',
  country: officer && officer.country !== 'FR' ? officer.country : '',
  code: '',
  siren: '',
})

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const factsOf = (facts: readonly (readonly [string, string])[]): Block => ({
  kind: 'facts',
  columns: 1,
  facts: facts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }])),
})

/** Whose procedure it is, as every paper of it says first. */
export const procedureFacts = (
  { draft, customer }: { draft: Pick<Draft, 'procedure' | 'court' | 'judgment' | 'publishedOn'>; customer: Customer },
  officer: Officer | null,
): Block =>
  factsOf([
    [
      'Débiteur',
      [customer.name, addressOf(customer), customer.siren && `SIREN\u00A0${sirenInThrees(customer.siren)}`]
        .filter(Boolean)
        .join(', '),
    ],
    [
      'Procédure',
      [capital(procedureNames[draft.procedure as EventKind] ?? 'procédure collective'), draft.court]
        .filter(Boolean)
        .join(', '),
    ],
    [
      'Jugement d’ouverture',
      `${long(draft.judgment)}${draft.publishedOn ? `, publié au BODACC le ${long(draft.publishedOn)}` : ''}`,
    ],
    [officer ? roleNames[officer.role] : '', officer ? officer.name : ''],
    ['Votre référence', officer?.reference ?? ''],
  ])

export const creditorFacts = (company: Company): Block =>
  factsOf([
    [
      'Créancier',
      [company.name, company.legalForm, company.capital && `capital ${company.capital}`].filter(Boolean).join(', '),
    ],
    [
      'Siège',
      [...company.street.split('\n'), `${company.postalCode} ${company.city}`.trim()].filter(Boolean).join(', '),
    ],
    [
      'Immatriculation',
      [company.siren && `SIREN\u00A0${sirenInThrees(company.siren)}`, company.registry].filter(Boolean).join(', '),
    ],
    ['Contact', [company.phone, company.email].filter(Boolean).join(', ')],
  ])

/** The declaration of a claim with everything that C. com. L622-25 and R622-23 ask for. */
export const declarationLetter = (drawn: Drawn): DeedData => {
  const { draft, said, reference, customer, company, logo, today } = drawn
  const money = (amount: Minor) => formatMoney(amount, draft.currency, 'fr')
  const due = draft.items.filter(({ later }) => !later)
  const later = draft.items.filter((item) => item.later)
  return {
    language: 'fr',
    sender: senderOf(company, logo),
    recipient: officerRecipient(draft.officer),
    reference,
    date: today,
    place: company.city,
    channelMention: 'Lettre recommandée avec avis de réception',
    title: 'Déclaration de créance',
    blocks: [
      procedureFacts({ draft, customer }, draft.officer),
      { kind: 'paragraph', text: 'Maître,' },
      {
        kind: 'paragraph',
        text: `Conformément aux articles L622-24 et L622-25 du Code de commerce, nous déclarons au passif de ${customer.name} une créance de ${money(draft.total)}, détaillée ci-après.`,
      },
      { kind: 'heading', text: 'Le créancier' },
      creditorFacts(company),
      { kind: 'heading', text: 'Montant de la créance' },
      sumsTable(draft, money),
      ...(due.length > 0 ? dueBlocks(due, draft) : []),
      ...(later.length > 0 ? laterBlocks(later, draft) : []),
      { kind: 'heading', text: 'Intérêts et indemnités' },
      ...interestBlocks(draft),
      { kind: 'heading', text: 'Sûretés, contestation, pièces' },
      { kind: 'paragraph', text: securityText(said) },
      { kind: 'paragraph', text: courtText(draft, said, money) },
      { kind: 'paragraph', text: 'Pièces justificatives jointes :' },
      { kind: 'list', items: evidenceLines(draft, said).map((text) => ({ text })) },
      ...(said.note === '' ? [] : [{ kind: 'paragraph' as const, text: said.note }]),
      { kind: 'heading', text: 'Certification' },
      {
        kind: 'paragraph',
        text: `La présente créance est certifiée sincère par le créancier (C. com. L622-25). Total déclaré : ${money(draft.total)}.`,
      },
      {
        kind: 'signatures',
        signatures: [
          {
            role:
              [draft.capacity, said.byProxy ? 'par pouvoir, ci-joint' : ''].filter(Boolean).join(', ') || 'Qualité :',
            name: draft.signatory,
            hint: `${company.city === '' ? 'Le' : `${company.city}, le`} ${long(today)}, signature`,
          },
        ],
      },
    ],
  }
}

const sumsTable = (draft: Draft, money: (amount: Minor) => string): Block => {
  const lines: (readonly [string, Minor])[] = [
    [`Principal échu au jour du jugement, ${long(draft.judgment)}, TTC`, draft.principal],
    [`Intérêts de retard arrêtés au ${long(eveOf(draft.judgment))}`, draft.interest],
    ['Indemnités forfaitaires pour frais de recouvrement (C. com. D441-5)', draft.indemnities],
    ['Frais et accessoires réclamés avant le jugement', draft.costs],
    ['Principal à échoir après le jugement, TTC', draft.toFallDue],
    ['À déduire : règlements et avoirs non imputés', -draft.credits],
  ]
  return {
    kind: 'table',
    columns: [
      { label: 'Poste', grow: 1 },
      { label: 'Montant', align: 'right' },
    ],
    rows: lines.flatMap(([label, amount]): TableRow[] => (amount === 0 ? [] : [[label, money(amount)]])),
    totals: [['Total déclaré', money(draft.total)]],
  }
}

/** In another currency, the amount as it was invoiced stands beside its worth on the judgment. */
const amountOf = (item: ClaimItem, currency: string): string =>
  item.currency === currency
    ? formatAmount(item.worth, currency, 'fr')
    : `${formatAmount(item.worth, currency, 'fr')} (${formatMoney(item.principal, item.currency, 'fr')})`

const numberOf = (item: ClaimItem): string =>
  item.invoicedAfter ? `${item.number} (livrée avant le jugement)` : item.number

const convertedNote = (items: readonly ClaimItem[], draft: Draft): string[] =>
  items.some(({ currency }) => currency !== draft.currency)
    ? [`Devises converties au cours du ${long(draft.judgment)}, jour du jugement (C. com. L622-25).`]
    : []

const dueBlocks = (items: readonly ClaimItem[], draft: Draft): Block[] => {
  const amount = (minor: Minor) => (minor === 0 ? '–' : formatAmount(minor, draft.currency, 'fr'))
  const total = (of: (item: ClaimItem) => Minor) => amount(items.reduce((sum, item) => sum + of(item), 0))
  return [
    { kind: 'heading', text: 'Factures échues au jour du jugement' },
    {
      kind: 'table',
      columns: [
        { label: 'Facture', grow: 1 },
        { label: 'Date' },
        { label: 'Échéance' },
        { label: `Restant dû TTC, ${draft.currency}`, align: 'right' },
        { label: 'Jours', align: 'right' },
        { label: 'Intérêts', align: 'right' },
        { label: 'Indemnité', align: 'right' },
      ],
      rows: items.map((item) => [
        numberOf(item),
        short(item.issued),
        short(item.due),
        amountOf(item, draft.currency),
        String(item.interestDays),
        amount(item.interest),
        amount(item.indemnity),
      ]),
      totals: [
        [
          'Total',
          '',
          '',
          total(({ worth }) => worth),
          '',
          total((item) => item.interest),
          total((item) => item.indemnity),
        ],
      ],
      notes: convertedNote(items, draft),
    },
  ]
}

const laterBlocks = (items: readonly ClaimItem[], draft: Draft): Block[] => [
  { kind: 'heading', text: 'Factures à échoir, avec la date de leur échéance' },
  {
    kind: 'table',
    columns: [
      { label: 'Facture', grow: 1 },
      { label: 'Date' },
      { label: 'Échéance' },
      { label: `Montant TTC, ${draft.currency}`, align: 'right' },
    ],
    rows: items.map((item) => [numberOf(item), short(item.issued), short(item.due), amountOf(item, draft.currency)]),
    totals: [['Total', '', '', formatAmount(draft.toFallDue, draft.currency, 'fr')]],
    notes: convertedNote(items, draft),
  },
]

const interestBlocks = (draft: Draft): Block[] => {
  const rates = draft.methods.map(({ rate, contract, dayCount, law }) => ({
    text: `${formatPercent(rate, 'fr')} l’an, ${contract ? 'taux du contrat' : `taux légal de retard (${law})`}, ${dayCountNames[dayCount] ?? dayCount}`,
  }))
  return [
    {
      kind: 'paragraph',
      text: `Les pénalités de retard (C. com. L441-10 II) courent du lendemain de l’échéance sur le montant TTC restant dû${draft.methods.some(({ contract }) => !contract) ? ', au taux de chaque semestre traversé' : ''} ; le jugement en a arrêté le cours (C. com. L622-28) : elles sont calculées jusqu’au ${long(eveOf(draft.judgment))} inclus, sans capitalisation, arrondies une fois par facture.`,
    },
    ...(rates.length > 0 ? [{ kind: 'list' as const, items: rates }] : []),
    {
      kind: 'paragraph',
      text: 'L’indemnité forfaitaire n’est demandée que pour les factures dont l’échéance précède le jugement (C. com. L441-10 II, dernière phrase).',
    },
  ]
}

const securityText = ({ security, securityText }: DraftInput): string =>
  ['Nature de la sûreté ou du privilège :', securityNames[security], securityText].filter(Boolean).join(' ')

const courtText = (draft: Draft, { courtSeised }: DraftInput, money: (amount: Minor) => string): string => {
  const disputed = draft.items.reduce((sum, item) => sum + (item.currency === draft.currency ? item.disputed : 0), 0)
  if (courtSeised !== '') return `Créance contestée, juridiction saisie : ${courtSeised}.`
  return disputed > 0
    ? `Le débiteur a contesté ${money(disputed)} ; aucune juridiction n’est saisie. La créance est déclarée en entier.`
    : 'Aucune juridiction n’est saisie de cette créance.'
}

/** Numbers that a line of the list has room for. */
const MOST_NUMBERS = 12

const evidenceLines = ({ evidence }: Draft, { byProxy }: DraftInput): string[] => [
  ...evidence.map(({ kind, title, numbers }) => {
    const shown = numbers.slice(0, MOST_NUMBERS).join(', ')
    const more = numbers.length > MOST_NUMBERS ? ` et ${numbers.length - MOST_NUMBERS} autres` : ''
    return [evidenceNames[kind] ?? kind, title, shown && `${shown}${more}`].filter(Boolean).join(' : ')
  }),
  ...(byProxy ? ['Pouvoir du signataire'] : []),
]
