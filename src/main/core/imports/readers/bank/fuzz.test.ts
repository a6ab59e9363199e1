import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bankCsv, camt053, cfonb120, mt940, ofx1, ofx2, qif } from '../../../../../../test/support/bank-samples.ts'
import { bankSource, readAll } from '../../../../../../test/support/statements.ts'
import type { BankFormat } from '../../../bank/statement.model.ts'
import { isDay } from '../../../kernel/day.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { bankMappingSchema } from '../../bank-mapping.schema.ts'
import { detectBankFormat } from './detect.bank.ts'

const statement = {
  lines: [
    { amount: 120_050, party: 'Dupont', text: ['FACTURE 2026-17', 'é&<'], reference: 'E2E', documents: ['F1'] },
    {
      amount: -500,
      text: 'PRLV IMPAYE',
      details: [
        { amount: -200, text: 'A' },
        { amount: -300, text: 'B' },
      ],
    },
    { amount: 700, text: 'REMISE' },
  ],
}
const packed = Buffer.from(zipSync({ a: strToU8(camt053(statement)), b: strToU8('x') }))

const samples: [BankFormat, Buffer][] = [
  ['camt', Buffer.from(camt053(statement))],
  ['camt', packed],
  ['cfonb120', Buffer.from(cfonb120(statement))],
  ['cfonb120', Buffer.from(cfonb120(statement, { lineEnd: '' }))],
  ['mt940', Buffer.from(mt940(statement))],
  ['mt940', Buffer.from(mt940({ lines: [{ amount: 5, info: '/EREF/X/REMI/USTD//Y/NAME/Z' }] }))],
  ['ofx', Buffer.from(ofx1(statement))],
  ['ofx', Buffer.from(ofx2(statement))],
  ['qif', Buffer.from(qif(statement))],
  ['bank-csv', Buffer.from(bankCsv(statement))],
]

const mapping = bankMappingSchema.parse({
  name: 'x',
  columns: {
    booked: 'Date',
    valued: 'Date de valeur',
    label: 'Libellé',
    debit: 'Débit euros',
    credit: 'Crédit euros',
    balance: 'Solde',
  },
})

// What formats are made of, more telling than any byte.
const TOKENS = [
  '<',
  '>',
  '</',
  '<!DOCTYPE a [',
  '<!ENTITY',
  '&a;',
  '&#x0;',
  ']]>',
  '<![CDATA[',
  '__proto__',
  '<Ntry>',
  '</Stmt>',
  '\0',
  '\n',
  '\r',
  ':61:',
  ':62F:',
  '-}',
  '{4:',
  '?20',
  '/EREF/',
  '^',
  '!Type:Bank',
  '"',
  ';',
  '}',
  '{',
  '99999999999999999999',
  '-',
  ',',
  '.',
  '01',
  '04',
  '07',
  '\uFEFF',
  'é',
  '\ud800',
  'PK\u0003\u0004',
]

type Change =
  | { kind: 'byte'; at: number; byte: number }
  | { kind: 'cut'; at: number; length: number }
  | { kind: 'repeat'; at: number; length: number; times: number }
  | { kind: 'token'; at: number; token: string }
  | { kind: 'end'; at: number }

const at = fc.nat(1_000_000)
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at, byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at, length: fc.nat(200) }),
  fc.record({ kind: fc.constant('repeat' as const), at, length: fc.nat(200), times: fc.nat(20) }),
  fc.record({ kind: fc.constant('token' as const), at, token: fc.constantFrom(...TOKENS) }),
  fc.record({ kind: fc.constant('end' as const), at }),
)

const changed = (bytes: Buffer, one: Change): Buffer => {
  const place = bytes.length === 0 ? 0 : one.at % bytes.length
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
  switch (one.kind) {
    case 'byte':
      return Buffer.concat([before, Buffer.from([one.byte]), after.subarray(1)])
    case 'cut':
      return Buffer.concat([before, after.subarray(one.length)])
    case 'repeat':
      return Buffer.concat([before, ...Array.from({ length: one.times }, () => after.subarray(0, one.length)), after])
    case 'token':
      return Buffer.concat([before, Buffer.from(one.token), after])
    case 'end':
      return Buffer.from(before)
  }
}

/** Reads as the program does: batches that keep the model's promises, problems with a line, or a refusal. */
const check = async (format: BankFormat, bytes: Buffer): Promise<void> => {
  detectBankFormat(bytes)
  try {
    const { statements, problems, warnings } = await readAll(bankSource(new Uint8Array(bytes)), format, { mapping })
    for (const { lines, currency, opening } of statements) {
      expect(currency).toMatch(/^[A-Z]{3}$/)
      if (opening) expect(isDay(opening.day)).toBe(true)
      for (const line of lines) {
        expect(Number.isSafeInteger(line.amount) && !Object.is(line.amount, -0)).toBe(true)
        expect(isDay(line.booked) && (line.valued === null || isDay(line.valued))).toBe(true)
        expect(line.line).toBeGreaterThan(0)
      }
    }
    for (const { line } of problems) expect(line).toBeGreaterThan(0)
    for (const { message } of warnings) expect(message).not.toBe('')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

// 10,000 inputs in all: 700 changed ones of each sample, 500 random ones of each format.
describe('whatever is read gives batches, problems or a refusal', () => {
  it.each(samples)(
    'changed %s',
    async (format, sample) => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) =>
          check(format, changes.reduce(changed, sample)),
        ),
        { numRuns: 700 },
      )
    },
    60_000,
  )

  const heads: Record<BankFormat, string> = {
    camt: '<Document><BkToCstmrStmt><Stmt>',
    cfonb120: cfonb120({ lines: [] }).slice(0, 122),
    mt940: ':20:X\n:25:Y\n:60F:C260301EUR1,00\n',
    ofx: '<OFX><STMTRS><CURDEF>EUR',
    qif: '!Type:Bank\n',
    'bank-csv': 'Date;Date de valeur;Libellé;Débit euros;Crédit euros;Solde\n',
  }
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    fc
      .array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 12 })), { maxLength: 60 })
      .map((parts) => Buffer.from(parts.join(''))),
  )
  it.each(Object.entries(heads) as [BankFormat, string][])(
    'random %s',
    async (format, head) => {
      await fc.assert(
        fc.asyncProperty(fc.boolean(), noise, (headed, bytes) =>
          check(format, headed ? Buffer.concat([Buffer.from(head), bytes]) : bytes),
        ),
        { numRuns: 500 },
      )
    },
    60_000,
  )
})

// Each of these would take minutes, or all the memory, if it were looked into.
describe('what is made to be slow is read or refused soon', () => {
  const million = 1_000_000
  it.each<[string, BankFormat, string]>([
    ['endless digits (MT940)', 'mt940', `:20:X\n:25:Y\n:61:260302C${'9'.repeat(million - 50)}\u2028\n`],
    [
      'endless digits (OFX)',
      'ofx',
      `<OFX><STMTRS><STMTTRN><DTPOSTED>20260302<TRNAMT>${'9'.repeat(million)}</STMTTRN></STMTRS></OFX>`,
    ],
    [
      'endless tags (OFX)',
      'ofx',
      `<OFX><STMTRS><STMTTRN><PAYEE>${Array.from({ length: 50_000 }, (_, i) => `<A${i}>x`).join('')}`,
    ],
    [
      'endless namespaces',
      'camt',
      `<Document ${Array.from({ length: 40_000 }, (_, i) => `xmlns:a${i}="u"`).join(' ')}/>`,
    ],
    ['endless braces', 'mt940', '{'.repeat(million / 2)],
    [
      'an endless day (table)',
      'bank-csv',
      `Date;Date de valeur;Libellé;Débit euros;Crédit euros;Solde\n${'T,'.repeat(100_000)};;a;1,00;;\n`,
    ],
    ['an endless day (QIF)', 'qif', `!Type:Bank\nD${'T '.repeat(million / 4)}x\nT1\n^\n`],
    [
      'an endless label (table)',
      'bank-csv',
      `Date;Date de valeur;Libellé;Débit euros;Crédit euros;Solde\n01/02/2026;;a;1,00;;\n${';;suite;;;\n'.repeat(200_000)}`,
    ],
    ['one endless line (CFONB)', 'cfonb120', '0'.repeat(4 * million)],
  ])(
    '%s',
    // What would be slow without bounds would take hours, not this long.
    (_, format, text) => check(format, Buffer.from(text)),
    60_000,
  )
})
