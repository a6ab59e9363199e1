import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { startCore } from '../../src/main/worker/thread.ts'
import { type Client, testPorts } from '../support/book.ts'
import { BENCH_DAY, openBenchBook } from './books.ts'
import { type Bench, median, millisecondsOf, withFolder } from './harness.ts'

const worker = resolve(import.meta.dirname, '../../out/main/worker.js')
const CALLS = 2000
const ROWS = 1000

const ECHO = `const { parentPort } = require('node:worker_threads'); parentPort.on('message', (message) => parentPort.postMessage(message))`

const bench: Bench = async () => {
  const work = 'call from the host’s thread to the core’s and back'
  if (!existsSync(worker)) return [{ work, skipped: 'the program is not built (npm run build)' }]
  const book = await openBenchBook(ROWS * 10, ROWS)
  await book.client.book.close({})
  const figures = await withFolder(async (folder) => {
    const core = startCore(pathToFileURL(worker), testPorts(folder), (error) => {
      throw error
    })
    const { port1, port2 } = new MessageChannel()
    core.connect(port2)
    port1.start()
    const client: Client = createORPCClient(new RPCLink({ port: port1 }))
    await client.book.open({ path: book.path })
    const call = await medianOf(() => client.book.current({}))
    const rows = await medianOf(() => client.receivables.items({ asOf: BENCH_DAY, limit: ROWS }))
    const direct = await directly(book, () => book.client.receivables.items({ asOf: BENCH_DAY, limit: ROWS }))
    port1.close()
    await core.close()
    return { call, rows, direct }
  })
  const echo = await echoed()
  await book.close()
  return [
    {
      work,
      value: figures.call,
      unit: 'ms',
      bare: { what: 'for a bare message there and back', value: echo },
      aim: '',
    },
    {
      work: `${ROWS.toLocaleString('en')} items from the core’s thread`,
      value: figures.rows,
      unit: 'ms',
      bare: { what: 'for the same call on the calling thread', value: figures.direct },
      aim: '',
    },
  ]
}

const medianOf = async (call: () => Promise<unknown>, calls = CALLS / 20): Promise<number> => {
  const times: number[] = []
  for (let n = 0; n < calls; n += 1) times.push(await millisecondsOf(call))
  return median(times)
}

const directly = async (
  book: Awaited<ReturnType<typeof openBenchBook>>,
  call: () => Promise<unknown>,
): Promise<number> => {
  await book.client.book.open({ path: book.path })
  const time = await medianOf(call)
  await book.client.book.close({})
  return time
}

const echoed = async (): Promise<number> => {
  const thread = new Worker(ECHO, { eval: true })
  const time = await medianOf(
    () =>
      new Promise((resolve) => {
        thread.once('message', resolve)
        thread.postMessage({ path: 'book.current', input: {} })
      }),
    CALLS,
  )
  await thread.terminate()
  return time
}

export default bench
