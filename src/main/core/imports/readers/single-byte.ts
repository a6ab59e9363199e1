import iconv from 'iconv-lite'

export type SingleByteEncoding = 'windows-1252' | 'iso-8859-15' | 'cp850'

// In order of preference when the text does not tell them apart.
const TABLES: SingleByteEncoding[] = ['windows-1252', 'iso-8859-15', 'cp850']

const UPPER_BYTES = Buffer.from(Array.from({ length: 128 }, (_, i) => 0x80 + i))

/** The characters of the bytes 128 to 255. */
export const upperHalf = (table: SingleByteEncoding): readonly string[] => [...iconv.decode(UPPER_BYTES, table)]

/** Counts of the bytes above 127, by how many of their two neighbours are letters. */
export type ByteCensus = { add(bytes: Uint8Array): void; readonly counts: readonly Uint32Array[] }

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))

// Enough to decide; a whole ledger in an old encoding need not be counted to the end.
const ENOUGH = 50_000

export const createByteCensus = (): ByteCensus => {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)]
  let seen = 0
  return {
    counts,
    add(bytes) {
      for (let i = 0; i < bytes.length && seen < ENOUGH; i++) {
        const byte = bytes[i] ?? 0
        if (byte < 0x80) continue
        seen++
        const row = counts[Number(isLetter(bytes[i - 1])) + Number(isLetter(bytes[i + 1]))]
        if (row) row[byte] = (row[byte] ?? 0) + 1
      }
    },
  }
}

// How likely a character is in the French of a ledger: without letters around it, after or before one, inside a word.
const LIKELIHOOD: { chars: string; weights: [alone: number, edge: number, inside: number] }[] = [
  { chars: 'à', weights: [3, 3, 2] },
  { chars: 'éèêëâçîïôùûüœ', weights: [-1, 3, 3] },
  { chars: 'ÉÈÊÀÂÇÎÏÔÙÛŒ', weights: [-1, 2, 2] },
  { chars: 'ËÜöäßáíóúñÖÄ', weights: [-1, 1, 1] },
  { chars: '’', weights: [1, 1, 2] },
  { chars: '°€«»–—…‘“”•™®©²³§£\u00a0', weights: [1, 2, -2] },
  { chars: 'ÁÍÓÚÑÅåøØãõÃÕìòÌÒýÝšžŠŽæÆÿŸ', weights: [-2, -1, -1] },
]

const IMPLAUSIBLE: [number, number, number] = [-3, -3, -3]
const weights = new Map(LIKELIHOOD.flatMap(({ chars, weights }) => [...chars].map((char) => [char, weights] as const)))

/** The table under which the bytes read most like French; Windows-1252 when nothing tells. */
export const likeliestTable = ({ counts }: ByteCensus): SingleByteEncoding => {
  const score = (table: SingleByteEncoding): number => {
    let total = 0
    upperHalf(table).forEach((char, i) => {
      const weight = weights.get(char) ?? IMPLAUSIBLE
      counts.forEach((row, neighbours) => {
        total += (row[0x80 + i] ?? 0) * (weight[neighbours] ?? 0)
      })
    })
    return total
  }
  return TABLES.map((table) => ({ table, score: score(table) })).reduce((best, one) =>
    one.score > best.score ? one : best,
  ).table
}
