import { uuidv7 } from 'uuidv7'
import { keepDocument } from '../documents/documents.service.ts'
import { formalWordings } from '../dunning/dunning.sending.ts'
import type { CommandContext } from '../kernel/context.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import { judgmentsOf } from '../registers/registers.service.ts'
import { type DecisionRecord, insertDecision } from './decisions.repository.ts'
import type { Exposure } from './exposures.rules.ts'
import { shareOf } from './matrix.rules.ts'
import { type Position, type Reading, readPosition } from './provisions.read.ts'
import { inCourt, inDispute, inNotice, itemsNamed, openOf } from './provisions.repository.ts'
import type { Ground, ProvisionCase } from './provisions.schema.ts'

type Signs = ProvisionCase['signs']
type Show = 'proposed' | 'doubtful' | 'sound' | 'all'

type Told = {
  /** Whether anything speaks against a debt; told of a whole book. */
  speaks: (debt: Exposure) => boolean
  /** What does, the weightiest first. */
  signsOf: (debt: Exposure) => Signs
}

/** What speaks for doubt of debts on a day (PCG: a documented event; domain 4.9, S141). */
const signsOn = async (ctx: Reading, { asOf }: Position, lateDays: number): Promise<Told> => {
  const judgments = await judgmentsOf(ctx, null, asOf)
  const tell = (ground: Ground, found: readonly { itemId: string; since: Day; detail: string }[]) =>
    new Map(found.map(({ itemId, since, detail }) => [itemId, { ground, since, detail }]))
  const court = tell('court', await inCourt(ctx.db, asOf))
  const notice = tell('notice', await inNotice(ctx.db, asOf, [...(await formalWordings(ctx))]))
  const dispute = tell('dispute', await inDispute(ctx.db, asOf))
  const late = addDays(asOf, -lateDays)
  return {
    speaks: ({ itemId, customerId, due, inLedger }) =>
      due < late ||
      inLedger ||
      court.has(itemId) ||
      notice.has(itemId) ||
      dispute.has(itemId) ||
      judgments.get(customerId)?.inForce === true,
    signsOf: ({ itemId, customerId, due, inLedger }) => {
      const judgment = judgments.get(customerId)
      return [
        judgment?.inForce ? { ground: 'insolvency' as const, since: judgment.day, detail: '' } : undefined,
        inLedger ? { ground: 'ledger' as const, since: null, detail: '' } : undefined,
        court.get(itemId),
        notice.get(itemId),
        dispute.get(itemId),
        due < late ? { ground: 'late' as const, since: due, detail: String(daysBetween(due, asOf)) } : undefined,
      ].filter((sign) => sign !== undefined)
    },
  }
}

export const toDecision = (row: DecisionRecord) => ({
  id: row.id,
  kind: row.kind,
  ground: row.ground,
  probability: row.probability,
  note: row.note,
  day: row.day,
  by: row.by,
  documentId: row.document_id,
  documentName: row.document_name,
})

/** What a doubtful debt is impaired by; null where it is not decided doubtful. */
export const amountOf = ({ base }: Pick<Exposure, 'base'>, decision: DecisionRecord | undefined): number | null =>
  decision?.kind === 'doubtful' ? shareOf(base, decision.probability) : null

const standingOf = (decision: DecisionRecord | undefined): Exclude<Show, 'all'> => decision?.kind ?? 'proposed'

type Asked = {
  asOf: Day
  lateDays: number
  taxRate: string
  show: Show
  customerId?: string | undefined
  offset: number
  limit: number
}

/** Debts that something speaks against or that were decided on, the largest first. */
export const casesOn = async (ctx: Reading, { asOf, lateDays, taxRate, show, customerId, offset, limit }: Asked) => {
  const position = await readPosition(ctx, asOf, taxRate)
  const { held, decisions, home, leftOut } = position
  const { speaks, signsOf } = await signsOn(ctx, position, lateDays)
  const known = held.filter(
    (one) =>
      // What credits of the same customer pay is not at risk.
      (customerId === undefined || one.customerId === customerId) &&
      (decisions.has(one.itemId) || (one.credits < one.gross && speaks(one))),
  )
  const counts = { proposed: 0, doubtful: 0, sound: 0 }
  const doubtful = { gross: 0, tax: 0, insured: 0, base: 0, amount: 0 }
  for (const one of known) {
    const decision = decisions.get(one.itemId)
    counts[standingOf(decision)] += 1
    if (decision?.kind !== 'doubtful') continue
    for (const name of ['gross', 'tax', 'insured', 'base'] as const) doubtful[name] += one[name]
    doubtful.amount += amountOf(one, decision) ?? 0
  }
  const shown = known
    .filter(({ itemId }) => show === 'all' || standingOf(decisions.get(itemId)) === show)
    .sort((a, b) => b.gross - a.gross || (a.itemId < b.itemId ? -1 : 1))
  const page = shown.slice(offset, offset + limit)
  const names = await itemsNamed(
    ctx.db,
    page.map(({ itemId }) => itemId),
  )
  return {
    asOf,
    currency: home,
    total: shown.length,
    cases: page.flatMap((exposure): ProvisionCase[] => {
      const { account: _account, ...one } = exposure
      const named = names.get(one.itemId)
      if (!named) return []
      const decision = decisions.get(one.itemId)
      return [
        {
          ...one,
          number: named.number,
          customerCode: named.code,
          customerName: named.name,
          issued: named.issued,
          daysLate: daysBetween(one.due, asOf),
          signs: signsOf(exposure),
          decision: decision ? toDecision(decision) : null,
          amount: amountOf(one, decision),
        },
      ]
    }),
    counts,
    doubtful,
    leftOut,
  }
}

type Deciding = {
  itemIds: readonly string[]
  day?: Day | undefined
  note: string
  evidence?: { name: string; file: Blob } | null
} & ({ kind: 'doubtful'; ground: Ground; probability: string } | { kind: 'sound' })

/**
 * Keeps a decision on debts that are open on its day. Refuses `not-found`, `provision.day-future`, `provision.not-open`,
 * and `provision.note-missing` for a ground that says nothing by itself.
 */
export const decideOn = async (ctx: CommandContext, deciding: Deciding): Promise<{ decided: number }> => {
  const { kind, note, day = ctx.today, evidence } = deciding
  const ids = [...new Set(deciding.itemIds)]
  if (day > ctx.today) throw new Refusal('provision.day-future', `${day} has not come`, { day })
  const [ground, probability] = kind === 'doubtful' ? [deciding.ground, deciding.probability] : [null, '0']
  if (ground === 'other' && note === '') throw new Refusal('provision.note-missing', 'say why')
  const open = await openOf(ctx.db, ids, day)
  for (const id of ids) {
    const item = open.get(id)
    if (!item) throw new Refusal('not-found', 'no such item', { id })
    if (item.open <= 0)
      throw new Refusal('provision.not-open', `${item.number} is not open`, { number: item.number, day })
  }
  const kept = evidence ? await readProofFile(evidence.name, evidence.file) : null
  const document = kept ? await keepDocument(ctx, kept.name, kept.mediaType, kept.bytes) : null
  for (const id of ids)
    await insertDecision(ctx.db, {
      id: uuidv7(),
      item_id: id,
      day,
      at: ctx.now,
      by: ctx.user,
      kind,
      ground,
      probability,
      note,
      document_id: document?.id ?? null,
    })
  return { decided: ids.length }
}
