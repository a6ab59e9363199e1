import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { AllocationTable, OpenItemTable } from '../receivables/receivables.table.ts'
import {
  decideMatch,
  leftOf,
  type MatchDay,
  matched,
  oldestFirst,
  type Side,
  settledOn,
  spread,
} from './matching.rules.ts'
import type { Match } from './payments.contract.ts'
import { type ItemRecord, itemsById, openItemsOf, stepsOf, writeMovements } from './payments.repository.ts'
import type { AdjustmentTable, PaymentTable } from './payments.table.ts'

export type Origin = 'manual' | 'bank' | 'import'

/** Items to match, in memory, and what is to be written: many movements cost a few statements, not a few each. */
export type Desk = Awaited<ReturnType<typeof openDesk>>

const sideOf = (item: ItemRecord | OpenItemTable, steps: Side['steps'] = [], baseMatched = 0): Side => ({
  id: item.id,
  number: item.number,
  customerId: item.customer_id,
  currency: item.currency,
  booked: item.booked,
  due: item.amount > 0 ? item.due : item.booked,
  amount: item.amount,
  base: item.base_amount,
  steps,
  baseMatched,
})

/** Lays out the items named, and all that is open of the customers named. */
export const openDesk = async (
  ctx: CommandContext,
  wanted: { itemIds?: readonly string[]; customerIds?: readonly string[]; origin?: Origin | undefined },
) => {
  const { itemIds = [], customerIds = [], origin = 'manual' } = wanted
  const records = new Map<string, ItemRecord | OpenItemTable>()
  if (itemIds.length > 0) for (const item of await itemsById(ctx.db, itemIds)) records.set(item.id, item)
  if (customerIds.length > 0) for (const item of await openItemsOf(ctx.db, customerIds)) records.set(item.id, item)
  const steps = Map.groupBy(await stepsOf(ctx.db, [...records.keys()]), ({ itemId }) => itemId)
  const sides = new Map<string, Side>()
  // Items of one customer and currency, by id.
  const accounts = new Map<string, Set<string>>()
  const accountOf = (customerId: string, currency: string): Set<string> => {
    const key = `${customerId} ${currency}`
    const account = accounts.get(key) ?? new Set()
    accounts.set(key, account)
    return account
  }
  const lay = (side: Side): void => {
    sides.set(side.id, side)
    accountOf(side.customerId, side.currency).add(side.id)
  }
  for (const item of records.values()) {
    const own = (steps.get(item.id) ?? []).toSorted((a, b) => (a.day < b.day ? -1 : 1))
    lay(
      sideOf(
        item,
        own.map(({ day, amount }) => ({ day, amount })),
        own.reduce((sum, { base }) => sum + (base ?? 0), 0),
      ),
    )
  }

  const rows = {
    items: [] as OpenItemTable[],
    payments: [] as PaymentTable[],
    adjustments: [] as AdjustmentTable[],
    matches: [] as AllocationTable[],
  }
  const touched = new Set<string>()

  const side = (id: string): Side => {
    const found = sides.get(id)
    if (!found) throw new Refusal('not-found', 'no such item', { id })
    return found
  }
  const post = (match: AllocationTable): void => {
    for (const [id, base] of [
      [match.debit_id, match.debit_base],
      [match.credit_id, match.credit_base],
    ] as const) {
      sides.set(id, matched(side(id), match.day, match.amount, base))
      touched.add(id)
    }
    rows.matches.push(match)
  }
  const told = (match: AllocationTable): Match => ({
    id: match.id,
    debitId: match.debit_id,
    debitNumber: side(match.debit_id).number,
    creditId: match.credit_id,
    creditNumber: side(match.credit_id).number,
    amount: Math.abs(match.amount),
    day: match.day,
    exchange: match.exchange,
  })

  const match = (debitId: string, creditId: string, amount: Minor, when: MatchDay = {}): Match => {
    const decided = decideMatch(side(debitId), side(creditId), amount, when)
    const row: AllocationTable = {
      id: uuidv7(),
      debit_id: decided.debitId,
      credit_id: decided.creditId,
      amount: decided.amount,
      day: decided.day,
      origin,
      lettering: null,
      exchange: decided.exchange,
      debit_base: decided.debitBase,
      credit_base: decided.creditBase,
      reverses: null,
      undone_because: null,
    }
    post(row)
    return told(row)
  }

  return {
    side,
    left: (id: string): Minor => leftOf(side(id)),
    record: (id: string) => records.get(id),
    add(item: OpenItemTable, says: { payment?: PaymentTable; adjustment?: AdjustmentTable } = {}): void {
      lay(sideOf(item))
      records.set(item.id, item)
      rows.items.push(item)
      if (says.payment) rows.payments.push(says.payment)
      if (says.adjustment) rows.adjustments.push(says.adjustment)
    },
    match,
    /** What a customer still owes in a currency, or still has in credit, the oldest first. */
    open(customerId: string, currency: string, which: 'debits' | 'credits'): Side[] {
      const open: Side[] = []
      for (const id of accountOf(customerId, currency)) {
        const one = side(id)
        if (one.amount > 0 === (which === 'debits') && leftOf(one) > 0) open.push(one)
      }
      return oldestFirst(open)
    },
    currenciesOf: (customerId: string): string[] => [
      ...new Set([...sides.values()].filter((one) => one.customerId === customerId).map(({ currency }) => currency)),
    ],
    /** Settles debits with a credit, or pays credits back with a debit, each in full before the next. */
    settle(itemId: string, others: readonly Side[], amount: Minor): Match[] {
      const isDebit = side(itemId).amount > 0
      const asTheyAre = others.map(({ id }) => side(id))
      return spread(asTheyAre, amount).parts.map(([other, part]) =>
        isDebit ? match(itemId, other.id, part) : match(other.id, itemId, part),
      )
    },
    /** Takes a match back: from its own day, or from that of a bounce. */
    takeBack(
      undone: AllocationTable,
      because: NonNullable<AllocationTable['undone_because']>,
      day = undone.day,
    ): Match {
      post({
        ...undone,
        id: uuidv7(),
        amount: -undone.amount,
        day,
        origin,
        lettering: null,
        exchange: 0 - undone.exchange,
        debit_base: undone.debit_base === null ? null : 0 - undone.debit_base,
        credit_base: undone.credit_base === null ? null : 0 - undone.credit_base,
        reverses: undone.id,
        undone_because: because,
      })
      return told(undone)
    },
    /** Forgets rows of matching that are removed from the book with the movement they belonged to. */
    forget(removed: readonly AllocationTable[]): void {
      for (const row of removed)
        for (const [id, base] of [
          [row.debit_id, row.debit_base],
          [row.credit_id, row.credit_base],
        ] as const) {
          sides.set(id, matched(side(id), row.day, -row.amount, base === null ? null : -base))
          touched.add(id)
        }
    },
    write: (): Promise<void> =>
      writeMovements(ctx.db, { ...rows, settled: [...touched].map((id) => [settledOn(side(id)), id] as const) }),
  }
}
