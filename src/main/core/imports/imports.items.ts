import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { baseAmounts } from '../exchange/exchange.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { type Day, maxDay, minDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import type { OpenItemTable } from '../receivables/receivables.table.ts'
import type { ImportResult } from './imports.fec.ts'
import { itemsByKeys, updateItem } from './imports.repository.ts'
import type { ImportRun } from './imports.run.ts'
import { type Settlement, settle } from './imports.settlements.ts'
import type { Mapping } from './mapping.schema.ts'
import { type Detection, detectFormat } from './readers/detect.ts'
import type { ItemRow, TableBatch } from './readers/items.ts'
import { applyMapping } from './readers/mapping.apply.ts'
import { readRows, type TableSource } from './readers/rows.ts'
import type { ReadOptions, Source } from './readers/source.ts'
import { readItemsTemplate } from './readers/template.reader.ts'

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
  if (items.length === 0) return 0
  const known = await itemsByKeys(
    ctx.db,
    items.map((item) => item.source_key as string),
  )
  const bases = await baseAmounts(ctx, items)
  let changed = 0
  for (const [place, item] of items.entries()) {
    const before = known.get(item.source_key as string)
    if (!before || before.again === 1) continue
    const due = item.due_origin === 'document' && before.due !== item.due
    const amount = before.amount !== item.amount && before.matches === 0
    if (!due && !amount) continue
    await updateItem(ctx.db, before.id, {
      ...(due && { due: item.due, due_origin: 'document' as const }),
      ...(amount && { amount: item.amount, base_amount: bases[place] ?? null }),
    })
    changed += 1
  }
  return changed
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
