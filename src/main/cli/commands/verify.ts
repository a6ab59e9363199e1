import type { Command } from 'commander'
import type { Check } from '../../core/integrity/integrity.contract.ts'
import { answers, declare } from '../command.ts'
import { failureOf } from '../failure.ts'
import { type Client, type Common, say, withBook } from '../session.ts'

/** Checks as the JSON of cli.md has them. */
export const checksOf = (checks: readonly Check[]) =>
  checks.map(({ name, ok, places, found }) => ({ name, ok, detail: ok ? '' : `${found}: ${places.join('; ')}` }))

export const checksText = (checks: readonly Check[]): string =>
  checks
    .flatMap(({ name, ok, places, found }) => [
      `${name.padEnd(14)} ${ok ? 'ok' : `wrong: ${found}`}`,
      ...places.map((place) => `  ${place}`),
    ])
    .join('\n')

export const verifyCommand = (program: Command): void => {
  const command = declare(
    program,
    'verify',
    'check a book whole: pages, keys, amounts, documents, audit, and what other programs wrote',
  ).argument('<book>')
  answers(command, async (book: string, options: Common) => {
    const verify = (client: Client) => client.integrity.verify({})
    const { ok, checks } = await withBook(options, book, verify).catch((error) => {
      if (failureOf(error)?.code !== 'book.damaged') throw error
      say('The book is damaged; what follows is what can be read of it.')
      return withBook(options, book, verify, { damaged: true })
    })
    // A book that is not whole is an answer, and a script must notice it.
    if (!ok) process.exitCode = 1
    return { json: { ok, checks: checksOf(checks) }, text: checksText(checks) }
  })
}
