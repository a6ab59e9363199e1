type FolderPicker = (options: { id?: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>

const picker = (): FolderPicker | undefined =>
  (window as Window & { showDirectoryPicker?: FolderPicker }).showDirectoryPicker?.bind(window)

/** Chromium's own; the desktop program grants the page no files, and asks where to save each download instead. */
export const canWriteToFolder = (): boolean => !window.encours && picker() !== undefined

/** Asks for a folder; null when the user changes their mind. */
export const chooseFolder = async (): Promise<FileSystemDirectoryHandle | null> => {
  try {
    return (await picker()?.({ id: 'letters', mode: 'readwrite' })) ?? null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

export const writeInto = async (folder: FileSystemDirectoryHandle, name: string, content: Blob): Promise<void> => {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable()
  await stream.write(content)
  await stream.close()
}
