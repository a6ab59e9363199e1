import { setFlagsFromString } from 'node:v8'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { Ports } from '../core/kernel/context.ts'
import { answerSecrets } from './secrets.ts'
import type { Given, Order } from './worker.ts'

/** The core as its host sees it: a thread that answers calls on the ports it is handed. */
export type CoreThread = {
  connect: (port: MessagePort) => void
  /** Closes the book and ends the thread; a call under way gets two seconds, a last backup as long as the core gives it. */
  close: () => Promise<void>
}

const STUCK_MS = 2000
/** Beyond what the core itself gives a last backup. */
const BACKUP_MS = 25_000

/** @param onCrash called when the thread ends by itself: a bug, never an expected failure */
export const startCore = (worker: URL, ports: Ports, onCrash: (error: Error) => void): CoreThread => {
  // As the scripts' core flags: an import of a million lines stays small.
  setFlagsFromString('--no-allocation-site-pretenuring')
  const { secrets, ...plain } = ports
  // A function cannot be handed to a thread: the keychain is asked on a port of its own.
  const keychain = secrets && new MessageChannel()
  if (secrets && keychain) answerSecrets(keychain.port1, secrets)
  const thread = new Worker(worker, {
    workerData: { ports: plain, secrets: keychain?.port2 } satisfies Given,
    transferList: keychain ? [keychain.port2] : [],
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  })
  thread.on('error', onCrash)

  return {
    connect: (port) => thread.postMessage({ kind: 'connect', port } satisfies Order, [port]),
    close: () =>
      new Promise((resolve) => {
        let force = setTimeout(() => thread.terminate(), STUCK_MS)
        thread.once('message', () => {
          clearTimeout(force)
          force = setTimeout(() => thread.terminate(), BACKUP_MS)
        })
        thread.once('exit', () => {
          clearTimeout(force)
          resolve()
        })
        thread.postMessage({ kind: 'close' } satisfies Order)
      }),
  }
}
