import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { MessagePort } from 'node:worker_threads'

/**
 * Stands in for the module `electron` where its program is not installed: it records what the built desktop host asks
 * for, and lets a test play the page's and the system's part. Only what the host uses is here.
 */
export const recorded = {
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  pages: new Map<string, (request: Request) => Promise<Response>>(),
  windows: [] as BrowserWindow[],
  menus: [] as MenuItem[][],
  dialogs: [] as { kind: string; options: Record<string, unknown> }[],
  paths: new Map<string, string>(),
  exited: undefined as number | undefined,
  quits: 0,
  sandboxed: false,
  switches: new Map<string, string | undefined>(),
  opened: [] as string[],
}

export type MenuItem = { label?: string; role?: string; submenu?: MenuItem[]; click?: () => unknown }

/** What the user will choose in the next dialog. */
export const answers = { open: [] as string[], save: '', button: 1 }

class App extends EventEmitter {
  isPackaged = false
  #ready = Promise.resolve()

  whenReady = () => this.#ready
  getLocale = () => 'fr-FR'
  getAppPath = () => resolve(import.meta.dirname, '../..')
  getPath = (name: string) => recorded.paths.get(name) ?? join(tmpdir(), name)
  setPath = (name: string, path: string) => recorded.paths.set(name, path)
  requestSingleInstanceLock = () => true
  enableSandbox = () => {
    recorded.sandboxed = true
  }
  commandLine = { appendSwitch: (name: string, value?: string) => recorded.switches.set(name, value) }
  quit = () => {
    recorded.quits++
    this.emit('will-quit', { preventDefault: () => {} })
  }
  exit = (status: number) => {
    recorded.exited = status
  }
}

export const app = new App()

/** A frame as the host sees it: who it is and where it comes from. */
export type Frame = { origin: string }

type Navigation = { url: string; isMainFrame: boolean; preventDefault: () => void }

class WebContents extends EventEmitter {
  mainFrame: Frame = { origin: 'app://encours' }
  openHandler: ((details: { url: string }) => { action: string }) | undefined

  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }) => {
    this.openHandler = handler
  }

  /** Whether the host lets the page go there. */
  navigates(event: 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview', url: string, isMainFrame = true) {
    let allowed = true
    const preventDefault = () => {
      allowed = false
    }
    this.emit(event, { url, isMainFrame, preventDefault } satisfies Navigation)
    return allowed
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => recorded.windows

  readonly webContents = new WebContents()
  readonly loaded: string[] = []
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> }

  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    recorded.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  loadURL = async (url: string) => {
    this.loaded.push(url)
  }
  isMinimized = () => false
  restore = () => {}
  focus = () => {}
  show = () => {}
}

export const ipcMain = new EventEmitter()

class Session extends EventEmitter {
  permissionRequest?: (contents: unknown, permission: string, decide: (granted: boolean) => void) => void
  permissionCheck?: () => boolean
  devicePermission?: () => boolean
  request?: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void

  setPermissionRequestHandler = (handler: Session['permissionRequest']) => {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler = (handler: Session['permissionCheck']) => {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler = (handler: Session['devicePermission']) => {
    this.devicePermission = handler
  }
  webRequest = {
    onBeforeRequest: (handler: Session['request']) => {
      this.request = handler
    },
  }
}

export const session = { defaultSession: new Session() }

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof recorded.schemes) => recorded.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => recorded.pages.set(scheme, handler),
}

export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu: (menu: MenuItem[]) => recorded.menus.push(menu),
}

export const dialog = {
  showOpenDialog: async (_window: BrowserWindow, options: Record<string, unknown>) => {
    recorded.dialogs.push({ kind: 'open', options })
    return { filePaths: answers.open }
  },
  showSaveDialog: async (_window: BrowserWindow, options: Record<string, unknown>) => {
    recorded.dialogs.push({ kind: 'save', options })
    return { filePath: answers.save }
  },
  showMessageBox: async (_window: BrowserWindow, options: Record<string, unknown>) => {
    recorded.dialogs.push({ kind: 'question', options })
    return { response: answers.button }
  },
  showErrorBox: (title: string, content: string) =>
    recorded.dialogs.push({ kind: 'error', options: { title, content } }),
}

/** The system's browser. */
export const shell = {
  openExternal: async (address: string) => {
    recorded.opened.push(address)
  },
}

/** A keychain that keeps what it is given until the test ends. */
const keychain: string[] = []
export const safeStorage = {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from([keychain.push(text) - 1]),
  decryptStringAsync: async (sealed: Buffer) => ({ shouldReEncrypt: false, result: keychain[sealed[0] ?? 0] ?? '' }),
}

/** Electron's port in the main process, on top of Node's. */
export class MessagePortMain extends EventEmitter {
  readonly #port: MessagePort
  closed = false

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => {
      this.closed = true
      this.emit('close')
    })
  }

  start = () => this.#port.on('message', (data) => this.emit('message', { data }))
  postMessage = (data: unknown) => this.#port.postMessage(data)
  close = () => this.#port.close()
}

/** What a sandboxed preload may require, playing for the given frame. */
export const preloadElectron = (frame: Frame | null, exposed: Record<string, unknown>) => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => {
      exposed[name] = api
    },
  },
  ipcRenderer: {
    postMessage: (channel: string, data: unknown, ports: MessagePort[]) =>
      ipcMain.emit(channel, { senderFrame: frame, ports: ports.map((port) => new MessagePortMain(port)) }, data),
    send: (channel: string, ...words: unknown[]) => ipcMain.emit(channel, { senderFrame: frame, ports: [] }, ...words),
  },
})
