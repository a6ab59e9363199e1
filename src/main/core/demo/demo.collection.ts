import { chargesCalls } from '../charges/charges.service.ts'
import type { LetterRow } from '../dunning/dunning.contract.ts'
import { planFields } from '../dunning/dunning.plan.schema.ts'
import { dunningCalls } from '../dunning/dunning.service.ts'
import { handoverSchema } from '../handovers/handovers.contract.ts'
import { handoversCalls } from '../handovers/handovers.service.ts'
import { instalmentsCalls } from '../instalments/instalments.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { limitationsCalls } from '../limitations/limitations.service.ts'
import { mailCalls } from '../mail/mail.service.ts'
import type { PostingOutcome } from '../postings/postings.contract.ts'
import { postingsCalls } from '../postings/postings.service.ts'
import { writeoffsCalls } from '../writeoffs/writeoffs.service.ts'
import type { DemoDesk, DemoStep } from './demo.desk.ts'
import { demoDocument } from './demo.documents.ts'
import { messageLeft } from './demo.repository.ts'
import { HELENE, NADIA, PHILIPPE } from './demo.staff.ts'

const step = (day: Day, act: () => Promise<unknown>): DemoStep => ({ day, act })

const lettersOfLastRun = async (ctx: CommandContext): Promise<{ runId: string; letters: LetterRow[] }> => {
  const { runs } = await dunningCalls.runs(ctx, {})
  const runId = runs[0]?.id ?? ''
  return { runId, letters: (await dunningCalls.letters(ctx, { runId, offset: 0, limit: 200 })).letters }
}

const letterTo = (letters: readonly LetterRow[], customerId: string): string => {
  const found = letters.find((letter) => letter.customerId === customerId)
  if (!found) throw new RangeError(`the demo's last run has no letter to ${customerId}`)
  return found.id
}

/** Formal notices go to the post office the day after their run, but for those that wait. */
const FIRST_NUMBER = '2C14058871203'
const STAYS: readonly string[] = ['Poissonneries de l’Estran', 'Salaisons Croix-Blanche']
const RECEIPTS: readonly [string, PostingOutcome, Day][] = [
  ['Maison Verdolin', 'delivered', '2026-10-23'],
  ['Brasserie de la Combe Noire', 'delivered', '2026-10-23'],
  ['Domaine de Pierrefontaine', 'refused', '2026-10-24'],
  ['Galerie Pontarlac', 'unclaimed', '2026-10-30'],
]

const posts = ({ as, of }: DemoDesk): DemoStep[] => [
  step('2026-10-21', async () => {
    const ctx = as(NADIA, '2026-10-21')
    const { letters } = await lettersOfLastRun(ctx)
    const stay = STAYS.map(of)
    const letterIds = letters
      .filter(({ channel, customerId }) => channel === 'registered' && !stay.includes(customerId))
      .map(({ id }) => id)
    await postingsCalls.number(ctx, { letterIds, first: FIRST_NUMBER, step: 1 })
    await postingsCalls.slip(ctx, { letterIds, day: '2026-10-21' })
    await postingsCalls.deposit(ctx, { letterIds, day: '2026-10-21' })
  }),
  ...RECEIPTS.map(([name, outcome, day]) =>
    step(day, async () => {
      const ctx = as(NADIA, day)
      const letterId = letterTo((await lettersOfLastRun(ctx)).letters, of(name))
      return postingsCalls.receipt(ctx, { letterId, outcome, day })
    }),
  ),
]

/** The outbox after the last run: two messages left, one was refused, one waits. Nothing leaves while a demo is made. */
const SENT: readonly string[] = ['Épicerie fine Sauvagnat', 'Menuiserie Delaunoy SARL']
const REFUSED = 'Jouets Tourniquet'
const WAITS = 'Pépinières Aubertin'

const messages = ({ as, of, say }: DemoDesk): DemoStep =>
  step('2026-10-20', async () => {
    const ctx = as(NADIA, '2026-10-20')
    const { runId, letters } = await lettersOfLastRun(ctx)
    const letterIds = [...SENT, REFUSED, WAITS].map((name) => letterTo(letters, of(name)))
    const queueing = mailCalls.queue(ctx, { runId, letterIds, withStatement: true, withInvoices: true })
    while (!(await queueing.next()).done);
    for (const name of SENT) await messageLeft(ctx, letterTo(letters, of(name)), null)
    await messageLeft(ctx, letterTo(letters, of(REFUSED)), {
      failure: 'recipient-refused',
      said: say('550 5.1.1 Adresse inconnue', '550 5.1.1 User unknown'),
    })
    await dunningCalls.markSent(ctx, { runId, letterIds: SENT.map((name) => letterTo(letters, of(name))) })
  })

const itemOf = ({ ledger, of }: DemoDesk, customer: string, number: string): string => {
  const item = ledger.items.find((one) => one.number === number && one.customerId === of(customer))
  if (!item) throw new RangeError(`the demo has no ${number} of ${customer}`)
  return item.id
}

/** Export customers have a plan of their own, slower; it serves from then on. */
const exportPlan = ({ as, say }: DemoDesk): DemoStep =>
  step('2026-10-23', async () => {
    const ctx = as(HELENE, '2026-10-23')
    const { plans } = await dunningCalls.plans(ctx, {})
    const standard = plans.find(({ isDefault }) => isDefault)
    const fields = planFields.parse(standard)
    const levels = fields.levels.map((level) => ({ ...level, days: level.days + 7 }))
    const plan = await dunningCalls.savePlan(ctx, { ...fields, id: null, name: say('Export', 'Export'), levels })
    await dunningCalls.setPlan(ctx, { planId: plan.id, segment: say('Export', 'Export') })
  })

const charges = (desk: DemoDesk): DemoStep[] => [
  step('2026-10-28', async () =>
    chargesCalls.addCost(desk.as(HELENE, '2026-10-28'), {
      customerId: desk.of('Chocolaterie Morvandeau'),
      currency: 'EUR',
      amount: 7_344,
      itemId: null,
      reason: desk.say('Sommation de payer, commissaire de justice', 'Summons to pay, judicial officer'),
      file: null,
      fileName: '',
    }),
  ),
  step('2026-10-29', async () =>
    chargesCalls.waive(desk.as(HELENE, '2026-10-29'), {
      customerId: desk.of('Domaine de Pierrefontaine'),
      currency: 'EUR',
      lines: [{ kind: 'indemnity', itemId: itemOf(desk, 'Domaine de Pierrefontaine', 'FA2026-0130'), amount: 4_000 }],
      reason: desk.say('Geste convenu avec la gérance', 'Agreed with the management'),
    }),
  ),
]

/** One small old rest given up by somebody else than who proposed it, one that waits for its answer. */
const writeOffs = (desk: DemoDesk): DemoStep[] => {
  const propose = (day: Day, customer: string, number: string, note: string) =>
    writeoffsCalls.propose(desk.as(NADIA, day), {
      customerId: desk.of(customer),
      items: [{ itemId: itemOf(desk, customer, number) }],
      reason: 'uneconomic',
      note,
      taxDue: 'invoiced',
      taxRate: '20',
      definitive: null,
      evidence: [],
    })
  return [
    step('2026-10-22', async () => {
      const note = desk.say('Reste d’une facture de 2025, pièces perdues.', 'Rest of an invoice of 2025, papers lost.')
      const { id } = await propose('2026-10-22', 'Sellerie Montauban-Royal', 'FA2025-0205', note)
      await writeoffsCalls.approve(desk.as(PHILIPPE, '2026-10-22'), { id, answer: '' })
    }),
    step('2026-10-30', async () =>
      propose(
        '2026-10-30',
        'Confiserie Bellecombe',
        'FA2026-0180',
        desk.say('Reste contesté, coût du recouvrement supérieur.', 'Contested rest, recovery would cost more.'),
      ),
    ),
  ]
}

const handedOver = ({ as, of, say }: DemoDesk): DemoStep =>
  step('2026-10-29', async () => {
    const ctx = as(HELENE, '2026-10-29')
    const customerId = of('Chocolaterie Morvandeau')
    const { handovers } = await handoversCalls.list(ctx, { customerId, show: 'open', offset: 0, limit: 1 })
    await handoversCalls.update(ctx, {
      ...handoverSchema.parse(handovers[0]),
      mandate: {
        name: 'Recouvrement Valserine',
        reference: 'VS-26-0418',
        email: 'dossiers@valserine.example',
        address: '9 rue du Lavoir\n01200 Valserhône',
        feeBasis: say('12 % des sommes encaissées', '12% of what is collected'),
      },
    })
  })

/** The plan of the autumn is agreed on in writing; the one of the summer never was. */
const agreed = ({ as, of, say }: DemoDesk): DemoStep[] => {
  const planOf = async (ctx: CommandContext): Promise<string> => {
    const customerId = of('Galerie Pontarlac')
    const { plans } = await instalmentsCalls.list(ctx, { customerId, show: 'current' })
    return plans[0]?.id ?? ''
  }
  return [
    step('2026-09-28', async () => {
      const ctx = as(NADIA, '2026-09-28')
      await instalmentsCalls.letter(ctx, { id: await planOf(ctx), missed: 'whole', interest: 'kept' })
    }),
    step('2026-10-02', async () => {
      const ctx = as(NADIA, '2026-10-02')
      const lines = [say('Accord d’échelonnement', 'Instalment agreement'), 'Galerie Pontarlac', say('Signé', 'Signed')]
      const { bytes } = await demoDocument('', '', lines, ctx.today)
      await instalmentsCalls.signed(ctx, {
        id: await planOf(ctx),
        day: ctx.today,
        name: say('accord signé.pdf', 'signed agreement.pdf'),
        file: new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }),
      })
    }),
  ]
}

const acknowledged = ({ as, of, say }: DemoDesk): DemoStep =>
  step('2026-10-21', async () =>
    limitationsCalls.recordAct(as(HELENE, '2026-10-21'), {
      customerId: of('Cosmétiques Aurélune'),
      itemIds: [],
      kind: 'acknowledgement',
      day: '2026-10-21',
      until: null,
      note: say('Encours confirmé par écrit après le rendez-vous', 'Debt confirmed in writing after the meeting'),
      documentId: null,
    }),
  )

/** What was collected, posted, given up and handed over in the autumn. */
export const demoCollection = (desk: DemoDesk): DemoStep[] => [
  messages(desk),
  ...posts(desk),
  exportPlan(desk),
  ...agreed(desk),
  acknowledged(desk),
  ...charges(desk),
  ...writeOffs(desk),
  handedOver(desk),
]
