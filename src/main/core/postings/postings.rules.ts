import type { Posting } from './postings.contract.ts'

/**
 * Numbers of a roll of labels, from its first on: the last run of digits counts up and keeps its length; null where there
 * is none, or where it would grow longer. A key that some posts put behind a number is not worked out: such numbers are
 * typed or scanned one by one.
 */
export const seriesOf = (first: string, count: number, step: number): string[] | null => {
  const [, head = '', digits, tail = ''] = /^(.*?)(\d+)(\D*)$/.exec(first) ?? []
  if (digits === undefined) return null
  const numbers = Array.from({ length: count }, (_, place) =>
    String(BigInt(digits) + BigInt(place) * BigInt(step)).padStart(digits.length, '0'),
  )
  return (numbers.at(-1)?.length ?? 0) > digits.length ? null : numbers.map((number) => `${head}${number}${tail}`)
}

const MARKS = /\p{M}/gu
const spoken = (text: string): string =>
  text
    .normalize('NFD')
    .replace(MARKS, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()

type Sortable = Pick<Posting, 'reference' | 'address'>

/** As bags are made up: at home first, then by country; by postcode, then town, then reference. */
export const byPostcode = (a: Sortable, b: Sortable): number => {
  const key = ({ address, reference }: Sortable) =>
    [address.country, address.postalCode.padStart(10), spoken(address.city), reference].join('\u0000')
  const [one, other] = [key(a), key(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

export const byReference = (a: Sortable, b: Sortable): number => (a.reference < b.reference ? -1 : 1)
