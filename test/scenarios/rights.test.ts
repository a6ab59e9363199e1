import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allCalls } from '../../src/main/cli/calls.ts'
import { defaultRoles } from '../../src/main/core/people/people.rules.ts'
import { openTestBook, refusal, type TestBook } from '../support/book.ts'
import { signedIn, turnOn } from '../support/people.ts'

const TODAY = '2026-01-31'
const NOW = `${TODAY}T12:00:00.000Z`

let book: TestBook
/** One window for each role, named after it, with its person signed in. */
beforeAll(async () => {
  book = await openTestBook({ today: TODAY })
  const administrator = await turnOn(book, 'administrator')
  for (const { key } of defaultRoles.slice(0, -1)) await signedIn(book, administrator, key, key)
})
afterAll(() => book.close())

/** A call with an input that none takes: one that is admitted gets as far as that, and no further. */
const knock = async (slice: string, name: string, session: string): Promise<string> => {
  const context = { today: TODAY, now: NOW, user: 'test', session }
  const client = createRouterClient(book.program.router, { context }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  const told = await refusal(client[slice]?.[name]?.('nothing that a call takes') ?? Promise.resolve())
  return told?.code === 'people.not-allowed' ? `not-allowed ${told.details.permission}` : (told?.code ?? 'answered')
}

const expected = (permission: string, allowed: readonly string[]): string =>
  permission === 'open' || allowed.includes(permission) ? 'BAD_REQUEST' : `not-allowed ${permission}`

const walk = async (session: string) =>
  Object.fromEntries(
    await Promise.all(
      allCalls.map(async ({ slice, name }) => [`${slice}.${name}`, await knock(slice, name, session)] as const),
    ),
  )

const asked = (answer: (permission: string) => string) =>
  Object.fromEntries(allCalls.map(({ slice, name, meta }) => [`${slice}.${name}`, answer(meta.permission)]))

describe('every call of the program, before anything of its input is looked at', () => {
  test.each(defaultRoles)('as $key', async ({ key, permissions }) => {
    expect(await walk(key)).toEqual(asked((permission) => expected(permission, permissions)))
  })

  test('before anybody signed in, what needs no person is answered and nothing else', async () => {
    expect(await walk('a stranger')).toEqual(
      asked((permission) => (permission === 'open' ? 'BAD_REQUEST' : 'people.sign-in-needed')),
    )
  })

  test('in a window that is locked, the same', async () => {
    const reader = book.as('reader')
    await reader.people.lock({})
    expect(await walk('reader')).toEqual(
      asked((permission) => (permission === 'open' ? 'BAD_REQUEST' : 'people.locked')),
    )
  })
})

test('what is answered before anybody signed in is this and no more', () => {
  const open = allCalls.filter(({ meta }) => meta.permission === 'open').map(({ slice, name }) => `${slice}.${name}`)
  expect(open.sort()).toEqual([
    'backups.dismiss',
    'backups.preview',
    'backups.state',
    'book.close',
    'book.create',
    'book.createDemo',
    'book.current',
    'book.forget',
    'book.open',
    'book.recent',
    'book.strength',
    'people.active',
    'people.lock',
    'people.signIn',
    'people.signOut',
    'people.state',
    'preferences.get',
    'preferences.set',
  ])
})

test('the labels of what decides, sets up or watches', () => {
  const labelled = (permission: string) =>
    allCalls.filter(({ meta }) => meta.permission === permission).map(({ slice, name }) => `${slice}.${name}`)
  expect(labelled('approve')).toEqual([
    'writeoffs.approve',
    'writeoffs.refuse',
    'limits.override',
    'dunning.approve',
    'dunning.withdrawApproval',
    'reviews.decide',
    'provisions.decide',
    'provisions.clear',
    'provisions.close',
    'provisions.withdraw',
  ])
  expect(labelled('audit')).toEqual([
    'audit.list',
    'audit.entry',
    'audit.verify',
    'audit.export',
    'integrity.verify',
    'integrity.attestation',
  ])
  // Nobody writes with the right to look, but their own filters, their own password and a copy of the whole.
  const writing = allCalls.filter(
    ({ meta }) => meta.permission === 'read' && meta.kind !== 'query' && meta.kind !== 'host',
  )
  expect(writing.map(({ slice, name }) => `${slice}.${name}`)).toEqual(['views.save', 'views.remove'])
})
