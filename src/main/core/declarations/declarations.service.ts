import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { eventsOf, insolvencyOf, judgmentsOf } from '../registers/registers.service.ts'
import type { declarationsContract, Officer } from './declarations.contract.ts'
import { openDeadlines } from './declarations.deadlines.ts'
import { drawUp, type Reading, tellOfficer } from './declarations.draw.ts'
import {
  cancelDeclaration,
  prepareDeclaration,
  previewDeclaration,
  recordAnswer,
  recordOutcome,
  recordReceipt,
  recordSent,
  tellDeclaration,
} from './declarations.prepare.ts'
import {
  declarationsOf,
  declaredItems,
  findOfficer,
  insertOfficer,
  namesOf,
  officersOf,
  owedBefore,
  receiptsSince,
  removeOfficerOn,
} from './declarations.repository.ts'
import { eveOf } from './declarations.rules.ts'
import { officersIn } from './officers.rules.ts'
import * as goods from './retention.claims.ts'
import { addClause, addGoods, endClause, removeGoods, retentionOf, updateGoods } from './retention.service.ts'

export { openDeadlines } from './declarations.deadlines.ts'

/** Whom the notices of a customer name, in roles that nobody was entered for. */
const suggestedOfficers = async (ctx: Reading, customerId: string, officers: readonly Officer[]) => {
  const events = (await eventsOf(ctx, customerId)).filter(({ dismissed, withdrawn }) => !dismissed && !withdrawn)
  const found = events.flatMap(({ nature }) => officersIn(nature))
  return found
    .filter(({ role }, place) => found.findIndex((one) => one.role === role) === place)
    .filter(({ role }) => !officers.some((officer) => officer.role === role))
    .map((one) => ({ ...one, country: 'FR', email: '', reference: '' }))
}

const undeclaredOf = async (ctx: Reading, customerId: string, judgment: Day | null) => {
  if (judgment === null) return { items: 0, sums: [] }
  const declared = await declaredItems(ctx.db, customerId, judgment, 'all')
  const owed = await owedBefore(ctx.db, customerId, { judgment, eve: eveOf(judgment), asOf: ctx.today })
  const free = owed.filter(({ itemId }) => !declared.has(itemId))
  return {
    items: free.length,
    sums: [...Map.groupBy(free, ({ currency }) => currency)].map(([currency, own]) => ({
      currency,
      amount: own.reduce((sum, { open }) => sum + open, 0),
    })),
  }
}

const ofCustomer = async (ctx: Reading, customerId: string) => {
  await readCustomer(ctx, customerId)
  const insolvency = await insolvencyOf(ctx, customerId)
  const known = (await judgmentsOf(ctx, [customerId], ctx.today)).get(customerId)
  const judgment = known?.inForce ? known.day : null
  const officers = (await officersOf(ctx.db, customerId)).map(tellOfficer)
  const declarations = (await declarationsOf(ctx.db, [customerId])).map(tellDeclaration)
  const event = insolvency?.event
  const converted =
    event?.kind === 'liquidation' && event.stage === 'conversion' ? (event.day ?? event.publishedOn) : null
  const wentBefore = declarations.some(({ sentOn }) => sentOn !== null && converted !== null && sentOn <= converted)
  return {
    insolvency,
    judgment,
    officers,
    suggested: insolvency === null ? [] : await suggestedOfficers(ctx, customerId, officers),
    declarations,
    undeclared: await undeclaredOf(ctx, customerId, judgment),
    converted: wentBefore ? converted : null,
    receipts: judgment === null ? [] : await receiptsSince(ctx.db, customerId, judgment, ctx.today),
    deadlines: await openDeadlines(ctx, ctx.today, [customerId]),
    ...(await retentionOf(ctx, customerId)),
  }
}

const deadlines = async (ctx: Reading, asOf: Day) => {
  const found = await openDeadlines(ctx, asOf)
  const names = await namesOf(ctx.db, [...new Set(found.map(({ customerId }) => customerId))])
  return {
    deadlines: found.map((deadline) => {
      const { code: customerCode = '', name: customerName = '' } = names.get(deadline.customerId) ?? {}
      return { ...deadline, customerCode, customerName }
    }),
  }
}

const addOfficer = async (
  ctx: CommandContext,
  { customerId, ...officer }: Omit<Officer, 'id' | 'by'> & { customerId: string },
): Promise<Officer> => {
  await readCustomer(ctx, customerId)
  if (officer.since > ctx.today)
    throw new Refusal('declaration.day-invalid', `${officer.since} has not come yet`, {
      day: officer.since,
      from: officer.since,
    })
  const row = {
    id: uuidv7(),
    customer_id: customerId,
    role: officer.role,
    name: officer.name,
    street: officer.street,
    postal_code: officer.postalCode,
    city: officer.city,
    country: officer.country,
    email: officer.email,
    reference: officer.reference,
    since: officer.since,
    recorded_at: ctx.now,
    recorded_by: ctx.user,
    removed_on: null,
    removed_by: '',
  }
  await insertOfficer(ctx.db, row)
  return tellOfficer(row)
}

const removeOfficer = async (ctx: CommandContext, id: string): Promise<void> => {
  const row = await findOfficer(ctx.db, id)
  if (!row || row.removed_on !== null) throw new Refusal('not-found', 'no such officer', { id })
  await removeOfficerOn(ctx.db, id, ctx.today, ctx.user)
}

export const declarationsCalls: Handlers<typeof declarationsContract> = {
  deadlines: (ctx, { asOf = ctx.today }) => deadlines(ctx, asOf),
  ofCustomer: (ctx, { customerId }) => ofCustomer(ctx, customerId),
  addOfficer: (ctx, input) => addOfficer(ctx, input),
  removeOfficer: async (ctx, { id }) => {
    await removeOfficer(ctx, id)
    return {}
  },
  draft: (ctx, input) => drawUp(ctx, input),
  preview: (ctx, input) => previewDeclaration(ctx, input),
  prepare: (ctx, input) => prepareDeclaration(ctx, input),
  recordSent: (ctx, input) => recordSent(ctx, input),
  recordReceipt: (ctx, input) => recordReceipt(ctx, input),
  recordOutcome: (ctx, input) => recordOutcome(ctx, input),
  recordAnswer: (ctx, { id, day }) => recordAnswer(ctx, id, day),
  cancel: (ctx, { id, reason }) => cancelDeclaration(ctx, id, reason),
  addClause: (ctx, input) => addClause(ctx, input),
  endClause: (ctx, { id, day }) => endClause(ctx, id, day),
  addGoods: (ctx, input) => addGoods(ctx, input),
  updateGoods: (ctx, { id, ...input }) => updateGoods(ctx, id, input),
  removeGoods: async (ctx, { id }) => {
    await removeGoods(ctx, id)
    return {}
  },
  previewRetention: (ctx, input) => goods.previewRetention(ctx, input),
  prepareRetention: (ctx, input) => goods.prepareRetention(ctx, input),
  recordRetentionSent: (ctx, input) => goods.recordRetentionSent(ctx, input),
  recordRetentionReceipt: (ctx, input) => goods.recordRetentionReceipt(ctx, input),
  recordRetentionAnswer: (ctx, input) => goods.recordRetentionAnswer(ctx, input),
  recordRetentionJudge: (ctx, { id, day }) => goods.recordRetentionJudge(ctx, id, day),
  recordRetentionOutcome: (ctx, input) => goods.recordRetentionOutcome(ctx, input),
  cancelRetention: (ctx, { id, reason }) => goods.cancelRetention(ctx, id, reason),
}
