import { type RawBuilder, sql } from 'kysely'
import { rowsAsArrays } from '../db/connection.ts'
import { placeAmong } from '../db/places.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

type Row = readonly [customerId: string, place: number, amount: Minor | null]

/**
 * What each customer owes at the end of each of some days, a group's members together, in the company's currency: a credit
 * takes off what its own group owes. `visit` sees one holder at a time, by the places of the days; it must not keep what it sees.
 */
export const visitBalances = async (
  db: Reader,
  home: string,
  days: readonly Day[],
  { hasForeign }: { hasForeign: boolean },
  visit: (balances: ArrayLike<Minor>) => void,
): Promise<void> => {
  const last = days.at(-1)
  if (last === undefined) return
  const place = (text: RawBuilder<unknown>) => placeAmong(days, text)
  // A match takes as much from both sides: in one currency what is open is what was booked. Not so at rates of several days.
  const own = await rowsAsArrays<Row>(
    db,
    sql`SELECT i.customer_id, ${place(sql`i.booked`)} AS place, sum(i.amount) FROM open_item i INDEXED BY open_item_as_of
    WHERE i.currency = ${home} AND i.booked <= ${last} GROUP BY i.customer_id, place`,
  )
  const matched = (side: 'debit' | 'credit') => sql`SELECT i.customer_id, max(a.day, i.booked),
      ${sql.raw(side === 'debit' ? '-a.debit_base' : 'a.credit_base')}
    FROM allocation a CROSS JOIN open_item i ON i.id = ${sql.ref(`a.${side}_id`)}
    WHERE i.currency <> ${home} AND i.base_amount IS NOT NULL AND i.booked <= ${last} AND a.day <= ${last}`
  const foreign = hasForeign
    ? await rowsAsArrays<Row>(
        db,
        sql`SELECT i.customer_id, ${place(sql`i.day`)} AS place, sum(i.worth) FROM (
          SELECT i.customer_id, i.booked AS day, i.base_amount AS worth FROM open_item i
          WHERE i.currency <> ${home} AND i.base_amount IS NOT NULL AND i.booked <= ${last}
          UNION ALL ${matched('debit')} UNION ALL ${matched('credit')}) i GROUP BY i.customer_id, place`,
      )
    : []
  const members = await rowsAsArrays<readonly [string, string]>(
    db,
    sql`SELECT customer_id, group_id FROM customer_group_member`,
  )
  // Whoever's rows do not stand in one place is added up first: members of groups, and who owes in other currencies too.
  const holders = new Map(members)
  for (const [customerId] of foreign) if (!holders.has(customerId)) holders.set(customerId, customerId)
  const apart = new Map<string, Float64Array>()
  const addApart = (holder: string, [, at, amount]: Row) => {
    let moved = apart.get(holder)
    if (!moved) {
      moved = new Float64Array(days.length)
      apart.set(holder, moved)
    }
    moved[at] = (moved[at] as number) + (amount ?? 0)
  }
  const tell = (moved: Float64Array) => {
    for (let at = 1; at < moved.length; at += 1) moved[at] = (moved[at] as number) + (moved[at - 1] as number)
    visit(moved)
  }
  const moved = new Float64Array(days.length)
  let whose: string | null = null
  for (const row of own) {
    const holder = holders.get(row[0])
    if (holder !== undefined) {
      addApart(holder, row)
      continue
    }
    if (row[0] !== whose) {
      if (whose !== null) tell(moved)
      moved.fill(0)
      whose = row[0]
    }
    moved[row[1]] = row[2] ?? 0
  }
  if (whose !== null) tell(moved)
  for (const row of foreign) addApart(holders.get(row[0]) as string, row)
  for (const sums of apart.values()) tell(sums)
}
