import { describe, expect, it } from 'vitest'
import { sharedDataMissing, sharedJson, sharedSource, skippedNote } from '../../../../../../test/support/shared-data.ts'
import { readAll } from '../../../../../../test/support/statements.ts'
import { type Minor, parseMinor } from '../../../kernel/money.ts'
import { firstRows } from '../rows.ts'
import { suggestBankMapping } from './bank-csv.suggest.ts'
import { detectBankFormat } from './detect.bank.ts'
import { parseBalance, swiftAmount } from './mt940.line.ts'

const expected = sharedDataMissing ? {} : sharedJson('bank/EXPECTED.json')
const files = Object.keys(expected)
const filesOf = (...starts: string[]) => files.filter((name) => starts.some((start) => name.startsWith(start)))

const read = async (name: string) => {
  const source = await sharedSource(`bank/${name}`)
  const format = detectBankFormat(new Uint8Array(await source.blob.arrayBuffer()))
  if (!format) throw new Error(`${name} is not recognised`)
  return { format, ...(await readAll(source, format)) }
}

const minor = (text: unknown, currency = 'EUR'): Minor => parseMinor(String(text), currency) ?? Number.NaN
const sum = (lines: readonly { amount: Minor }[]): Minor => lines.reduce((total, { amount }) => total + amount, 0)
const unbalanced = (warnings: readonly { code: string; line: number | null }[], line: number) =>
  warnings.some((warning) => warning.code === 'statement-unbalanced' && warning.line === line)

type Cfonb = {
  bank: string
  branch: string
  acct: string
  ccy: string
  ops: number
  sum: string
  open: string
  close: string
  check: string
}

describe.skipIf(sharedDataMissing)(`CFONB files of others${skippedNote}`, () => {
  it.each(filesOf('cfonb120', 'cfonb_silarhi_complex', 'cfonb_silarhi_non', 'cfonb_silarhi_simple'))(
    '%s has the statements expected',
    async (name) => {
      const { format, statements, warnings } = await read(name)
      expect(format).toBe('cfonb120')
      const wanted = expected[name]?.statements as Cfonb[]
      expect(statements).toHaveLength(wanted.length)
      for (const [i, one] of wanted.entries()) {
        const statement = statements[i]
        expect(statement?.account).toBe(one.bank + one.branch + one.acct)
        expect(statement?.currency).toBe(one.ccy)
        expect(statement?.lines).toHaveLength(one.ops)
        expect(sum(statement?.lines ?? [])).toBe(minor(one.sum))
        expect(statement?.closing?.amount).toBe(minor(one.close))
        if (statement?.opening) expect(statement.opening.amount).toBe(minor(one.open))
        expect(unbalanced(warnings, statement?.line ?? 0)).toBe(one.check === 'MISMATCH')
      }
    },
  )

  it('gives what is malformed with its line', async () => {
    expect((await read('cfonb120_pennylane_invalid_date.txt')).problems).toEqual([
      { line: 1, field: 'date', value: 'CART', reason: 'date' },
      expect.objectContaining({ line: 9, reason: 'statement-end' }),
    ])
    for (const name of ['cfonb120_pennylane_operation.txt', 'cfonb120_pennylane_operation_out_of_statement.txt'])
      expect((await read(name)).problems).toEqual([expect.objectContaining({ line: 1, reason: 'outside-statement' })])
  })

  it('warns of days that are missing between two statements', async () => {
    const { warnings } = await read('cfonb_silarhi_complex-test.txt')
    expect(warnings).toEqual([
      expect.objectContaining({ code: 'statement-gap', details: { difference: 57_286_827, currency: 'EUR' } }),
    ])
  })

  it('recognises CFONB 240 and refuses it', async () => {
    await expect(read('cfonb_silarhi_cfonb.240-complex-test.txt')).rejects.toMatchObject({ code: 'import.cfonb240' })
  })
})

type CamtBalance = [type: string, amount: string, side: string, day: string]
type Camt = {
  id: string
  iban: string | null
  other: string | null
  balances: CamtBalance[]
  net_entries: string
  balance_check: string | null
}

describe.skipIf(sharedDataMissing)(`CAMT files of others${skippedNote}`, () => {
  it.each(filesOf('genkgo', 'viafintech').filter((name) => !name.includes('wrong')))(
    '%s has the statements expected',
    async (name) => {
      const { format, statements, warnings, problems } = await read(name)
      expect(format).toBe('camt')
      const wanted = expected[name]?.statements as Camt[]
      expect(statements.map(({ number }) => number)).toEqual(wanted.map(({ id }) => id))
      for (const [i, one] of wanted.entries()) {
        const statement = statements[i]
        expect(statement?.account).toBe(one.iban ?? one.other)
        const balance = (type: string) => {
          const told = one.balances.find(([code]) => code === type)
          return told && { amount: minor(told[1]) * (told[2] === 'DBIT' ? -1 : 1), day: told[3] }
        }
        expect(statement?.opening ?? undefined).toEqual(balance('OPBD'))
        expect(statement?.closing ?? undefined).toEqual(balance('CLBD'))
        if (problems.length === 0) expect(sum(statement?.lines ?? [])).toBe(minor(one.net_entries))
        expect(unbalanced(warnings, statement?.line ?? 0)).toBe((one.balance_check ?? 'OK') !== 'OK')
      }
    },
  )

  it('refuses an entry in another currency than the account', async () => {
    const { problems, statements } = await read('viafintech_053_valid_example_v8.xml')
    expect(problems).toEqual([expect.objectContaining({ field: 'Ccy', value: 'EUR', reason: 'currency' })])
    expect(statements[0]?.lines.map(({ amount, party }) => [amount, party])).toEqual([
      [47_440, 'Jon Doe'],
      [8885, 'Finanz AG'],
    ])
  })

  // F11
  it.each(['genkgo_camt053.v2.minimal.xml', 'genkgo_camt053.v4.xml', 'genkgo_camt053.v8.xml'])(
    '%s gives the same entry as the other versions',
    async (name) => {
      const { statements } = await read(name)
      expect(statements[0]?.lines).toEqual([
        expect.objectContaining({
          amount: 885,
          booked: '2014-12-31',
          valued: '2015-01-02',
          party: 'NAME NAME',
          creditorReference: '4654654654654654',
        }),
      ])
    },
  )

  it('keeps a batch whole whose details are in another currency', async () => {
    const { statements, warnings } = await read('genkgo_camt054.v8.xml')
    expect(statements[0]?.lines).toMatchObject([{ amount: -20_000_000, detail: 0 }])
    expect(warnings).toMatchObject([{ code: 'batch-differs', details: { difference: -20_000_000, currency: 'SEK' } }])
  })

  // F12
  it('refuses a message without a statement', async () => {
    await expect(read('genkgo_camt053.v2.wrong.xml')).rejects.toMatchObject({ code: 'import.empty' })
  })
})

type Swift = { tx: number; acct: string[]; bal: [tag: string, text: string][] }

describe.skipIf(sharedDataMissing)(`MT940 files of others${skippedNote}`, () => {
  it.each(filesOf('mt940'))('%s has the movements and balances expected', async (name) => {
    const { format, statements } = await read(name)
    expect(format).toBe('mt940')
    const { tx, acct, bal } = expected[name] as unknown as Swift
    const lines = statements.flatMap((statement) => statement.lines)
    expect(lines).toHaveLength(tx)
    expect(statements.map(({ account }) => account).filter(Boolean)).toEqual(acct)
    const balances = (...tags: string[]) =>
      bal
        .filter(([tag]) => tags.includes(tag))
        .map(([, text]) => {
          const told = parseBalance(text)
          return told && (swiftAmount(told.amount, told.currency) as number) * (told.negative ? -1 : 1)
        })
    // The list of some files was cut short.
    const openings = statements.map(({ opening }) => opening?.amount)
    expect(openings).toEqual(expect.arrayContaining(balances('60F', '60M')))
    expect(statements.map(({ closing }) => closing?.amount)).toEqual(expect.arrayContaining(balances('62F', '62M')))
  })

  it('reads February 30 as the end of the month, and says so', async () => {
    const { statements, warnings } = await read('mt940_wolph_self-provided_february_30.sta')
    expect(statements[0]?.lines).toMatchObject([{ valued: '2016-02-29', booked: '2016-03-01', amount: -600 }])
    expect(warnings).toMatchObject([{ code: 'by-convention', line: 7 - 1 }])
  })

  it('warns of every statement that does not add up', async () => {
    const differences = async (name: string) =>
      (await read(name)).warnings.map(({ code, details }) => [code, details?.difference])
    expect(await differences('mt940_wolph_jejik_ing.sta')).toEqual([['statement-unbalanced', 4906]])
    expect(await differences('mt940_wolph_jejik_abnamro.sta')).toEqual([
      ['statement-unbalanced', -203_800],
      ['statement-unbalanced', -100_260],
      ['statement-gap', 200_000],
    ])
    expect(await differences('mt940_wolph_jejik_postfinance.sta')).toEqual([['statement-unbalanced', 20]])
  })

  it('reads the subfields of German banks', async () => {
    const { statements } = await read('mt940_wolph_betterplace_with_binary_character.sta')
    expect(statements[0]?.lines[0]).toMatchObject({
      party: 'PAYPAL',
      partyAccount: '0175526300',
      text: 'QQW53T2245ZGY46J ABBUCHUNG VOM PAYPAL-KONTO 100318P3TX1433EV',
      bankReference: '32-P1-TCS49518',
      kind: 'transfer',
    })
  })
})

type Ofx = { amounts: string[]; bal: string[]; ccy: string[]; accts: string[] }

describe.skipIf(sharedDataMissing)(`OFX files of others${skippedNote}`, () => {
  it.each(filesOf('ofxparse_bank', 'ofxparse_checking'))('%s has the movements expected', async (name) => {
    const { format, statements, problems } = await read(name)
    expect(format).toBe('ofx')
    const { amounts, bal, ccy, accts } = expected[name] as unknown as Ofx
    expect(problems).toEqual([])
    expect(statements).toHaveLength(1)
    expect(statements[0]).toMatchObject({ currency: ccy[0], account: expect.stringContaining(accts[0] ?? '') })
    expect(statements[0]?.lines.map(({ amount }) => amount)).toEqual(amounts.map((amount) => minor(amount)))
    expect(statements[0]?.closing?.amount).toBe(minor(bal[0]))
  })

  it('names the field at fault', async () => {
    const faults = async (name: string) =>
      (await read(name)).problems.map(({ line, field, reason }) => [line, field, reason])
    expect(await faults('ofxparse_fail_nice_date_missing.ofx')).toEqual([
      [33, 'DTPOSTED', 'missing'],
      [40, 'DTPOSTED', 'missing'],
      [48, 'DTPOSTED', 'date'],
    ])
    expect(await faults('ofxparse_fail_nice_decimal_error.ofx')).toEqual([
      [34, 'DTPOSTED', 'date'],
      [34, 'TRNAMT', 'amount'],
    ])
  })
})

describe.skipIf(sharedDataMissing)(`a bank's table${skippedNote}`, () => {
  const table = async (name: string) => {
    const source = await sharedSource(`bank/${name}`)
    expect(detectBankFormat(new Uint8Array(await source.blob.arrayBuffer()))).toBe('bank-csv')
    const rows = await firstRows(source, { container: 'text', separator: ';', encoding: 'windows-1252' }, 300)
    const { mapping, questions } = suggestBankMapping(rows, { separator: ';', name })
    expect(questions).toEqual([])
    return readAll(source, 'bank-csv', { mapping })
  }

  it('is read with line breaks inside its cells', async () => {
    const { statements, problems } = await table('faiteslescomptes_releve_PSEUDONYMISED.csv')
    expect(problems).toEqual([])
    expect(statements[0]?.lines).toHaveLength(49)
    expect(statements[0]?.lines[2]).toMatchObject({ line: 12, amount: 1380, booked: '2014-04-23', kind: 'transfer' })
  })

  it('gives what is malformed with its line', async () => {
    const { statements, problems } = await table('faiteslescomptes_releve_bad_PSEUDONYMISED.csv')
    expect(problems.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [9, 'Date', 'date'],
      [12, 'Date', 'date'],
      [22, 'Débit Euros', 'sense'],
      [28, 'Débit Euros', 'amount'],
    ])
    expect(statements[0]?.lines).toHaveLength(4)
  })
})
