import { type FecLayout, splitLine } from './fec.layout.ts'

const isBlankCode = (code: number): boolean => code <= 0x20 || code === 0xa0

/**
 * The cells of one line at a time, found by their places and cut out only when asked for: most lines of a ledger are of
 * no customer, and a third of their cells is all that is needed of them.
 */
export const createCells = (layout: FecLayout) => {
  const { separator, header, trailing } = layout
  const plain = separator === '\t' || separator === '|'
  const expected = trailing ? header.length + 1 : header.length
  const starts = new Int32Array(expected)
  const ends = new Int32Array(expected)
  let line = ''
  let split: string[] | null = null

  const placeCells = (text: string): boolean => {
    let from = 0
    for (let i = 0; i < expected - 1; i++) {
      const end = text.indexOf(separator, from)
      if (end < 0) return false
      starts[i] = from
      ends[i] = end
      from = end + 1
    }
    starts[expected - 1] = from
    ends[expected - 1] = text.length
    return text.indexOf(separator, from) < 0
  }

  return {
    /** False when the line's cells cannot be told apart. */
    moveTo(text: string): boolean {
      line = text
      split = null
      if (plain && placeCells(text)) return true
      split = splitLine(text, layout)
      return split !== null
    },
    /** Trimmed; '' for a column that is not there. */
    text(index: number): string {
      if (split) return (split[index] ?? '').trim()
      let from = starts[index]
      let to = ends[index]
      if (from === undefined || to === undefined) return ''
      while (from < to && isBlankCode(line.charCodeAt(from))) from++
      while (to > from && isBlankCode(line.charCodeAt(to - 1))) to--
      return line.slice(from, to)
    },
  }
}
