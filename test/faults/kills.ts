import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { WorkName } from './works.ts'

const child = join(import.meta.dirname, 'kills.child.ts')
// The program is started some hundred times: what it is compiled to is kept from one start to the next.
const compiled = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled')

/** A program that waits to be told what to do. */
export type Ready = { process: ChildProcess; next: () => Promise<string | null> }

export const startChild = async (): Promise<Ready> => {
  const process_ = spawn(process.execPath, [child], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { done, value } = await lines.next()
    return done ? null : value
  }
  if ((await next()) !== 'ready') throw new Error('the program did not start')
  return { process: process_, next }
}

/** Milliseconds after it has begun, or after so many lines that it has said. */
export type When = { after: number } | { lines: number; after: number }

export type Ended = { done: number; steps: number; closed: boolean }

/** Has a program work on a book, and kills it at a moment; what it had said by then. */
export const workUntil = async (
  { process: child, next }: Ready,
  work: { work: WorkName; path: string; dataFolder: string },
  when: When,
): Promise<Ended> => {
  const ended: Ended = { done: 0, steps: 0, closed: false }
  let lines = 0
  let timer: NodeJS.Timeout | undefined
  const killIn = (milliseconds: number) => {
    timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  }
  child.stdin?.write(`${JSON.stringify(work)}\n`)
  for (let line = await next(); line !== null; line = await next()) {
    if (line === 'step') ended.steps += 1
    if (line === 'done') ended.done += 1
    if (line === 'closed') ended.closed = true
    if (line === 'begun' && !('lines' in when)) killIn(when.after)
    if ('lines' in when && lines === when.lines) killIn(when.after)
    lines += 1
  }
  clearTimeout(timer)
  return ended
}
