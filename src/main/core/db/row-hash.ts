/** Sums of row hashes stay below this, so that they add up exactly in a double: three of them are below 2^53. */
export const SEAL_MODULUS = 2 ** 51

/**
 * 51 bits of a text, spread evenly; after cyrb53 by bryc (public domain). Quick rather than cryptographic: it notices
 * what another program changed, the chain of the audit is what is hard to forge.
 */
export const hashOf = (text: string): number => {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (524287 & b) + (a >>> 0)
}

/** Hash of a row: its key and its values as JSON. */
export const rowHash = (key: string, row: string): number => hashOf(`${key}\n${row}`)

/** Two partings of a table’s rows: a row that was changed stands where a bucket of each is wrong. */
export const BUCKETS = [1024, 1021] as const

export const bucketsOf = (key: string): readonly [number, number] => {
  const hash = hashOf(key)
  return [hash % BUCKETS[0], Math.floor(hash / BUCKETS[0]) % BUCKETS[1]]
}
