import type { QueryContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import {
  contestedOfAll,
  creditsOfAll,
  openDebtsOfAll,
  paidOfAll,
  paidOfMany,
  segments,
} from './expectations.repository.ts'
import { type Expectation, expectationOf, type Habit, habitOf } from './expectations.rules.ts'
import { MOST, partOf, WINDOW_MONTHS } from './expectations.service.ts'

/** A debt of the book, in the company's currency. */
export type ExpectedDebt = {
  customerId: string
  itemId: string
  due: Day
  open: Minor
  /** The same in its own currency: what promises and plans are told in. */
  ownOpen: Minor
  /** The contested part of what is open. */
  disputed: Minor
  /** Null where nothing can be said. */
  expectation: Expectation | null
}

/** A part of what is open, told in its own currency, in the company's. */
export const partOfWorth = (part: Minor, { open, ownOpen }: Pick<ExpectedDebt, 'open' | 'ownOpen'>): Minor =>
  open === ownOpen ? part : roundHalfUp(BigInt(part) * BigInt(open), BigInt(ownOpen))

/**
 * When every open debt of the book will probably be paid, as of a day: what `expectedOf` says of each customer, in a few
 * statements for all. A customer's debts follow each other. Debts whose worth is not known are counted in `leftOut`.
 */
export const expectedOfBook = async (
  ctx: Pick<QueryContext, 'db'>,
  home: string,
  asOf: Day,
): Promise<{ debts: ExpectedDebt[]; credits: Map<string, Minor>; leftOut: number }> => {
  const from = addMonths(asOf, -WINDOW_MONTHS)
  const paid = Map.groupBy(await paidOfAll(ctx.db, from, asOf), ([customerId]) => customerId)
  const segmentsOf = await segments(ctx.db)
  const many = async (segment: string | null): Promise<Habit> =>
    habitOf(
      segment === null ? 'book' : 'segment',
      (await paidOfMany(ctx.db, segment, from, asOf, MOST)).map(partOf),
      asOf,
    )
  const book = await many(null)
  const bySegment = new Map<string, Habit>()
  for (const segment of new Set(segmentsOf.values())) bySegment.set(segment, await many(segment))

  const habitsOf = (customerId: string) => {
    const parts = (paid.get(customerId) ?? []).map(([, ...row]) => partOf(row))
    const segment = bySegment.get(segmentsOf.get(customerId) ?? '')
    const all = [habitOf('customer', parts, asOf), ...(segment ? [segment] : []), book]
    const contested = parts.filter(({ disputed }) => disputed)
    return { all, contested: [habitOf('customer', contested, asOf), ...all] }
  }
  const contested = await contestedOfAll(ctx.db, asOf)
  const debts: ExpectedDebt[] = []
  let leftOut = 0
  for (const [customerId, rows] of Map.groupBy(await openDebtsOfAll(ctx.db, home, asOf), ([id]) => id)) {
    const habits = habitsOf(customerId)
    for (const [, itemId, due, ownOpen, isForeign, worth] of rows) {
      const open = isForeign ? worth : ownOpen
      if (ownOpen <= 0) continue
      if (open === null) {
        leftOut += 1
        continue
      }
      const part = contested.get(itemId) ?? 0
      const disputed = part === 0 ? 0 : partOfWorth(part, { open, ownOpen })
      const expectation = expectationOf(disputed > 0 ? habits.contested : habits.all, due, asOf)
      debts.push({ customerId, itemId, due, open, ownOpen, disputed, expectation })
    }
  }
  const credits = new Map(await creditsOfAll(ctx.db, home, asOf))
  return { debts, credits, leftOut }
}
