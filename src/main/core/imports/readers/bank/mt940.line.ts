import { type Day, daysBetween, isLeapYear } from '../../../kernel/day.ts'
import { plainAmount } from './values.ts'

/** `1234,5`, `1234,` or `1.234,56` in minor units; a decimal dot, against the norm, is read too. */
export const swiftAmount = (text: string, currency: string): number | 'amount' | 'amount-decimals' => {
  const plain = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text
  return plainAmount(plain.startsWith('.') ? `0${plain}` : plain, currency)
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const PIVOT = 80

/** `YYMMDD` as a day. Some banks' months have 30 days: February 30 is the month's last day, `corrected`. */
export const swiftDay = (text: string): { day: Day; corrected: boolean } | null => {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, date] = [
    Number(match[1]) + (Number(match[1]) < PIVOT ? 2000 : 1900),
    Number(match[2]),
    Number(match[3]),
  ]
  const length = (LENGTHS[month - 1] ?? 0) + (month === 2 && isLeapYear(year) ? 1 : 0)
  if (date < 1 || date > 31 || length === 0) return null
  const day = `${year}-${match[2]}-${String(Math.min(date, length)).padStart(2, '0')}`
  return { day, corrected: date > length }
}

/** The day `MMDD` nearest to the value date: an entry date has no year, and may fall across its turn. */
export const entryDay = (text: string, valued: Day): { day: Day; corrected: boolean } | null => {
  const year = Number(valued.slice(0, 4))
  const candidates = [year - 1, year, year + 1].flatMap((one) => {
    const read = swiftDay(`${String(one % 100).padStart(2, '0')}${text}`)
    return read ? [read] : []
  })
  const distance = ({ day }: { day: Day }) => Math.abs(daysBetween(day, valued))
  const exact = candidates.filter(({ corrected }) => !corrected)
  return (exact.length > 0 ? exact : candidates).sort((a, b) => distance(a) - distance(b))[0] ?? null
}

export type SwiftBalance = { negative: boolean; date: string; currency: string; amount: string }

/** `C100318EUR380115,77`, of fields 60 and 62. */
export const parseBalance = (text: string): SwiftBalance | null => {
  const match = /^([CD])(\d{6})([A-Z]{3})([\d.,]+)\s*$/.exec(text)
  if (!match) return null
  const [, side = '', date = '', currency = '', amount = ''] = match
  return { negative: side === 'D', date, currency, amount }
}

export type SwiftLine = {
  valueDate: string
  entryDate: string
  /** RC takes a credit back, RD a debit. */
  mark: 'C' | 'D' | 'RC' | 'RD' | 'EC' | 'ED'
  amount: string
  type: string
  reference: string
  bankReference: string
}

// After the mark a letter may name the funds: `CR27,00` is a credit, in the third letter of EUR.
const LINE = /^(\d{6})(\d{4})?(RC|RD|EC|ED|C|D)([A-Z])?([\d.]*,?\d*)([NFS][A-Z\d]{3})?(.*)$/s

/** The first line of field 61, as text. */
export const parseLine = (text: string): SwiftLine | null => {
  const match = LINE.exec(text)
  if (!match || !/\d/.test(match[5] ?? '')) return null
  const [, valueDate = '', entryDate = '', mark, , amount = '', type = '', references = ''] = match
  const [reference = '', bankReference = ''] = references.split('//')
  return { valueDate, entryDate, mark: mark as SwiftLine['mark'], amount, type, reference, bankReference }
}
