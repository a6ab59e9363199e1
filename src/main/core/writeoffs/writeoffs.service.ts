import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { accountantTable } from './writeoffs.accountant.ts'
import type { writeoffsContract } from './writeoffs.contract.ts'
import {
  addEvidence,
  answerWriteOff,
  approveWriteOff,
  invoiceTax,
  proposeWriteOff,
  refuseFuture,
} from './writeoffs.decide.ts'
import { issueNotice, previewNotice } from './writeoffs.notice.ts'
import { type Reading, readRecord, readWriteOff, sumOf, tellRecoveries, tellWriteOffs } from './writeoffs.read.ts'
import { recoverWriteOff } from './writeoffs.recover.ts'
import {
  countProposed,
  itemFacts,
  itemsOf,
  listWriteOffs,
  type Selection,
  setTaxes,
  updateWriteOff,
} from './writeoffs.repository.ts'
import { taxOf } from './writeoffs.rules.ts'
import type { TaxStanding, TaxState, WriteOff } from './writeoffs.schema.ts'

/** Asks for something: its VAT to be given, the event, the notice, the deduction. */
const ASKING: ReadonlySet<TaxState> = new Set(['unknown', 'waiting', 'notice', 'claim'])

const STATES: Record<'proposed' | 'booked' | 'vat' | 'refused' | 'all', Selection['states']> = {
  proposed: ['proposed'],
  booked: ['booked'],
  vat: ['booked'],
  refused: ['refused', 'withdrawn'],
  all: undefined,
}

const sumsOf = (writeOffs: readonly WriteOff[]) =>
  [...Map.groupBy(writeOffs, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    amount: sumOf(own.map(({ amount, recovered }) => amount - recovered)),
    tax: sumOf(own.map(({ tax }) => (tax.state === 'none' ? 0 : (tax.tax ?? 0)))),
  }))

const vatToDo = async (ctx: Reading): Promise<WriteOff[]> =>
  (await tellWriteOffs(ctx, await listWriteOffs(ctx.db, { states: ['booked'] }))).filter(({ tax }) =>
    ASKING.has(tax.state),
  )

type VatInput = {
  id: string
  taxDue?: TaxStanding['due'] | undefined
  taxRate?: string | undefined
  definitive?: { on: string; ground: NonNullable<TaxStanding['ground']> } | null | undefined
  noticeSentOn?: string | null | undefined
  claimedOn?: string | null | undefined
}

/** What is known of its VAT; a rate is for the items whose electronic invoice does not tell. */
const changeVat = async (ctx: CommandContext, input: VatInput): Promise<WriteOff> => {
  const { id, taxDue, taxRate, definitive, noticeSentOn, claimedOn } = input
  const row = await readRecord(ctx, id)
  for (const day of [definitive?.on, noticeSentOn, claimedOn]) refuseFuture(day, ctx.today)
  if (claimedOn) refuseUnready(await readWriteOff(ctx, id), definitive)
  if (taxRate !== undefined) {
    const items = await itemsOf(ctx.db, [id], ctx.today)
    const ids = items.map(({ item_id }) => item_id)
    const facts = new Map((await itemFacts(ctx.db, ids, ctx.today)).map((one) => [one.id, one]))
    await setTaxes(
      ctx.db,
      id,
      items.map(({ item_id, amount }) => {
        const item = facts.get(item_id)
        const { tax, source, rate } = taxOf(amount, item ? invoiceTax(item) : null, taxRate)
        return { item_id, tax, tax_source: source, tax_rate: rate }
      }),
    )
  }
  await updateWriteOff(ctx.db, id, {
    tax_due: taxDue ?? row.tax_due,
    ...(definitive === undefined
      ? {}
      : { definitive_on: definitive?.on ?? null, definitive_ground: definitive?.ground ?? null }),
    ...(noticeSentOn === undefined ? {} : { notice_sent_on: noticeSentOn }),
    ...(claimedOn === undefined ? {} : { tax_claimed_on: claimedOn }),
  })
  return readWriteOff(ctx, id)
}

/** VAT is deducted once the loss is definitive and the notice has been issued. */
const refuseUnready = ({ reference, tax }: WriteOff, definitive: VatInput['definitive']): void => {
  if (tax.definitiveOn === null && !definitive)
    throw new Refusal('write-off.not-definitive', `${reference} is not definitive`, { reference })
  if (tax.noticeId === null)
    throw new Refusal('write-off.notice-missing', `the notice of ${reference} is not issued`, { reference })
}

const list = async (
  ctx: QueryContext,
  input: {
    show: keyof typeof STATES
    customerId?: string | undefined
    from?: string | undefined
    until?: string | undefined
    offset: number
    limit: number
  },
) => {
  const { show, customerId, from, until, offset, limit } = input
  const told = await tellWriteOffs(ctx, await listWriteOffs(ctx.db, { states: STATES[show], customerId, from, until }))
  const selected = show === 'vat' ? told.filter(({ tax }) => ASKING.has(tax.state)) : told
  return {
    total: selected.length,
    writeOffs: selected.slice(offset, offset + limit),
    waiting: await countProposed(ctx.db),
    vatToDo: (await vatToDo(ctx)).length,
    sums: sumsOf(selected.filter(({ state }) => state === 'booked' || show === 'proposed')),
  }
}

export const writeoffsCalls: Handlers<typeof writeoffsContract> = {
  list: (ctx, input) => list(ctx, input),
  get: (ctx, { id }) => readWriteOff(ctx, id),
  recoveries: async (ctx, input) => ({ recoveries: await tellRecoveries(ctx, input) }),
  propose: (ctx, input) => proposeWriteOff(ctx, input),
  approve: (ctx, input) => approveWriteOff(ctx, input),
  refuse: (ctx, input) => answerWriteOff(ctx, input, 'refused'),
  withdraw: (ctx, input) => answerWriteOff(ctx, input, 'withdrawn'),
  addEvidence: async (ctx, { id, name, file }) => {
    await readRecord(ctx, id)
    await addEvidence(ctx, id, name, file)
    return readWriteOff(ctx, id)
  },
  recover: (ctx, input) => recoverWriteOff(ctx, input),
  vat: (ctx, input) => changeVat(ctx, input),
  vatPreview: (ctx, { id }) => previewNotice(ctx, id),
  vatNotice: (ctx, { id }) => issueNotice(ctx, id),
  accountantList: (ctx, input) => accountantTable(ctx, input),
}
