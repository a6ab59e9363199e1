import { financialsCalls } from '../financials/financials.service.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { LimitInput } from '../limits/limits.contract.ts'
import { limitsCalls, setLimit } from '../limits/limits.service.ts'
import { ordersCalls } from '../orders/orders.service.ts'
import { policyCalls } from '../policy/policy.service.ts'
import { ratingsCalls } from '../ratings/ratings.service.ts'
import { registersCalls } from '../registers/registers.service.ts'
import { firstPolicy, secondPolicy } from './demo.credit-policy.ts'
import type { DemoDesk, DemoStep } from './demo.desk.ts'
import { type DemoLimit, limitsOf } from './demo.limits.rules.ts'
import { bodaccExtract, sireneExtract } from './demo.registers.rules.ts'
import { reports } from './demo.reports.ts'
import { demoReviews } from './demo.reviews.ts'
import { HELENE, KARIM, NADIA, PHILIPPE } from './demo.staff.ts'
import { statements } from './demo.statements.rules.ts'

type Step<Row> = (row: Row) => DemoStep
const common = { documentId: null, reviewId: null, riskClass: null, until: null }

const policies = ({ as, visitor, say }: DemoDesk, language: 'fr' | 'en'): DemoStep[] =>
  (
    [
      ['2024-11-04', HELENE, firstPolicy(language), say('Première politique de crédit.', 'First credit policy.')],
      [
        '2026-01-05',
        PHILIPPE,
        secondPolicy(language, visitor),
        say(
          `Niveaux de décision par classe de risque, double regard dès 20 000 €, refus dès 45 jours de retard. ${visitor} : crédit client, plafond propre.`,
          `Decision levels by risk class, four eyes from €20,000, refusal from 45 days late. ${visitor}: credit desk, with a ceiling of their own.`,
        ),
      ],
    ] as const
  ).map(([day, person, content, summary]) => ({
    day,
    act: async () => policyCalls.save(as(person, day), { content, summary, inForceFrom: day }),
  }))

/**
 * Whose authority the policy of 2026 asks for, also where the scorecard is worse than the judgement: never the visitor's,
 * who has decided nothing yet.
 */
const deciderOf = ({ customer, amount, day }: DemoLimit): string => {
  const pays = customer.person.habit === 'early' || customer.person.habit === 'prompt'
  if (day >= '2026-01-05' && pays && amount <= 600_000) return KARIM
  return pays || amount <= 1_000_000 || day < '2026-01-05' ? HELENE : PHILIPPE
}

/** Limits that ended by themselves and were not renewed. */
const ENDS: Record<string, Day> = { 'Traiteur Saint-Almire': '2026-09-30' }

const limits = ({ as, ledger, say }: DemoDesk): DemoStep[] => {
  const reasons = {
    first: say('Reprise du fichier : encours habituel et une marge.', 'File taken over: usual exposure and a margin.'),
    second: say('Revue annuelle du fichier clients.', 'Yearly round of the customer file.'),
  }
  return (['first', 'second'] as const).flatMap((round) =>
    limitsOf(ledger, round).map((limit) => ({
      day: limit.day,
      act: () =>
        setLimit(as(deciderOf(limit), limit.day), {
          ...common,
          kind: 'internal',
          customerId: limit.customer.id,
          amount: limit.amount,
          riskClass: limit.riskClass,
          reason: reasons[round],
          until: round === 'second' ? (ENDS[limit.customer.name] ?? null) : null,
        }),
    })),
  )
}

const covers = ({ as, of, say }: DemoDesk): DemoStep[] => {
  const insured = (name: string, amount: Minor): LimitInput => ({
    ...common,
    kind: 'insured',
    customerId: of(name),
    amount,
    from: '2026-01-01',
    until: '2026-12-31',
    insurer: 'Assurances Brecival',
    policyNumber: 'BR-2026-0418',
    coveredShare: '90',
    extensionDays: 100,
    noticeDays: 30,
    reason: say('Agrément de l’assureur-crédit', 'Agreed by the credit insurer'),
  })
  const decided: [Day, LimitInput][] = [
    ['2025-12-15', insured('Pâtes Fraîches Rossignol', 2_000_000)],
    ['2025-12-15', insured('Officine Belfiore S.r.l.', 1_500_000)],
    [
      '2026-04-14',
      {
        ...common,
        kind: 'guarantee',
        customerId: of('Conservas del Cabo S.L.'),
        amount: 800_000,
        guarantor: 'Banco de la Ría',
        until: '2027-04-30',
        reason: say('Garantie à première demande', 'First-demand guarantee'),
      },
    ],
    [
      '2026-09-14',
      {
        ...common,
        kind: 'temporary',
        customerId: of('Vergers de Limanne'),
        amount: 900_000,
        until: '2026-12-31',
        riskClass: 2,
        reason: say('Campagne de récolte', 'Harvest season'),
      },
    ],
  ]
  return decided.map(([day, input]) => ({ day, act: () => setLimit(as(HELENE, day), input) }))
}

const group = ({ as, of, say }: DemoDesk): DemoStep => ({
  day: '2026-02-10',
  act: async () => {
    const members = ['Pépinières Aubertin', 'Semences du Pays d’Othe'].map(of)
    const note = say('Même actionnaire depuis 2025.', 'Same shareholder since 2025.')
    const ctx = as(PHILIPPE, '2026-02-10')
    const { id } = await limitsCalls.saveGroup(ctx, { name: 'Verdance', note, members })
    const reason = say('Limite commune aux deux sociétés', 'Shared by both companies')
    await setLimit(ctx, { ...common, kind: 'internal', groupId: id, amount: 1_200_000, riskClass: 2, reason })
  },
})

const accounts = ({ as, of, say }: DemoDesk): DemoStep[] =>
  statements.map(({ name, closedOn, receivedOn, source, lines }) => ({
    day: receivedOn,
    act: async () =>
      financialsCalls.save(as(NADIA, receivedOn), {
        id: null,
        customerId: of(name),
        closedOn,
        months: 12,
        currency: 'EUR',
        source:
          source === 'filed' ? say('Comptes déposés au greffe', 'Accounts filed') : say('Liasse fiscale', 'Tax return'),
        audited: false,
        consolidated: false,
        siren: '',
        note: '',
        lines,
        unit: 1,
      }),
  }))

const agencies = ({ as, of }: DemoDesk): DemoStep[] =>
  reports.map(({ name, provider, day, values, recommended }) => ({
    day,
    act: async () =>
      ratingsCalls.save(as(NADIA, day), {
        id: null,
        customerId: of(name),
        provider,
        providerName: '',
        day,
        values,
        recommendedLimit: recommended,
        currency: 'EUR',
        companyName: name,
        siren: '',
        duns: '',
        note: '',
      }),
  }))

/** The registers were checked at the end of October: one receivership, one company that trades no more. */
const registers = ({ as, ledger }: DemoDesk): DemoStep => ({
  day: '2026-10-29',
  act: async () => {
    const named = (wanted: string) => ledger.customers.filter(({ name }) => name === wanted)
    const files = [
      ...named('Meubles Grandval').map((one) => ['BODACC-2026-10-28.json', bodaccExtract(one)] as const),
      ...named('Studio Photo Argentique').flatMap((closed) =>
        named('Laboratoires Hydrélia').map(
          (active) => ['StockUniteLegale-2026-10.csv', sireneExtract(closed, active)] as const,
        ),
      ),
    ].map(([name, text]) => ({ name, file: new File([text], name) }))
    const checking = registersCalls.check(as(NADIA, '2026-10-29'), { files, dryRun: false })
    while (!(await checking.next()).done);
  },
})

type Order = [day: Day, customer: string, number: string, amount: Minor, expected: Day, prepaid?: true]
const ORDERS: readonly Order[] = [
  ['2026-10-20', 'Fromagerie du Haut Vallon', 'CMD-2026-0387', 184_000, '2026-11-12'],
  ['2026-10-23', 'Verrerie Lucendre', 'CMD-2026-0391', 412_000, '2026-11-18'],
  ['2026-10-26', 'Rheinufer Verpackung GmbH', 'CMD-2026-0394', 138_500, '2026-11-10'],
  // Held: the limit is passed, the company is in receivership.
  ['2026-10-27', 'Maison Verdolin', 'CMD-2026-0396', 268_000, '2026-11-20'],
  ['2026-10-29', 'Meubles Grandval', 'CMD-2026-0401', 96_000, '2026-11-16'],
  ['2026-10-30', 'Fleurs Coupées Mimosa', 'CMD-2026-0405', 62_400, '2026-11-25', true],
]

const orders = ({ as, of, say }: DemoDesk): DemoStep[] => {
  const place: Step<Order> = ([day, name, number, amount, expected, prepaid = false]) => ({
    day,
    act: async () =>
      ordersCalls.add(as(KARIM, day), {
        customerId: of(name),
        number,
        day,
        amount,
        currency: 'EUR',
        prepaid,
        expected,
        note: '',
      }),
  })
  const released = ['2026-10-26', 'Cosmétiques Aurélune', 'CMD-2026-0392', 145_000, '2026-11-09'] as const
  const release = async () => {
    const [, name, orderNumber, amount] = released
    const ctx = as(PHILIPPE, '2026-10-27')
    const reason = say(
      'Virement de 12 000 € annoncé pour le 5 novembre',
      'Transfer of €12,000 announced for 5 November',
    )
    await limitsCalls.override(ctx, { customerId: of(name), orderNumber, amount, until: '2026-11-15', reason })
    const { orders: held } = await ordersCalls.list(ctx, { search: orderNumber, show: 'held', offset: 0, limit: 1 })
    await ordersCalls.open(ctx, { id: held[0]?.id ?? '' })
  }
  return [...ORDERS.map(place), place([...released]), { day: '2026-10-27', act: release }]
}

/** The credit life of the demo company, told by those who decided. */
export const demoCredit = (desk: DemoDesk, language: 'fr' | 'en'): DemoStep[] => [
  ...policies(desk, language),
  ...limits(desk),
  ...covers(desk),
  group(desk),
  ...accounts(desk),
  ...agencies(desk),
  registers(desk),
  ...orders(desk),
  ...demoReviews(desk),
]
