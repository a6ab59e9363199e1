import { applicationsCalls } from '../applications/applications.service.ts'
import type { Day } from '../kernel/day.ts'
import type { ProposalInput, Trigger } from '../reviews/reviews.contract.ts'
import { reviewsCalls } from '../reviews/reviews.service.ts'
import type { DemoDesk, DemoStep } from './demo.desk.ts'
import { limitsOf } from './demo.limits.rules.ts'
import { HELENE, KARIM, NADIA, PHILIPPE } from './demo.staff.ts'

type Proposed = Pick<ProposalInput, 'kind' | 'amount' | 'reason'> & Partial<ProposalInput>
type Told = {
  name: string
  trigger: Trigger
  detail: string
  opened: [Day, string]
  submitted: [Day, string, Proposed]
  answered?: [Day, string, 'approve' | 'return', string]
  /** The day its letter was issued. */
  letter?: Day
}

/** A review from its opening to its answer, as far as it went. */
const reviewSteps = ({ as, of }: DemoDesk, told: Told): DemoStep[] => {
  const { name, trigger, detail, opened, submitted, answered, letter } = told
  let id = ''
  const [openedOn, by] = opened
  const [submittedOn, author, proposed] = submitted
  return [
    {
      day: openedOn,
      act: async () => {
        const input = { customerId: of(name), trigger, detail, dueOn: null, applicationId: null }
        id = (await reviewsCalls.open(as(by, openedOn), input)).review.id
      },
    },
    {
      day: submittedOn,
      act: async () =>
        reviewsCalls.submit(as(author, submittedOn), {
          scope: 'customer',
          until: null,
          terms: null,
          conditions: '',
          riskClass: null,
          nextReviewOn: null,
          aboveFirstCeiling: false,
          ...proposed,
          id,
        }),
    },
    ...(answered ?? []).slice(0, 1).map((day) => ({
      day,
      act: async () => {
        const [, decider, answer, reason] = answered as NonNullable<Told['answered']>
        await reviewsCalls.decide(as(decider, day), { id, answer, reason, nextReviewOn: null })
      },
    })),
    ...(letter
      ? [{ day: letter, act: async () => reviewsCalls.letter(as(HELENE, letter), { id, confirmed: true }) }]
      : []),
  ]
}

const reviewsTold = ({ ledger, say }: DemoDesk): Told[] => {
  const limits = new Map(limitsOf(ledger, 'second').map(({ customer, amount }) => [customer.name, amount]))
  const limitOf = (name: string) => limits.get(name) ?? 0
  return [
    {
      name: 'Laboratoires Hydrélia',
      trigger: 'request',
      detail: say('Contrat annuel de conditionnement', 'Yearly packaging contract'),
      opened: ['2026-06-18', HELENE],
      submitted: [
        '2026-06-18',
        HELENE,
        {
          kind: 'extend',
          amount: 2_400_000,
          riskClass: 1,
          conditions: say(
            'Commandes cadencées, comptes 2026 dès leur dépôt.',
            'Staged orders, accounts of 2026 as soon as filed.',
          ),
          reason: say(
            'Trois exercices bénéficiaires, trésorerie en hausse, aucun retard en deux ans. Le contrat annuel porte le besoin à 24 000 €.',
            'Three profitable years, rising cash, no delay in two years. The yearly contract takes the need to €24,000.',
          ),
        },
      ],
      answered: [
        '2026-06-22',
        PHILIPPE,
        'approve',
        say('Accord, le dossier est complet.', 'Agreed, the file is complete.'),
      ],
      letter: '2026-06-23',
    },
    {
      name: 'Brasserie de la Combe Noire',
      trigger: 'periodic',
      detail: '',
      opened: ['2026-07-06', NADIA],
      submitted: [
        '2026-07-06',
        NADIA,
        {
          kind: 'maintain',
          amount: limitOf('Brasserie de la Combe Noire'),
          riskClass: 4,
          conditions: say('Acompte de 30 % à chaque commande.', '30 % in advance with each order.'),
          reason: say(
            'Retards de plus de deux mois mais règlements réguliers depuis le printemps. Deux rapports prudents.',
            'More than two months late, yet regular payments since spring. Two cautious reports.',
          ),
        },
      ],
      answered: [
        '2026-07-09',
        PHILIPPE,
        'approve',
        say('Maintien six mois, pas au-delà.', 'Kept for six months, no longer.'),
      ],
    },
    {
      name: 'Jouets Tourniquet',
      trigger: 'alert',
      detail: say('Retards en hausse', 'Rising delays'),
      opened: ['2026-09-15', KARIM],
      submitted: [
        '2026-09-15',
        KARIM,
        {
          kind: 'reduce',
          amount: 1_300_000,
          riskClass: 4,
          reason: say(
            'Capitaux propres en baisse trois ans de suite, compte de résultat confidentiel, paiements au-delà de 60 jours.',
            'Equity falling three years in a row, profit and loss confidential, payments beyond 60 days.',
          ),
        },
      ],
      answered: ['2026-09-17', HELENE, 'approve', say('Réduction au niveau de l’encours.', 'Reduced to what is owed.')],
    },
    {
      name: 'Chocolaterie Morvandeau',
      trigger: 'alert',
      detail: say('Échéancier rompu', 'Broken instalment plan'),
      opened: ['2026-10-26', KARIM],
      submitted: [
        '2026-10-26',
        KARIM,
        {
          kind: 'withdraw',
          amount: 0,
          riskClass: 5,
          reason: say(
            'Plus aucun règlement depuis avril, échéancier d’août non tenu, mise en demeure sans réponse.',
            'Nothing paid since April, plan of August not kept, formal notice unanswered.',
          ),
        },
      ],
      answered: [
        '2026-10-28',
        HELENE,
        'approve',
        say('Retrait, dossier au contentieux.', 'Withdrawn, account handed to collection.'),
      ],
    },
    {
      name: 'Cave coopérative de Sauterive',
      trigger: 'request',
      detail: say('Vendanges, cartons en plus', 'Harvest, more boxes'),
      opened: ['2026-10-19', NADIA],
      submitted: [
        '2026-10-20',
        NADIA,
        {
          kind: 'extend',
          amount: limitOf('Cave coopérative de Sauterive') + 400_000,
          riskClass: 3,
          reason: say(
            'Commandes en hausse depuis l’été, paiements une quinzaine après l’échéance.',
            'Orders rising since summer, paid a fortnight after the due day.',
          ),
        },
      ],
      answered: [
        '2026-10-23',
        HELENE,
        'return',
        say(
          'Quels comptes ? Aucun bilan au dossier : demandez les deux derniers.',
          'Which accounts? There is no balance sheet in the file: ask for the last two.',
        ),
      ],
    },
    {
      name: 'Boulangeries Lepetitpas',
      trigger: 'request',
      detail: say('Trois points de vente de plus', 'Three more shops'),
      opened: ['2026-10-28', NADIA],
      submitted: [
        '2026-10-29',
        NADIA,
        {
          kind: 'extend',
          amount: 1_500_000,
          riskClass: 2,
          conditions: say('Comptes 2026 à recevoir avant juin.', 'Accounts of 2026 to be received before June.'),
          reason: say(
            'Encours à plus de 90 % de la limite, payeur régulier, deux rapports favorables. Trois boutiques ouvrent en novembre. Au-dessus de la recommandation, calculée sans comptes annuels.',
            'Exposure above 90% of the limit, regular payer, two favourable reports. Three shops open in November. Above the recommendation, which was made without annual accounts.',
          ),
        },
      ],
    },
  ]
}

/** A prospect asks for credit: one of the suppliers it named has answered, the other was asked. */
const application = ({ as, of, say }: DemoDesk): DemoStep[] => {
  const ids: Record<string, string> = {}
  const step = (day: Day, act: (ctx: ReturnType<DemoDesk['as']>) => Promise<unknown>): DemoStep => ({
    day,
    act: () => act(as(NADIA, day)),
  })
  return [
    step('2026-10-12', async (ctx) => {
      const { id } = await applicationsCalls.record(ctx, {
        id: null,
        customerId: of('Fleurs Coupées Mimosa'),
        receivedOn: '2026-10-12',
        currency: 'EUR',
        asked: 500_000,
        purchases: 2_400_000,
        terms: '30',
        applicant: 'Rosalie Orsoni',
        capacity: say('Gérante', 'Manager'),
        note: '',
      })
      const suppliers = [
        ['Serres du Gapeau', 'compta@serres-gapeau.example'],
        ['Cartonnages de la Rade', 'clients@cartonnages-rade.example'],
      ] as const
      for (const [supplier, contact] of suppliers) {
        const { references } = await applicationsCalls.addReference(ctx, { applicationId: id, supplier, contact })
        ids[supplier] = references.find((one) => one.supplier === supplier)?.id ?? ''
      }
    }),
    step('2026-10-14', async (ctx) => {
      for (const id of Object.values(ids)) await applicationsCalls.asked(ctx, { id, on: '2026-10-14' })
    }),
    step('2026-10-21', async (ctx) =>
      applicationsCalls.answered(ctx, {
        id: ids['Serres du Gapeau'] ?? '',
        answer: {
          answeredOn: '2026-10-21',
          respondent: 'Quentin Malaval',
          capacity: say('Comptable', 'Accountant'),
          customerSince: '2021-03-01',
          highestCredit: 620_000,
          balance: 248_000,
          overdue: 0,
          terms: say('30 jours', '30 days'),
          daysBeyondTerms: 4,
          means: say('virement', 'transfer'),
          returned: 0,
          disputes: '',
          guarantees: '',
          note: '',
        },
      }),
    ),
  ]
}

export const demoReviews = (desk: DemoDesk): DemoStep[] => [
  ...reviewsTold(desk).flatMap((told) => reviewSteps(desk, told)),
  ...application(desk),
]
