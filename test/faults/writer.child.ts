import { setTimeout } from 'node:timers/promises'
import { createProgram } from '../../src/main/core/core.ts'
import { clientOn, refusal, testPorts } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'
import { TODAY } from './real-book.ts'

// `writer.child.ts <book> <data folder> <name> <commands>`: a program that writes into a book, command after command.

export type Written = {
  opened: string
  readOnly: boolean
  confirmed: string[]
  /** By code, how many commands were refused. */
  refused: Record<string, number>
  failed: string[]
  /** Where what the book held was saved when its file was taken away. */
  saved: string[]
}

const write = async ([path = '', dataFolder = '', name = '', commands = '']: string[]): Promise<Written> => {
  const ports = testPorts(dataFolder, 'desktop')
  const program = createProgram(ports)
  const client = clientOn(program, TODAY)
  const written: Written = { opened: '', readOnly: false, confirmed: [], refused: {}, failed: [], saved: [] }
  const opened = await refusal(client.book.open({ path }))
  written.opened = opened?.code ?? 'none'
  written.readOnly = (await client.book.current({})).book?.readOnly ?? true
  for (let n = 0; n < Number(commands) && !opened; n += 1) {
    const code = `${name}${n}`
    try {
      const refused = await refusal(client.customers.create(customerFields(code)))
      if (refused) written.refused[refused.code] = (written.refused[refused.code] ?? 0) + 1
      else written.confirmed.push(code)
    } catch (error) {
      written.failed.push(String((error as Error).cause ?? error))
    }
    await setTimeout(5)
  }
  await program.close()
  const after = createProgram(ports)
  const { failures } = await clientOn(after, TODAY).backups.state({})
  written.saved = failures.map(({ details }) => details.saved).filter((saved) => typeof saved === 'string')
  return written
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await write(process.argv.slice(2))))
