import type { Command } from 'commander'
import { answers, declare } from '../command.ts'
import { type Common, withBook } from '../session.ts'

export const verifyCommand = (program: Command): void => {
  const command = declare(
    program,
    'verify',
    'check a book whole: pages, keys, amounts, documents, audit, and what other programs wrote',
  ).argument('<book>')
  answers(command, async (book: string, options: Common) => {
    const { ok, checks } = await withBook(options, book, (client) => client.integrity.verify({}))
    // A book that is not whole is an answer, and a script must notice it.
    if (!ok) process.exitCode = 1
    const rows = checks.map(({ name, ok: whole, places, found }) => ({
      name,
      ok: whole,
      detail: whole ? '' : `${found}: ${places.join('; ')}`,
    }))
    return {
      json: { ok, checks: rows },
      text: checks
        .flatMap(({ name, ok: whole, places, found }) => [
          `${name.padEnd(14)} ${whole ? 'ok' : `wrong: ${found}`}`,
          ...places.map((place) => `  ${place}`),
        ])
        .join('\n'),
    }
  })
}
