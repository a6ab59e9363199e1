import type { RoleKey } from '../../src/main/core/people/people.contract.ts'
import type { Client, TestBook } from './book.ts'

export const PASSWORD = 'mot de passe de test'

/** Gives a book people: the client of its administrator, whose window is named after them. */
export const turnOn = async (book: TestBook, name: string): Promise<Client> => {
  const client = book.as(name)
  await client.people.turnOn({ name, password: PASSWORD })
  return client
}

/** Adds a person and signs them in, in a window named after them. */
export const signedIn = async (book: TestBook, administrator: Client, name: string, role: RoleKey): Promise<Client> => {
  const { roles } = await administrator.people.roles({})
  const { password } = await administrator.people.add({ name, roleId: roles.find(({ key }) => key === role)?.id ?? '' })
  const client = book.as(name)
  await client.people.signIn({ name, password, newPassword: PASSWORD })
  return client
}
