import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { clientOn, openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { invoice } from '../support/ledger.ts'
import { provisionsIn, settings, CLOSING_DAY as TODAY } from '../support/provisions.ts'

const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const { given, idOf, decide, close } = provisionsIn(() => book)

describe('a closing', () => {
  test('is kept as it was, and the next one books the difference', async () => {
    await given(
      invoice('F1', { issued: '2026-01-10', due: '2026-02-09', amount: '12000.00' }),
      invoice('F2', { issued: '2026-01-10', due: '2026-02-19', amount: '1200.00' }),
    )
    const june = clientOn(book.program, '2026-06-30')
    await june.provisions.decide({ itemIds: [await idOf('F1')], ground: 'notice', probability: '70' })
    await june.provisions.decide({ itemIds: [await idOf('F2')], ground: 'notice', probability: '50' })
    const preview = await june.provisions.closing({})
    expect(preview).toMatchObject({
      previous: null,
      amount: 750_000,
      change: 750_000,
      doubtful: 1_320_000,
      debit: 2_070_000,
      credit: 2_070_000,
    })
    const first = await close('2026-06-30', {}, june)
    expect(first).toMatchObject({
      casesTotal: 750_000,
      doubtfulTotal: 1_320_000,
      matrixTotal: 0,
      booked: 'cases',
      last: true,
    })
    expect((await book.client.provisions.run({ id: first.id })).entries).toEqual(preview.entries)
    expect(
      preview.entries.map(({ kind, lines }) => [
        kind,
        ...lines.map(({ account, debit, credit }) => [account, debit, credit]),
      ]),
    ).toEqual([
      ['transfer', ['416000', 1_320_000, 0], ['411000', 0, 1_320_000]],
      ['impairment', ['681740', 750_000, 0], ['491000', 0, 750_000]],
    ])

    // F2 is paid; F1 looks better.
    await accountOf(book).receive('2026-09-01', {
      amount: 120_000,
      allocate: [{ itemId: await idOf('F2'), amount: 120_000 }],
    })
    await decide(['F1'], '60')
    const next = await book.client.provisions.closing({})
    expect(next).toMatchObject({ previous: { asOf: '2026-06-30', amount: 750_000 }, amount: 600_000, change: -150_000 })
    expect(next.entries.map(({ kind, lines }) => [kind, lines[0]?.account, lines[0]?.debit])).toEqual([
      ['transfer-back', '411000', 120_000],
      ['release', '491000', 150_000],
    ])
    const second = await close()
    expect(await book.client.provisions.run({ id: second.id })).toMatchObject({
      previousAsOf: '2026-06-30',
      cases: [{ number: 'F1', amount: 600_000 }],
    })
    expect(await book.client.provisions.run({ id: first.id })).toMatchObject({
      casesTotal: 750_000,
      cases: [{ number: 'F1', amount: 700_000 }, { number: 'F2' }],
    })
    expect((await book.client.provisions.runs({})).runs.map(({ asOf, last }) => [asOf, last])).toEqual([
      ['2026-12-31', true],
      ['2026-06-30', false],
    ])

    expect(await refusal(close())).toMatchObject({ code: 'provision.later-closing', details: { asOf: TODAY } })
    expect(await refusalOf(close('2026-03-31'))).toBe('provision.later-closing')
    expect(await refusal(book.client.provisions.withdraw({ id: first.id, reason: 'erreur' }))).toMatchObject({
      code: 'provision.not-last',
      details: { last: TODAY },
    })
    expect(await book.client.provisions.withdraw({ id: second.id, reason: 'erreur' })).toMatchObject({
      withdrawnBecause: 'erreur',
      last: false,
    })
    expect(await refusalOf(book.client.provisions.withdraw({ id: second.id, reason: 'erreur' }))).toBe(
      'provision.withdrawn',
    )
    expect(await close()).toMatchObject({ casesTotal: 600_000 })
  })

  test('of a past day is what that day knew, whatever was booked and decided since', async () => {
    await given(
      invoice('F1', { issued: '2026-01-10', due: '2026-02-09', amount: '12000.00' }),
      invoice('F2', { issued: '2026-01-10', due: '2026-02-19', amount: '1200.00' }),
    )
    const evidence = { name: 'courrier.txt', file: new File(['sans réponse'], 'courrier.txt') }
    await decide(['F1'], '70', { day: '2026-06-30', note: 'sans réponse', evidence })
    const asThen = await book.client.provisions.closing({ asOf: '2026-06-30' })
    await accountOf(book).receive('2026-09-01', {
      amount: 1_200_000,
      allocate: [{ itemId: await idOf('F1'), amount: 1_200_000 }],
    })
    await decide(['F2'], '100', { day: '2026-10-01' })
    expect(await book.client.provisions.closing({ asOf: '2026-06-30' })).toEqual(asThen)
    const { id } = await close('2026-06-30')
    // A later word on the same debt and day does not change what was taken over.
    expect(await refusalOf(decide(['F1'], '10'))).toBe('provision.not-open')
    expect((await book.client.provisions.run({ id })).cases).toMatchObject([
      {
        number: 'F1',
        amount: 700_000,
        decidedOn: '2026-06-30',
        decidedBy: 'test',
        note: 'sans réponse',
        evidence: 'courrier.txt',
      },
    ])
    const csv = await (await book.client.provisions.file({ id, what: 'list', format: 'csv' })).file.text()
    expect(csv).toContain(';7000,00;2026-06-30;test;sans réponse;courrier.txt')
  })

  test('goes on once customers are put together and what was paid is gone', async () => {
    await given(
      invoice('F1', { issued: '2026-01-10', due: '2026-02-09', amount: '1200.00' }),
      invoice('G1', { customer: 'C002', issued: '2026-01-10', due: '2026-02-09', amount: '600.00' }),
    )
    const june = clientOn(book.program, '2026-06-30')
    const ids = [await idOf('F1'), await idOf('G1', 'C002')]
    await june.provisions.decide({ itemIds: ids, ground: 'late', probability: '50' })
    const { id } = await close('2026-06-30', {}, june)
    const before = await book.client.provisions.run({ id })
    await accountOf(book, 'C002').receive('2026-09-01', {
      amount: 60_000,
      allocate: [{ itemId: ids[1] as string, amount: 60_000 }],
    })
    const [keep, remove] = [await accountOf(book).customerId(), await accountOf(book, 'C002').customerId()]
    await book.client.customers.merge({ keep, remove })
    const after = await book.client.provisions.run({ id })
    expect(after).toMatchObject({
      casesTotal: before.casesTotal,
      doubtfulTotal: before.doubtfulTotal,
      groups: before.groups,
    })
    expect(after.cases.map(({ customerCode, amount }) => [customerCode, amount])).toEqual([
      ['C001', 50_000],
      ['C001', 25_000],
    ])
    expect(await book.client.provisions.closing({})).toMatchObject({
      change: -25_000,
      entries: [
        { kind: 'transfer-back', lines: [{ debit: 60_000 }, { credit: 60_000 }] },
        { kind: 'release', lines: [{ debit: 25_000 }, { credit: 25_000 }] },
      ],
    })
  })

  test('a debt written off since leaves 416 by its own entry', async () => {
    await given(invoice('F1', { issued: '2026-01-10', due: '2026-02-09', amount: '1200.00' }))
    const june = clientOn(book.program, '2026-06-30')
    await june.provisions.decide({ itemIds: [await idOf('F1')], ground: 'notice', probability: '50' })
    await close('2026-06-30', {}, june)
    const { customerId, id } = await accountOf(book).item('F1')
    const proposed = await book.client.writeoffs.propose({ customerId, items: [{ itemId: id }], reason: 'uneconomic' })
    await clientOn(book.program, TODAY, 'Claire').writeoffs.approve({ id: proposed.id })
    expect(
      (await book.client.provisions.closing({})).entries.map(({ kind, lines }) => [kind, lines[0]?.debit]),
    ).toEqual([['release', 50_000]])
  })

  test('books the matrix too where the firm wants it, and then needs all its rates and their reason', async () => {
    await given(invoice('F1', { issued: '2026-12-01', due: '2026-12-20', amount: '1200.00' }))
    expect(await refusalOf(close(TODAY, { booked: 'both' }))).toBe('provision.rates-missing')
    const byHand = ['0.4', '1.5', '4', '10', '40']
    expect(await refusalOf(close(TODAY, { booked: 'both', byHand }))).toBe('provision.reason-missing')
    expect(await refusalOf(close(TODAY, { adjustment: '5' }))).toBe('provision.reason-missing')
    expect(await refusalOf(close('2027-01-01'))).toBe('provision.day-future')
    const { id, ...run } = await close(TODAY, { booked: 'both', byHand, reason: 'premier exercice' })
    expect(run).toMatchObject({
      matrixTotal: 1_500,
      casesTotal: 0,
      settings: { ...settings, byHand, reason: 'premier exercice' },
    })
    expect((await book.client.provisions.run({ id })).entries).toMatchObject([
      {
        kind: 'matrix',
        customerCode: '',
        lines: [
          { account: '681740', debit: 1_500 },
          { account: '491000', credit: 1_500 },
        ],
      },
    ])
  })

  test('leaves for the accountant as list, matrix and entries, and as lines of a FEC that balance', async () => {
    await given(
      invoice('F1', { name: 'Client = douteux', issued: '2026-01-10', due: '2026-02-09', amount: '12000.00' }),
    )
    await decide(['F1'], '70')
    const { id } = await close()
    const file = async (what: 'list' | 'matrix' | 'entries', format: 'csv' | 'xlsx' | 'pdf' | 'fec') =>
      (await book.client.provisions.file({ id, what, format })).file
    for (const what of ['list', 'matrix', 'entries'] as const) {
      expect(
        Buffer.from(await (await file(what, 'pdf')).arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
      expect((await file(what, 'xlsx')).size).toBeGreaterThan(1000)
    }
    const csv = await (await file('list', 'csv')).text()
    expect(csv.split('\r\n')[1]).toBe(
      'Client = douteux;C001;F1;2026-01-10;2026-02-09;Retard important;;12000,00;0,00;2000,00;0,00;10000,00;70\u202f%;7000,00;2026-12-31;test;;',
    )
    const { name } = await book.client.provisions.file({ id, what: 'entries', format: 'fec' })
    expect(name).toBe('ecritures-depreciation-2026-12-31.txt')
    const rows = (await (await file('entries', 'fec')).text())
      .slice(0, -2)
      .split('\r\n')
      .map((line) => line.split('\t'))
    expect(rows.map((cells) => cells.length)).toEqual([18, 18, 18, 18, 18])
    expect(rows.slice(1).map((cells) => [cells[0], cells[3], cells[4], cells[6], cells[11], cells[12]])).toEqual([
      ['OD', '20261231', '416000', 'C001', '12000,00', '0,00'],
      ['OD', '20261231', '411000', 'C001', '0,00', '12000,00'],
      ['OD', '20261231', '681740', '', '7000,00', '0,00'],
      ['OD', '20261231', '491000', '', '0,00', '7000,00'],
    ])
    expect(await refusalOf(book.client.provisions.file({ id, what: 'list', format: 'fec' }))).toBe('BAD_REQUEST')
    expect(await refusalOf(book.client.provisions.file({ id: NOBODY, what: 'list', format: 'pdf' }))).toBe('not-found')
    expect(await refusalOf(book.client.provisions.run({ id: NOBODY }))).toBe('not-found')
  })
})
