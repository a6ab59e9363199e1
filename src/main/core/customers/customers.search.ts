import { type RawBuilder, sql } from 'kysely'
import { fold } from '../kernel/text.ts'

/**
 * A condition on `customer` for what was typed: every word must be found in code, name, SIREN or a contact. Words of three
 * letters and more go through the trigram index; shorter ones match the beginning of a word.
 */
export const matchesSearch = (typed: string): RawBuilder<boolean> | null => {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return null
  const long = words.filter((word) => word.length >= 3)
  const short = words.filter((word) => word.length < 3)
  const conditions: RawBuilder<boolean>[] = short.map(
    (word) =>
      sql<boolean>`(customer.search LIKE ${`${escapeLike(word)}%`} ESCAPE '\\' OR customer.search LIKE ${`% ${escapeLike(word)}%`} ESCAPE '\\')`,
  )
  if (long.length > 0) {
    const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
    conditions.push(
      sql<boolean>`customer.rowid IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ${match})`,
    )
  }
  return sql<boolean>`(${sql.join(conditions, sql` AND `)})`
}

/** Text after LIKE with its wildcards taken literally (ESCAPE '\'). */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
