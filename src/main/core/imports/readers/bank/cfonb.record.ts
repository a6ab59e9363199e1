import { type Day, isDay } from '../../../kernel/day.ts'
import { decimalsOf } from '../../../kernel/money.ts'
import { plainAmount } from './values.ts'

const RECORD = 120

/** `line` is the file's line; in a file without line ends, the number of the record. */
export type CfonbRecord = { line: number; text: string; length: number }

/**
 * The records of a CFONB file: lines, padded where trailing blanks were cut, or slices of 120 characters where the bank
 * sends no line ends. Blank lines are none. Line ends must be LF.
 */
export async function* recordsOf(pieces: AsyncIterable<string>): AsyncGenerator<CfonbRecord[]> {
  let rest = ''
  let line = 1
  let slice = 0
  for await (const piece of pieces) {
    const records: CfonbRecord[] = []
    const give = (text: string): void => {
      const trimmed = text.trimEnd()
      if (trimmed !== '') records.push({ line: line + slice, text: text.padEnd(RECORD), length: trimmed.length })
    }
    rest += piece
    let at = 0
    for (;;) {
      const end = rest.indexOf('\n', at)
      const stop = end < 0 ? rest.length : end
      for (; stop - at > RECORD; at += RECORD) {
        give(rest.slice(at, at + RECORD))
        slice++
      }
      if (end < 0) break
      give(rest.slice(at, end))
      at = end + 1
      line++
      slice = 0
    }
    rest = rest.slice(at)
    if (records.length > 0) yield records
  }
  if (rest.trim() !== '') yield [{ line: line + slice, text: rest.padEnd(RECORD), length: rest.trimEnd().length }]
}

/** The characters from position `from` to `to`, both from 1 and included, as the norm counts them. */
export const at = ({ text }: CfonbRecord, from: number, to = from): string => text.slice(from - 1, to)

// The last character holds the last digit and the sign. Accents are what French code pages make of the two braces.
const OVERPUNCH = new Map<string, { digit: string; sign: string }>([
  ...[...'{ABCDEFGHI'].map((char, digit) => [char, { digit: String(digit), sign: '' }] as const),
  ...[...'}JKLMNOPQR'].map((char, digit) => [char, { digit: String(digit), sign: '-' }] as const),
  ...[...'éà'].map((char) => [char, { digit: '0', sign: '' }] as const),
  ...[...'èù'].map((char) => [char, { digit: '0', sign: '-' }] as const),
])

export type CfonbAmount = { amount: number; transcoded: boolean } | 'amount' | 'amount-decimals'

/**
 * An amount whose last character carries digit and sign: `0000000012345C` with 2 decimals is 123453. `decimals` is the
 * character at position 20; blank stands for the currency's own. Minor units of the currency.
 */
export const cfonbAmount = (field: string, decimals: string, currency: string): CfonbAmount => {
  const text = field.trim()
  const last = OVERPUNCH.get(text.slice(-1))
  const digits = text.slice(0, -1).replaceAll(' ', '0')
  if (!last || !/^\d*$/.test(digits) || !/^[\d ]$/.test(decimals)) return 'amount'
  const scale = decimals === ' ' ? decimalsOf(currency) : Number(decimals)
  const all = `${digits}${last.digit}`.padStart(scale + 1, '0')
  const amount = plainAmount(
    `${last.sign}${all.slice(0, all.length - scale)}.${all.slice(all.length - scale)}`,
    currency,
  )
  return typeof amount === 'number' ? { amount, transcoded: /[éàèù]$/.test(text) } : amount
}

// Two digits of a year: the norm is from the sixties.
const PIVOT = 60

/** `JJMMAA` as a day; null for what is none. */
export const cfonbDay = (field: string): Day | null => {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(field)
  if (!match) return null
  const day = `${Number(match[3]) < PIVOT ? '20' : '19'}${match[3]}-${match[2]}-${match[1]}`
  return isDay(day) ? day : null
}
