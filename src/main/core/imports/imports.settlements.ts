import type { CommandContext } from '../kernel/context.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { type Minor, toDecimal } from '../kernel/money.ts'
import { type MatchToMake, matchAsTold } from '../payments/payments.service.ts'
import { debitsToSettle, type ItemToSettle, itemsByKeys, matchesOfCredits } from './imports.repository.ts'
import type { ImportRun } from './imports.run.ts'
import type { ItemRow } from './readers/items.ts'
import { problem } from './readers/source.ts'

/** A row that settles a document, and the source key of what settles it. */
export type Settlement = { row: ItemRow; creditKey: string }

/**
 * Matches what settles with what it settles, all in a few statements. What an earlier import matched is known again by
 * its credit, document, day and amount, and stays as it is, undone by hand or not. Returns how many documents of earlier
 * imports were matched anew.
 */
export const settle = async (
  ctx: CommandContext,
  run: ImportRun,
  settlements: readonly Settlement[],
): Promise<number> => {
  if (settlements.length === 0) return 0
  const credits = await itemsByKeys(ctx.db, [...new Set(settlements.map(({ creditKey }) => creditKey))])
  const found = settlements.flatMap(({ row, creditKey }) => {
    const credit = credits.get(creditKey)
    return credit ? [{ row, credit, key: keyOf(credit.customer_id, row.settles as string, row.currency) }] : []
  })
  const debits = Map.groupBy(
    await debitsToSettle(ctx.db, [...new Set(found.map(({ row }) => row.settles as string))]),
    (debit) => keyOf(debit.customer_id, debit.number, debit.currency),
  )
  const left = new Map<string, Minor>()
  for (const credit of credits.values()) left.set(credit.id, Math.abs(credit.amount) - credit.matched)
  for (const debit of [...debits.values()].flat()) left.set(debit.id, debit.open)
  const earlier = await earlierMatches(
    ctx,
    found.map(({ credit }) => credit.id),
  )
  const matches: MatchToMake[] = []
  let made = 0
  for (const { row, credit, key } of found) {
    const documents = debits.get(key)
    if (!documents) {
      run.note([problem(row.line, 'settles', row.settles as string, 'settles-unknown')], [])
      continue
    }
    const open = documents.reduce((sum, { id }) => sum + (left.get(id) ?? 0), 0)
    const free = left.get(credit.id) ?? 0
    const wanted = row.settledAmount ?? Math.min(free, open)
    const day = documents.reduce(
      (latest, { booked }) => maxDay(latest, booked),
      maxDay(row.settledOn ?? row.issued, credit.booked),
    )
    if (earlier.take(credit.id, documents, day, wanted) || wanted === 0) continue
    if (wanted > free || wanted > open) {
      run.note([problem(row.line, 'settled_amount', toDecimal(wanted, row.currency), 'settled-above-open')], [])
      continue
    }
    for (const { id, amount } of spread(documents, wanted, left)) {
      matches.push({ debitId: id, creditId: credit.id, amount, from: day })
      left.set(id, (left.get(id) ?? 0) - amount)
    }
    left.set(credit.id, free - wanted)
    if (credit.import_id !== run.id) made += 1
  }
  await matchAsTold(ctx, matches, 'import')
  return made
}

const keyOf = (customerId: string, number: string, currency: string): string =>
  [customerId, number, currency].join('\u0001')

/** What earlier imports matched, each part of it taken by one row of the file only. */
const earlierMatches = async (ctx: CommandContext, creditIds: readonly string[]) => {
  const amounts = new Map<string, Minor>()
  const place = (creditId: string, debitId: string, day: Day): string => `${creditId} ${debitId} ${day}`
  for (const { credit_id, debit_id, day, amount } of await matchesOfCredits(ctx.db, [...new Set(creditIds)])) {
    const key = place(credit_id, debit_id, day)
    amounts.set(key, (amounts.get(key) ?? 0) + amount)
  }
  return {
    take(creditId: string, debits: readonly ItemToSettle[], day: Day, amount: Minor): boolean {
      const keys = debits.map(({ id }) => place(creditId, id, day))
      if (amount === 0 || keys.reduce((sum, key) => sum + (amounts.get(key) ?? 0), 0) < amount) return false
      let rest = amount
      for (const key of keys) {
        const part = Math.min(amounts.get(key) ?? 0, rest)
        amounts.set(key, (amounts.get(key) ?? 0) - part)
        rest -= part
      }
      return true
    },
  }
}

/** A payment fills the earliest instalment first. */
const spread = (
  debits: readonly ItemToSettle[],
  amount: Minor,
  left: ReadonlyMap<string, Minor>,
): { id: string; amount: Minor }[] => {
  let rest = amount
  return debits.flatMap(({ id }) => {
    const part = Math.min(left.get(id) ?? 0, rest)
    rest -= part
    return part > 0 ? [{ id, amount: part }] : []
  })
}
