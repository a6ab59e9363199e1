import { beforeAll, describe, expect, it, test } from 'vitest'
import { BASE_ROWS, BASE_TOTAL, variants, writeVariant } from '../../../../../test/support/fec-variants.ts'
import { sharedDataMissing, sharedJson, sharedSource, skippedNote } from '../../../../../test/support/shared-data.ts'
import { detectEncoding } from './encoding.ts'
import { isReceivableAccount } from './fec.kind.ts'
import type { LedgerLine } from './fec.line.ts'
import { type LedgerTotals, readFec } from './fec.reader.ts'
import type { LineProblem, LineWarning, Source } from './source.ts'

const collect = async (source: Source) => {
  const lines: LedgerLine[] = []
  const problems: LineProblem[] = []
  const warnings: LineWarning[] = []
  let totals: LedgerTotals | null = null
  for await (const batch of readFec(source)) {
    lines.push(...batch.lines)
    problems.push(...batch.problems)
    warnings.push(...batch.warnings)
    totals = batch.totals
  }
  return { lines, problems, warnings, totals: totals as LedgerTotals }
}

const source = (text: string | Blob): Source => ({
  name: 'ledger.txt',
  blob: typeof text === 'string' ? new Blob([text]) : text,
})
const read = (text: string) => collect(source(text))

const withoutPlace = (lines: LedgerLine[]) =>
  lines.map(({ line: _line, debit, credit, ...rest }) => ({ ...rest, amount: debit - credit }))

describe('the same ledger, however it is written', () => {
  let expected: ReturnType<typeof withoutPlace>
  beforeAll(async () => {
    expected = withoutPlace((await collect(source(writeVariant([])))).lines)
  })

  test('is the ledger that was written', () => {
    expect(expected).toHaveLength(BASE_ROWS.length)
    expect(expected[2]).toMatchObject({
      journal: 'VE',
      journalLabel: 'Ventes',
      entry: '1',
      date: '2026-01-05',
      account: '411000',
      auxiliary: 'C001',
      auxiliaryLabel: 'Café Hélène',
      piece: 'FA-1',
      pieceDate: '2026-01-05',
      label: 'Facture Café Hélène',
      amount: 120000,
      lettering: 'A',
      letteringDate: '2026-01-20',
      currency: '',
      currencyAmount: null,
    })
  })

  it.each(Object.entries(variants))('%s', async (name, changes) => {
    const { lines, problems, warnings, totals } = await collect(source(writeVariant(changes)))
    expect(problems).toEqual([])
    expect(withoutPlace(lines)).toEqual(expected)
    expect(totals.debit - totals.credit).toBe(0)
    expect(totals).toMatchObject({
      records: BASE_ROWS.length,
      entries: 5,
      unbalancedEntries: 0,
      from: '2026-01-01',
      until: '2026-01-20',
    })
    if (!/negative|minus/.test(name)) expect(totals.debit).toBe(BASE_TOTAL)
    expect(warnings.map(({ code }) => code)).toEqual(/comma|semicolon/.test(name) ? ['separator-unusual'] : [])
  })
})

const HEADER =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise'
const line = (changes: Partial<Record<string, string>> = {}, header = HEADER): string => {
  const values: Record<string, string> = {
    JournalCode: 'VE',
    EcritureNum: '7',
    EcritureDate: '20260105',
    CompteNum: '411000',
    CompAuxNum: 'C001',
    PieceRef: 'FA-7',
    PieceDate: '20260105',
    EcritureLib: 'Facture',
    Debit: '10,00',
    Credit: '0,00',
    ValidDate: '20260131',
    ...changes,
  }
  return header
    .split('|')
    .map((name) => values[name] ?? '')
    .join('|')
}
const credit = line({ CompteNum: '706000', CompAuxNum: '', Debit: '0,00', Credit: '10,00' })
const ledger = (...lines: string[]) => [HEADER, ...lines].join('\n')

describe('a line that cannot be taken is told with its reason', () => {
  it.each([
    ['no day', { EcritureDate: '' }, 'EcritureDate', 'missing'],
    ['a day that is none', { EcritureDate: '20260230' }, 'EcritureDate', 'date'],
    ['a day in another form', { EcritureDate: '5 janv.' }, 'EcritureDate', 'date'],
    ['a document day that is none', { PieceDate: '2026' }, 'PieceDate', 'date'],
    ['no account', { CompteNum: '  ' }, 'CompteNum', 'missing'],
    ['words as a debit', { Debit: 'dix' }, 'Debit', 'amount'],
    ['a tenth of a cent', { Debit: '10,001' }, 'Debit', 'amount'],
    ['two decimal marks', { Debit: '1.000,00' }, 'Debit', 'amount'],
    ['a sign alone', { Credit: '-' }, 'Credit', 'amount'],
    ['more cents than can be counted', { Debit: '99999999999999999,00' }, 'Debit', 'amount'],
  ])('%s', async (_name, changes, field, reason) => {
    const { lines, problems } = await read(ledger(line(changes), credit))
    expect(problems).toEqual([{ line: 2, field, value: Object.values(changes)[0]?.trim(), reason }])
    expect(lines.map(({ line }) => line)).toEqual([3])
  })

  test('several at once are all told', async () => {
    const { problems } = await read(ledger(line({ EcritureDate: 'x', Debit: 'y' })))
    expect(problems.map(({ field }) => field)).toEqual(['EcritureDate', 'Debit'])
  })

  test('neither debit nor credit', async () => {
    const header = HEADER.replace('Debit', 'Montant').replace('Credit', 'Sens')
    const { problems } = await read([header, line({ Montant: '10,00', Sens: 'X' }, header)].join('\n'))
    expect(problems).toEqual([{ line: 2, field: 'Sens', value: 'X', reason: 'sense' }])
  })

  test('a line cut short, and the rest of it', async () => {
    const { problems, lines } = await read(
      ledger('VE||7|20260105|411000|Clients|C001|Alpha|FA-7|20260105|Facture', 'suite|10,00|0,00', line()),
    )
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'cells'],
      [3, 'cells'],
    ])
    expect(lines).toHaveLength(1)
  })

  test('unquoted decimal commas in a comma-separated file are not guessed at', async () => {
    const { problems, lines } = await read(ledger(line()).replaceAll('|', ','))
    expect(problems).toMatchObject([{ line: 2, reason: 'cells' }])
    expect(lines).toEqual([])
  })

  test('a refused line does not call its entry unbalanced', async () => {
    const { warnings } = await read(
      ledger(
        line(),
        line({ CompteNum: '706000', Debit: '0', Credit: 'x' }),
        line({ EcritureNum: '8' }),
        line({ EcritureNum: '8', Debit: '0', Credit: '10' }),
      ),
    )
    expect(warnings.map(({ code }) => code)).toEqual(['file-unbalanced'])
  })
})

describe('separators inside a label', () => {
  it.each([
    ['one', `${line({ EcritureLib: 'Loyer | mars' })}`, 'Loyer | mars'],
    ['two', `${line({ EcritureLib: 'a|b|c' })}`, 'a|b|c'],
    ['at its end', line({ EcritureLib: 'Facture|' }), 'Facture|'],
    ['with numbers around', line({ EcritureLib: 'FACT|123' }), 'FACT|123'],
    ['on a lettered line', line({ EcritureLib: 'FACT|123', EcritureLet: 'AA', DateLet: '20260120' }), 'FACT|123'],
    ['on a line in dollars', line({ EcritureLib: 'FACT|9', Montantdevise: '12,00', Idevise: 'USD' }), 'FACT|9'],
  ])('%s', async (_name, text, label) => {
    const { lines, problems } = await read(ledger(text, credit))
    expect(problems).toEqual([])
    expect(lines[0]).toMatchObject({ label, debit: 1000, credit: 0, account: '411000' })
  })

  test('a separator at the end of the line is none of it', async () => {
    const { lines, problems } = await read(
      ledger(`${line()}|`, `${credit}|`, `${line({ EcritureLib: 'a|b', EcritureNum: '8' })}|`),
    )
    expect(problems).toEqual([])
    expect(lines.map(({ label, debit, credit }) => [label, debit, credit])).toEqual([
      ['Facture', 1000, 0],
      ['Facture', 0, 1000],
      ['a|b', 1000, 0],
    ])
  })
})

describe('what a ledger leaves unsaid', () => {
  test('quotes are letters like others', async () => {
    const { lines } = await read(ledger(line({ EcritureLib: '"Facture', CompAuxLib: 'Dupont "père"' })))
    expect(lines[0]).toMatchObject({ label: '"Facture', auxiliaryLabel: 'Dupont "père"' })
  })

  it.each(['19000101', '00010101', '17530101', '18991230', '00000000', ''])(
    'a document day of %j is none',
    async (PieceDate) => {
      const { lines, problems } = await read(ledger(line({ PieceDate })))
      expect(problems).toEqual([])
      expect(lines[0]?.pieceDate).toBeNull()
    },
  )

  test('an entry without a number ends where it balances', async () => {
    const { totals, warnings } = await read(
      ledger(
        line({ EcritureNum: '0' }),
        line({ EcritureNum: '0', Debit: '', Credit: '10' }),
        line({ EcritureNum: '0' }),
        line({ EcritureNum: '0', Debit: '', Credit: '10' }),
      ),
    )
    expect(totals).toMatchObject({ entries: 2, unbalancedEntries: 0 })
    expect(warnings).toEqual([])
  })

  test('entries that are interleaved are put together again', async () => {
    const { totals, warnings } = await read(
      ledger(
        line(),
        line({ EcritureNum: '8', Debit: '3,00' }),
        credit,
        line({ EcritureNum: '8', Debit: '0', Credit: '3,00' }),
      ),
    )
    expect(totals).toMatchObject({ entries: 2, unbalancedEntries: 0 })
    expect(warnings).toEqual([])
  })

  test('an unbalanced entry and file are told, a hundred entries at most', async () => {
    const lines = Array.from({ length: 150 }, (_, i) => line({ EcritureNum: String(i + 1), Debit: '0,01' }))
    const { totals, warnings } = await read(ledger(...lines))
    expect(totals.unbalancedEntries).toBe(150)
    expect(warnings.filter(({ code }) => code === 'entry-unbalanced')).toHaveLength(100)
    expect(warnings[0]).toEqual({
      line: 2,
      code: 'entry-unbalanced',
      message: 'Entry VE 1 of 2026-01-05: debit − credit = 0.01',
    })
    expect(warnings.at(-1)).toMatchObject({ code: 'file-unbalanced', message: 'Debit − credit of the file = 1.50' })
  })

  test('an unreadable lettering day or amount in currency is told, and the line taken', async () => {
    const { lines, warnings } = await read(ledger(line({ DateLet: 'x', Montantdevise: 'y', Idevise: 'usd' }), credit))
    expect(lines[0]).toMatchObject({ letteringDate: null, currency: 'USD', currencyAmount: null })
    expect(warnings.map(({ code }) => code)).toEqual(['lettering-date', 'currency-amount'])
  })

  test('trailing empty cells may have been trimmed away', async () => {
    const { lines, problems } = await read(ledger(line().replace(/\|+$/, ''), credit.replace(/\|+$/, '')))
    expect(problems).toEqual([])
    expect(lines.map(({ debit, credit }) => debit - credit)).toEqual([1000, -1000])
  })
})

describe('a file that is no ledger is refused', () => {
  it.each([
    ['another table', 'Client;Montant\nAlpha;10', 'import.format-unknown'],
    ['a ledger without amounts', ledger().replace('|Debit|Credit', ''), 'import.format-unknown'],
    ['nothing', '', 'import.empty'],
    ['blank lines', '\n \n', 'import.empty'],
    ['binary', 'JournalCode\u0000', 'import.encoding'],
  ])('%s', async (_name, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'Refusal', code })
  })

  test('a reading that is cancelled stops', async () => {
    const reading = readFec(source(ledger(line())), { signal: AbortSignal.abort() })
    await expect(reading.next()).rejects.toMatchObject({ code: 'cancelled' })
  })
})

const decimal = (minor: number) => (minor / 100).toFixed(2)

describe.skipIf(sharedDataMissing)(`real ledgers${skippedNote}`, () => {
  const expected = sharedDataMissing ? {} : sharedJson('fec/EXPECTED.json')
  const iso = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`

  it.each(Object.entries(expected))('%s', async (name, told) => {
    const { lines, problems, warnings, totals } = await collect(await sharedSource(`fec/${name}`))
    expect(problems).toEqual([])
    expect(warnings).toEqual([])
    expect({ ...totals, debit: decimal(totals.debit), credit: decimal(totals.credit) }).toEqual({
      records: told.rows,
      debit: told.total_debit,
      credit: told.total_credit,
      entries: told.entries,
      unbalancedEntries: told.unbalanced_entries,
      from: iso((told.EcritureDate as string[])[0] as string),
      until: iso((told.EcritureDate as string[])[1] as string),
    })
    const receivable = lines.filter(({ account }) => isReceivableAccount(account))
    const unlettered = receivable.filter(({ lettering }) => lettering === '')
    const sum = (of: LedgerLine[], side: 'debit' | 'credit') => of.reduce((total, line) => total + line[side], 0)
    expect({
      rows: receivable.length,
      net: decimal(sum(receivable, 'debit') - sum(receivable, 'credit')),
      lettered: receivable.length - unlettered.length,
      debit: decimal(sum(unlettered, 'debit')),
      credit: decimal(sum(unlettered, 'credit')),
    }).toEqual({
      rows: told.rows_411,
      net: told.net_411,
      lettered: told.rows_411_lettered,
      debit: told.unlettered_411_debit,
      credit: told.unlettered_411_credit,
    })
  })

  test('the one that seems to be ISO-8859-15 is CP850: its only letter beyond ASCII is a degree sign', async () => {
    const source = await sharedSource('fec/111111111FEC20221231.TXT')
    expect(await detectEncoding(source.blob)).toEqual({ encoding: 'cp850', mixed: false })
    const { lines } = await collect(source)
    const labels = new Set(lines.map(({ label }) => label).filter((label) => /[^\p{ASCII}]/u.test(label)))
    expect([...labels]).toEqual(['CREAT° MAQUETTE ETIQ', 'SIMULAT° LICHEN DE M'])
  })
})
