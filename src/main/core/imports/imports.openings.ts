import { sql } from 'kysely'
import type { CommandContext } from '../kernel/context.ts'
import type { ReceivableMovement } from './readers/fec.receivables.ts'

/**
 * A new year's ledger opens with last year's balances. Where the book already holds the items behind such a line, the
 * line stands for them and adds nothing.
 */
export const carryForward = async (ctx: CommandContext) => {
  const { rows } = await sql<{
    first: string | null
  }>`SELECT min(booked) AS first FROM open_item WHERE source_key IS NOT NULL AND account <> ''`.execute(ctx.db)
  const firstBooked = rows[0]?.first ?? null
  let carried = 0
  return {
    get carried() {
      return carried
    },
    /** The items that an opening line repeats; none when the book does not know them. */
    async itemsBehind(
      customerId: string,
      movement: ReceivableMovement,
    ): Promise<{ id: string; day: string; amount: number }[]> {
      if (firstBooked === null || firstBooked >= movement.booked) return []
      const sign = Math.sign(movement.amount)
      const { rows: items } = await sql<{ id: string; day: string; amount: number }>`
        SELECT id, booked AS day, amount FROM open_item
        WHERE customer_id = ${customerId} AND account = ${movement.account} AND booked < ${movement.booked}
          AND (settled_on IS NULL OR settled_on >= ${movement.booked}) AND sign(amount) = ${sign}
        ORDER BY booked, id`.execute(ctx.db)
      const exact = items.find((item) => item.amount === movement.amount)
      const behind = exact ? [exact] : items
      if (behind.length > 0) carried += 1
      return behind
    },
  }
}
