import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { permissions } from '../kernel/contract.ts'
import { isRight, keepPassword, strengthOf } from './people.password.ts'
import {
  defaultRoles,
  hasAdministrator,
  isIdle,
  isWeak,
  orderedPermissions,
  speakable,
  waitAfter,
  waitLeft,
} from './people.rules.ts'

const NOON = '2026-01-31T12:00:00.000Z'
const after = (seconds: number) => new Date(Date.parse(NOON) + seconds * 1000).toISOString()

test('two slips cost nothing, then the wait doubles up to a quarter of an hour', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 10, 11, 500].map(waitAfter)).toEqual([0, 0, 0, 5, 10, 20, 40, 640, 900, 900])
})

test('what is left of a wait is counted in whole seconds, and a clock set back ends it', () => {
  const tries = { failures: 4, failedAt: NOON }
  expect([0, 0.5, 9, 10, 3600].map((seconds) => waitLeft(tries, after(seconds)))).toEqual([10, 10, 1, 0, 0])
  expect(waitLeft(tries, after(-60))).toBe(0)
  expect(waitLeft({ failures: 9, failedAt: null }, NOON)).toBe(0)
})

test('a window is idle from the minute set on, never where none is set', () => {
  expect(isIdle(NOON, after(5 * 60 - 1), 5)).toBe(false)
  expect(isIdle(NOON, after(5 * 60), 5)).toBe(true)
  expect(isIdle(NOON, after(1e6), null)).toBe(false)
  expect(isIdle(NOON, after(-1e6), 5)).toBe(false)
})

test('short passwords and the name itself are weak', () => {
  expect(isWeak('Marie', '1234567')).toBe(true)
  expect(isWeak('Hélène Durand', 'helene  durand')).toBe(true)
  expect(isWeak('Marie', '12345678')).toBe(false)
})

describe('roles', () => {
  test('each allows all that the one before does, the last everything', () => {
    for (const [i, { permissions: allowed }] of defaultRoles.entries())
      expect(allowed).toEqual(expect.arrayContaining([...(defaultRoles[i - 1]?.permissions ?? ['read'])]))
    expect(defaultRoles.at(-1)?.permissions).toEqual(permissions)
  })

  test('permissions stand in order, each once, and looking is always among them', () => {
    expect(orderedPermissions(['issue', 'collect', 'issue'])).toEqual(['read', 'collect', 'issue'])
    expect(orderedPermissions([])).toEqual(['read'])
  })

  test('somebody who is deactivated administers nothing', () => {
    expect(hasAdministrator([{ active: false, permissions: ['administer'] }])).toBe(false)
    expect(hasAdministrator([{ active: true, permissions: ['configure'] }])).toBe(false)
    expect(hasAdministrator([{ active: true, permissions: ['administer'] }])).toBe(true)
  })
})

test('a password to be told has groups of four letters that cannot be misread', () => {
  for (let i = 0; i < 100; i += 1)
    expect(speakable(randomBytes(64), 12)).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/)
  // No letter is likelier: the bytes that would make it so are left out.
  expect(speakable(new Uint8Array([255, 250, 248, 0, 31, 247]), 12)).toBe('AA9')
})

describe('passwords', () => {
  test('one is right under its own salt and parameters, and no other is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (password, other) => {
        const kept = await keepPassword('test', password)
        expect(await isRight('test', kept, password)).toBe(true)
        expect(await isRight('test', kept, other)).toBe(password.normalize('NFC') === other.normalize('NFC'))
        expect(await isRight('test', undefined, password)).toBe(false)
      }),
      { numRuns: 30 },
    )
  })

  test('the same one is kept differently each time', async () => {
    const [first, second] = [await keepPassword('test', 'secret'), await keepPassword('test', 'secret')]
    expect(first.verifier).not.toBe(second.verifier)
    expect(first.salt).not.toEqual(second.salt)
  })

  test('outside tests it takes the work that OWASP asks for', async () => {
    for (const program of ['desktop', 'web', 'cli'] as const)
      expect(strengthOf(program)).toEqual({ cost: 32768, block_size: 8, parallel: 3 })
    const kept = await keepPassword('cli', 'secret')
    expect(kept.salt).toHaveLength(16)
    expect(await isRight('cli', kept, 'secret')).toBe(true)
  })
})
