import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { createProgram } from '../../src/main/core/core.ts'
import { clientOn, refusalOf, testPorts } from './book.ts'

/**
 * The program in a process of its own, with a book open until it is told to stop: run as
 * `second-program.ts <book> <data folder> <user> [<passphrase>]`. It answers with one line of JSON.
 */
export const openElsewhere = async (
  book: string,
  dataFolder: string,
  user: 'same' | 'nobody' = 'same',
  passphrase = '',
) => {
  const child = spawn(process.execPath, [import.meta.filename, book, dataFolder, user, passphrase], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', () => reject(new Error('the second program ended before it answered')))
  })
  const end = (signal: 'SIGKILL' | null) => {
    if (signal) child.kill(signal)
    else child.stdin.end()
    return ended
  }
  return { answer: JSON.parse(line) as Answer, stop: () => end(null), kill: () => end('SIGKILL') }
}

export type Answer = { refused: string; readOnly: boolean; heldBy: unknown; customers: number; saved: string }

const answer = async (path: string, dataFolder: string, user: string, passphrase: string): Promise<Answer> => {
  // The system's nobody owns nothing; all is loaded by now, for nobody may not be able to read the checkout either.
  if (user === 'nobody') process.setuid?.(65534)
  const program = createProgram({ ...testPorts(dataFolder), userName: 'second', hostName: 'elsewhere' })
  process.stdin.on('end', () => program.close().then(() => process.exit(0))).resume()
  const client = clientOn(program, '2026-01-31')
  const refused = await refusalOf(client.book.open({ path, passphrase: passphrase || undefined }))
  if (refused !== 'none') return { refused, readOnly: false, heldBy: null, customers: 0, saved: '' }
  const { book: open } = await client.book.current({})
  const { total } = await client.customers.list({})
  const saved = await refusalOf(client.views.save({ screen: 'customers', name: 'mine', params: {} }))
  return { refused, readOnly: open?.readOnly ?? false, heldBy: open?.heldBy, customers: total, saved }
}

if (process.argv[1] === import.meta.filename) {
  const [, , book = '', dataFolder = '', user = '', passphrase = ''] = process.argv
  console.log(JSON.stringify(await answer(book, dataFolder, user, passphrase)))
}
