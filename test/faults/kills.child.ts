import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createProgram } from '../../src/main/core/core.ts'
import { clientOn, testPorts } from '../support/book.ts'
import { TODAY } from './real-book.ts'
import { type WorkName, works } from './works.ts'

// `kills.child.ts`: the program in a process of its own. It says `ready`, reads what it has to do and where from one
// line of JSON, and then says what it has done, until it is killed.

const say = (what: string): void => {
  // At once: what has been said is in the pipe when the process is killed.
  writeSync(1, `${what}\n`)
}

say('ready')
createInterface({ input: process.stdin }).once('line', async (line) => {
  const { work, path, dataFolder } = JSON.parse(line) as { work: WorkName; path: string; dataFolder: string }
  const program = createProgram(testPorts(dataFolder, 'cli'))
  say('begun')
  await works[work].run(clientOn(program, TODAY), path, say)
  await program.close()
  say('closed')
  process.exit(0)
})
