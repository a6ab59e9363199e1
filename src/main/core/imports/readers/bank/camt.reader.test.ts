import { describe, expect, it } from 'vitest'
import { camt, camt053, type SampleLine } from '../../../../../../test/support/bank-samples.ts'
import { readText } from '../../../../../../test/support/statements.ts'

const lineOf = async (line: SampleLine) => {
  const { statements } = await readText(camt053({ lines: [line] }), 'camt')
  return statements[0]?.lines[0]
}

describe('an entry', () => {
  it.each([2, 4, 8, 13])('is read alike in version %i, whatever its namespace says', async (version) => {
    const text = camt053(
      {
        account: 'FR7630006000011234567890189',
        number: 'S1',
        opening: 1000,
        lines: [
          {
            amount: 120_050,
            booked: '2026-03-03',
            valued: '2026-03-04',
            party: 'Dupont & Fils',
            partyAccount: 'FR14 2004 1010 0505 0001 3M02 606',
            text: 'FACTURE 2026-17',
            reference: 'E2E-1',
            creditorReference: 'RF18539007547034',
            documents: ['F-17', 'F-18'],
            bankReference: 'B1',
          },
        ],
      },
      { version },
    )
    const { statements, problems, warnings } = await readText(text, 'camt')
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(statements).toMatchObject([
      {
        key: 1,
        account: 'FR7630006000011234567890189',
        currency: 'EUR',
        number: 'S1',
        opening: { day: '2026-03-02', amount: 1000 },
        closing: { day: '2026-03-02', amount: 121_050 },
      },
    ])
    expect(statements[0]?.lines).toEqual([
      {
        line: 4,
        booked: '2026-03-03',
        valued: '2026-03-04',
        amount: 120_050,
        kind: 'transfer',
        party: 'Dupont & Fils',
        partyAccount: 'FR1420041010050500013M02606',
        text: 'FACTURE 2026-17',
        reference: 'E2E-1',
        creditorReference: 'RF18539007547034',
        documents: ['F-17', 'F-18'],
        bankReference: 'B1',
        code: 'PMNT/RCDT/ESCT',
        returnReason: '',
        original: null,
        detail: 0,
      },
    ])
  })

  it('joins pieces of exactly 140 characters without a space, others with one', async () => {
    const full = 'x'.repeat(139)
    expect((await lineOf({ amount: 1, text: [`${full}F`, '2026-17', 'fin'] }))?.text).toBe(`${full}F2026-17 fin`)
  })

  it('takes NOTPROVIDED for no reference', async () => {
    expect((await lineOf({ amount: 1, reference: 'NOTPROVIDED' }))?.reference).toBe('')
  })

  it('keeps what was ordered in another currency', async () => {
    expect(await lineOf({ amount: 900, ordered: { amount: 1000, currency: 'USD' } })).toMatchObject({
      amount: 900,
      original: { amount: 1000, currency: 'USD' },
    })
  })

  it.each<[string, SampleLine]>([
    ['a reason of return', { amount: -500, code: 'PMNT/IDDT/ESDD', returnReason: 'AM04' }],
    ['the code of an unpaid debit', { amount: -500, code: 'PMNT/RDDT/UPDD' }],
    ['the code of an unpaid cheque', { amount: -500, code: 'PMNT/RCHQ/UPCQ' }],
    ['a reversal', { amount: -500, reversal: true }],
  ])('comes back by %s', async (_, line) => {
    expect(await lineOf(line)).toMatchObject({ kind: 'return', amount: -500, returnReason: line.returnReason ?? '' })
  })

  it('names the party that had paid when a movement comes back', async () => {
    const text = camt053({ lines: [{ amount: -500, returnReason: 'AM04', party: 'Nous' }] }).replace(
      '<RltdPties>',
      '<RltdPties><Dbtr><Pty><Nm>Dupont</Nm></Pty></Dbtr>',
    )
    expect((await readText(text, 'camt')).statements[0]?.lines[0]?.party).toBe('Dupont')
  })
})

describe('a batch entry', () => {
  const details: SampleLine[] = [
    { amount: 700, reference: 'A', party: 'Un' },
    { amount: 300, reference: 'B', party: 'Deux' },
  ]

  it('gives a line for each detail', async () => {
    const { statements, warnings } = await readText(camt053({ lines: [{ amount: 1000, details }] }), 'camt')
    expect(warnings).toEqual([])
    expect(statements[0]?.lines).toMatchObject([
      { amount: 700, reference: 'A', party: 'Un', detail: 1 },
      { amount: 300, reference: 'B', party: 'Deux', detail: 2 },
    ])
  })

  it('is kept whole when they do not add up, with the difference', async () => {
    const { statements, warnings } = await readText(camt053({ lines: [{ amount: 1001, details }] }), 'camt')
    expect(statements[0]?.lines).toMatchObject([{ amount: 1001, detail: 0, party: '' }])
    expect(warnings).toMatchObject([{ code: 'batch-differs', details: { difference: 1, currency: 'EUR' } }])
  })
})

describe('a statement', () => {
  it('leaves out what is not booked, and counts it', async () => {
    const lines = [{ amount: 100 }, { amount: 200, status: 'PDNG' }, { amount: 300, status: 'INFO' }]
    const { statements, warnings } = await readText(camt053({ lines }), 'camt')
    expect(statements[0]?.lines).toHaveLength(1)
    expect(warnings).toMatchObject([{ code: 'not-booked', details: { count: 2 } }])
  })

  it('that does not add up gives the difference', async () => {
    const { warnings } = await readText(camt053({ opening: 1000, closing: 1250, lines: [{ amount: 100 }] }), 'camt')
    expect(warnings).toMatchObject([{ code: 'statement-unbalanced', details: { difference: 150, currency: 'EUR' } }])
  })

  it('that does not follow the one before gives the difference', async () => {
    const { statements, warnings } = await readText(
      camt([
        { number: '1', opening: 0, lines: [{ amount: 100 }] },
        { number: '2', opening: 130, lines: [], day: '2026-03-03' },
      ]),
      'camt',
    )
    expect(statements).toHaveLength(2)
    expect(warnings).toMatchObject([{ code: 'statement-gap', details: { difference: 30, currency: 'EUR' } }])
  })

  it('uses the closing before and interim balances where the bank writes those', async () => {
    const text = camt053({ opening: 500, lines: [{ amount: 100 }] })
      .replace('OPBD', 'PRCD')
      .replace('CLBD', 'ITBD')
    const { statements, warnings } = await readText(text, 'camt')
    expect(warnings).toEqual([])
    expect(statements[0]).toMatchObject({ opening: { amount: 500 }, closing: { amount: 600 } })
  })

  it('of the notifications (CAMT.054) has no balances', async () => {
    const { statements } = await readText(camt053({ lines: [{ amount: 100 }] }, { message: '054' }), 'camt')
    expect(statements).toMatchObject([{ opening: null, closing: null, lines: [{ amount: 100 }] }])
  })
})

describe('amounts and days', () => {
  const sample = camt053({ lines: [{ amount: 885, booked: '2026-03-03', valued: '2026-03-04' }] })
  it.each([
    ['zeros beyond the cents', '>8.85<', '>8.85000<', null],
    ['other digits beyond the cents', '>8.85<', '>8.851<', 'amount-decimals'],
    ['no number', '>8.85<', '>8,85 EUR<', 'amount'],
    ['a day that is none', '<BookgDt><Dt>2026-03-03', '<BookgDt><Dt>2026-02-30', 'date'],
    ['no side', '<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<CdtDbtInd>X</CdtDbtInd><Sts>', 'sense'],
  ])('%s', async (_, from, to, reason) => {
    const changed = sample.replaceAll(from, to)
    expect(changed).not.toBe(sample)
    const { statements, problems } = await readText(changed, 'camt')
    expect(problems.map((problem) => problem.reason)).toEqual(reason === null ? [] : [reason])
    expect(statements[0]?.lines).toHaveLength(reason === null ? 1 : 0)
  })
})

describe('what is refused', () => {
  const refused = (text: string) =>
    readText(text, 'camt').then(
      () => 'read',
      (error) => error.code,
    )
  it('an intraday report', async () => {
    expect(await refused(camt053({ lines: [] }, { message: '052' }))).toBe('import.intraday')
  })
  it('another message', async () => {
    expect(await refused('<Document><CstmrCdtTrfInitn/></Document>')).toBe('import.format-unknown')
    expect(await refused('<html/>')).toBe('import.format-unknown')
  })
  it('entities and external entities', async () => {
    const sample = camt053({ lines: [{ amount: 1 }] })
    const bomb = `<!DOCTYPE l [<!ENTITY a "aaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "&a;&a;">`).join('')}]>`
    for (const doctype of [
      bomb,
      '<!DOCTYPE l SYSTEM "http://127.0.0.1/x.dtd">',
      '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ])
      await expect(readText(sample.replace('<Document', `${doctype}<Document`), 'camt')).rejects.toMatchObject({
        code: 'import.unreadable',
        details: { reason: 'xml', line: 2 },
      })
  })
  it('a cut file, after what could be read', async () => {
    const sample = camt053({ lines: Array.from({ length: 3000 }, () => ({ amount: 1 })) })
    await expect(readText(sample.slice(0, -100), 'camt')).rejects.toMatchObject({ code: 'import.unreadable' })
  })
})

it('reads a long statement whole, in several pieces', async () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => ({
    amount: 100 + i,
    party: 'Dupont',
    text: `FACTURE ${i}`,
    reference: `E${i}`,
  }))
  const { statements, warnings } = await readText(camt053({ lines }), 'camt')
  expect(statements[0]?.lines).toHaveLength(5_000)
  expect(warnings).toEqual([])
})
