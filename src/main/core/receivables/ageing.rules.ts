import { Refusal } from '../kernel/errors.ts'

/** Upper bounds in days late, strictly ascending: `[30, 60, 90]` makes 1–30, 31–60, 61–90 and over 90. */
export type Buckets = readonly number[]

/** A bucket holds the items `from` to `to` days late, both included; null is unbounded. */
export type BucketBounds = { readonly key: string; readonly from: number | null; readonly to: number | null }

export const defaultBuckets: Buckets = [30, 60, 90]

/** Refuses bounds that are not strictly ascending positive whole numbers with `input.invalid`. */
export const validateBuckets = (buckets: Buckets): Buckets => {
  const ascending = buckets.every((bound, i) => Number.isSafeInteger(bound) && bound > (buckets[i - 1] ?? 0))
  if (buckets.length === 0 || !ascending) {
    throw new Refusal('input.invalid', 'Buckets are ascending positive whole numbers of days', {
      field: 'buckets',
      buckets,
    })
  }
  return buckets
}

/** Every bucket of days late, from not due to the oldest: the one definition that rules and SQL are generated from. */
export const bucketBounds = (buckets: Buckets): BucketBounds[] => {
  const last = buckets.at(-1) ?? 0
  return [
    { key: 'notDue', from: null, to: 0 },
    ...buckets.map((to, i) => {
      const from = (buckets[i - 1] ?? 0) + 1
      return { key: `${from}-${to}`, from, to }
    }),
    { key: `over${last}`, from: last + 1, to: null },
  ]
}

/** Columns of the aged balance; credits that settle nothing yet stand apart, in `unallocated`. */
export const bucketKeys = (buckets: Buckets): string[] => [
  ...bucketBounds(buckets).map(({ key }) => key),
  'unallocated',
]

/** Exactly 30 days late is 1–30; due today (0 days late) is not due. */
export const bucketOf = (daysLate: number, buckets: Buckets): string => {
  if (daysLate <= 0) return 'notDue'
  let from = 1
  for (const to of buckets) {
    if (daysLate <= to) return `${from}-${to}`
    from = to + 1
  }
  return `over${from - 1}`
}
