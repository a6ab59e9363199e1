import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../core/contract.ts'
import type { Ports, Program } from '../core/core.ts'
import { isDay } from '../core/kernel/day.ts'
import { Refusal } from '../core/kernel/errors.ts'
import { callContext, TODAY_HEADER } from '../worker/calls.ts'
import { localPorts } from '../worker/ports.ts'

export type Client = ContractRouterClient<Contract>

/** Options that every command has. */
export type Common = { json?: boolean; today?: string; user?: string; passwordFile?: string; passphraseFile?: string }

/** Where the program stands: src/main/cli or out/main. */
const rootAbove = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder))

export const root = rootAbove(import.meta.dirname)

export const portsOf = (program: Ports['program'], { user }: Common): Ports => {
  const ports = localPorts(program, { root })
  return user ? { ...ports, userName: user } : ports
}

/** The program is loaded when a command needs it: a word that is off is answered without. */
export const startProgram = async (ports: Ports): Promise<Program> =>
  (await import('../core/core.ts')).createProgram(ports)

/** Gives a command the program and its calls, and closes the book whatever happens. */
export const withProgram = async <T>(
  options: Common,
  work: (client: Client, program: Program) => Promise<T>,
): Promise<T> => {
  const { today } = options
  if (today !== undefined && !isDay(today))
    throw new Refusal('input.invalid', `--today: ${today} is not a day (YYYY-MM-DD)`, { field: 'today', value: today })
  const ports = portsOf('cli', options)
  const program = await startProgram(ports)
  const context = callContext({ [TODAY_HEADER]: today }, ports.userName, 'cli')
  const { createRouterClient } = await import('@orpc/server')
  try {
    return await work(createRouterClient(program.router, { context }) as Client, program)
  } finally {
    await program.close()
  }
}

/**
 * The same with a book open; says so when another program holds it, for then it can only be read. A damaged one is opened
 * as far as it can be read where the command asks for it.
 */
export const withBook = <T>(
  options: Common,
  book: string,
  work: (client: Client) => Promise<T>,
  { damaged = false } = {},
): Promise<T> =>
  withProgram(options, async (client) => {
    const path = resolve(book)
    const { readOnly, heldBy, migratedFrom } = await withPassphrase(options, path, (passphrase) =>
      client.book.open({ path, damaged, passphrase }),
    )
    if (readOnly) say(heldBy?.user ? `Read-only: ${heldBy.user} has the book open on ${heldBy.host}.` : 'Read-only.')
    if (migratedFrom) say(`The book was brought up to date; a copy of it as it was: ${migratedFrom}`)
    await signIn(client, options)
    return work(client)
  })

/** Reads a file that may be encrypted: the passphrase is asked for when it turns out to be. */
export const withPassphrase = async <T>(
  { passphraseFile }: Common,
  path: string,
  read: (passphrase?: string) => Promise<T>,
): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'book.passphrase-needed')) throw error
    const { readSecret } = await import('./secret.ts')
    const passphrase = await readSecret({
      file: passphraseFile,
      option: '--passphrase-file',
      variable: 'ENCOURS_PASSPHRASE',
      question: `Passphrase of ${basename(path)}: `,
    })
    if (passphrase === null)
      throw new Refusal('book.passphrase-needed', `${basename(path)} is encrypted: give --passphrase-file FILE`, {
        path,
      })
    return read(passphrase)
  }
}

/** A book with people asks who is there; one without takes the name as it is given. */
const signIn = async (client: Client, { passwordFile }: Common): Promise<void> => {
  const { on, account: name } = await client.people.state({})
  if (!on) return
  const { readSecret } = await import('./secret.ts')
  const password = await readSecret({
    file: passwordFile,
    option: '--password-file',
    variable: 'ENCOURS_PASSWORD',
    question: `Password of ${name}: `,
  })
  if (password === null)
    throw new Refusal('people.sign-in-needed', 'this book has people: give --user NAME and --password-file FILE')
  await client.people.signIn({ name, password })
}

/** For people: standard output is the answer's alone. */
export const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}
