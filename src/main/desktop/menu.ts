import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Books } from './books.ts'
import type { Words } from './words.ts'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** Entries with a `role` are labelled by Electron in the system's language. */
export const setMenu = (words: Words, books: Books): void =>
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      {
        label: words.file,
        submenu: [
          { label: words.newBook, accelerator: 'CmdOrCtrl+Shift+N', click: books.chooseToCreate },
          { label: words.openBook, accelerator: 'CmdOrCtrl+O', click: books.chooseToOpen },
          separator,
          process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: words.quit },
        ],
      },
      {
        label: words.edit,
        submenu: [
          { role: 'undo' },
          { role: 'redo' },
          separator,
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      {
        label: words.view,
        submenu: [
          { role: 'reload' },
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          separator,
          { role: 'togglefullscreen' },
          ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
        ],
      },
      { role: 'windowMenu', label: words.window },
      { role: 'help', label: words.help, submenu: [{ role: 'about', label: words.about }] },
    ]),
  )
