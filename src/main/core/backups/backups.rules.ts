import type { Kind } from './backups.contract.ts'

/** How many days, ISO weeks and months keep their newest backup. */
export type Keep = { daily: number; weekly: number; monthly: number }
export const USUAL_KEEP: Keep = { daily: 7, weekly: 4, monthly: 12 }

/** What the name of a backup says. `at` is an instant of UTC, to the second. */
export type Named = { name: string; at: string; manual: boolean; turn: number }

const EXTENSION = '.encours.bak'
const MANUAL = '-manuelle'
const LONGEST_STEM = 80

/** What files of a book begin with: its name without its ending, and without the signs that one of the systems reserves. */
export const stemOf = (bookName: string): string =>
  bookName
    .replace(/\.encours$/i, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-')
    .slice(0, LONGEST_STEM)
    .replace(/^[.\s]+|[.\s]+$/g, '') || 'encours'

/** `2026-11-22-183005Z`: readable, and in the order of time; an instant before year 0 or after 9999 has no such name. */
const momentInName = (at: string): string => `${at.slice(0, 10)}-${at.slice(11, 19).replaceAll(':', '')}Z`

/**
 * `alpha-2026-11-22-183005Z.encours.bak`. It does not end as a book does: nobody opens a backup by accident and works in
 * it. `turn` tells apart what was made within one second.
 */
export const backupName = (stem: string, { at, manual, turn }: Omit<Named, 'name'>): string =>
  `${stem}-${momentInName(at)}${turn > 1 ? `-${turn}` : ''}${manual ? MANUAL : ''}${EXTENSION}`

const PATTERN = /^-(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)Z(?:-([1-9]\d{0,3}))?(-manuelle)?\.encours\.bak$/

/** What a file's name says when it is a backup of this book; null for any other file. */
export const readName = (stem: string, name: string): Named | null => {
  if (!name.startsWith(`${stem}-`)) return null
  const found = PATTERN.exec(name.slice(stem.length))
  if (!found) return null
  const [, day, hours, minutes, seconds, turn, manual] = found
  const at = `${day}T${hours}:${minutes}:${seconds}.000Z`
  const moment = Date.parse(at)
  if (Number.isNaN(moment) || new Date(moment).toISOString() !== at) return null
  const named = { at, manual: manual !== undefined, turn: Number(turn ?? 1) }
  return backupName(stem, named) === name ? { name, ...named } : null
}

/** The same for a backup of any book, as one is found in a folder. */
export const readAnyName = (name: string): Named | null => {
  const at = name.search(/-\d{4}-\d\d-\d\d-\d{6}Z(?:-\d+)?(?:-manuelle)?\.encours\.bak$/)
  return at > 0 ? readName(name.slice(0, at), name) : null
}

/** Where a book is set aside before a backup takes its place: still a book, which opens. */
export const asideName = (bookName: string, at: string, turn: number): string =>
  `${stemOf(bookName)}-avant-restauration-${momentInName(at)}${turn > 1 ? `-${turn}` : ''}.encours`

/** Newest first. */
export const byAge = (one: Named, other: Named): number =>
  one.at !== other.at ? (one.at < other.at ? 1 : -1) : other.turn - one.turn

/** The Monday that an instant's ISO week begins with. */
const weekOf = (at: string): string => {
  const day = new Date(`${at.slice(0, 10)}T00:00:00.000Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}

/** The newest of each of the last `most` periods that have one. */
const newestOfEach = (newestFirst: readonly Named[], periodOf: (at: string) => string, most: number): Set<string> => {
  const newest = new Map<string, string>()
  for (const { name, at } of newestFirst) {
    const period = periodOf(at)
    if (!newest.has(period)) newest.set(period, name)
  }
  return new Set([...newest.values()].slice(0, most))
}

/**
 * Why each backup is kept: the newest of each of the last days, ISO weeks and months that have one (days of UTC), the
 * newest of all in any case, and every one that a person asked for. The rest is `surplus`. Pruned day after day, the same
 * ones are left as pruned once at the end.
 */
export const kindsOf = (backups: readonly Named[], keep: Keep): Map<string, Kind> => {
  const automatic = backups.filter(({ manual }) => !manual).sort(byAge)
  const days = newestOfEach(automatic, (at) => at.slice(0, 10), Math.max(1, keep.daily))
  const weeks = newestOfEach(automatic, weekOf, keep.weekly)
  const months = newestOfEach(automatic, (at) => at.slice(0, 7), keep.monthly)
  const kindOf = ({ name, manual }: Named): Kind =>
    manual ? 'manual' : months.has(name) ? 'monthly' : weeks.has(name) ? 'weekly' : days.has(name) ? 'daily' : 'surplus'
  return new Map(backups.map((one) => [one.name, kindOf(one)]))
}

/** Names to delete; never `just`, which was written this moment, even under a clock that was set back. */
export const surplusOf = (backups: readonly Named[], keep: Keep, just: string): string[] =>
  [...kindsOf(backups, keep)].flatMap(([name, kind]) => (kind === 'surplus' && name !== just ? [name] : []))
