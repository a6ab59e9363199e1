import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import { fold } from '../kernel/text.ts'

/** What a customer is found by. Begins with a space, so that every word of it stands after one. */
export const searchText = (parts: readonly string[]): string => ` ${fold(parts.join(' '))}`

type Words = {
  /** For the trigram index; null when no word can go through it. */
  match: string | null
  /** Single letters, which no index finds. */
  letters: string[]
}

const readWords = (typed: string): Words => {
  // A character that is no text would cut the question short.
  const words = fold(typed.replace(/\p{Cc}+/gu, ' '))
    .split(' ')
    .filter(Boolean)
    // With the space before it, a word of two letters makes three.
    .map((word) => ([...word].length < 3 ? ` ${word}` : word))
  const indexed = words.filter((word) => [...word].length >= 3)
  return {
    match: indexed.length > 0 ? indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ') : null,
    letters: words.filter((word) => [...word].length < 3),
  }
}

/**
 * A condition on `customer` for what was typed: every word must be found in code, name, SIREN or a contact. Words of three
 * letters and more are found anywhere, shorter ones at the beginning of a word. Where `many` are found, the customers are
 * better walked in their order than looked up one by one.
 */
export const matchesSearch = (typed: string, many = false): RawBuilder<boolean> => {
  const { match, letters } = readWords(typed)
  const conditions = letters.map((word) => sql`customer.search LIKE ${`%${escapeLike(word)}%`} ESCAPE '\\'`)
  if (match !== null) {
    const rowid = many ? sql`+customer.rowid` : sql`customer.rowid`
    conditions.push(sql`${rowid} IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ${match})`)
  }
  return conditions.length === 0 ? sql`1` : sql`(${sql.join(conditions, sql` AND `)})`
}

/** How many customers are found; null where only looking at each can tell. */
export const countFound = async (db: Reader, typed: string): Promise<number | null> => {
  const { match, letters } = readWords(typed)
  if (match === null || letters.length > 0) return null
  const { rows } = await sql<{ found: number }>`
    SELECT count(*) AS found FROM customer_search WHERE customer_search MATCH ${match}`.execute(db)
  return rows[0]?.found ?? 0
}

/** Text after LIKE with its wildcards taken literally (ESCAPE '\\'). */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
