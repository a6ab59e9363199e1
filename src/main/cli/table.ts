export type Column = { title: string; align?: 'left' | 'right' }

const WIDEST = 44

/** Cuts what no terminal shows, and keeps a name's odd control characters out of it. */
const cell = (text: string): string => {
  const clean = text.replace(/\p{C}+/gu, ' ')
  return clean.length > WIDEST ? `${clean.slice(0, WIDEST - 1)}…` : clean
}

/** Aligned columns under their titles; no rows print the titles alone. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(cell))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const print = (line: readonly string[]) =>
    columns
      .map(({ align = 'left' }, i) => {
        const text = line[i] ?? ''
        return align === 'right' ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [print(lines[0] ?? []), rule, ...lines.slice(1).map(print)].join('\n')
}

/** `-1234567.80` as `-1 234 567.80`. */
export const grouped = (decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ' ')
  return fraction === undefined ? spaced : `${spaced}.${fraction}`
}

export const right = (title: string): Column => ({ title, align: 'right' })
export const left = (title: string): Column => ({ title })
