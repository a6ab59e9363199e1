import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { type Day, maxDay, minDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Minor, toDecimal } from '../kernel/money.ts'
import { fold } from '../kernel/text.ts'
import { settleByMatches } from '../receivables/receivables.service.ts'
import type { OpenItemTable } from '../receivables/receivables.table.ts'
import type { ImportResult } from './imports.fec.ts'
import {
  type AllocationRow,
  type ItemToSettle,
  insertAllocations,
  itemByKey,
  itemsToSettle,
  matchExists,
  updateItem,
} from './imports.repository.ts'
import type { ImportRun } from './imports.run.ts'
import type { Mapping } from './mapping.schema.ts'
import { type Detection, detectFormat } from './readers/detect.ts'
import type { ItemRow, TableBatch } from './readers/items.ts'
import { applyMapping } from './readers/mapping.apply.ts'
import { readRows, type TableSource } from './readers/rows.ts'
import { problem, type ReadOptions, type Source } from './readers/source.ts'
import { readItemsTemplate } from './readers/template.reader.ts'

type Settlement = { row: ItemRow; creditKey: string }

/**
 * Brings rows of receivables into the book: one item per document and instalment, known again by its kind, customer,
 * number and place among rows of the same number. A document may be settled by one that stands further up or down.
 */
export const createItemWriter = (ctx: CommandContext, run: ImportRun) => {
  const places = new Map<string, number>()
  const settlements: Settlement[] = []
  let read = 0
  let known = 0
  let changed = 0
  let debit = 0
  let credit = 0
  let open = 0
  let currency = run.company.currency
  let period: { from: Day; until: Day } | null = null

  // An invoice repeats by instalment. A payment that settles several invoices stands on several rows: still one payment.
  const placeOf = (row: ItemRow): { key: string; repeated: boolean } => {
    const identity = [row.kind, row.customerCode || fold(row.customerName), row.number, row.currency].join('\u0001')
    const before = places.get(identity) ?? 0
    places.set(identity, before + 1)
    const isCredit = row.kind === 'payment' || row.kind === 'credit_note'
    const digest = createHash('sha256')
      .update(`${identity}\u0001${isCredit ? 0 : before}`)
      .digest('hex')
    return { key: `items:${digest.slice(0, 32)}`, repeated: isCredit && before > 0 }
  }

  const itemOf = (row: ItemRow, key: string): OpenItemTable => {
    const isDebit = row.kind === 'invoice' || (row.kind === 'opening' && row.amount > 0)
    const signed = row.kind === 'payment' || row.kind === 'credit_note' ? -row.amount : row.amount
    return {
      id: uuidv7(),
      customer_id: run.customerId({ code: row.customerCode, name: row.customerName }),
      kind: row.kind,
      number: row.number,
      label: '',
      issued: row.issued,
      booked: row.issued,
      due: isDebit ? (row.due ?? run.dueDate(row.customerCode, row.customerName, row.issued)) : row.issued,
      due_origin: isDebit ? (row.due ? 'document' : 'terms') : 'none',
      currency: row.currency,
      amount: signed,
      base_amount: null,
      account: '',
      journal: '',
      entry: '',
      approximate: row.approximate ? 1 : 0,
      settled_on: null,
      source_key: key,
      import_id: run.id,
    }
  }

  const take = async (rows: readonly ItemRow[]): Promise<void> => {
    const items: OpenItemTable[] = []
    for (const row of rows) {
      read += 1
      const { key, repeated } = placeOf(row)
      if (row.settles) settlements.push({ row, creditKey: key })
      period = period
        ? { from: minDay(period.from, row.issued), until: maxDay(period.until, row.issued) }
        : { from: row.issued, until: row.issued }
      if (repeated) continue
      const item = itemOf(row, key)
      if (item.currency === currency || open === 0) {
        currency = item.currency
        if (item.amount > 0) debit += item.amount
        else credit -= item.amount
        open += item.amount
      }
      items.push(item)
    }
    const held = await run.addItems(items)
    known += held.size
    changed += await applyChanges(
      ctx,
      items.filter((item) => held.has(item.source_key as string)),
    )
  }

  return {
    take,
    /** Makes the matches once every document is in, and returns what came of the file. */
    async finish(): Promise<ImportResult> {
      changed += await settle(ctx, run, settlements)
      return {
        records: read,
        updated: changed,
        unchanged: Math.max(known - changed, 0),
        totals: { debit, credit, open, currency },
        period,
      }
    },
  }
}

// A document already in the book may come back with another due date or amount: the file is right while nothing settles it.
const applyChanges = async (ctx: CommandContext, items: readonly OpenItemTable[]): Promise<number> => {
  let changed = 0
  for (const item of items) {
    const known = await itemByKey(ctx.db, item.source_key as string)
    if (!known) continue
    const due = item.due_origin === 'document' && known.due !== item.due
    const amount = known.amount !== item.amount && known.matches === 0
    if (!due && !amount) continue
    await updateItem(ctx.db, known.id, {
      ...(due && { due: item.due, due_origin: 'document' as const }),
      ...(amount && { amount: item.amount }),
    })
    changed += 1
  }
  return changed
}

/** Matches what settles with what it settles; returns how many documents of earlier imports were matched anew. */
const settle = async (ctx: CommandContext, run: ImportRun, settlements: readonly Settlement[]): Promise<number> => {
  let made = 0
  for (const { row, creditKey } of settlements) {
    const creditItem = await itemByKey(ctx.db, creditKey)
    if (!creditItem) continue
    const debits = await itemsToSettle(ctx.db, creditItem.customer_id, row.settles as string, row.currency)
    if (debits.length === 0) {
      run.note([problem(row.line, 'settles', row.settles as string, 'settles-unknown')], [])
      continue
    }
    const day = debits.reduce(
      (latest, debit) => maxDay(latest, debit.booked),
      maxDay(row.settledOn ?? row.issued, creditItem.booked),
    )
    const left = Math.abs(creditItem.amount) - creditItem.matched
    const wanted = row.settledAmount ?? Math.min(left, sumOpen(debits))
    if (
      await matchExists(
        ctx.db,
        debits.map((debit) => debit.id),
        creditItem.id,
        day,
        wanted,
      )
    )
      continue
    if (wanted > left || wanted > sumOpen(debits)) {
      run.note([problem(row.line, 'settled_amount', toDecimal(wanted, row.currency), 'settled-above-open')], [])
      continue
    }
    const rows = spread(debits, wanted).map(
      ({ id, amount }): AllocationRow => ({
        id: uuidv7(),
        debitId: id,
        creditId: creditItem.id,
        amount,
        day,
        origin: 'import',
        lettering: null,
      }),
    )
    await insertAllocations(ctx.db, rows)
    await settleByMatches(ctx, [creditItem.id, ...rows.map((one) => one.debitId)])
    if (creditItem.import_id !== run.id) made += 1
  }
  return made
}

const sumOpen = (debits: readonly ItemToSettle[]): Minor => debits.reduce((sum, debit) => sum + debit.open, 0)

/** A payment fills the earliest instalment first. */
const spread = (debits: readonly ItemToSettle[], amount: Minor): { id: string; amount: Minor }[] => {
  let left = amount
  return debits.flatMap(({ id, open }) => {
    const part = Math.min(open, left)
    left -= part
    return part > 0 ? [{ id, amount: part }] : []
  })
}

/** Reads receivables from the items template, or from any table under a mapping. */
export async function* importItems(
  ctx: CommandContext,
  run: ImportRun,
  source: Source,
  mapping: Mapping | undefined,
): AsyncGenerator<Progress, ImportResult> {
  const writer = createItemWriter(ctx, run)
  const batches = await itemBatches(source, mapping, run.company.currency, { signal: ctx.signal })
  let records = 0
  for await (const batch of batches) {
    run.note(batch.problems, batch.warnings)
    await writer.take(batch.rows)
    records = batch.totals.records
    yield { step: 'import.reading', done: records, total: null }
  }
  yield { step: 'import.matching', done: 0, total: null }
  return { ...(await writer.finish()), records }
}

/** The rows of a file as receivables: its own template, or a mapping, which other tables need. */
export const itemBatches = async (
  source: Source,
  mapping: Mapping | undefined,
  currency: string,
  options: ReadOptions,
): Promise<AsyncGenerator<TableBatch<ItemRow>>> => {
  const found = await detectFormat(source, options)
  if (!mapping && found.format === 'items' && found.table)
    return readItemsTemplate(readRows(source, found.table, options), { dayFirst: found.separator === ';', currency })
  if (!mapping)
    throw new Refusal('import.mapping-needed', `${source.name}: say what its columns hold`, {
      file: source.name,
      header: found.header,
    })
  return applyMapping(readRows(source, tableSourceOf(found, mapping), options), mapping, { currency })
}

/** How a mapping has a file read: its separator, encoding and sheet before those that were found. */
export const tableSourceOf = (found: Detection, mapping: Mapping): TableSource => {
  if (found.table?.container === 'workbook') return { container: 'workbook', sheet: mapping.sheet ?? found.table.sheet }
  const encoding = mapping.encoding === 'auto' ? (found.encoding?.encoding ?? 'utf-8') : mapping.encoding
  return { container: 'text', separator: mapping.separator ?? found.separator ?? ',', encoding }
}
