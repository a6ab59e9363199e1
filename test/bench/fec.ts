import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { nameOf } from './books.ts'

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n'
const ENTRIES_A_CHUNK = 500
/** Three lines of an invoice and two of its payment. */
const LINES_A_SALE = 5

const decimal = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

const letteringOf = (n: number): string =>
  n.toString(26).replace(/./g, (digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[Number.parseInt(digit, 26)] ?? 'A')

/** An invoice and, for nine in ten, its payment a month later, lettered; the others are paid without being lettered. */
const sale = (n: number, customers: number): string => {
  const net = 10_000 + ((n * 7919) % 400_000)
  const tax = Math.round(net * 0.2)
  const gross = net + tax
  const customer = n % customers
  const aux = `C${String(customer).padStart(6, '0')}`
  const issued = addDays('2025-01-01', n % 330).replaceAll('-', '')
  const paid = addDays('2025-01-01', (n % 330) + 30).replaceAll('-', '')
  const lettering = n % 10 === 0 ? ['', ''] : [letteringOf(n), paid]
  const row = (...fields: string[]) => `${fields.join('\t')}\n`
  const invoice = (
    account: string,
    label: string,
    auxiliary: string,
    name: string,
    debit: number,
    credit: number,
    matched: string[],
  ) =>
    row(
      'VE',
      'Ventes',
      `V${n}`,
      issued,
      account,
      label,
      auxiliary,
      name,
      `F${n}`,
      issued,
      `Facture ${n}`,
      decimal(debit),
      decimal(credit),
      ...matched,
      issued,
      '',
      '',
    )
  const payment = (
    account: string,
    label: string,
    auxiliary: string,
    name: string,
    debit: number,
    credit: number,
    matched: string[],
  ) =>
    row(
      'BQ',
      'Banque',
      `B${n}`,
      paid,
      account,
      label,
      auxiliary,
      name,
      `R${n}`,
      paid,
      `Virement ${n}`,
      decimal(debit),
      decimal(credit),
      ...matched,
      paid,
      '',
      '',
    )
  return (
    invoice('411000', 'Clients', aux, nameOf(customer), gross, 0, lettering) +
    invoice('707000', 'Ventes de marchandises', '', '', 0, net, ['', '']) +
    invoice('445710', 'TVA collectée', '', '', 0, tax, ['', '']) +
    payment('512000', 'Banque', '', '', gross, 0, ['', '']) +
    payment('411000', 'Clients', aux, nameOf(customer), 0, gross, lettering)
  )
}

/** Streams a ledger of about `lines` lines to a file, one customer for every fifty lines. */
export const writeFec = (path: string, lines: number): Promise<void> => {
  const sales = Math.floor(lines / LINES_A_SALE)
  const customers = Math.max(1, Math.floor(lines / 50))
  const chunks = function* () {
    yield HEADER
    for (let n = 0; n < sales; n += ENTRIES_A_CHUNK) {
      yield Array.from({ length: Math.min(ENTRIES_A_CHUNK, sales - n) }, (_, i) => sale(n + i, customers)).join('')
    }
  }
  return pipeline(Readable.from(chunks()), createWriteStream(path))
}
