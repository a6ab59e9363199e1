import { join } from 'node:path'
import { app, session } from 'electron'
import { safeFileName } from '../core/kernel/file-name.ts'

/** Letters and exports leave the page as downloads: the system asks where to, starting in its usual folder. */
export const askWhereToSave = (): void => {
  session.defaultSession.on('will-download', (_event, item) =>
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), safeFileName(item.getFilename())) }),
  )
}
