import fc from 'fast-check'
import { zipSync } from 'fflate'
import { bankCsv, camt053, cfonb120, mt940, ofx1, ofx2, qif } from './bank-samples.ts'
import type { Client } from './book.ts'
import { ciiInvoice, facturX, ublInvoice } from './einvoice-samples.ts'
import { writeVariant } from './fec-variants.ts'
import { statementTable } from './financials.ts'
import { invoice, itemsCsv, payment } from './ledger.ts'
import { bodacc, notice, stock, UNITS, unit } from './registers.ts'
import { altaresJson, creditsafeXml, experianCsv } from './reports.ts'
import { strangeStrings } from './strange.ts'

type Bytes = Uint8Array<ArrayBuffer>

const statement = { lines: [{ amount: 120_000, party: 'ALPHA', text: 'FA2026-001', bankReference: 'B1', code: '05' }] }
const french = { ...statement, account: '300060000112345678901' }

/** One sound file of every kind the program reads or writes. */
export const soundFiles = async (client: Client): Promise<Bytes[]> => {
  const texts = [
    camt053(statement),
    cfonb120(french),
    mt940(statement),
    ofx1(statement),
    ofx2(statement),
    qif(statement),
    bankCsv(statement),
    ciiInvoice(),
    ublInvoice(),
    ublInvoice({}, true),
    statementTable(['2025-12-31', '2024-12-31'], { SIREN: '732829320' }),
    itemsCsv([invoice('F1', { amount: '120.00' }), payment('P1', { amount: '120.00' })]),
    creditsafeXml(),
    altaresJson(),
    experianCsv(),
    bodacc(notice({ id: 'A1', siren: '732829320', nature: 'Jugement', day: '2026-09-01' })),
    stock(UNITS, unit('732829320', 'C', '2026-09-01')),
    'customer;number;day;amount;currency\nC001;B1;2026-11-01;120,00;EUR\n',
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
    ...strangeStrings,
  ]
  const said = await Promise.all([
    ...(['items', 'customers'] as const).flatMap((kind) =>
      (['csv', 'xlsx'] as const).map((format) => client.imports.template({ kind, format })),
    ),
    client.financials.template({ language: 'fr' }),
    client.receivables.exportAged({ asOf: '2026-11-22', format: 'xlsx' }),
    client.receivables.exportAged({ asOf: '2026-11-22', format: 'pdf' }),
  ])
  const told = [...said.map(({ file }) => file), writeVariant([])]
  const written = await Promise.all(told.map(async (blob) => new Uint8Array(await blob.arrayBuffer())))
  const encoded = texts.map((text) => new TextEncoder().encode(text) as Bytes)
  const zip = zipSync({ '../../evil.txt': encoded[0] as Bytes, 'CON.csv': encoded[6] as Bytes, 'a/': new Uint8Array() })
  return [...encoded, ...written, await facturX(), zip as Bytes]
}

const DIGITS = /\d{2,}/g
const NUMBERS = [
  '0',
  '-1',
  '99999999999999999999',
  '9007199254740993',
  '1e9',
  '00',
  '31',
  '2026-02-30',
  'NaN',
  '1,5',
  '',
]

/** The file as it is, cut short, with bytes turned, or, of a text, with another number or a strange word in it. */
const handled = (sound: Bytes, how: number, at: number, word: string, number: string): Bytes => {
  const place = sound.length === 0 ? 0 : at % sound.length
  if (how === 0) return sound.slice(0, place)
  if (how === 1) return sound.map((byte, index) => (index % 997 === place % 997 ? byte ^ (1 << (at % 8)) : byte))
  const isText = sound.length < 50_000 && !sound.subarray(0, 200).includes(0)
  if (how > 3 || !isText) return sound
  const text = new TextDecoder('latin1').decode(sound)
  if (how === 2) return bytesOf(text.slice(0, place) + word.slice(0, 600) + text.slice(place))
  const found = [...text.matchAll(DIGITS)]
  const hit = found[at % Math.max(1, found.length)]
  return hit ? bytesOf(text.slice(0, hit.index) + number + text.slice(hit.index + hit[0].length)) : sound
}

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text) as Bytes

const NAMES = ['a.csv', 'b.pdf', 'relevé.xml', 'x.xlsx', 'y.zip', '../z.txt', 'CON', 'é'.repeat(300), '.', 'FEC.txt']

export const anyFile = (sound: readonly Bytes[]): fc.Arbitrary<File> =>
  fc
    .record({
      bytes: fc.constantFrom(...sound),
      how: fc.integer({ min: 0, max: 6 }),
      at: fc.nat(),
      word: fc.constantFrom(...strangeStrings),
      number: fc.constantFrom(...NUMBERS),
      name: fc.constantFrom(...NAMES),
    })
    .map(({ bytes, how, at, word, number, name }) => new File([handled(bytes, how, at, word, number)], name))
