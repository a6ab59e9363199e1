import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'

const recentSchema = z.array(z.object({ path: z.string(), company: z.string(), openedAt: z.string() }))
export type RecentBook = z.infer<typeof recentSchema>[number]

const KEPT = 12

/** The list of books opened lately: a small file beside the books, never a reason to fail. */
export const readRecent = (dataFolder: string): RecentBook[] => {
  try {
    return recentSchema.parse(JSON.parse(readFileSync(join(dataFolder, 'recent.json'), 'utf8')))
  } catch {
    return []
  }
}

const write = (dataFolder: string, books: RecentBook[]): void => {
  const file = join(dataFolder, 'recent.json')
  try {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(books, null, 2))
    renameSync(`${file}.new`, file)
  } catch {
    // The book itself is open, which matters more than finding it again by a click.
  }
}

export const rememberBook = (dataFolder: string, book: RecentBook): void =>
  write(dataFolder, [book, ...readRecent(dataFolder).filter((other) => other.path !== book.path)].slice(0, KEPT))

export const forgetBook = (dataFolder: string, path: string): void => {
  const books = readRecent(dataFolder)
  const others = books.filter((book) => book.path !== path)
  if (others.length < books.length) write(dataFolder, others)
}

/** Recent books, then other books found in the folder. */
export const listBooks = (dataFolder: string) => {
  const recent = readRecent(dataFolder)
  const known = new Set(recent.map((book) => book.path))
  const found = existsSync(dataFolder)
    ? readdirSync(dataFolder)
        .filter((name) => name.endsWith('.encours'))
        .map((name) => join(dataFolder, name))
        .filter((path) => !known.has(path))
    : []
  return [
    ...recent.map((book) => ({ ...book, name: basename(book.path), missing: !existsSync(book.path) })),
    ...found.map((path) => ({ path, name: basename(path), company: '', openedAt: null, missing: false })),
  ]
}
