import { type Permission, permissions } from '../kernel/contract.ts'
import { fold } from '../kernel/text.ts'
import { LEAST_PASSWORD, type RoleKey, roleKeys } from './people.contract.ts'

/** What the roles of the program allow until somebody changes them. */
const allowed: Record<RoleKey, readonly Permission[]> = {
  reader: ['read'],
  collector: ['read', 'collect', 'issue'],
  controller: ['read', 'collect', 'edit', 'import', 'issue'],
  manager: ['read', 'collect', 'edit', 'import', 'issue', 'approve', 'configure', 'audit'],
  administrator: permissions,
}
export const defaultRoles = roleKeys.map((key) => ({ key, permissions: allowed[key] }))

/** In the contract's order, each once; every role reads, for a screen that shows nothing is of no use to anybody. */
export const orderedPermissions = (wanted: readonly Permission[]): Permission[] =>
  permissions.filter((permission) => permission === 'read' || wanted.includes(permission))

/** Minutes after which a window locks itself, in a book that has just got people. */
export const DEFAULT_LOCK = 15

const FREE_TRIES = 3
const FIRST_WAIT = 5
const LONGEST_WAIT = 15 * 60

/** Seconds to wait after so many wrong passwords in a row: nothing for a slip, then double each time, a quarter of an hour at most. */
export const waitAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - FREE_TRIES))

export type Tries = { failures: number; failedAt: string | null }

/** Seconds left to wait at an instant. A clock set back does not lock anybody out for years. */
export const waitLeft = ({ failures, failedAt }: Tries, now: string): number => {
  if (failedAt === null || now < failedAt) return 0
  const passed = (Date.parse(now) - Date.parse(failedAt)) / 1000
  return Math.max(0, Math.ceil(waitAfter(failures) - passed))
}

/** Whether so many minutes went by without a call. */
export const isIdle = (lastCall: string, now: string, minutes: number | null): boolean =>
  minutes !== null && Date.parse(now) - Date.parse(lastCall) >= minutes * 60_000

export const isWeak = (name: string, password: string): boolean =>
  password.length < LEAST_PASSWORD || fold(password) === fold(name)

type Holding = { active: boolean; permissions: readonly Permission[] }

/** Whether somebody could still let others in. */
export const hasAdministrator = (people: readonly Holding[]): boolean =>
  people.some(({ active, permissions }) => active && permissions.includes('administer'))

/** Without what is read wrong: 0 and O, 1, I and L. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const GROUP = 4

/** A password to be told to somebody: groups of four, of bytes drawn at random (those above 247 are left out: all letters are as likely). */
export const speakable = (bytes: Uint8Array, letters: number): string => {
  const drawn = [...bytes].filter((byte) => byte < 256 - (256 % LETTERS.length)).slice(0, letters)
  return drawn.map((byte, i) => `${i > 0 && i % GROUP === 0 ? '-' : ''}${LETTERS[byte % LETTERS.length]}`).join('')
}
