import type { MessagePort } from 'node:worker_threads'

/** Electron's MessagePortMain, as far as the relay uses it; this folder does not know Electron. */
export type PagePort = {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(data: unknown): void
  start(): void
  close(): void
}

/**
 * Joins the page's port to the core's: every message passes as it is, both ways. Electron's ports cannot be handed to a
 * thread, hence this hop. When the page goes away its port closes, and the core cancels what it still did for it.
 */
export const relay = (page: PagePort, core: MessagePort): void => {
  page.on('message', ({ data }) => core.postMessage(data))
  core.on('message', (data) => page.postMessage(data))
  page.on('close', () => core.close())
  core.on('close', () => page.close())
  page.start()
}
