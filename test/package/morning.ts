import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createProgram } from '../../src/main/core/core.ts'
import { answersOf } from '../faults/every-query.ts'
import { clientOn, testPorts } from '../support/book.ts'
import { finish } from '../support/ledger.ts'

// A morning with the demo company, in a process of its own: `morning.ts FOLDER`. Prints how many calls were answered.
const TODAY = '2026-11-22'
const folder = process.argv[2] ?? ''
const typesetterWorker = resolve(import.meta.dirname, '../../out/main/typesetter.js')
const program = createProgram({
  ...testPorts(folder),
  ...(existsSync(typesetterWorker) && { typesetterWorker }),
})
const client = clientOn(program, TODAY)

await client.book.createDemo({ path: join(folder, 'demo.encours'), language: 'fr' })
const { letters } = await client.dunning.propose({ asOf: TODAY })
await finish(client.dunning.issue({ asOf: TODAY, keys: letters.slice(0, 15).map(({ key }) => key), confirmed: true }))
const { runs } = await client.dunning.runs({})
await client.dunning.exportRun({ runId: runs[0]?.id ?? '', format: 'zip' })

const { digests, failed } = await answersOf(client)
if (failed.length > 0) throw new Error(failed.join('\n'))
await client.book.close({})
await program.close()
console.log(digests.size)
