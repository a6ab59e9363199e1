import { Worker } from 'node:worker_threads'

// A call that never gives the thread back cannot be timed from it: another thread tells which one it was, and ends all.
const CODE = `
const { parentPort } = require('node:worker_threads')
let timer
parentPort.on('message', ({ words, ms }) => {
  clearTimeout(timer)
  if (!words) return
  timer = setTimeout(() => {
    require('node:fs').writeSync(2, 'no answer after ' + ms / 1000 + ' s: ' + words + '\\n')
    process.kill(process.pid, 'SIGKILL')
  }, ms)
})`

let thread: Worker | undefined

/** Ends the process with `words` on its error output unless the function it returns is called within `ms`. */
export const watchOver = (words: string, ms: number): (() => void) => {
  if (!thread) {
    thread = new Worker(CODE, { eval: true })
    thread.unref()
  }
  const watching = thread
  watching.postMessage({ words, ms })
  return () => watching.postMessage({ words: '' })
}
