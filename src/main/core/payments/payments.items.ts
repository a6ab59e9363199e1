import { uuidv7 } from 'uuidv7'
import { baseAmounts } from '../exchange/exchange.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { ItemKind, OpenItemTable } from '../receivables/receivables.table.ts'
import { customersAmong, lastNumber } from './payments.repository.ts'

/**
 * Series of movements made by hand: receipts, receipts returned, refunds, write-offs, discounts (escomptes), set-offs
 * (compensations), credit notes of disputes (avoirs), charges paid (frais et pénalités).
 */
export type Series = 'RG' | 'RJ' | 'RB' | 'EC' | 'ES' | 'CP' | 'AV' | 'FP'

export type NewMovement = {
  series: Series
  customerId: string
  kind: ItemKind
  day: Day
  currency: string
  /** With its sign: below zero for what lowers the debt. */
  amount: Minor
  /** Before a number of the series. */
  number?: string | undefined
  label?: string | undefined
  rate?: string | undefined
  /** Worth in the company's currency; from the rate of the day without it. */
  base?: Minor | null | undefined
}

/**
 * Items for movements made by hand, in the order given: numbered after the largest of each series and year in the
 * book, valued at the rate of their day. Refuses `not-found` for a customer the book does not have.
 */
export const newItems = async (ctx: CommandContext, movements: readonly NewMovement[]): Promise<OpenItemTable[]> => {
  const wanted = [...new Set(movements.map(({ customerId }) => customerId))]
  const known = await customersAmong(ctx.db, wanted)
  const missing = wanted.find((id) => !known.has(id))
  if (missing !== undefined) throw new Refusal('not-found', 'no such customer', { id: missing })
  const bases = await baseAmounts(
    ctx,
    movements.map(({ amount, currency, day, rate }) => ({ amount, currency, booked: day, rate })),
  )
  const last = new Map<string, number>()
  const items: OpenItemTable[] = []
  for (const [place, movement] of movements.entries()) {
    const { series, customerId, kind, day, currency, amount, label = '' } = movement
    let number = movement.number
    if (!number) {
      const name = `${series}-${day.slice(0, 4)}-`
      const next = (last.get(name) ?? (await lastNumber(ctx.db, name))) + 1
      last.set(name, next)
      number = `${name}${next}`
    }
    items.push({
      id: uuidv7(),
      customer_id: customerId,
      kind,
      number,
      label,
      issued: day,
      booked: day,
      due: day,
      due_origin: 'none',
      currency,
      amount,
      base_amount: movement.base === undefined ? (bases[place] ?? null) : movement.base,
      account: '',
      journal: '',
      entry: '',
      approximate: 0,
      settled_on: null,
      source_key: null,
      import_id: null,
    })
  }
  return items
}
