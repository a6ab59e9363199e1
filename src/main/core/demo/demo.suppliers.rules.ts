import { addDays, addMonths, type Day, endOfMonth } from '../kernel/day.ts'
import type { SupplierLine } from '../payables/payables.model.ts'
import { DEMO_DAY } from './demo.company.ts'
import { randomOf } from './demo.random.rules.ts'

/** First day of the accounts that the demo shows. */
const FROM: Day = '2024-11-01'
const MONTHS = 24

/** Name, euros of a month with VAT, days until it is paid. */
const SUPPLIERS: readonly [string, number, number][] = [
  ['Papeteries du Guiers', 33_000, 60],
  ['Cartonneries de la Bièvre', 21_000, 45],
  ['Films Tréminis', 14_000, 45],
  ['Imprimerie Bellecombe', 9_500, 30],
  ['Transports Vercors Fret', 11_000, 30],
  ['Énergies du Grésivaudan', 5_200, 20],
  ['Maintenance Ravier', 3_800, 30],
  ['Immobilière des Canuts', 6_000, 0],
]

/**
 * What the accounts say of suppliers: one invoice a month of each and its payment. Prices rose in the second year, and the
 * firm pays later than it did.
 */
export const demoSuppliers = (): SupplierLine[] =>
  SUPPLIERS.flatMap(([name, euros, days], position) => {
    const random = randomOf(name)
    const code = `F${String(position + 1).padStart(3, '0')}`
    const lineOf = (kind: SupplierLine['kind'], booked: Day, amount: number, number: string): SupplierLine => ({
      supplierCode: code,
      supplierName: name,
      account: '401000',
      kind,
      number,
      booked,
      amount,
      lettering: '',
      letteringDate: null,
      sourceKey: `demo ${code} ${kind} ${number}`,
    })
    const opening = lineOf('opening', FROM, Math.max(1, Math.round((euros * days) / 30)) * 100, 'AN')
    const paidFirst = lineOf('payment', addDays(FROM, Math.max(5, Math.round(days / 2))), -opening.amount, 'RG-AN')
    const months = Array.from({ length: MONTHS }, (_, month) => {
      const first = addMonths(FROM, month)
      const booked = addDays(first, random.between(2, 24))
      const risen = 100 + Math.floor(month / 12) * 4 + random.between(-14, 14)
      const amount = euros * risen
      const number = `${code}-${booked.slice(0, 7)}`
      const later = Math.floor(month / 6) * 3 + random.between(-2, 4)
      const paid = addDays(days > 40 ? endOfMonth(booked) : booked, Math.max(0, days + later - (days > 40 ? 15 : 0)))
      const invoice = lineOf('invoice', booked, amount, number)
      return paid <= DEMO_DAY ? [invoice, lineOf('payment', paid, -amount, `RG-${number}`)] : [invoice]
    })
    return [opening, paidFirst, ...months.flat()]
  })
