import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageError } from './failure.ts'

/** Where a secret comes from: a file, then a variable, then a question at the terminal; null where there is none. */
export type Source = { file: string | undefined; option: string; variable: string; question: string }

export const readSecret = async ({ file, option, variable, question }: Source): Promise<string | null> => {
  if (file !== undefined) return fromFile(file, option)
  const given = process.env[variable]
  if (given !== undefined) return given
  return process.stdin.isTTY ? ask(question) : null
}

/** The first line: editors end it with a line feed. */
const fromFile = (file: string, option: string): string => {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? ''
  } catch {
    throw new UsageError(`${option}: ${file} cannot be read`)
  }
}

/** What is typed is not shown. */
const ask = (question: string): Promise<string> =>
  new Promise((resolve) => {
    process.stderr.write(question)
    const silent = new Writable({ write: (_part, _encoding, done) => done() })
    const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
    lines.question('', (answer) => {
      lines.close()
      process.stderr.write('\n')
      resolve(answer)
    })
    lines.once('SIGINT', () => process.exit(130))
  })
