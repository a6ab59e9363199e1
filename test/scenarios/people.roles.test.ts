import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'
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

describe('passwords', () => {
  test('one given by an administrator works once, for choosing one’s own', async () => {
    const marie = await turnOn(book, 'Marie')
    const { roles } = await marie.people.roles({})
    const roleId = roles.find(({ key }) => key === 'collector')?.id ?? ''
    const { id, password } = await marie.people.add({ name: 'Paul', roleId })
    expect(password).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/)
    const paul = book.as('Paul')
    const enter = (newPassword?: string, given = password) =>
      refusalOf(paul.people.signIn({ name: 'Paul', password: given, ...(newPassword && { newPassword }) }))
    expect(await enter()).toBe('people.new-password-needed')
    expect(await enter('court')).toBe('people.password-weak')
    expect(await enter(password)).toBe('people.password-same')
    expect(await enter(OTHER)).toBe('none')
    expect(await enter(PASSWORD)).toBe('people.wrong-password')
    expect(await enter(undefined, OTHER)).toBe('none')

    const again = await marie.people.resetPassword({ id })
    // Wherever Paul sat, he signs in again.
    expect(await refusalOf(paul.customers.list({}))).toBe('people.sign-in-needed')
    expect(await enter(undefined, OTHER)).toBe('people.wrong-password')
    expect(await enter(OTHER, again.password)).toBe('none')
    expect((await marie.people.list({})).people.map(({ name, mustChange }) => [name, mustChange])).toEqual([
      ['Marie', false],
      ['Paul', false],
    ])
  })

  test('one’s own is changed with the one of before, and other windows sign in again', async () => {
    const marie = await turnOn(book, 'Marie')
    const elsewhere = book.as('elsewhere')
    await elsewhere.people.signIn({ name: 'Marie', password: PASSWORD })
    const change = (current: string, next: string) => refusalOf(marie.people.changePassword({ current, next }))
    expect(await change(OTHER, 'encore un autre')).toBe('people.wrong-password')
    expect(await change(PASSWORD, 'marie')).toBe('people.password-weak')
    expect(await change(PASSWORD, PASSWORD)).toBe('people.password-same')
    expect(await change(PASSWORD, OTHER)).toBe('none')
    expect(await refusalOf(marie.customers.list({}))).toBe('none')
    expect(await refusalOf(elsewhere.customers.list({}))).toBe('people.sign-in-needed')
    expect(await refusalOf(elsewhere.people.signIn({ name: 'Marie', password: PASSWORD }))).toBe(
      'people.wrong-password',
    )
  })

  test('a password too short, or the name itself, is not taken to begin with', async () => {
    for (const password of ['1234567', 'atelier martin', 'ATELIER MARTIN'])
      expect(await refusal(book.client.people.turnOn({ name: 'Atelier Martin', password }))).toEqual({
        code: 'people.password-weak',
        details: { least: 8 },
      })
    expect(await book.client.people.state({})).toMatchObject({ on: false })
  })
})

describe('people and roles', () => {
  test('a person has one name in the book, and acts under it', async () => {
    const marie = await turnOn(book, 'Marie')
    const paul = await signedIn(book, marie, 'Paul', 'controller')
    const { roles } = await marie.people.roles({})
    expect(await refusalOf(marie.people.add({ name: 'PAUL', roleId: roles[0]?.id ?? '' }))).toBe('people.name-used')
    expect(await refusalOf(marie.people.add({ name: 'Zoé', roleId: crypto.randomUUID() }))).toBe('not-found')
    await paul.customers.create(customerFields('C001'))
    expect(await callsOf(marie)).toContain('Paul customers.create')
    expect(await paul.people.names({})).toEqual({ names: ['Marie', 'Paul'] })
  })

  test('whoever is deactivated is out at once, and may come back', async () => {
    const marie = await turnOn(book, 'Marie')
    const paul = await signedIn(book, marie, 'Paul', 'reader')
    const person = (await marie.people.list({})).people.find(({ name }) => name === 'Paul')
    if (!person) throw new Error('Paul is not there')
    const set = (active: boolean) => marie.people.update({ id: person.id, roleId: person.role.id, active })
    await set(false)
    expect(await refusalOf(paul.customers.list({}))).toBe('people.sign-in-needed')
    expect(await refusalOf(paul.people.signIn({ name: 'Paul', password: PASSWORD }))).toBe('people.inactive')
    expect(await refusalOf(paul.people.signIn({ name: 'Paul', password: OTHER }))).toBe('people.wrong-password')
    await set(true)
    await paul.people.signIn({ name: 'Paul', password: PASSWORD })
    expect(await refusalOf(paul.customers.list({}))).toBe('none')
  })

  test('a role is changed, and counts from the next call on', async () => {
    const marie = await turnOn(book, 'Marie')
    const paul = await signedIn(book, marie, 'Paul', 'reader')
    expect(await refusal(paul.customers.create(customerFields('C001')))).toEqual({
      code: 'people.not-allowed',
      details: { permission: 'edit' },
    })
    const reader = (await marie.people.roles({})).roles.find(({ key }) => key === 'reader')
    await marie.people.saveRole({ id: reader?.id, name: 'Assistant', permissions: ['edit'] })
    await paul.customers.create(customerFields('C001'))
    const changed = (await marie.people.roles({})).roles.find(({ key }) => key === 'reader')
    expect(changed).toMatchObject({ name: 'Assistant', permissions: ['read', 'edit'], people: 1 })
  })

  test('a role of one’s own needs a name that no other has, and goes when nobody has it', async () => {
    const marie = await turnOn(book, 'Marie')
    const permissions = ['collect'] as const
    expect(await refusalOf(marie.people.saveRole({ name: '', permissions: [...permissions] }))).toBe(
      'people.role-unnamed',
    )
    const { id } = await marie.people.saveRole({ name: 'Stagiaire', permissions: [...permissions] })
    expect(await refusalOf(marie.people.saveRole({ name: 'stagiaire', permissions: [] }))).toBe('people.role-name-used')
    const { id: personId } = await marie.people.add({ name: 'Zoé', roleId: id })
    expect(await refusal(marie.people.removeRole({ id }))).toEqual({
      code: 'people.role-in-use',
      details: { people: 1 },
    })
    await marie.people.remove({ id: personId })
    await marie.people.removeRole({ id })
    expect((await marie.people.roles({})).roles.map(({ key }) => key)).toEqual([
      'reader',
      'collector',
      'controller',
      'manager',
      'administrator',
    ])
  })

  test('the last administrator cannot go, be deactivated, or lose the right: nothing of it stays', async () => {
    const marie = await turnOn(book, 'Marie')
    await signedIn(book, marie, 'Paul', 'manager')
    const { people } = await marie.people.list({})
    const { roles } = await marie.people.roles({})
    const [id, reader, administrator] = [
      people.find(({ name }) => name === 'Marie')?.id ?? '',
      roles.find(({ key }) => key === 'reader')?.id ?? '',
      roles.find(({ key }) => key === 'administrator')?.id ?? '',
    ]
    for (const attempt of [
      marie.people.remove({ id }),
      marie.people.update({ id, roleId: administrator, active: false }),
      marie.people.update({ id, roleId: reader, active: true }),
      marie.people.saveRole({ id: administrator, name: '', permissions: ['configure'] }),
    ])
      expect(await refusalOf(attempt)).toBe('people.last-administrator')
    expect(await marie.people.list({})).toEqual({ people })
    const paul = people.find(({ name }) => name === 'Paul')
    await marie.people.update({ id: paul?.id ?? '', roleId: administrator, active: true })
    await marie.people.remove({ id })
    expect(await refusalOf(marie.customers.list({}))).toBe('people.sign-in-needed')
  })
})
