import type { Format } from '../../app/format.ts'
import type { Translate } from '../../app/i18n.ts'

const MB = 1_000_000

export const sizeText = (bytes: number, t: Translate, format: Format): string =>
  bytes < MB
    ? t('backups:size.kb', { size: format.number(Math.max(1, Math.round(bytes / 1000))) })
    : t('backups:size.mb', { size: format.number(Math.round((10 * bytes) / MB) / 10) })

/** A new file beside a book, named after what it is and its day: `alpha-restaure-2026-11-22.encours`. */
export const besideOf = (bookPath: string, at: string, what: 'restaure' | 'copie' = 'restaure'): string => {
  const end = Math.max(bookPath.lastIndexOf('/'), bookPath.lastIndexOf('\\')) + 1
  const name = bookPath.slice(end).replace(/\.encours(\.bak)?$/i, '')
  return `${bookPath.slice(0, end)}${name}-${what}-${at.slice(0, 10)}.encours`
}
