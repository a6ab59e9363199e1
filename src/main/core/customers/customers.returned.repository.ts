import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

/** The last letter that the post told of, when it came back because nobody is known at its address. */
export const lastReturned = async (db: Reader, customerId: string) => {
  const { rows } = await sql<{ reference: string; day: Day; outcome: string; address: string }>`
    SELECT l.reference, p.outcome_on AS day, p.outcome, p.address FROM dunning_letter l JOIN posting p ON p.letter_id = l.id
    WHERE l.customer_id = ${customerId} AND p.outcome IS NOT NULL ORDER BY p.outcome_on DESC, l.reference DESC LIMIT 1`.execute(
    db,
  )
  const [last] = rows
  if (last?.outcome !== 'unknown-address') return null
  const { street, postalCode, city, country } = JSON.parse(last.address) as {
    street: string[]
    postalCode: string
    city: string
    country: string
  }
  return { reference: last.reference, day: last.day, street: street.join('\n'), postalCode, city, country }
}
