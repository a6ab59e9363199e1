import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDesk, createRunner } from '../../src/main/core/book/book.runner.ts'
import { Session } from '../../src/main/core/book/book.session.ts'
import { connect } from '../../src/main/core/db/connection.ts'
import type { CallMeta } from '../../src/main/core/kernel/contract.ts'
import { Desk } from '../../src/main/core/people/people.service.ts'
import { openTestBook, openTestProgram, refusal, refusalOf, type TestBook, testPorts } from '../support/book.ts'
import { customerFields, importItems, invoice } from '../support/ledger.ts'
import { PASSWORD, signedIn, turnOn } from '../support/people.ts'

const TODAY = '2026-01-31'
const OTHER = 'un autre mot de passe'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const callsOf = async (client: TestBook['client']) =>
  (await client.audit.list({})).entries.map(({ call, user }) => `${user} ${call}`)

describe('a book of one person', () => {
  test('asks nobody for a name, and everything is allowed', async () => {
    expect(await book.client.people.state({})).toEqual({
      on: false,
      me: null,
      locked: false,
      lockAfter: null,
      account: 'test',
    })
    await book.client.customers.create(customerFields('C001'))
    expect(await callsOf(book.client)).toContain('test customers.create')
    expect(await refusalOf(book.client.people.signIn({ name: 'test', password: PASSWORD }))).toBe('people.off')
    expect(await book.client.people.names({})).toEqual({ names: [] })
  })

  test('gets people with its first administrator, who is signed in at once', async () => {
    const marie = await turnOn(book, 'Marie Dupont')
    expect(await marie.people.state({})).toMatchObject({
      on: true,
      me: { name: 'Marie Dupont', role: { key: 'administrator', name: '' } },
      locked: false,
      lockAfter: 15,
    })
    await marie.customers.create(customerFields('C001'))
    expect((await callsOf(marie)).slice(0, 2)).toEqual(['Marie Dupont customers.create', 'Marie Dupont people.turnOn'])
    expect(await refusalOf(marie.people.turnOn({ name: 'Paul', password: PASSWORD }))).toBe('people.on')
  })

  test('every other window has to sign in from then on, and sees nothing of the book until then', async () => {
    await turnOn(book, 'Marie Dupont')
    expect(await refusalOf(book.client.customers.list({}))).toBe('people.sign-in-needed')
    expect(await book.client.book.current({})).toMatchObject({ book: { company: 'Atelier Martin' } })
    expect(await book.client.people.state({})).toMatchObject({ on: true, me: null })
  })

  test('is one person’s again when the administrator, alone, wishes so', async () => {
    const marie = await turnOn(book, 'Marie')
    const paul = await signedIn(book, marie, 'Paul', 'reader')
    expect(await refusalOf(paul.people.turnOff({ password: PASSWORD }))).toBe('people.not-allowed')
    expect(await refusalOf(marie.people.turnOff({ password: PASSWORD }))).toBe('people.not-alone')
    const { people } = await marie.people.list({})
    await marie.people.remove({ id: people.find(({ name }) => name === 'Paul')?.id ?? '' })
    expect(await refusalOf(marie.people.turnOff({ password: OTHER }))).toBe('people.wrong-password')
    await marie.people.turnOff({ password: PASSWORD })
    expect(await book.client.people.state({})).toMatchObject({ on: false, me: null })
    await book.client.customers.create(customerFields('C001'))
  })
})

describe('signing in', () => {
  test('takes the password, whatever the case and accents of the name', async () => {
    await turnOn(book, 'Hélène')
    await book.client.people.signIn({ name: 'helene', password: PASSWORD })
    expect(await book.client.people.state({})).toMatchObject({ me: { name: 'Hélène' } })
    await book.client.people.signOut({})
    expect(await refusalOf(book.client.customers.list({}))).toBe('people.sign-in-needed')
  })

  test('a wrong password, a name that nobody has and an empty one are told alike', async () => {
    await turnOn(book, 'Marie')
    for (const [name, password] of [
      ['Marie', OTHER],
      ['Paul', PASSWORD],
      ['Marie', ''],
    ] as const)
      expect(await refusal(book.client.people.signIn({ name, password }))).toEqual({
        code: 'people.wrong-password',
        details: { waitSeconds: 0 },
      })
  })

  test('each wrong password in a row makes the next try wait longer; the wait outlives the book’s closing', async () => {
    await turnOn(book, 'Marie')
    const tryAt = (hour: string, password = OTHER) =>
      refusal(book.as('window', hour).people.signIn({ name: 'Marie', password }))
    const waits = [await tryAt('12:00:00'), await tryAt('12:00:00'), await tryAt('12:00:00')]
    expect(waits.map((told) => told?.details.waitSeconds)).toEqual([0, 0, 5])
    expect(await tryAt('12:00:04', PASSWORD)).toEqual({ code: 'people.wait', details: { waitSeconds: 1 } })
    expect(await tryAt('12:00:05')).toEqual({ code: 'people.wrong-password', details: { waitSeconds: 10 } })
    // Another program, which saw none of it.
    await book.client.book.close({})
    const other = openTestProgram(TODAY)
    await other.client.book.open({ path: book.path })
    const there = (hour: string) => other.as('window', hour).people.signIn({ name: 'Marie', password: PASSWORD })
    expect(await refusal(there('12:00:10'))).toEqual({ code: 'people.wait', details: { waitSeconds: 5 } })
    await there('12:00:15')
    expect(await refusalOf(there('12:00:15'))).toBe('none')
    await other.close()
    await book.client.book.open({ path: book.path })
  })

  test('many tries at once wait as well', async () => {
    await turnOn(book, 'Marie')
    const tries = await Promise.all(
      Array.from({ length: 10 }, () => refusalOf(book.client.people.signIn({ name: 'Marie', password: OTHER }))),
    )
    expect(tries.filter((code) => code === 'people.wrong-password')).toHaveLength(3)
    expect(tries.filter((code) => code === 'people.wait')).toHaveLength(7)
  })

  test('the audit knows who signed in, what was refused and when a window was locked, and no password', async () => {
    const marie = await turnOn(book, 'Marie')
    await refusalOf(book.client.people.signIn({ name: 'Marie', password: OTHER }))
    await book.client.people.signIn({ name: 'Marie', password: PASSWORD })
    await book.as('test', '12:14:59').people.lock({ idle: true })
    await marie.people.changePassword({ current: PASSWORD, next: OTHER })
    expect((await callsOf(marie)).slice(0, 5)).toEqual([
      'Marie people.changePassword',
      'Marie people.lock',
      'Marie people.signIn',
      'test people.refused',
      'Marie people.turnOn',
    ])
    book.outside((sqlite) => {
      const kept = JSON.stringify([
        sqlite.prepare('SELECT input FROM audit_entry').all(),
        sqlite.prepare('SELECT before, after FROM audit_change').all(),
      ])
      expect(kept).toContain('***')
      expect(kept).not.toContain(PASSWORD)
      expect(kept).not.toContain(OTHER)
      // Without the salt, the verifiers that the audit keeps cannot be tried against words.
      const { salt, verifier } = sqlite.prepare('SELECT hex(salt) AS salt, verifier FROM person').get() as {
        salt: string
        verifier: string
      }
      expect(kept).toContain(verifier)
      expect(kept.toUpperCase()).not.toContain(salt)
    })
  })

  test('closing the book ends what was signed in, opening another does too', async () => {
    const marie = await turnOn(book, 'Marie')
    await marie.book.close({})
    expect(await marie.people.state({})).toMatchObject({ on: false, me: null })
    await marie.book.open({ path: book.path })
    expect(await refusalOf(marie.customers.list({}))).toBe('people.sign-in-needed')
  })

  test('a book that is held by another program is signed in to as well, and wrong passwords wait there too', async () => {
    await turnOn(book, 'Marie')
    const { client, as, close } = openTestProgram(TODAY)
    expect(await client.book.open({ path: book.path })).toMatchObject({ readOnly: true })
    expect(await refusalOf(client.customers.list({}))).toBe('people.sign-in-needed')
    for (let i = 0; i < 3; i += 1) await refusalOf(client.people.signIn({ name: 'Marie', password: OTHER }))
    expect(await refusalOf(client.people.signIn({ name: 'Marie', password: PASSWORD }))).toBe('people.wait')
    const later = as('test', '12:01:00')
    await later.people.signIn({ name: 'Marie', password: PASSWORD })
    expect(await refusalOf(later.customers.list({}))).toBe('none')
    await close()
  })
})

describe('a window left alone', () => {
  test('is locked by its person, and opened by their password with what they had before', async () => {
    const marie = await turnOn(book, 'Marie')
    await marie.people.lock({})
    expect(await refusal(marie.customers.list({}))).toEqual({ code: 'people.locked', details: { name: 'Marie' } })
    expect(await marie.people.state({})).toMatchObject({ locked: true, me: { name: 'Marie' } })
    await marie.people.signIn({ name: 'Marie', password: PASSWORD })
    expect(await refusalOf(marie.customers.list({}))).toBe('none')
  })

  test('locks itself in the core after the minutes set, counted from its last call', async () => {
    const marie = await turnOn(book, 'Marie')
    await marie.people.saveSettings({ lockAfter: 5 })
    const at = (hour: string) => book.as('Marie', hour)
    expect(await refusalOf(at('12:04:59').customers.list({}))).toBe('none')
    expect(await refusalOf(at('12:09:00').customers.list({}))).toBe('none')
    // Working without a call counts; asking for the state of the window does not.
    await at('12:13:00').people.active({})
    await at('12:17:00').people.state({})
    expect(await refusalOf(at('12:18:00').customers.list({}))).toBe('people.locked')
    // A call that comes later does not open it, nor does a clock set back.
    await at('12:18:00').people.active({})
    expect(await refusalOf(at('11:00:00').customers.list({}))).toBe('people.locked')
  })

  test('that nobody touches does not lock another of the same browser, where somebody works', async () => {
    await turnOn(book, 'Marie')
    const at = (hour: string) => book.as('Marie', hour)
    await at('12:10:00').people.active({})
    await at('12:15:00').people.lock({ idle: true })
    expect(await at('12:15:00').people.state({})).toMatchObject({ locked: false })
    await at('12:24:45').people.lock({ idle: true })
    expect(await at('12:24:45').people.state({})).toMatchObject({ locked: true })
  })

  test('never locks where that is set so', async () => {
    const marie = await turnOn(book, 'Marie')
    await marie.people.saveSettings({ lockAfter: null })
    expect(await refusalOf(book.as('Marie', '23:59:00').customers.list({}))).toBe('none')
  })

  test('one window’s lock leaves the others alone', async () => {
    const marie = await turnOn(book, 'Marie')
    const paul = await signedIn(book, marie, 'Paul', 'collector')
    await marie.people.lock({})
    expect(await refusalOf(paul.customers.list({}))).toBe('none')
  })
})

test('four eyes and ceilings go by who is signed in: one proposes to write off, another, named in the policy, decides', async () => {
  const marie = await turnOn(book, 'Marie')
  const paul = await signedIn(book, marie, 'Paul', 'collector')
  const claire = await signedIn(book, marie, 'Claire', 'manager')
  const { content } = await marie.policy.get({})
  const losses = { authority: [{ person: 'Claire', ceiling: 100_000 }], aloneUpTo: 0 }
  await marie.policy.save({ content: { ...content, losses } })
  await importItems(marie, [invoice('F1', { amount: '900.00', due: '2026-01-10', issued: '2025-12-10' })])
  const [item] = (await paul.receivables.items({})).items
  if (!item) throw new Error('F1 is not there')
  const proposal = { reason: 'insolvent-liquidation' as const, taxRate: '20' }
  const propose = (client: typeof paul) =>
    client.writeoffs.propose({ customerId: item.customerId, items: [{ itemId: item.id }], ...proposal })
  const { id, proposedBy } = await propose(paul)
  expect(proposedBy).toBe('Paul')
  expect(await refusalOf(paul.writeoffs.approve({ id }))).toBe('people.not-allowed')
  // The administrator’s role allows it, the policy does not.
  expect(await refusalOf(marie.writeoffs.approve({ id }))).toBe('write-off.above-authority')
  expect(await claire.writeoffs.approve({ id })).toMatchObject({ state: 'booked', answeredBy: 'Claire' })
})

test('a call that one book let pass does not end in another that was opened meanwhile', async () => {
  const other = await openTestBook({ today: TODAY })
  await turnOn(other, 'Paul')
  await other.client.book.close({})

  const ports = testPorts(book.folder)
  const session = new Session(ports)
  const runner = createRunner(session, createDesk(session))
  const meta: CallMeta = { kind: 'query', permission: 'read', about: '' }
  const context = { today: TODAY, now: `${TODAY}T12:00:00.000Z`, user: 'test', session: 'test' }
  await session.open(book.path, context.now)
  const admitted = await runner.admit(meta, context)
  await session.open(other.path, context.now)
  const call = runner.call(meta, 'a.call', { ...admitted, ports, signal: undefined }, {}, () => 'what Paul keeps')
  await expect(call).rejects.toMatchObject({ code: 'cancelled' })
  await expect(runner.admit(meta, context)).rejects.toMatchObject({ code: 'people.sign-in-needed' })
  await session.close(context.now)
  await other.close()
})

test('a book of which nobody can tell whether it has people answers nothing but what is open', async () => {
  const desk = new Desk({
    open: () => ({ path: book.path, reader: brokenReader(), writer: null }),
    record: () => Promise.reject(new Error('nothing is written')),
  })
  const context = { today: TODAY, now: `${TODAY}T12:00:00.000Z`, user: 'test', session: 'test' }
  await expect(desk.admit({ kind: 'query', permission: 'read', about: '' }, context)).rejects.toThrow('no such table')
  expect(await desk.admit({ kind: 'host', permission: 'open', about: '' }, context)).toEqual(context)
})

/** A file in which the people are lost. */
const brokenReader = () => connect(new Sqlite(':memory:'))
