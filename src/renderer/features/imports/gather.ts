import { zipSync } from 'fflate'

/** Enough of a file to tell an invoice by its first element: some begin with pages of comments. */
const LOOKED_AT = 64 * 1024
const INVOICE = /<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s>]/
const LEFTOVER = /^(?:\.|Thumbs\.db$|desktop\.ini$)/i

const looksLikeInvoice = async (file: File): Promise<boolean> => {
  const begin = await file.slice(0, LOOKED_AT).text()
  return begin.startsWith('%PDF') || INVOICE.test(begin)
}

/** A file as it was dropped, with its path inside the folder that it came in. */
export type Gathered = { file: File; path: string }

/** Two files of one name, from two folders, both stay. */
const entryNames = (gathered: readonly Gathered[]): string[] => {
  const taken = new Set<string>()
  return gathered.map(({ path }) => {
    const dot = path.lastIndexOf('.')
    let name = path
    for (let more = 2; taken.has(name); more += 1) name = `${path.slice(0, dot)} (${more})${path.slice(dot)}`
    taken.add(name)
    return name
  })
}

/**
 * What was dropped, ready for the list: several electronic invoices become one archive, so that they are checked and
 * imported together with one report; anything else stays as it is.
 */
export const packInvoices = async (
  gathered: readonly Gathered[],
  nameOf: (invoices: number) => string,
): Promise<File[]> => {
  const kept = gathered.filter(({ file }) => !LEFTOVER.test(file.name))
  const invoices: Gathered[] = []
  const others: File[] = []
  for (const one of kept) {
    if (await looksLikeInvoice(one.file)) invoices.push(one)
    else others.push(one.file)
  }
  if (invoices.length < 2) return kept.map(({ file }) => file)
  const names = entryNames(invoices)
  const entries: Record<string, Uint8Array> = {}
  for (const [place, { file }] of invoices.entries())
    entries[names[place] as string] = new Uint8Array(await file.arrayBuffer())
  // A PDF is compressed already.
  const archive = zipSync(entries, { level: 0 })
  return [new File([new Uint8Array(archive)], nameOf(invoices.length), { type: 'application/zip' }), ...others]
}

const filesOf = (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const read = async (found: FileSystemEntry[]): Promise<FileSystemEntry[]> => {
    // A browser gives a folder in pieces of a hundred, and an empty one at its end.
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    return piece.length === 0 ? found : read([...found, ...piece])
  }
  return read([])
}

const walk = async (entry: FileSystemEntry): Promise<Gathered[]> => {
  if (entry.isDirectory) {
    const inside = await filesOf(entry as FileSystemDirectoryEntry)
    return (await Promise.all(inside.map(walk))).flat()
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
  return [{ file, path: entry.fullPath.replace(/^\//, '') }]
}

/** The folder gives its name to the archive: inside, it need not be said again. */
const inside =
  (folder: string) =>
  ({ file, path }: Gathered): Gathered => ({
    file,
    path: path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path,
  })

/** Files and folders of a drop, folders whole. Entries must be taken while the event is handled. */
export const gatherDrop = (transfer: DataTransfer): Promise<{ gathered: Gathered[]; folder: string | null }> => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const plain = [...transfer.files]
  const folder = entries.find(({ isDirectory }) => isDirectory)?.name ?? null
  if (folder === null) return Promise.resolve({ gathered: plain.map((file) => ({ file, path: file.name })), folder })
  return Promise.all(entries.map(walk)).then((found) => ({ gathered: found.flat().map(inside(folder)), folder }))
}

/** Files of a chosen folder, with their paths. */
export const gatherChosen = (files: readonly File[]): { gathered: Gathered[]; folder: string | null } => {
  const gathered = files.map((file) => ({ file, path: file.webkitRelativePath || file.name }))
  const [first = '', ...rest] = gathered[0]?.path.split('/') ?? []
  return rest.length === 0 ? { gathered, folder: null } : { gathered: gathered.map(inside(first)), folder: first }
}
