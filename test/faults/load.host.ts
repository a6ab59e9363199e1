// One host of the load test with the client that sits at it, in a process of its own: node load.host.ts <kind> <folder>
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { createProgram } from '../../src/main/core/core.ts'
import { CALLS, serve } from '../../src/main/web/server.ts'
import { TODAY_HEADER } from '../../src/main/worker/calls.ts'
import { localPorts } from '../../src/main/worker/ports.ts'
import { startCore } from '../../src/main/worker/thread.ts'
import { BENCH_DAY } from '../bench/books.ts'
import type { Client } from '../support/book.ts'
import { type Desk, HOUR, hourOf, looking, reporting, writing } from './load.works.ts'

export const kinds = ['thread', 'web'] as const
export type Kind = (typeof kinds)[number]
export type Order =
  | { order: 'open'; path: string }
  | { order: 'close' }
  /** Works through the screens and reports of an hour, and its writing besides, within about so many milliseconds. */
  | { order: 'hour'; hour: number; customers: number; writes: boolean; within: number }
  | { order: 'verify' }
  | { order: 'memory' }
  | { order: 'end' }
export type Answers = {
  open: { readOnly: boolean }
  close: null
  hour: { times: [name: string, ms: number][] }
  verify: { ok: boolean; failed: string[]; ms: number }
  /** Bytes; the heap after a collection is this thread's. */
  memory: { heap: number }
  end: null
}
export type Told = { rss: number } | { answer: Answers[keyof Answers] } | { error: string }

const [, , kind, folder = ''] = process.argv
const root = resolve(import.meta.dirname, '../..')
const headers = { [TODAY_HEADER]: BENCH_DAY }

/** The desktop's core on its own thread; the window's port is this process's. */
const threadHost = async () => {
  const ports = localPorts('desktop', { root, dataFolder: folder })
  const core = startCore(pathToFileURL(join(root, 'out', 'main', 'worker.js')), ports, (error) => {
    throw error
  })
  const { port1, port2 } = new MessageChannel()
  core.connect(port2)
  port1.start()
  const client: Client = createORPCClient(new PortLink({ port: port1, headers: () => headers }))
  const close = () => {
    port1.close()
    return core.close()
  }
  return { client, close }
}

const webHost = async () => {
  const ports = localPorts('web', { root, dataFolder: folder })
  const program = createProgram(ports)
  const served = await serve({ program, user: ports.userName, staticDir: join(root, 'out', 'renderer') })
  const entered = await fetch(served.address, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { origin } = new URL(served.address)
  const client: Client = createORPCClient(
    new FetchLink({ url: `${origin}${CALLS}`, headers: () => ({ ...headers, origin, cookie }) }),
  )
  const close = async () => {
    await served.close()
    await program.close()
  }
  return { client, close }
}

/** Numbers that are the same in every run (mulberry32 by Tommy Ettinger, public domain). */
const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const HIGHEST = 1_000_000

const workHour = async (client: Client, { hour, customers, writes, within }: Order & { order: 'hour' }) => {
  const times: [string, number][] = []
  let last = (hour + 1) * HIGHEST
  const desk: Desk = {
    client,
    customers,
    random: randomFrom(hour * 2 + (writes ? 1 : 0)),
    next: () => ++last,
    timed: async (name, work) => {
      const begun = performance.now()
      const done = await work()
      times.push([name, performance.now() - begun])
      return done
    },
  }
  const begun = performance.now()
  // Spread over the hour; work that takes longer is followed by the next at once.
  const through = async (works: ReturnType<typeof hourOf>) => {
    for (const [i, work] of works.entries()) {
      const wait = begun + (within * i) / works.length - performance.now()
      if (wait > 0) await new Promise((passed) => setTimeout(passed, wait))
      await work(desk)
    }
  }
  const { random } = desk
  await Promise.all([
    through([...hourOf(looking, HOUR.looking, random), ...(writes ? [] : hourOf(reporting, HOUR.reporting, random))]),
    ...(writes ? [through(hourOf(writing, HOUR.writing, random))] : []),
  ])
  return { times }
}

const host = await (kind === 'web' ? webHost() : threadHost())
const tell = (told: Told) => process.send?.(told)

const obey = async (order: Order): Promise<Answers[keyof Answers]> => {
  const { client } = host
  switch (order.order) {
    case 'open': {
      await client.book.open({ path: order.path })
      const { book } = await client.book.current({})
      return { readOnly: book?.readOnly ?? true }
    }
    case 'close':
      await client.book.close({})
      return null
    case 'hour':
      return workHour(client, order)
    case 'verify': {
      const begun = performance.now()
      const { ok, checks } = await client.integrity.verify({})
      const failed = checks.filter((check) => !check.ok).map(({ name }) => name)
      return { ok, failed, ms: performance.now() - begun }
    }
    case 'memory':
      globalThis.gc?.()
      return { heap: process.memoryUsage().heapUsed }
    case 'end':
      clearInterval(sampling)
      await host.close()
      return null
  }
}

const sampling = setInterval(() => tell({ rss: process.memoryUsage().rss }), 500)
process.on('message', async (order: Order) => {
  try {
    tell({ answer: await obey(order) })
  } catch (error) {
    const { code, data, stack, cause } = error as { code?: string; data?: unknown; stack?: string; cause?: unknown }
    tell({ error: `${order.order}: ${code ?? ''} ${JSON.stringify(data ?? null)} ${stack} ${cause ?? ''}` })
  }
  if (order.order === 'end') process.disconnect()
})
// The test was ended: nobody asks any more.
process.on('disconnect', () => process.exit())
tell({ answer: null })
