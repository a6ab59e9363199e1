import { describe, expect, it } from 'vitest'
import { mt940, type SwiftSample } from '../../../../../../test/support/bank-samples.ts'
import { readText } from '../../../../../../test/support/statements.ts'
import { entryDay, parseLine, swiftAmount, swiftDay } from './mt940.line.ts'

const lineOf = async (line: SwiftSample) => {
  const { statements, problems } = await readText(mt940({ lines: [line] }), 'mt940')
  expect(problems).toEqual([])
  return statements[0]?.lines[0]
}

describe('field 61', () => {
  it.each([
    ['1003190319CR27,00NTRFREF//BANK', 'C', '27,00', 'NTRF', 'REF', 'BANK'],
    ['1003190319DR193282,05N035NONREF', 'D', '193282,05', 'N035', 'NONREF', ''],
    ['1003190319RC12,5NTRFNONREF', 'RC', '12,5', 'NTRF', 'NONREF', ''],
    ['1003190319RDR12,NTRFNONREF', 'RD', '12,', 'NTRF', 'NONREF', ''],
    ['100722D25,03NTRFTMG TANGO', 'D', '25,03', 'NTRF', 'TMG TANGO', ''],
    ['1312091209C79,7FMSC01916//NONREF', 'C', '79,7', 'FMSC', '01916', 'NONREF'],
    ['100722C1234.56S103X', 'C', '1234.56', 'S103', 'X', ''],
  ])('%s', (text, mark, amount, type, reference, bankReference) => {
    expect(parseLine(text)).toMatchObject({ mark, amount, type, reference, bankReference })
  })

  it.each([
    ['380115,12', 38_011_512],
    ['380115,1', 38_011_510],
    ['380115,', 38_011_500],
    ['001,12', 112],
    ['1234.56', 123_456],
    ['1.234,56', 123_456],
    ['1,234', 'amount-decimals'],
    ['1,2,3', 'amount'],
  ])('the amount %s', (text, amount) => {
    expect(swiftAmount(text, 'EUR')).toBe(amount)
  })

  it.each([
    ['0102', '2025-12-31', '2026-01-02'],
    ['1231', '2026-01-02', '2025-12-31'],
    ['0301', '2016-02-29', '2016-03-01'],
    ['0229', '2024-02-27', '2024-02-29'],
  ])('the entry date %s nearest to %s', (text, valued, day) => {
    expect(entryDay(text, valued)).toEqual({ day, corrected: false })
  })

  it('a day of a month of 30 days', () => {
    expect(swiftDay('160230')).toEqual({ day: '2016-02-29', corrected: true })
    expect(swiftDay('150230')).toEqual({ day: '2015-02-28', corrected: true })
    expect(swiftDay('161301')).toBeNull()
    expect(swiftDay('160100')).toBeNull()
  })

  it('takes back a credit as money taken, a debit as money received', async () => {
    expect(await lineOf({ amount: 500, mark: 'RC' })).toMatchObject({ amount: -500, kind: 'return' })
    expect(await lineOf({ amount: 500, mark: 'RD' })).toMatchObject({ amount: 500, kind: 'return' })
  })

  it('leaves out what is only expected', async () => {
    const { statements, warnings } = await readText(
      mt940({ closing: 100_000, lines: [{ amount: 500, mark: 'EC' }] }),
      'mt940',
    )
    expect(statements[0]?.lines).toEqual([])
    expect(warnings).toMatchObject([{ code: 'not-booked', details: { count: 1 } }])
  })
})

describe('field 86', () => {
  it('in German subfields', async () => {
    expect(
      await lineOf({
        amount: 120_050,
        party: 'DUPONT ET FILS',
        partyAccount: 'FR1420041010050500013M02606',
        reference: 'E2E-1',
        text: 'FACTURE 2026-17 DU 2 MARS 2026',
      }),
    ).toMatchObject({
      kind: 'transfer',
      party: 'DUPONT ET FILS',
      partyAccount: 'FR1420041010050500013M02606',
      reference: 'E2E-1',
      text: 'FACTURE 2026-17 DU 2 MARS 2026',
    })
  })

  it('in German subfields of a returned debit', async () => {
    expect(await lineOf({ amount: -500, info: '109?00RUECKLASTSCHRIFT?20SVWZ+F-17?32DUPONT?34914' })).toMatchObject({
      kind: 'return',
      returnReason: '914',
      party: 'DUPONT',
      text: 'F-17',
    })
  })

  it('with keywords between slashes', async () => {
    const info =
      '/TRTP/SEPA OVERBOEKING/IBAN/NL02ABNA0123456789/BIC/ABNANL2A\r\n/NAME/DUPONT SA/REMI/FACTURE 2026-17/EREF/E2E-9'
    expect(await lineOf({ amount: 500, info })).toMatchObject({
      party: 'DUPONT SA',
      partyAccount: 'NL02ABNA0123456789',
      text: 'FACTURE 2026-17',
      reference: 'E2E-9',
    })
  })

  it('as ING writes it, with a structured reference and a reason of return', async () => {
    const info =
      '/RTRN/MS03//CNTP/NL32INGB0000012345/INGBNL2A/ING BANK NV INZAKE WEB///REMI/STRD/CUR/9001123456789/EREF/NOTPROVIDED/'
    expect(await lineOf({ amount: -500, info })).toMatchObject({
      kind: 'return',
      returnReason: 'MS03',
      party: 'ING BANK NV INZAKE WEB',
      partyAccount: 'NL32INGB0000012345',
      creditorReference: '9001123456789',
      reference: '',
    })
  })

  it('as text, cut wherever a line was full', async () => {
    const info = `${'x'.repeat(65)}\r\ny\r\nz`
    expect((await lineOf({ amount: 500, info }))?.text).toBe(`${'x'.repeat(65)}y z`)
  })

  it('may be missing: the supplement of field 61 speaks', async () => {
    const text = mt940({ lines: [{ amount: 500, supplement: 'FACTURE 17', info: '' }] }).replace(':86:\r\n', '')
    expect((await readText(text, 'mt940')).statements[0]?.lines[0]?.text).toBe('FACTURE 17')
  })
})

describe('statements', () => {
  it('are read out of the blocks of a SWIFT message, control characters and an IBAN with its currency', async () => {
    const text = `\u0001{1:F01BANKFRPPAXXX0000000000}{2:O9400000}{3:{108:X}}{4:\r\n${mt940({ account: 'FR7630006000011234567890189EUR', lines: [{ amount: 500 }] }).replace(/-\r\n$/, '-}\r\n\u0003')}`
    const { statements, problems, warnings } = await readText(text, 'mt940')
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(statements).toMatchObject([
      { account: 'FR7630006000011234567890189', number: '2026-001', lines: [{ amount: 500 }] },
    ])
  })

  // F13
  it('that do not add up give the difference', async () => {
    const amounts = [30_000, 33_533, 1_500_000, 6_629_508, 91_531_155, -20_488, -99_994_695]
    const lines = amounts.map((amount) => (amount === -20_488 ? { amount: 20_488, mark: 'RC' } : { amount }))
    const { statements, warnings } = await readText(
      mt940({ opening: 123_471_836, closing: 123_762_823, lines }),
      'mt940',
    )
    expect(statements[0]?.lines.map(({ amount }) => amount)).toEqual(amounts)
    expect(warnings).toMatchObject([
      { code: 'statement-unbalanced', details: { difference: 581_974, currency: 'EUR' } },
    ])
  })

  it('of an interim report (MT942) have no balances', async () => {
    const text =
      ':20:X\n:25:FR7630006000011234567890189\n:28C:1/1\n:34F:EURD0,\n:13D:2603021200+0100\n:61:2603020302C5,00NTRFNONREF\n:86:VIR\n:90D:0EUR0,\n-\n'
    const { statements, problems } = await readText(text, 'mt940')
    expect(problems).toEqual([])
    expect(statements).toMatchObject([{ opening: null, closing: null, currency: 'EUR', lines: [{ amount: 500 }] }])
  })

  const whole = mt940({ lines: [{ amount: 500 }] }, { lineEnd: '\n' })
  it.each<[string, string, [number, string][]]>([
    ['a movement that is none', whole.replace(/:61:.*/, ':61:HELLO'), [[5, 'record']]],
    ['a day that is none', whole.replace(/:61:\d{6}/, ':61:261301'), [[5, 'date']]],
    ['a movement before its statement', `:61:2603020302C5,00NTRFNONREF\n${whole}`, [[1, 'outside-statement']]],
    [
      'a movement below the closing',
      whole.replace(/-\n$/, ':61:2603020302C5,00NTRFNONREF\n-\n'),
      [[8, 'outside-statement']],
    ],
    ['an end without a start', ':20:X\n:62F:C260302EUR5,00\n', [[2, 'statement-end']]],
    ['a cut file', whole.slice(0, whole.indexOf(':62F:')), [[6, 'truncated']]],
    ['a second start', whole.replace(':60F:', ':60F:C260301EUR1000,00\n:60F:'), [[5, 'statement-order']]],
  ])('%s', async (_, text, wanted) => {
    const { problems } = await readText(text, 'mt940')
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual(wanted)
  })

  it('are refused where there is no field at all', async () => {
    await expect(readText('hello\n', 'mt940')).rejects.toMatchObject({ code: 'import.format-unknown' })
  })
})
