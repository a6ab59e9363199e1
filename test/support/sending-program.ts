import { spawn } from 'node:child_process'
import { createProgram } from '../../src/main/core/core.ts'
import { clientOn, testPorts } from './book.ts'
import { finish } from './ledger.ts'

/** The program in a process of its own, sending what the outbox of a book holds; it may be killed at any moment. */
export const sendElsewhere = (book: string, dataFolder: string, today: string) => {
  const child = spawn(process.execPath, [import.meta.filename, book, dataFolder, today], { stdio: 'inherit' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    /** Fails when the program ends by itself before that. */
    until: (told: Promise<void>) =>
      Promise.race([told, ended.then(() => Promise.reject(new Error('the second program ended before it was told')))]),
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

if (process.argv[1] === import.meta.filename) {
  const [, , book = '', dataFolder = '', today = ''] = process.argv
  const program = createProgram(testPorts(dataFolder))
  const client = clientOn(program, today)
  await client.book.open({ path: book })
  await finish(client.mail.send({}))
  await program.close()
}
