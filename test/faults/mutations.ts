import type { Random } from '../../src/main/core/demo/demo.random.rules.ts'

/** One way in which a file is spoilt; says where. */
type Mutation = { name: string; spoil: (bytes: Buffer, random: Random) => { bytes: Buffer; where: string } }

const PAGE = 4096

const at = (bytes: Buffer, offset: number, change: (byte: number) => number) => {
  bytes[offset] = change(bytes[offset] as number) & 0xff
  return { bytes, where: `byte ${offset}` }
}

/** An offset whose byte passes, or any when none is found soon. */
const offsetWhere = (bytes: Buffer, random: Random, passes: (byte: number) => boolean): number => {
  let offset = 0
  for (let tries = 0; tries < 200; tries += 1) {
    offset = random.below(bytes.length)
    if (passes(bytes[offset] as number)) return offset
  }
  return offset
}

const pageOf = (bytes: Buffer, random: Random): number => random.below(Math.floor(bytes.length / PAGE))
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39

/** What disks, networks, other programs and hands do to a file. */
export const mutations: readonly Mutation[] = [
  {
    name: 'a bit flipped',
    spoil: (bytes, random) =>
      at(
        bytes,
        offsetWhere(bytes, random, (byte) => byte !== 0),
        (byte) => byte ^ (1 << random.below(8)),
      ),
  },
  {
    name: 'a byte flipped anywhere',
    spoil: (bytes, random) => at(bytes, random.below(bytes.length), (byte) => byte ^ random.between(1, 255)),
  },
  {
    name: 'a byte of the file’s header',
    spoil: (bytes, random) => at(bytes, random.below(100), (byte) => byte ^ random.between(1, 255)),
  },
  {
    name: 'a byte of a page’s header',
    spoil: (bytes, random) => {
      const page = pageOf(bytes, random)
      return at(bytes, page * PAGE + (page === 0 ? 100 : 0) + random.below(16), (byte) => byte ^ random.between(1, 255))
    },
  },
  {
    // What passes every check of form: a figure that is another figure.
    name: 'a digit made another',
    spoil: (bytes, random) => at(bytes, offsetWhere(bytes, random, isDigit), (byte) => 0x30 + ((byte - 0x30 + 1) % 10)),
  },
  {
    name: 'a letter made another',
    spoil: (bytes, random) =>
      at(
        bytes,
        offsetWhere(bytes, random, (byte) => byte >= 0x61 && byte < 0x7a),
        (byte) => byte + 1,
      ),
  },
  {
    name: 'noise over 64 bytes',
    spoil: (bytes, random) => {
      const offset = random.below(bytes.length - 64)
      for (let i = 0; i < 64; i += 1) bytes[offset + i] = random.below(256)
      return { bytes, where: `bytes ${offset} to ${offset + 63}` }
    },
  },
  {
    name: 'a page of zeros',
    spoil: (bytes, random) => {
      const page = pageOf(bytes, random)
      bytes.fill(0, page * PAGE, (page + 1) * PAGE)
      return { bytes, where: `page ${page + 1}` }
    },
  },
  {
    name: 'a page written in the place of another',
    spoil: (bytes, random) => {
      const [from, to] = [pageOf(bytes, random), pageOf(bytes, random)]
      bytes.copy(bytes, to * PAGE, from * PAGE, (from + 1) * PAGE)
      return { bytes, where: `page ${from + 1} over ${to + 1}` }
    },
  },
  {
    name: 'cut off anywhere',
    spoil: (bytes, random) => {
      const length = random.below(bytes.length)
      return { bytes: bytes.subarray(0, length), where: `after ${length} bytes` }
    },
  },
  {
    name: 'cut off at the end of a page',
    spoil: (bytes, random) => {
      const pages = random.between(1, Math.floor(bytes.length / PAGE) - 1)
      return { bytes: bytes.subarray(0, pages * PAGE), where: `after ${pages} pages` }
    },
  },
  {
    name: 'made longer',
    spoil: (bytes, random) => {
      const more = Buffer.alloc(random.between(1, 3 * PAGE), random.below(256))
      return { bytes: Buffer.concat([bytes, more]), where: `by ${more.length} bytes` }
    },
  },
]

/** The nth of a series: every kind in turn. */
export const mutate = (original: Buffer, n: number, random: Random) => {
  const mutation = mutations[n % mutations.length] as Mutation
  const { bytes, where } = mutation.spoil(Buffer.from(original), random)
  return { bytes, name: `${mutation.name}, ${where}` }
}
