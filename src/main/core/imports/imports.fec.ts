import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { takeSuppliers } from '../payables/payables.store.ts'
import { allocateOldestFirst } from '../receivables/allocation.rules.ts'
import { settleByMatches } from '../receivables/receivables.service.ts'
import type { OpenItemTable } from '../receivables/receivables.table.ts'
import { carryForward } from './imports.openings.ts'
import {
  type AllocationRow,
  allocationsOfLetterings,
  closeStaging,
  deleteAllocations,
  distinguishNumbers,
  hasLetterings,
  insertAllocations,
  type LetteredItem,
  letteredItems,
  matchesOfItems,
  matchesWithoutLettering,
  openStaging,
  type StagedDocument,
  type StagedMatch,
  settleItems,
  stageDocuments,
  stageMatches,
} from './imports.repository.ts'
import type { ImportRun } from './imports.run.ts'
import { groupKey, type ReceivableMovement, readFecReceivables } from './readers/fec.receivables.ts'
import type { Source } from './readers/source.ts'

const GROUPS_AT_ONCE = 2000
/** What a line of a FEC usually takes: the progress is an estimate. */
const BYTES_PER_LINE = 125

/**
 * Reads a FEC into the book: customers from the receivable accounts, one item per ledger line, matches from the lettering.
 * Streams: what must be remembered until the end stands in tables of the transaction.
 */
export async function* importFec(
  ctx: CommandContext,
  run: ImportRun,
  source: Source,
): AsyncGenerator<Progress, ImportResult> {
  await openStaging(ctx.db)
  const openings = await carryForward(ctx)
  const suppliers = await takeSuppliers(ctx, run.id)
  const total = source.blob.size
  let created = 0
  let movementsRead = 0
  let open = 0
  let totals = { records: 0, debit: 0, credit: 0, from: '', until: '' }
  for await (const batch of readFecReceivables(source, { signal: ctx.signal })) {
    run.note(batch.problems, batch.warnings)
    totals = batch.totals
    const items: OpenItemTable[] = []
    const lettered = new Map<string, { lettering: string; letteredOn: Day | null }>()
    const matches: StagedMatch[] = []
    const documents: StagedDocument[] = []
    for (const movement of batch.movements) {
      const customerId = run.customerId({ code: movement.customerCode, name: movement.customerName })
      const lettering = groupKey(movement.account, movement.customerCode, movement.lettering)
      open += movement.amount
      movementsRead += 1
      const standIns = movement.kind === 'opening' ? await openings.itemsBehind(customerId, movement) : []
      if (standIns.length === 0) {
        items.push(itemOf(movement, customerId, run))
        if (lettering !== null) lettered.set(movement.sourceKey, { lettering, letteredOn: movement.letteringDate })
      } else if (lettering !== null) {
        for (const item of standIns) matches.push({ ...item, lettering, letteredOn: movement.letteringDate })
      }
    }
    const held = await run.addItems(items)
    created += items.length - held.size
    for (const item of items) {
      const key = item.source_key as string
      const isNew = !held.has(key)
      const match = lettered.get(key)
      if (isNew && (item.kind === 'invoice' || item.kind === 'credit_note'))
        documents.push({ id: item.id, number: item.number, entry: `${item.journal} ${item.entry}` })
      // An item that the book held is remembered without lettering too: its code may be gone.
      if (!match && isNew) continue
      matches.push({
        id: held.get(key) ?? item.id,
        day: item.booked,
        amount: item.amount,
        lettering: match?.lettering ?? '',
        letteredOn: match?.letteredOn ?? null,
      })
    }
    await stageMatches(ctx.db, matches)
    await stageDocuments(ctx.db, documents)
    await suppliers.take(batch.supplierLines)
    yield { step: 'import.reading', done: totals.records, total: Math.ceil(total / BYTES_PER_LINE) }
  }
  await distinguishNumbers(ctx.db, run.hadItems)
  if (openings.carried > 0)
    run.warn({
      line: 1,
      code: 'openings-known',
      message: `${openings.carried} opening balances stand for items of earlier years that the book holds`,
    })
  yield { step: 'import.matching', done: 0, total: null }
  const updated = yield* matchByLettering(ctx, run, totals.from)
  await closeStaging(ctx.db)
  const supplierLines = await suppliers.end(totals.from)
  return {
    records: totals.records,
    updated: updated + supplierLines.updated,
    supplierLines: supplierLines.created,
    unchanged: movementsRead - created,
    totals: { debit: totals.debit, credit: totals.credit, open, currency: run.company.currency },
    period: totals.records > 0 ? { from: totals.from, until: totals.until } : null,
  }
}

/** What a reader brought into the book, before the counts that the book itself gives. */
export type ImportResult = {
  records: number
  updated: number
  unchanged: number
  /** Of a ledger: those that the book did not hold. */
  supplierLines?: number
  totals: { debit: number; credit: number; open: number; currency: string }
  period: { from: Day; until: Day } | null
}

const itemOf = (movement: ReceivableMovement, customerId: string, run: ImportRun): OpenItemTable => {
  const isDebit = movement.amount > 0
  // Only a document has payment terms; a bounced receipt is due at once.
  const onTerms = isDebit && (movement.kind === 'invoice' || movement.kind === 'opening')
  return {
    id: uuidv7(),
    customer_id: customerId,
    kind: movement.kind,
    number: movement.number,
    label: movement.label,
    issued: movement.issued,
    booked: movement.booked,
    due: onTerms ? run.dueDate(movement.customerCode, movement.customerName, movement.issued) : movement.issued,
    due_origin: onTerms ? 'terms' : 'none',
    currency: run.company.currency,
    amount: movement.amount,
    base_amount: null,
    account: movement.account,
    journal: movement.journal,
    entry: movement.entry,
    approximate: movement.approximate ? 1 : 0,
    settled_on: null,
    source_key: movement.sourceKey,
    import_id: run.id,
  }
}

/**
 * Matches the items of each lettering, oldest first: a group that nets to zero is settled whole, another as far as it
 * goes. What an earlier export had matched otherwise is replaced. Returns how many letterings changed.
 */
async function* matchByLettering(
  ctx: CommandContext,
  run: ImportRun,
  fiscalStart: Day,
): AsyncGenerator<Progress, number> {
  const known = await hasLetterings(ctx.db)
  let updated = 0
  let unbalanced = 0
  let matched = 0
  for (let after = ''; ; ) {
    const items = await letteredItems(ctx.db, after, GROUPS_AT_ONCE)
    if (items.length === 0) break
    after = items.at(-1)?.lettering ?? after
    const groups = [...Map.groupBy(items, (item) => item.lettering).values()].map((group) => ({
      id: letteringId(group, fiscalStart),
      group,
    }))
    const before = known
      ? Map.groupBy(
          await allocationsOfLetterings(
            ctx.db,
            groups.map(({ id }) => id),
          ),
          (row) => row.lettering ?? '',
        )
      : new Map<string, never[]>()
    const left = known ? await leftToMatch(ctx, groups) : null
    const fresh: AllocationRow[] = []
    const stale: string[] = []
    const touched: string[] = []
    const settled: [Day, string][] = []
    for (const { id, group } of groups) {
      const rows = allocationsOf(left ? group.map((item) => ({ ...item, amount: left(item, id) })) : group, id)
      if (group.reduce((sum, item) => sum + item.amount, 0) !== 0) unbalanced += 1
      const existing = before.get(id) ?? []
      // What bounced or was recovered was recorded by hand, and the days in between are settled: no export changes that.
      if (sameMatches(rows, existing) || existing.some(isReopened)) continue
      if (existing.length > 0) updated += 1
      for (const row of existing) {
        stale.push(row.id)
        touched.push(row.debit_id, row.credit_id)
      }
      fresh.push(...rows)
      if (left) touched.push(...group.map((item) => item.id))
      else settled.push(...settledBy(rows, group))
    }
    await deleteAllocations(ctx.db, stale)
    await insertAllocations(ctx.db, fresh)
    await settleItems(ctx.db, settled)
    if (touched.length > 0) await settleByMatches(ctx, touched)
    matched += groups.length
    yield { step: 'import.matching', done: matched, total: null }
  }
  if (known) updated += await undoLetterings(ctx, fiscalStart)
  if (unbalanced > 0)
    run.warn({
      line: 1,
      code: 'lettering-unbalanced',
      message: `${unbalanced} letterings do not net to zero: matched oldest first, the rest stays open`,
    })
  return updated
}

/** What of an item its other matches leave, with its sign: an item of last year may be partly settled already. */
const leftToMatch = async (ctx: CommandContext, groups: readonly { group: readonly LetteredItem[] }[]) => {
  const matches = await matchesOfItems(
    ctx.db,
    groups.flatMap(({ group }) => group.map((item) => item.id)),
  )
  const byItem = Map.groupBy(matches, (match) => match.itemId)
  return (item: LetteredItem, lettering: string): number => {
    const others = (byItem.get(item.id) ?? []).filter((match) => match.lettering !== lettering)
    return item.amount - Math.sign(item.amount) * others.reduce((sum, match) => sum + match.amount, 0)
  }
}

/** Items whose code is gone from this year's export lose the matches that it stood for. Returns how many letterings ended. */
const undoLetterings = async (ctx: CommandContext, fiscalStart: Day): Promise<number> => {
  const gone = await matchesWithoutLettering(ctx.db, fiscalStart)
  await deleteAllocations(
    ctx.db,
    gone.map((row) => row.id),
  )
  await settleByMatches(
    ctx,
    gone.flatMap((row) => [row.debit_id, row.credit_id]),
  )
  return new Set(gone.map((row) => row.lettering)).size
}

// Lettering codes restart every year: the ledger's first day tells the years apart.
/** Taken back later than its own day. */
const isReopened = ({ undone_because }: { undone_because: string | null }): boolean =>
  undone_because === 'bounced' || undone_because === 'recovered'

const letteringId = (group: readonly LetteredItem[], fiscalStart: Day): string =>
  `${fiscalStart} ${createHash('sha256')
    .update(group[0]?.lettering ?? '')
    .digest('hex')
    .slice(0, 32)}`

const allocationsOf = (group: readonly LetteredItem[], lettering: string): AllocationRow[] => {
  const letteredOn = new Map(group.map((item) => [item.id, item.letteredOn]))
  const debits = group.filter((item) => item.amount > 0)
  const credits = group.filter((item) => item.amount < 0).map((item) => ({ ...item, amount: -item.amount }))
  return allocateOldestFirst(debits, credits).map(({ debitId, creditId, amount, day }) => ({
    id: uuidv7(),
    debitId,
    creditId,
    amount,
    day: [letteredOn.get(debitId), letteredOn.get(creditId)].reduce<Day>(
      (latest, other) => (other ? maxDay(latest, other) : latest),
      day,
    ),
    origin: 'lettering',
    lettering,
  }))
}

/** Items that new matches settle whole, each with the day of the last of them. */
const settledBy = (rows: readonly AllocationRow[], group: readonly LetteredItem[]): [Day, string][] => {
  const matched = new Map<string, { amount: number; day: Day }>()
  for (const { debitId, creditId, amount, day } of rows)
    for (const id of [debitId, creditId]) {
      const before = matched.get(id)
      matched.set(id, before ? { amount: before.amount + amount, day: maxDay(before.day, day) } : { amount, day })
    }
  return group.flatMap(({ id, amount }) => {
    const match = matched.get(id)
    return match?.amount === Math.abs(amount) ? [[match.day, id] as [Day, string]] : []
  })
}

const sameMatches = (
  rows: readonly AllocationRow[],
  existing: readonly { debit_id: string; credit_id: string; amount: number; day: string }[],
): boolean => {
  if (rows.length !== existing.length) return false
  const keys = new Set(existing.map((row) => `${row.debit_id} ${row.credit_id} ${row.amount} ${row.day}`))
  return rows.every((row) => keys.has(`${row.debitId} ${row.creditId} ${row.amount} ${row.day}`))
}
