import { describe, expect, it } from 'vitest'
import { ofx1, ofx2, qif } from '../../../../../../test/support/bank-samples.ts'
import { readText } from '../../../../../../test/support/statements.ts'

describe.each([
  ['OFX 1', ofx1],
  ['OFX 2', ofx2],
])('%s', (_, write) => {
  it('gives account, closing and movements', async () => {
    const text = write({
      account: 'FR7630006000011234567890189',
      opening: 0,
      lines: [
        { amount: 120_050, booked: '2026-03-03', party: 'Dupont & Fils', text: 'FACTURE <17>', bankReference: 'F1' },
        { amount: -500, text: 'PRLV IMPAYE DUPONT', bankReference: 'F2' },
      ],
    })
    const { statements, problems, warnings } = await readText(text, 'ofx')
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(statements).toMatchObject([
      {
        account: 'FR7630006000011234567890189',
        currency: 'EUR',
        opening: null,
        closing: { day: '2026-03-02', amount: 119_550 },
      },
    ])
    expect(statements[0]?.lines).toMatchObject([
      {
        booked: '2026-03-03',
        amount: 120_050,
        party: 'Dupont & Fils',
        text: 'Dupont & Fils FACTURE <17>',
        bankReference: 'F1',
      },
      { amount: -500, kind: 'return', text: 'PRLV IMPAYE DUPONT' },
    ])
  })

  it('gives the line of what is malformed', async () => {
    const text = write({ lines: [{ amount: 100 }, { amount: 200 }] })
    const bad = text.replace('>2.00', '>2,0.0')
    expect(bad).not.toBe(text)
    const { statements, problems } = await readText(bad, 'ofx')
    expect(statements[0]?.lines).toHaveLength(1)
    expect(problems).toEqual([
      {
        line: text.slice(0, text.lastIndexOf('<STMTTRN>')).split('\n').length,
        field: 'TRNAMT',
        value: '2,0.0',
        reason: 'amount',
      },
    ])
  })

  it('says when it is cut, without half a movement', async () => {
    const text = write({ lines: [{ amount: 100 }, { amount: 200 }] })
    const { statements, problems } = await readText(text.slice(0, text.lastIndexOf('<FITID>')), 'ofx')
    expect(statements[0]?.lines).toHaveLength(1)
    expect(problems).toMatchObject([{ reason: 'truncated' }])
  })

  it('refuses document types and entities', async () => {
    for (const declaration of ['<!DOCTYPE OFX [<!ENTITY a "b">]>', '<!ENTITY x SYSTEM "file:///etc/passwd">'])
      await expect(readText(write({ lines: [] }).replace('<OFX>', `${declaration}<OFX>`), 'ofx')).rejects.toMatchObject(
        {
          code: 'import.unreadable',
          details: { reason: 'xml' },
        },
      )
  })
})

describe('OFX', () => {
  it('names a French account by bank, branch and number', async () => {
    const text = ofx1({ lines: [] }).replace(/<ACCTID>.*/, '<BANKID>30006\n<BRANCHID>00001\n<ACCTID>12345678901')
    expect((await readText(text, 'ofx')).statements[0]?.account).toBe('300060000112345678901')
  })

  it('leaves the available balance and pending movements aside', async () => {
    const text = ofx2({ lines: [{ amount: 100 }] }).replace(
      '</LEDGERBAL>',
      '</LEDGERBAL><AVAILBAL><BALAMT>9999</BALAMT><DTASOF>20260302</DTASOF></AVAILBAL>',
    )
    expect((await readText(text, 'ofx')).statements[0]?.closing?.amount).toBe(100_100)
  })

  it('is refused without its tag', async () => {
    await expect(readText('<html></html>', 'ofx')).rejects.toMatchObject({ code: 'import.format-unknown' })
  })
})

describe('QIF', () => {
  it('gives movements of accounts only', async () => {
    const text = `${qif({
      lines: [
        { amount: 120_050, booked: '2026-03-25', party: 'DUPONT', text: 'FACTURE 17' },
        { amount: -500, booked: '2026-03-02', party: 'EDF' },
      ],
    })}!Type:Cat\nNLoyer\nD1\n^\n`
    const { statements, problems, warnings } = await readText(text, 'qif')
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(statements).toHaveLength(1)
    expect(statements[0]?.lines).toMatchObject([
      { line: 2, booked: '2026-03-25', amount: 120_050, party: 'DUPONT', text: 'DUPONT FACTURE 17' },
      { booked: '2026-03-02', amount: -500, party: 'EDF' },
    ])
  })

  it('tells American days by the others of the file, and an apostrophe for the century', async () => {
    const text =
      "!Account\nNCompte courant\nTBank\n^\n!Type:Bank\nD3/25'26\nT1,234.56\nPA\n^\nD3/ 2'26\nT-5.00\nPB\n^\n"
    const { statements, problems } = await readText(text, 'qif')
    expect(problems).toEqual([])
    expect(statements[0]).toMatchObject({ account: 'Compte courant' })
    expect(statements[0]?.lines.map(({ booked, amount }) => [booked, amount])).toEqual([
      ['2026-03-25', 123_456],
      ['2026-03-02', -500],
    ])
  })

  it('warns when days could be read in two ways', async () => {
    const { warnings, statements } = await readText('!Type:Bank\nD3/2/2026\nT1.00\nPA\n^\n', 'qif')
    expect(warnings).toMatchObject([{ code: 'by-convention' }])
    expect(statements[0]?.lines[0]?.booked).toBe('2026-02-03')
  })

  it('takes the opening balance for what it is', async () => {
    const { statements } = await readText(
      '!Type:Bank\nD01/01/2026\nT100.00\nPOpening Balance\nL[Compte]\n^\nD31/01/2026\nT1.00\nPA\n^\n',
      'qif',
    )
    expect(statements[0]).toMatchObject({ opening: { day: '2026-01-01', amount: 10_000 }, lines: [{ amount: 100 }] })
  })

  it('gives the line of what is malformed or cut', async () => {
    const { problems } = await readText('!Type:Bank\nD31/02/2026\nTabc\n^\nD31/01/2026\nT1.00\n', 'qif')
    expect(problems.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [2, 'D', 'date'],
      [2, 'T', 'amount'],
      [5, '', 'truncated'],
    ])
  })

  it('is refused without a header', async () => {
    await expect(readText('D31/01/2026\nT1\n^\n', 'qif')).rejects.toMatchObject({ code: 'import.format-unknown' })
  })
})
