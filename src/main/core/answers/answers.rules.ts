import { addDays, type Day } from '../kernel/day.ts'
import type { ErrorCode } from '../kernel/errors.ts'

/** Days after a space's last one on which an answer written in time is still read: it lay in a letter box. */
export const GRACE_DAYS = 14
/** Days after which an answer tells too little of today. */
export const OLDEST_DAYS = 90
/** A device may stand in another zone, or go a little wrong. */
const CLOCK_DAYS = 1

type Times = {
  /** Day of the answer, by the customer's device. */
  issued: Day
  publishedOn: Day
  /** Last day of the space. */
  until: Day
  withdrawn: boolean
  today: Day
}

/** Why an answer is not read for its days; null when they are well. */
export const lateness = ({ issued, publishedOn, until, withdrawn, today }: Times): ErrorCode | null => {
  if (withdrawn) return 'answer.space-withdrawn'
  if (issued > addDays(today, CLOCK_DAYS) || issued < addDays(publishedOn, -CLOCK_DAYS)) return 'answer.clock'
  if (issued > until || today > addDays(until, GRACE_DAYS)) return 'answer.expired'
  if (today > addDays(issued, OLDEST_DAYS)) return 'answer.too-old'
  return null
}

const SIGNATURES: readonly [string, readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

/** What an attachment is by its first bytes, whatever it is called; null for what is not taken. */
export const attachmentType = (bytes: Uint8Array): string | null =>
  SIGNATURES.find(([, first]) => first.every((byte, at) => bytes[at] === byte))?.[0] ?? null
