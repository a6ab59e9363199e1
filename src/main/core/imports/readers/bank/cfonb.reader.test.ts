import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { type CfonbLine, cfonb120 } from '../../../../../../test/support/bank-samples.ts'
import { readText } from '../../../../../../test/support/statements.ts'
import { cfonbAmount, cfonbDay } from './cfonb.record.ts'

const lineOf = async (line: CfonbLine) => {
  const { statements, problems } = await readText(cfonb120({ lines: [line] }), 'cfonb120')
  expect(problems).toEqual([])
  return statements[0]?.lines[0]
}

describe('the last character of an amount', () => {
  // F1 and F2
  it.each([...'{ABCDEFGHI'].map((char, digit) => [char, digit]))('%s is + %i', (char, digit) => {
    expect(cfonbAmount(`10${char}`, '1', 'EUR')).toEqual({ amount: 1000 + 10 * Number(digit), transcoded: false })
  })
  it.each([...'}JKLMNOPQR'].map((char, digit) => [char, digit]))('%s is − %i', (char, digit) => {
    expect(cfonbAmount(`10${char}`, '1', 'EUR')).toEqual({ amount: -1000 - 10 * Number(digit), transcoded: false })
  })
  it.each([
    ['0000000012345C', '2', 'EUR', 123_453],
    ['0000000012345L', '2', 'EUR', -123_453],
    ['0000000012345}', '2', 'EUR', -123_450],
    ['0000000012345}', '0', 'JPY', -123_450],
    ['0000000012345A', '3', 'TND', 123_451],
    ['0000000012345{', '3', 'EUR', 12_345],
  ])('%s with %s decimals of %s', (field, decimals, currency, amount) => {
    expect(cfonbAmount(field, decimals, currency)).toMatchObject({ amount })
  })
  it.each([
    ['é', 1],
    ['à', 1],
    ['è', -1],
    ['ù', -1],
  ])('%s stands for a brace', (char, sign) => {
    expect(cfonbAmount(`0000000001234${char}`, '2', 'EUR')).toEqual({ amount: 12_340 * Number(sign), transcoded: true })
  })
  it.each([
    ['00000000012345', 'amount'],
    ['0000000X12345A', 'amount'],
    ['', 'amount'],
  ])('%s is none', (field, reason) => {
    expect(cfonbAmount(field, '2', 'EUR')).toBe(reason)
  })
  it('is refused when it is finer than the currency', () => {
    expect(cfonbAmount('0000000012345A', '3', 'EUR')).toBe('amount-decimals')
  })
})

describe('a day', () => {
  // F3
  it.each([
    ['101020', '2020-10-10'],
    ['311259', '2059-12-31'],
    ['010160', '1960-01-01'],
    ['310220', null],
    ['  CART', null],
  ])('%s', (field, day) => {
    expect(cfonbDay(field)).toBe(day)
  })
})

describe('a movement', () => {
  it('reads its complements', async () => {
    expect(
      await lineOf({
        amount: 120_050,
        booked: '2026-03-03',
        valued: '2026-03-04',
        label: 'VIR SEPA DUPONT',
        complements: [
          ['NPY', 'DUPONT ET FILS'],
          ['LCC', `${'FACTURES 2026-17 ET 2026-18'.padEnd(68)}RE`],
          ['LC2', 'F-2026'],
          ['LCS', 'RF18539007547034'],
          ['RCN', `${'E2E-1'.padEnd(35)}SUPP`],
          ['REF', 'BANQUE-1'],
          ['MMO', 'USD200000000130000'],
          ['FEE', 'EUR200000000000100'],
        ],
      }),
    ).toMatchObject({
      line: 2,
      booked: '2026-03-03',
      valued: '2026-03-04',
      amount: 120_050,
      kind: 'transfer',
      party: 'DUPONT ET FILS',
      text: 'VIR SEPA DUPONT FACTURES 2026-17 ET 2026-18 REF-2026',
      creditorReference: 'RF18539007547034',
      reference: 'E2E-1',
      bankReference: 'BANQUE-1',
      code: '05',
      original: { amount: 130_000, currency: 'USD' },
    })
  })

  it('names the payee of money sent', async () => {
    const line = await lineOf({
      amount: -500,
      complements: [
        ['NBE', 'FOURNISSEUR'],
        ['CBE', 'FR14 2004 1010 0505'],
      ],
    })
    expect(line).toMatchObject({ party: 'FOURNISSEUR', partyAccount: 'FR14200410100505', kind: 'transfer' })
  })

  it.each<[string, CfonbLine, string]>([
    ['a rejection code', { amount: -500, code: '08', rejection: '10' }, '10'],
    ['a return complement', { amount: -500, code: 'B1', complements: [['RET', 'AM04 PROVISION']] }, 'AM04'],
    ['its label', { amount: -500, code: '08', label: 'PRLV SEPA IMPAYE DUPONT' }, ''],
    ['the label of a cheque', { amount: -500, code: '01', label: 'CHEQUE IMPAYE 0012345' }, ''],
  ])('comes back by %s', async (_, line, returnReason) => {
    expect(await lineOf(line)).toMatchObject({ kind: 'return', returnReason })
  })

  it.each<[string, CfonbLine, string]>([
    ['05', { amount: 500, code: '05' }, 'transfer'],
    ['18', { amount: 500, code: '18' }, 'transfer'],
    ['02', { amount: 500, code: '02', label: 'REMISE DE CHEQUES' }, 'cheque'],
    ['08', { amount: -500, code: '08', label: 'PRLV EDF' }, 'direct_debit'],
    ['a letter of SEPA by its label', { amount: -500, code: 'B1', label: 'PRLV SEPA OVH' }, 'direct_debit'],
    ['the fee of a rejection', { amount: -500, code: '62', label: 'FRAIS REJET PRLV' }, 'charge'],
    ['a payer who writes of what he owes', { amount: 500, code: '05', label: 'VIR REGLT FACTURE IMPAYEE' }, 'transfer'],
  ])('%s', async (_, line, kind) => {
    expect((await lineOf(line))?.kind).toBe(kind)
  })
})

describe('records', () => {
  // F8
  const pennylane = cfonb120({
    day: '2019-05-16',
    opening: -19_040,
    lines: [
      {
        amount: -3221,
        complements: [
          ['NPY', 'INTERNET SFR'],
          ['REF', 'REFERENCE'],
          ['RCN', 'OTHER REFERENCE'],
          ['LIB', 'MENSUEL'],
        ],
      },
      { amount: -1070 },
      { amount: -790 },
    ],
  })

  it('give three movements that add up to the closing', async () => {
    const { statements, problems, warnings } = await readText(pennylane, 'cfonb120')
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(statements).toMatchObject([
      { opening: { amount: -19_040 }, closing: { amount: -24_121, day: '2019-05-16' } },
    ])
    expect(statements[0]?.lines.map(({ amount }) => amount)).toEqual([-3221, -1070, -790])
    expect(statements[0]?.lines[0]).toMatchObject({
      party: 'INTERNET SFR',
      reference: 'OTHER REFERENCE',
      bankReference: 'REFERENCE',
    })
  })

  // F6
  it('read alike on one line, on lines, and cut at their last letter', async () => {
    const wanted = await readText(pennylane, 'cfonb120')
    for (const text of [
      pennylane.replaceAll('\r\n', ''),
      pennylane.replaceAll('\r\n', '\n'),
      pennylane.replace(/ +\r\n/g, '\n'),
      pennylane.replaceAll('\r\n', '   \r\n\r\n'),
    ]) {
      const { statements, problems } = await readText(text, 'cfonb120')
      expect(problems).toEqual([])
      expect(
        statements.map(({ line: _, lines, ...head }) => ({
          ...head,
          lines: lines.map(({ line: __, ...rest }) => rest),
        })),
      ).toEqual(
        wanted.statements.map(({ line: _, lines, ...head }) => ({
          ...head,
          lines: lines.map(({ line: __, ...rest }) => rest),
        })),
      )
    }
  })

  it('of a long file on one line are all read, each with its number', async () => {
    const text = cfonb120({ lines: Array.from({ length: 20_000 }, () => ({ amount: 1 })) }, { lineEnd: '' })
    const { statements } = await readText(text, 'cfonb120')
    expect(statements[0]?.lines).toHaveLength(20_000)
    expect(statements[0]?.lines.at(-1)?.line).toBe(20_001)
  })

  it('with accents for braces are read in their old encoding, with a warning', async () => {
    const text = cfonb120({ opening: 1230, lines: [{ amount: -450, label: 'VIR HÉLÈNE' }] })
      .replaceAll('{', 'é')
      .replaceAll('}', 'è')
    for (const table of ['iso-8859-15', 'cp850']) {
      const { statements, problems, warnings } = await readText(new Uint8Array(iconv.encode(text, table)), 'cfonb120')
      expect(problems).toEqual([])
      expect(warnings).toMatchObject([{ code: 'by-convention' }])
      expect(statements[0]).toMatchObject({
        opening: { amount: 1230 },
        closing: { amount: 780 },
        lines: [{ amount: -450 }],
      })
    }
  })

  const [start = '', movement = '', end = ''] = cfonb120({ lines: [{ amount: 100 }] }).split('\r\n')
  const complement = `05${movement.slice(2, 45)}LIBDETAIL`
  const faults = async (...records: string[]) => {
    const { problems } = await readText(records.join('\n'), 'cfonb120')
    return problems.map(({ line, reason }) => [line, reason])
  }

  // F7 and F10
  it.each<[string, string[], [number, string][]]>([
    ['a detail above any movement', [start, complement, end], [[2, 'detail-without-movement']]],
    ['an unknown record', [start, '99XXXX', movement, end], [[2, 'record']]],
    ['a bad date', [start, movement.replace('020326', '310226'), end], [[2, 'date']]],
    ['a bad amount', [start, `${movement.slice(0, 90)}0000000000100 `, end], [[2, 'amount']]],
    ['an end without a start', [end], [[1, 'statement-end']]],
    ['a start above the former end', [start, movement, start, movement, end], [[3, 'statement-order']]],
    ['a movement outside', [movement, complement, start, movement, end], [[1, 'outside-statement']]],
    [
      'a movement of another account',
      [start, movement.replace('12345678901', '99999999999'), end],
      [[2, 'outside-statement']],
    ],
    ['a statement that is cut', [start, movement], [[2, 'truncated']]],
    ['a record that is cut', [start, movement.slice(0, 70), end], [[2, 'truncated']]],
  ])('%s', async (_, records, wanted) => {
    expect(await faults(...records)).toEqual(wanted)
  })

  it('of another format are refused', async () => {
    await expect(readText(`${'x'.repeat(119)}\n`.repeat(200), 'cfonb120')).rejects.toMatchObject({
      code: 'import.format-unknown',
    })
  })
})
