import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { RPCHandler } from '@orpc/server/message-port'
import { createProgram } from '../core/core.ts'
import type { Ports } from '../core/kernel/context.ts'
import { callContext } from './calls.ts'
import { askSecrets } from './secrets.ts'

/** What the host's thread may ask; calls themselves travel on the ports it hands over. */
export type Order = { kind: 'connect'; port: MessagePort } | { kind: 'close' }

/** What the thread starts with; `secrets` leads to the host's keychain. */
export type Given = { ports: Omit<Ports, 'secrets'>; secrets: MessagePort | undefined }

// The entry of the built out/main/worker.js: the core on its own thread.
const given = workerData as Given
const ports: Ports = { ...given.ports, ...(given.secrets && { secrets: askSecrets(given.secrets) }) }
const program = createProgram(ports)
// One window: reloading it keeps who signed in.
const SESSION = 'desktop'
const handler = new RPCHandler(program.router, {
  // The context given with a port would be the same for all its calls; each call brings its own day.
  rootInterceptors: [
    (call) => call.next({ ...call, context: callContext(call.request.headers, ports.userName, SESSION) }),
  ],
})

parentPort?.on('message', async (order: Order) => {
  if (order.kind === 'close') {
    // Heard at once, the order tells that the thread is not stuck: it may have a book to back up.
    parentPort?.postMessage('closing')
    await program.close()
    parentPort?.close()
    return
  }
  handler.upgrade(order.port, { context: callContext({}, ports.userName, SESSION) })
  order.port.start()
})
