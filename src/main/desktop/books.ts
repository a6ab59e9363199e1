import { app, dialog, ipcMain } from 'electron'
import type { Page } from './window.ts'
import type { Words } from './words.ts'

export const EXTENSION = 'encours'

/** The system's dialogs for a book. The page makes the call, and shows a refusal in its own words. */
export type Books = {
  openAt: (path: string) => void
  chooseToOpen: () => Promise<void>
  chooseToCreate: () => Promise<void>
  chooseBackupFolder: () => Promise<void>
  chooseBackup: () => Promise<void>
}

export const createBooks = (page: Page, words: Words, folder: string): Books => {
  const filters = [{ name: words.book, extensions: [EXTENSION] }]
  const route = (verb: 'open' | 'create', path: string) => `/?${verb}=${encodeURIComponent(path)}`
  return {
    openAt: (path) => page.go(route('open', path)),
    chooseToOpen: async () => {
      const { filePaths } = await dialog.showOpenDialog(page.show(), {
        title: words.openBook,
        defaultPath: folder,
        filters,
        properties: ['openFile'],
      })
      if (filePaths[0]) page.go(route('open', filePaths[0]))
    },
    chooseToCreate: async () => {
      const { filePath } = await dialog.showSaveDialog(page.show(), {
        title: words.newBook,
        defaultPath: folder,
        filters,
      })
      if (filePath) page.go(route('create', filePath))
    },
    chooseBackupFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(page.show(), {
        title: words.backupFolder,
        properties: ['openDirectory', 'createDirectory'],
      })
      if (filePaths[0]) page.go(backups('folder', filePaths[0]))
    },
    chooseBackup: async () => {
      const { filePaths } = await dialog.showOpenDialog(page.show(), {
        title: words.backup,
        defaultPath: folder,
        filters: [{ name: words.backup, extensions: ['bak', EXTENSION] }],
        properties: ['openFile'],
      })
      if (filePaths[0]) page.go(backups('restore', filePaths[0]))
    },
  }
}

const backups = (what: 'folder' | 'restore', path: string): string =>
  `/safety?section=backups&${what}=${encodeURIComponent(path)}`

/** The page's own buttons for the same dialogs; only our own page is heard (Electron security checklist, 17). */
export const hearPage = (page: Page, books: Books): void => {
  ipcMain.on('encours:choose', (event, what: unknown) => {
    if (!page.isOurs(event.senderFrame)) return
    if (what === 'open') books.chooseToOpen()
    if (what === 'create') books.chooseToCreate()
    if (what === 'backup-folder') books.chooseBackupFolder()
    if (what === 'backup') books.chooseBackup()
  })
}

/**
 * Books handed over by the system: double-clicked, or given to a second start. To be called before the application is
 * ready, since macOS may name a file that early.
 */
export const hearSystem = (started: Promise<{ books: Books; page: Page }>): void => {
  app.on('second-instance', async (_event, argv) => {
    const path = bookIn(argv)
    const { books, page } = await started
    if (path) books.openAt(path)
    else page.show()
  })
  app.on('open-file', async (event, path) => {
    event.preventDefault()
    const { books } = await started
    books.openAt(path)
  })
}

/** The book among a command line's words, the program's own path and switches left out. */
export const bookIn = (argv: string[]): string | undefined =>
  argv.slice(1).find((word) => !word.startsWith('-') && word.toLowerCase().endsWith(`.${EXTENSION}`))
