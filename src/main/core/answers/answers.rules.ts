import { addDays, type Day } from '../kernel/day.ts'
import type { ErrorCode } from '../kernel/errors.ts'
import { safeFileName } from '../kernel/file-name.ts'
import { attachmentTypes } from './answer.model.ts'

/** Days after a space's last one on which an answer written in time is still read: it lay in a letter box. */
export const GRACE_DAYS = 14
/** Days after which an answer tells too little of today. */
export const OLDEST_DAYS = 90
/** A device may stand in another zone, or go a little wrong: it tells its time by UTC, its last day by its own. */
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
  if (issued > addDays(until, CLOCK_DAYS) || today > addDays(until, GRACE_DAYS)) return 'answer.expired'
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

/** The name of a kept file: with an ending that its bytes bear out, so that a system never runs `bon.bat` for a PDF. */
export const namedAs = (name: string, endings: readonly string[]): string => {
  const safe = safeFileName(name)
  return endings.some((ending) => safe.toLowerCase().endsWith(ending)) ? safe : `${safe}${endings[0]}`
}

export const endingsOf = (mediaType: string): string[] =>
  Object.entries(attachmentTypes).flatMap(([ending, type]) => (type === mediaType ? [`.${ending}`] : []))

/** Brackets of a whole answer, those in the customer's words with them: many more are there to keep the reader busy. */
const BRACKETS_LIMIT = 10_000

export const tooNested = (bytes: Uint8Array): boolean => {
  let count = 0
  for (const byte of bytes) if (byte === 0x5b || byte === 0x7b) count += 1
  return count > BRACKETS_LIMIT
}
