import { createHash } from 'node:crypto'

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an entry's hash covers, in this order. */
export type ChainedEntry = {
  id: number
  at: string
  today: string
  user: string
  call: string
  input_digest: string
  changes_digest: string
  counts: string
  state: number
  previous: string
}

/** SHA-256 over the entry and the hash of the one before. */
export const entryHash = (entry: ChainedEntry): string => {
  const { id, at, today, user, call, input_digest, changes_digest, counts, state, previous } = entry
  return digestOf(JSON.stringify([id, at, today, user, call, input_digest, changes_digest, counts, state, previous]))
}

/** Digest of one row that was written. */
export const rowDigest = (before: string | null, after: string | null): string =>
  digestOf(`${before ?? ''}\n${after ?? ''}`)

/** Digest over the rows that were written, each by its own: one may be erased and the rest still be checked. */
export const changesDigest = (changes: readonly { tbl: string; key: string; digest: string }[]): string =>
  digestOf(changes.map(({ tbl, key, digest }) => `${tbl} ${key} ${digest}`).join('\n'))
