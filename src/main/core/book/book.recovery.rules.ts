/** Letters and digits that are not taken for one another (Crockford’s base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_BYTES = 32
/** 256 bits in signs of five, the last of which holds one bit. */
const DATA_SIGNS = 52
const GROUP = 4
const GROUPS = DATA_SIGNS / GROUP

/**
 * The key of a book for people: 13 groups of four signs and a fifth that checks them, so that a typing error is told
 * with its group. A sign that is wrong, two neighbours swapped or two groups swapped never pass.
 */
export const writeRecoveryKey = (key: Uint8Array): string => {
  if (key.length !== KEY_BYTES) throw new Error('not a key of 32 bytes')
  const values = signsOf(key)
  return Array.from({ length: GROUPS }, (_, index) => {
    const group = values.slice(index * GROUP, (index + 1) * GROUP)
    return [...group, checkOf(group, index)].map((value) => SIGNS[value]).join('')
  }).join('-')
}

/**
 * A key from what a person typed: spaces, hyphens and small letters do not matter, O and 0, I, L and 1 are the same.
 * Null where it is no recovery key; the groups that are mistyped, counted from 1, where it is nearly one.
 */
export const readRecoveryKey = (text: string): { key: Uint8Array } | { wrongGroups: number[] } | null => {
  const groups = groupsOf(text)
  if (!groups) return null
  const wrongGroups = groups.flatMap((group, index) => (isRight(group, index) ? [] : [index + 1]))
  // A passphrase of as many signs would pass by chance in one group of 32.
  if (wrongGroups.length > GROUPS / 2) return null
  if (wrongGroups.length > 0) return { wrongGroups }
  const values = groups.flatMap((group) => valuesOf(group).slice(0, GROUP))
  return { key: bytesOf(values) }
}

/** Whether somebody who was shown a key typed its last group. */
export const sameGroup = (recoveryKey: string, typed: string): boolean => {
  const group = typed.trim().toUpperCase()
  return recoveryKey.endsWith(`-${group.replaceAll('O', '0').replace(/[IL]/g, '1')}`) && group.length === GROUP + 1
}

const groupsOf = (text: string): string[] | null => {
  const written = text.trim().toUpperCase()
  const parted = written.split(/[\s-]+/)
  if (parted.length === GROUPS) return parted
  const joined = parted.join('')
  if (joined.length !== GROUPS * (GROUP + 1)) return null
  return Array.from({ length: GROUPS }, (_, i) => joined.slice(i * (GROUP + 1), (i + 1) * (GROUP + 1)))
}

const valuesOf = (group: string): number[] =>
  [...group.replaceAll('O', '0').replace(/[IL]/g, '1')].map((sign) => SIGNS.indexOf(sign))

const isRight = (group: string, index: number): boolean => {
  const values = valuesOf(group)
  return values.length === GROUP + 1 && !values.includes(-1) && checkOf(values.slice(0, GROUP), index) === values[GROUP]
}

/** Over the field of 32 elements (x⁵ + x² + 1), each place with a weight of its own; begins with the group's number. */
const checkOf = (values: readonly number[], index: number): number =>
  timesX(values.reduce((check, value) => timesX(check) ^ value, index + 1))

const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1)

const signsOf = (bytes: Uint8Array): number[] => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: DATA_SIGNS }, (_, i) => Number.parseInt(bits.slice(i * 5, i * 5 + 5).padEnd(5, '0'), 2))
}

const bytesOf = (signs: readonly number[]): Uint8Array => {
  const bits = signs.map((sign) => sign.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from({ length: KEY_BYTES }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2))
}
