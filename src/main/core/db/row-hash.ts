/** Sums of row hashes stay below this, so that they add up exactly in a double: three of them are below 2^53. */
export const SEAL_MODULUS = 2 ** 51

/** Two partings of a table’s rows: a row that was changed stands where a bucket of each is wrong. */
export const BUCKETS = [1024, 1021] as const

/*
 * 51 bits of a text, spread evenly; after cyrb53 by bryc (public domain). Quick rather than cryptographic: it notices
 * what another program changed, the chain of the audit is what is hard to forge. Books hold its sums: it never changes.
 */
const START = [0xdeadbeef, 0x41c6ce57] as const
const MIX = [2654435761, 1597334677] as const

const mixed = (of: number, text: string, by: number): number => {
  let state = of
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), by)
  return state
}

const finished = (first: number, second: number): number => {
  let a = first
  let b = second
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (524287 & b) + (a >>> 0)
}

const inBuckets = (hash: number): readonly [number, number] => [
  hash % BUCKETS[0],
  Math.floor(hash / BUCKETS[0]) % BUCKETS[1],
]

export const bucketsOf = (key: string): readonly [number, number] =>
  inBuckets(finished(mixed(START[0], key, MIX[0]), mixed(START[1], key, MIX[1])))

const BREAK = '\n'

/** Hash of a row, its key and its values as JSON a line each, and the buckets of its key, gone through once. */
export const sealOf = (key: string, row: string): { hash: number; buckets: readonly [number, number] } => {
  const a = mixed(START[0], key, MIX[0])
  const b = mixed(START[1], key, MIX[1])
  return {
    hash: finished(mixed(mixed(a, BREAK, MIX[0]), row, MIX[0]), mixed(mixed(b, BREAK, MIX[1]), row, MIX[1])),
    buckets: inBuckets(finished(a, b)),
  }
}
