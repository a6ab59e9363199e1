import { describe, expect, it, test } from 'vitest'
import { variants, writeVariant } from '../../../../../test/support/fec-variants.ts'
import { sharedDataMissing, sharedJson, sharedSource, skippedNote } from '../../../../../test/support/shared-data.ts'
import type { LedgerLine } from './fec.line.ts'
import {
  createReceivableCollector,
  distinctNumber,
  groupKey,
  type ReceivableMovement,
  readFecReceivables,
} from './fec.receivables.ts'
import type { Source } from './source.ts'

const collect = async (source: Source): Promise<ReceivableMovement[]> => {
  const movements: ReceivableMovement[] = []
  for await (const batch of readFecReceivables(source)) movements.push(...batch.movements)
  return movements
}

let nextLine = 1
const posting = (account: string, amount: number, rest: Partial<LedgerLine> = {}): LedgerLine => ({
  line: nextLine++,
  journal: 'OD',
  journalLabel: '',
  entry: '1',
  date: '2026-01-10',
  account,
  accountLabel: 'Compte',
  auxiliary: account.startsWith('41') ? 'C001' : '',
  auxiliaryLabel: account.startsWith('41') ? 'Alpha' : '',
  piece: 'P-1',
  pieceDate: '2026-01-08',
  label: 'libellé',
  debit: Math.max(amount, 0),
  credit: Math.max(-amount, 0),
  lettering: '',
  letteringDate: null,
  currency: '',
  currencyAmount: null,
  ...rest,
})
const movementsOf = (...lines: LedgerLine[]) => {
  const collector = createReceivableCollector()
  return [...collector.take(lines), ...collector.end()]
}

describe('what a receivable line is, by what stands against it', () => {
  it.each([
    ['a sale', [posting('411000', 1200), posting('706000', -1000), posting('445710', -200)], ['invoice']],
    ['a sale in an account of the customer', [posting('411ALPHA', 1200), posting('701000', -1200)], ['invoice']],
    ['a credit note', [posting('411000', -1200), posting('706000', 1000), posting('445710', 200)], ['credit_note']],
    ['an asset sold', [posting('411000', 500), posting('775000', -500)], ['invoice']],
    ['a receipt', [posting('512000', 1200), posting('411000', -1200)], ['payment']],
    [
      'a receipt with bank charges',
      [posting('512000', 1190), posting('627000', 10), posting('411000', -1200)],
      ['payment'],
    ],
    [
      'a receipt with an exchange gain',
      [posting('512000', 1210), posting('766000', -10), posting('411000', -1200)],
      ['payment'],
    ],
    [
      'a receipt less a discount and its tax',
      [posting('512000', 1176), posting('665000', 20), posting('445710', 4), posting('411000', -1200)],
      ['payment'],
    ],
    ['a cheque that bounced', [posting('411000', 1200), posting('512000', -1200)], ['payment']],
    ['a refund', [posting('411000', 50), posting('512000', -50)], ['payment']],
    [
      'a bounced cheque with its cost charged on',
      [posting('411000', 120), posting('512000', -100), posting('708000', -20)],
      ['payment'],
    ],
    [
      'a sale paid at once',
      [posting('411000', 12), posting('707000', -12), posting('530000', 12), posting('411000', -12)],
      ['invoice', 'payment'],
    ],
    ['a customer become doubtful', [posting('416000', 1200), posting('411000', -1200)], ['adjustment', 'adjustment']],
    ['a bad debt', [posting('654000', 1000), posting('445710', 200), posting('411000', -1200)], ['adjustment']],
    ['a cent too much', [posting('411000', 1), posting('758000', -1)], ['adjustment']],
    ['set off against a supplier', [posting('401000', 100), posting('411000', -100)], ['adjustment']],
    ['negative debit', [posting('411000', 0, { debit: -1200 }), posting('706000', 1200)], ['credit_note']],
    [
      'an opening, by its journal',
      [posting('411000', 10, { journal: 'AN' }), posting('101000', -10, { journal: 'AN' })],
      ['opening'],
    ],
    [
      'an opening, by its journal’s name',
      [posting('411000', 10, { journal: 'X', journalLabel: 'A NOUVEAUX' })],
      ['opening'],
    ],
    ['an opening, by its label', [posting('411000', 10, { label: 'Report à nouveau' })], ['opening']],
    [
      'a new customer’s invoice',
      [posting('411000', 10, { label: 'Nouveau client' }), posting('706000', -10)],
      ['invoice'],
    ],
    ['a sale whose counterpart stands elsewhere', [posting('411000', 10, { journal: 'VT' })], ['invoice']],
    ['a receipt whose counterpart stands elsewhere', [posting('411000', -10, { journal: 'BQ1' })], ['payment']],
    ['nothing that tells', [posting('411000', -10, { journal: 'OD' })], ['adjustment']],
  ])('%s', (_name, lines, kinds) => {
    expect(movementsOf(...lines).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('a movement', () => {
  const only = (line: LedgerLine, against = posting('706000', -1)) =>
    movementsOf(line, against)[0] as ReceivableMovement

  test('belongs to the auxiliary account, else to the account', () => {
    expect(only(posting('411000', 1))).toMatchObject({ customerCode: 'C001', customerName: 'Alpha' })
    expect(
      only(posting('411DUPONT', 1, { auxiliary: '', auxiliaryLabel: '', accountLabel: 'Dupont SA' })),
    ).toMatchObject({ customerCode: '411DUPONT', customerName: 'Dupont SA' })
    expect(only(posting('411000', 1, { auxiliary: '42', auxiliaryLabel: '' }))).toMatchObject({
      customerCode: '42',
      customerName: '42',
    })
  })

  it.each([
    ['FA-12', 'FA-12'],
    ['VE  0123', 'VE 0123'],
    ['', 'OD-7'],
    ['-', 'OD-7'],
    ['[NS]', 'OD-7'],
    ['SANS_PIECE_REF', 'OD-7'],
    ['RAN', 'OD-7'],
    ['0000', 'OD-7'],
  ])('of piece %j has the number %j', (piece, number) => {
    expect(only(posting('411000', 1, { piece, entry: '0007' }))).toMatchObject({ number })
  })

  test('takes the entry’s number when it is the document’s', () => {
    expect(only(posting('411000', 1, { piece: '-', journal: 'INV', entry: 'INV/2021/00001' })).number).toBe(
      'INV/2021/00001',
    )
    expect(only(posting('411000', 1, { piece: '', entry: '0' })).number).toBe('OD-20260110')
  })

  test('is issued on its document’s day, unless that is missing or later than its booking', () => {
    expect(only(posting('411000', 1))).toMatchObject({ booked: '2026-01-10', issued: '2026-01-08', approximate: false })
    expect(only(posting('411000', 1, { pieceDate: null })).issued).toBe('2026-01-10')
    expect(only(posting('411000', 1, { pieceDate: '2026-02-01' })).issued).toBe('2026-01-10')
  })

  test('that is a payment counts from its booking', () => {
    expect(only(posting('411000', -1), posting('512000', 1))).toMatchObject({ kind: 'payment', issued: '2026-01-10' })
  })

  test('that opens a year is approximate, unless it kept its document’s day', () => {
    expect(only(posting('411000', 1, { journal: 'AN', pieceDate: '2026-01-10' })).approximate).toBe(true)
    expect(only(posting('411000', 1, { journal: 'AN', pieceDate: '2025-11-30' }))).toMatchObject({
      approximate: false,
      issued: '2025-11-30',
    })
  })

  test('in another currency keeps its amount there, signed as its own', () => {
    expect(only(posting('411000', -900, { currency: 'USD', currencyAmount: 1000 })).foreign).toEqual({
      currency: 'USD',
      amount: -1000,
    })
    expect(only(posting('411000', 900)).foreign).toBeNull()
  })

  test('of nothing is none', () => {
    expect(movementsOf(posting('411000', 0))).toEqual([])
  })

  test('of a supplier or an advance is none', () => {
    expect(movementsOf(posting('401000', 5), posting('419100', -5))).toEqual([])
  })
})

describe('the key of a line', () => {
  const year = [
    posting('411000', 10),
    posting('706000', -10),
    posting('411000', 10),
    posting('706000', -10),
    posting('411000', 20, { entry: '2' }),
    posting('706000', -20, { entry: '2' }),
  ]
  const keysOf = (lines: LedgerLine[]) => movementsOf(...lines).map(({ sourceKey }) => sourceKey)

  test('tells equal lines apart', () => {
    expect(new Set(keysOf(year)).size).toBe(3)
  })

  test('is found again in a longer export, wherever its lines moved and whatever was lettered since', () => {
    const longer = [
      posting('411000', 99, { journal: 'AA' }),
      ...year.map((line) => ({ ...line, line: line.line + 500, lettering: 'A' })),
    ]
    expect(keysOf(longer)).toEqual(expect.arrayContaining(keysOf(year)))
  })

  it.each([
    ['journal', 'X'],
    ['entry', '9'],
    ['date', '2026-01-11'],
    ['account', '411001'],
    ['auxiliary', 'C9'],
    ['piece', 'P'],
    ['label', 'l'],
    ['debit', 3],
  ])('depends on %s', (field, value) => {
    const line = posting('411000', 10)
    expect(keysOf([{ ...line, [field]: value }])).not.toEqual(keysOf([line]))
  })
})

test('numbers that come back are told apart by their entry', () => {
  expect(distinctNumber('VE 0123', '00000002')).toBe('VE 0123-2')
  expect(distinctNumber('OD-7', '0007')).toBe('OD-7')
  expect(distinctNumber('INV/1', 'INV/1')).toBe('INV/1')
  expect(distinctNumber('FA-1', '0')).toBe('FA-1')
})

test('a lettering code stands for one group of one customer in one account', () => {
  const key = groupKey('411000', 'C001', 'AA', '2026')
  expect(groupKey('411000', 'C001', '', '2026')).toBeNull()
  for (const other of [
    groupKey('411000', 'C002', 'AA', '2026'),
    groupKey('416000', 'C001', 'AA', '2026'),
    groupKey('411000', 'C001', 'aa', '2026'),
    groupKey('411000', 'C001', 'AA', '2027'),
  ]) {
    expect(other).not.toBe(key)
  }
})

test('every variant of a ledger gives the same movements', async () => {
  const plain = ({ line: _line, sourceKey, ...rest }: ReceivableMovement) => ({ ...rest, sourceKey: sourceKey.length })
  const expected = (await collect({ name: 'base', blob: writeVariant([]) })).map(plain)
  expect(expected.map(({ kind, number, amount }) => [kind, number, amount])).toEqual([
    ['opening', 'AN-1', 48000],
    ['invoice', 'FA-1', 120000],
    ['invoice', 'FA-2', 6030],
    ['credit_note', 'AV-3', -1200],
    ['payment', 'BQ-4', -120000],
  ])
  for (const changes of Object.values(variants)) {
    expect((await collect({ name: 'variant', blob: writeVariant(changes) })).map(plain)).toEqual(expected)
  }
})

describe.skipIf(sharedDataMissing)(`real ledgers${skippedNote}`, () => {
  const expected = sharedDataMissing ? {} : sharedJson('fec/EXPECTED.json')

  it.each(Object.entries(expected))('%s', async (name, told) => {
    const movements = await collect(await sharedSource(`fec/${name}`))
    const sumsBy = (keyOf: (movement: ReceivableMovement) => string | null) => {
      const sums = new Map<string, number>()
      for (const movement of movements) {
        const key = keyOf(movement)
        if (key !== null) sums.set(key, (sums.get(key) ?? 0) + movement.amount)
      }
      return [...sums.values()]
    }
    const customers = sumsBy(({ customerCode }) => customerCode)
    const groups = sumsBy(({ account, customerCode, lettering }) => groupKey(account, customerCode, lettering))
    expect({
      net: (movements.reduce((sum, { amount }) => sum + amount, 0) / 100).toFixed(2),
      customers: customers.length,
      withBalance: customers.filter((sum) => sum !== 0).length,
      inCredit: customers.filter((sum) => sum < 0).length,
      groups: groups.length,
      open: groups.filter((sum) => sum !== 0).length,
      keys: new Set(movements.map(({ sourceKey }) => sourceKey)).size,
    }).toEqual({
      net: told.net_411,
      customers: told.customers_411,
      withBalance: told.customers_with_nonzero_balance,
      inCredit: told.customers_credit_balance,
      groups: told.lettering_groups_411,
      open: told.lettering_groups_not_zero,
      keys: told.rows_411,
    })
  })
})
