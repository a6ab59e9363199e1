import { join } from 'node:path'
import { app, dialog } from 'electron'
import { bookIn, createBooks, hearPage, hearSystem } from './desktop/books.ts'
import { bridge } from './desktop/bridge.ts'
import { askWhereToSave } from './desktop/downloads.ts'
import { askToOpen } from './desktop/links.ts'
import { setMenu } from './desktop/menu.ts'
import { PAGE, registerPageScheme, servePage } from './desktop/protocol.ts'
import { systemSecrets } from './desktop/secrets.ts'
import { lockDown } from './desktop/security.ts'
import { createPage } from './desktop/window.ts'
import { wordsFor } from './desktop/words.ts'
import { dataFolder, localPorts } from './worker/ports.ts'
import { startCore } from './worker/thread.ts'

// The build tool's server is believed only while developing: a packaged program reads no such variable.
const developing = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const origin = developing ? new URL(developing).origin : PAGE
const resources = app.isPackaged ? join(process.resourcesPath, 'resources') : undefined

app.setPath('userData', dataFolder())
registerPageScheme()
lockDown(origin, askToOpen)

if (!app.requestSingleInstanceLock()) app.quit()
else hearSystem(app.whenReady().then(start))

function start() {
  const words = wordsFor(app.getLocale())
  const local = localPorts('desktop', { root: app.getAppPath(), ...(resources ? { resources } : {}) })
  const ports = { ...local, secrets: systemSecrets }
  const core = startCore(new URL('./worker.js', import.meta.url), ports, (error) => {
    console.error(error)
    dialog.showErrorBox(words.crashed, words.crashedDetail)
    app.exit(1)
  })
  const page = createPage(join(import.meta.dirname, '../preload/index.cjs'), origin)
  const books = createBooks(page, words, ports.dataFolder)

  servePage(join(import.meta.dirname, '../renderer'))
  askWhereToSave()
  bridge(page, core)
  hearPage(page, books)
  setMenu(words, books)

  const book = bookIn(process.argv)
  if (book) books.openAt(book)
  else page.show()

  app.on('activate', page.show)
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    core.close().then(() => app.exit(0))
  })
  return { books, page }
}
