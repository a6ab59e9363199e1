import { app, BrowserWindow, type WebFrameMain } from 'electron'

export type Page = {
  /** Brings the window to the front; opens it when it is closed. */
  show: () => BrowserWindow
  /** Loads the page afresh at a route of its own, such as `/?open=…`. */
  go: (route: string) => void
  /** Whether a message comes from this window's own main frame, showing our own page. */
  isOurs: (frame: WebFrameMain | null) => boolean
}

/**
 * The one window; it remembers nothing. Numbers: Electron's security checklist.
 * @param origin of the page: its own scheme, or the build tool's server while developing
 */
export const createPage = (preload: string, origin: string): Page => {
  let window: BrowserWindow | undefined

  const open = (route: string): BrowserWindow => {
    const opened = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 1024,
      minHeight: 700,
      show: false,
      title: 'Encours',
      webPreferences: {
        preload,
        sandbox: true, // 4
        contextIsolation: true, // 3
        nodeIntegration: false, // 2
        nodeIntegrationInWorker: false, // 2
        nodeIntegrationInSubFrames: false, // 2
        webSecurity: true, // 6
        allowRunningInsecureContent: false, // 8
        experimentalFeatures: false, // 9
        webviewTag: false, // 11
        navigateOnDragDrop: false, // 13
        devTools: !app.isPackaged,
        // Its dictionaries would be fetched from the network.
        spellcheck: false,
      },
    })
    opened.once('ready-to-show', () => opened.show())
    opened.once('closed', () => {
      window = undefined
    })
    opened.loadURL(origin + route)
    return opened
  }

  const show = (): BrowserWindow => {
    window ??= open('/')
    if (window.isMinimized()) window.restore()
    window.focus()
    return window
  }

  return {
    show,
    go: (route) => {
      if (window) show().loadURL(origin + route)
      else window = open(route)
    },
    isOurs: (frame) =>
      frame !== null && window !== undefined && frame === window.webContents.mainFrame && frame.origin === origin,
  }
}
