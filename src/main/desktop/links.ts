import { app, BrowserWindow, dialog, shell } from 'electron'
import { wordsFor } from './words.ts'

const LONGEST_SHOWN = 300

let asking = false

/**
 * A link of the page, to the text of a law for instance: the system's browser opens it once the user has read where it
 * leads and said yes. Only https; anything else could start another program (Electron security checklist, 15).
 */
export const askToOpen = async (address: string): Promise<void> => {
  const url = URL.parse(address)
  const [window] = BrowserWindow.getAllWindows()
  // One question at a time: a page that asks again and again gets no second dialog.
  if (!window || asking || url?.protocol !== 'https:' || url.username || url.password) return
  asking = true
  try {
    const words = wordsFor(app.getLocale())
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: words.leave(url.host),
      detail: `${shortened(url.href)}\n\n${words.leaveDetail}`,
      buttons: [words.openLink, words.cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0) await shell.openExternal(url.href)
  } finally {
    asking = false
  }
}

const shortened = (address: string): string =>
  address.length > LONGEST_SHOWN ? `${address.slice(0, LONGEST_SHOWN)}…` : address
