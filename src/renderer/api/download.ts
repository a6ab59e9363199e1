import { safeFileName } from '../../main/core/kernel/file-name.ts'

/** Hands a file to the user: the browser's download, or the desktop program's save dialog. */
export const saveFile = (name: string, file: Blob): void => {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = safeFileName(name)
  link.click()
  // The download starts after this turn; a minute is enough for the browser to take it over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
