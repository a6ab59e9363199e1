import { addDays, type Day } from '../kernel/day.ts'
import type { ProofKind } from '../proofs/proofs.contract.ts'
import type { Account, DemoItem } from './demo.account.rules.ts'
import { DEMO_DAY } from './demo.company.ts'
import { type Random, randomOf } from './demo.random.rules.ts'

export type DemoProof = {
  id: string
  documentId: string
  customerId: string
  itemId: string | null
  kind: ProofKind
  title: string
  day: Day
  expiresOn: Day | null
  /** What the page says, line by line; the number of its invoice is written in by whoever sets it. */
  lines: string[]
}

type Texts = { fr: string; en: string }

const titles: Partial<Record<ProofKind, Texts>> = {
  invoice: { fr: 'Copie de la facture', en: 'Copy of the invoice' },
  order: { fr: 'Bon de commande signé', en: 'Signed purchase order' },
  delivery_note: { fr: 'Bon de livraison émargé', en: 'Signed delivery note' },
  contract: { fr: 'Contrat-cadre', en: 'Framework contract' },
  terms: { fr: 'Conditions générales acceptées', en: 'General terms accepted' },
  guarantee: { fr: 'Caution bancaire', en: 'Bank guarantee' },
  correspondence: { fr: 'Courriel du client', en: 'E-mail from the customer' },
}

/** Kept for the customer as a whole: some in force, one about to expire, one that has. */
const general: Readonly<Record<string, readonly (readonly [ProofKind, day: Day, expiresOn: Day | null])[]>> = {
  C002: [['contract', '2025-01-06', null]],
  C004: [['terms', '2024-11-04', null]],
  C007: [['contract', '2024-11-18', '2026-12-15']],
  C017: [
    ['contract', '2024-12-02', null],
    ['terms', '2024-12-02', null],
  ],
  C025: [['guarantee', '2025-07-01', '2026-06-30']],
}

/** Kept for the invoices that are late: all that the policy asks for, or one short of it. */
const ofInvoices: Readonly<Record<string, readonly ProofKind[]>> = {
  C002: ['invoice', 'delivery_note'],
  C007: ['invoice', 'order', 'delivery_note', 'correspondence'],
  C013: ['invoice', 'order', 'delivery_note'],
  C025: ['invoice', 'order'],
  C035: ['order', 'delivery_note'],
}
const OF_EACH = 2

export const proofsOf = (account: Account, language: 'fr' | 'en'): DemoProof[] => {
  const { code } = account.customer
  const random = randomOf(`proofs of ${code}`)
  const kinds = ofInvoices[code] ?? []
  const late = account.items.filter((item) => item.kind === 'invoice' && item.due < DEMO_DAY && account.open(item) > 0)
  return [
    ...(general[code] ?? []).map(([kind, day, expiresOn]) =>
      proof(account, random, language, null, kind, day, expiresOn),
    ),
    ...late
      .slice(-OF_EACH)
      .flatMap((item) => kinds.map((kind) => proof(account, random, language, item, kind, dayOf(item, kind), null))),
  ]
}

const dayOf = ({ issued }: DemoItem, kind: ProofKind): Day =>
  addDays(issued, { order: -21, delivery_note: -2, correspondence: 35 }[kind as string] ?? 0)

const proof = (
  { customer }: Account,
  random: Random,
  language: 'fr' | 'en',
  item: DemoItem | null,
  kind: ProofKind,
  day: Day,
  expiresOn: Day | null,
): DemoProof => {
  const title = titles[kind]?.[language] ?? kind
  return {
    id: random.id(day),
    documentId: random.id(day),
    customerId: customer.id,
    itemId: item?.id ?? null,
    kind,
    title,
    day,
    expiresOn,
    lines: ['Emballages Rivelaine', title, customer.person.name, day],
  }
}
