import { contextBridge, ipcRenderer } from 'electron'

/**
 * The one bridge, which never grows with features: the page hands over a port, and every call travels on it. Nothing of
 * Electron reaches the page (Electron security checklist, 20); this process checks who sends (17).
 */
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'encours:connect') return
  ipcRenderer.postMessage('encours:connect', null, [...event.ports])
})

const desktop = {
  host: 'desktop',
  /** Shows the system's dialog for a book or its backups; the page then starts afresh at an address that holds the path. */
  choose: (what: 'open' | 'create' | 'backup-folder' | 'backup'): void => ipcRenderer.send('encours:choose', what),
} as const

export type Desktop = typeof desktop

contextBridge.exposeInMainWorld('encours', desktop)
