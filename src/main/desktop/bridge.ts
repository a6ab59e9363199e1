import { MessageChannel } from 'node:worker_threads'
import { ipcMain } from 'electron'
import { relay } from '../worker/relay.ts'
import type { CoreThread } from '../worker/thread.ts'
import type { Page } from './window.ts'

/**
 * Takes the port that the page hands over and joins it to the core. Every call of the program travels on it; this
 * process reads none. Only our own page is heard (Electron security checklist, 17).
 */
export const bridge = (page: Page, core: CoreThread): void => {
  ipcMain.on('encours:connect', (event) => {
    const [port, ...others] = event.ports
    if (!port || others.length > 0 || !page.isOurs(event.senderFrame)) {
      for (const refused of event.ports) refused.close()
      return
    }
    const channel = new MessageChannel()
    core.connect(channel.port2)
    relay(port, channel.port1)
  })
}
