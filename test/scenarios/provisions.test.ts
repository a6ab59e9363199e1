import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { clientOn, openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { level, planOf, putPlan } from '../support/dunning.ts'
import { creditNote, customerFields, finish, type ItemLine, invoice, payment } from '../support/ledger.ts'
import { provisionsIn, CLOSING_DAY as TODAY } from '../support/provisions.ts'

const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const { given, idOf, matrix, cases, decide } = provisionsIn(() => book)

/**
 * A hundred invoices of 1,000 due over 2025, half paid on time, and so on: the example of domain 4.8 told as a ledger. Those
 * never paid are given up.
 */
const rolledLedger = (customer = 'C001', prefix = 'H'): ItemLine[] =>
  Array.from({ length: 100 }, (_, n) => n).flatMap((n) => {
    const due = `2025-${String((n % 12) + 1).padStart(2, '0')}-10`
    const after = (days: number) =>
      new Date(Date.parse(`${due}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
    const days = n < 50 ? 0 : n < 77 ? 30 : n < 92 ? 60 : n < 98 ? 90 : null
    const bill = invoice(`${prefix}${n}`, { customer, issued: '2024-12-01', due, amount: '1000.00' })
    return days === null
      ? [bill]
      : [
          bill,
          payment(`P${prefix}${n}`, { customer, issued: after(days), amount: '1000.00', settles: `${prefix}${n}` }),
        ]
  })
describe('the matrix', () => {
  test('takes its rates from what became of our own invoices: the example of domain 4.8 to the digit', async () => {
    await given(
      ...rolledLedger(),
      invoice('N1', { issued: '2026-12-01', due: '2027-01-10', amount: '1200.00' }),
      invoice('N2', { issued: '2026-11-01', due: '2026-12-10', amount: '600.00' }),
    )
    const { groups, totals, amount, why, currency } = await matrix({ lostAfter: 90 })
    expect(groups).toHaveLength(1)
    expect(groups[0]?.history).toEqual({
      from: '2024-10-02',
      until: '2026-10-02',
      invoices: 100,
      sold: 10_000_000,
      unpaid: [5_000_000, 2_300_000, 800_000, 200_000],
      lost: 200_000,
    })
    expect(groups[0]?.lines.map(({ own, rate }) => [own, rate])).toEqual([
      ['2.00', '2.00'],
      ['4.00', '4.00'],
      ['8.70', '8.70'],
      ['25.00', '25.00'],
      ['100.00', '100.00'],
    ])
    expect(totals.map(({ gross, tax, base, amount: part }) => [gross, tax, base, part])).toEqual([
      [120_000, 20_000, 100_000, 2_000],
      [60_000, 10_000, 50_000, 2_000],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [200_000, 33_334, 166_666, 166_666],
    ])
    expect([amount, why, currency]).toEqual([170_666, null, 'EUR'])
  })

  test('is of the day asked for: what was paid later was open then', async () => {
    await given(...rolledLedger())
    const { totals } = await matrix({ asOf: '2025-12-31' })
    const { total } = await book.client.receivables.aged({ asOf: '2025-12-31' })
    expect(totals.reduce((sum, { gross }) => sum + gross, 0)).toBe(total.total)
    expect((await matrix({ asOf: '2025-12-31', lostAfter: 90 })).groups[0]?.history.invoices).toBe(76)
  })

  test('left to itself takes the longest time that the history tells rates of the oldest debts for', async () => {
    await given(
      ...rolledLedger(),
      payment('P98', { issued: '2026-02-08', amount: '1000.00', settles: 'H98' }),
      invoice('OLD', { issued: '2026-08-01', due: '2026-09-01', amount: '1200.00' }),
    )
    const told = async (asOf: string, rest: object = {}) => {
      const { lostAfter, groups } = await matrix({ asOf, ...rest })
      return [lostAfter, groups[0]?.lines.at(-1)?.rate, groups[0]?.why]
    }
    // H98, due 10 March 2025, came in after eleven months: half of what was 90 days late is lost, not all of it.
    expect(await told(TODAY)).toEqual([365, '50.00', null])
    expect(await told(TODAY, { lostAfter: 180 })).toEqual([180, '100.00', null])
    expect(await told(TODAY, { lostAfter: 90 })).toEqual([90, '100.00', null])
    // Too little is a year old yet; then too little is half a year old.
    expect(await told('2025-11-30')).toEqual([180, '100.00', null])
    expect(await told('2025-07-31')).toEqual([90, '100.00', null])
    expect(await told('2025-04-30')).toEqual([90, null, 'history-too-short'])
    const closed = await book.client.provisions.close({ asOf: TODAY })
    expect(closed.settings.lostAfter).toBe(365)
  })

  test('a ledger that ended tells nothing of what came in afterwards', async () => {
    await given(...rolledLedger())
    const { groups } = await matrix({ lostAfter: 90 })
    // The last receipt is of 10 March 2026; invoices due within ninety days of it had no time to be lost.
    expect(groups[0]?.history).toMatchObject({ until: '2025-12-10', invoices: 100 })
    expect((await matrix({ lostAfter: 90, asOf: '2026-04-10' })).groups[0]?.history.until).toBe('2026-01-10')
    expect((await matrix({ lostAfter: 90, asOf: '2026-04-11' })).groups[0]?.history.until).toBe('2025-12-10')
  })

  test('knows foreign debts at their worth, and says how many it leaves out', async () => {
    await given(
      ...rolledLedger(),
      invoice('U1', { issued: '2026-12-01', due: '2027-01-10', amount: '1200.00', currency: 'USD' }),
    )
    expect(await matrix()).toMatchObject({ leftOut: 1, totals: [{ gross: 0 }, {}, {}, {}, {}] })
    expect((await book.client.provisions.closing({})).leftOut).toBe(1)
    await book.client.exchange.setRate({ currency: 'USD', day: '2026-12-01', rate: '0.5' })
    const { leftOut, totals } = await matrix()
    expect([leftOut, totals[0]?.gross, totals[0]?.base]).toEqual([0, 60_000, 50_000])
  })

  test('takes the VAT that was told when a part was written off', async () => {
    await given(invoice('F1', { issued: '2026-01-10', due: '2026-02-09', amount: '2110.00' }))
    const { customerId, id } = await accountOf(book).item('F1')
    const { id: proposed } = await book.client.writeoffs.propose({
      customerId,
      items: [{ itemId: id, amount: 105_500 }],
      taxRate: '5.5',
      reason: 'uneconomic',
    })
    await clientOn(book.program, TODAY, 'Claire').writeoffs.approve({ id: proposed })
    expect((await cases()).cases).toMatchObject([{ gross: 105_500, tax: 5_500, taxSource: 'writeoff', base: 100_000 }])
  })

  test('a debt given up was lost, whatever settled it in the ledger', async () => {
    await given(...rolledLedger())
    const [first, second] = [await idOf('H98'), await idOf('H99')]
    const { customerId } = await accountOf(book).item('H98')
    const proposed = await book.client.writeoffs.propose({
      customerId,
      items: [{ itemId: first }, { itemId: second }],
      reason: 'uneconomic',
    })
    await clientOn(book.program, TODAY, 'Claire').writeoffs.approve({ id: proposed.id })
    const { groups, totals } = await matrix()
    expect(groups[0]?.history.lost).toBe(200_000)
    expect(totals.every(({ gross }) => gross === 0)).toBe(true)
  })

  test('looks ahead by an adjustment, and takes rates by hand', async () => {
    await given(...rolledLedger(), invoice('N1', { issued: '2026-12-01', due: '2027-01-10', amount: '1200.00' }))
    const lines = (await matrix({ adjustment: '10', byHand: [null, null, null, null, '60'] })).groups[0]?.lines ?? []
    expect(lines.map(({ rate, byHand }) => [rate, byHand])).toEqual([
      ['2.20', false],
      ['4.40', false],
      ['9.57', false],
      ['27.50', false],
      ['60.00', true],
    ])
    expect(lines.map(({ amount }) => amount)).toEqual([2_200, 0, 0, 0, 100_000])
  })

  test('by segment takes the rates of all where a segment tells too little', async () => {
    for (const [code, segment] of [
      ['C001', 'Grands comptes'],
      ['C002', 'Artisans'],
    ] as const)
      await book.client.customers.create(customerFields(code, { segment }))
    await given(
      ...rolledLedger(),
      invoice('A1', { customer: 'C002', issued: '2026-12-01', due: '2027-01-10', amount: '1200.00' }),
    )
    const { groups } = await matrix({ bySegment: true })
    expect(groups.map(({ segment, borrowed, lines }) => [segment, borrowed, lines[0]?.rate])).toEqual([
      ['Artisans', true, '2.00'],
      ['Grands comptes', false, '2.00'],
    ])
  })

  test('a book of credit notes alone has nothing to lose, nor has a day before the first invoice', async () => {
    await given(creditNote('A1', { issued: '2026-06-15', amount: '600.00' }))
    expect(await matrix()).toMatchObject({ amount: 0, why: null, creditsLeft: -60_000 })
    expect(await matrix({ asOf: '1950-01-01' })).toMatchObject({ amount: 0, creditsLeft: 0 })
    expect(await cases({ asOf: '2199-12-31' })).toMatchObject({ total: 0, doubtful: { gross: 0, amount: 0 } })
    expect(await book.client.provisions.closing({ asOf: '2199-12-31', booked: 'both' })).toMatchObject({
      amount: 0,
      change: 0,
      entries: [],
    })
  })

  test('is not told by too little history, says why, and takes rates by hand instead', async () => {
    expect(await matrix()).toMatchObject({ amount: 0, groups: [{ why: 'no-sales' }] })
    await given(invoice('N1', { issued: '2026-12-01', due: '2026-12-20', amount: '1200.00' }))
    expect(await matrix()).toMatchObject({ amount: null, why: 'no-sales' })
    await given(...rolledLedger().slice(0, 20))
    expect(await matrix()).toMatchObject({ amount: null, why: 'too-few-invoices' })
    const byHand = await matrix({ byHand: ['0.4', '1.5', '4', '10', '40'] })
    expect(byHand).toMatchObject({ amount: 1_500, why: null })
  })

  test('leaves out VAT, what is insured, credits of the same customer, and what is treated by case', async () => {
    await book.client.customers.create(customerFields('C001'))
    const { id: abroad } = await book.client.customers.create(customerFields('DE1', { country: 'DE' }))
    await book.client.limits.set({
      kind: 'insured',
      customerId: abroad,
      amount: 50_000,
      reason: 'Assurance',
      insurer: 'Coface',
      policyNumber: 'P1',
      coveredShare: '90',
      extensionDays: 60,
      noticeDays: 60,
      from: '2026-01-01',
    })
    await given(
      invoice('F1', { issued: '2026-12-01', due: '2027-01-10', amount: '1200.00' }),
      invoice('F2', { issued: '2026-12-01', due: '2027-02-10', amount: '1200.00' }),
      creditNote('A1', { issued: '2026-12-15', amount: '600.00' }),
      invoice('F3', { issued: '2026-12-01', due: '2027-01-10', amount: '240.00' }),
      invoice('D1', { customer: 'DE1', issued: '2026-12-01', due: '2027-01-10', amount: '1000.00' }),
    )
    await decide(['F3'], '50')
    const [line] = (await matrix({ byHand: ['10', '10', '10', '10', '10'] })).totals
    // F1: 1,200 − 600; F2: 1,200; VAT a sixth of both. D1: no VAT, 90 % of the 500 that the cover bears.
    expect(line).toEqual({
      bucket: 'notDue',
      gross: 364_000,
      cases: 24_000,
      credits: 60_000,
      tax: 30_000,
      insured: 45_000,
      base: 205_000,
      amount: 20_500,
    })
  })
})

describe('doubtful debts', () => {
  test('are proposed with what speaks against them, and decided by a person', async () => {
    await given(
      invoice('OLD', { issued: '2026-01-10', due: '2026-02-09', amount: '12000.00' }),
      invoice('BAD', { issued: '2026-11-10', due: '2026-12-10', amount: '600.00' }),
      invoice('NEW', { issued: '2026-12-10', due: '2027-01-09', amount: '600.00' }),
      invoice('INS', { customer: 'C002', issued: '2026-12-10', due: '2027-01-09', amount: '2400.00' }),
    )
    await book.client.disputes.open({ itemId: await idOf('BAD'), reason: 'quality', amount: 10_000 })
    const { id: insolvent } = await book.client.customers.byCode({ code: 'C002' })
    await book.client.registers.record({
      customerId: insolvent,
      kind: 'receivership',
      day: '2026-12-20',
      publishedOn: '2026-12-20',
      source: 'BODACC',
    })
    const found = await cases()
    expect(
      found.cases.map(({ number, signs, decision }) => [number, signs.map(({ ground }) => ground), decision]),
    ).toEqual([
      ['OLD', ['late'], null],
      ['INS', ['insolvency'], null],
      ['BAD', ['dispute'], null],
    ])
    expect(found.counts).toEqual({ proposed: 3, doubtful: 0, sound: 0 })
    // Domain 4.9 (S143): 12,000 with 20 % of VAT at 70 % come to 7,000.
    await decide(['OLD'], '70', { note: 'injoignable depuis mars' })
    await book.client.provisions.clear({
      itemIds: [await idOf('BAD')],
      note: 'avoir accordé, le reste est réglé lundi',
    })
    const { cases: after, doubtful, counts } = await cases()
    expect(after.find(({ number }) => number === 'OLD')).toMatchObject({
      gross: 1_200_000,
      tax: 200_000,
      taxSource: 'rate',
      base: 1_000_000,
      amount: 700_000,
      decision: { kind: 'doubtful', probability: '70', note: 'injoignable depuis mars', by: 'test' },
    })
    expect(doubtful).toEqual({ gross: 1_200_000, tax: 200_000, insured: 0, base: 1_000_000, amount: 700_000 })
    expect(counts).toEqual({ proposed: 1, doubtful: 1, sound: 1 })
    expect((await cases({ show: 'proposed' })).cases.map(({ number }) => number)).toEqual(['INS'])
    expect((await cases({ asOf: '2026-12-30' })).counts).toEqual({ proposed: 2, doubtful: 0, sound: 0 })
    const { decisions } = await book.client.provisions.history({ itemId: await idOf('OLD') })
    expect(decisions).toHaveLength(1)
  })

  test('a formal notice speaks once its deadline passed, an action in court from its day on', async () => {
    await given(invoice('F1', { issued: '2026-09-01', due: '2026-10-01', amount: '1200.00' }))
    const formal = level(1, 1, { wording: 'formal', channel: 'registered', newDeadlineDays: 8 })
    await putPlan(book.client, planOf([], { levels: [formal] }))
    await finish(book.on('2026-11-20').dunning.issue({ asOf: '2026-11-20', catchUp: true, confirmed: true }))
    const signs = async (asOf: string) => (await cases({ asOf })).cases.map((one) => one.signs)
    expect(await signs('2026-11-28')).toEqual([])
    expect(await signs('2026-11-29')).toEqual([[{ ground: 'notice', since: '2026-11-20', detail: 'R2026-0001-0001' }]])
    const { customerId } = await accountOf(book).item('F1')
    await book.client.handovers.handOver({ customerId, to: 'lawyer', reason: 'assignation' })
    expect((await signs(TODAY))[0]?.map(({ ground, detail }) => [ground, detail])).toEqual([
      ['court', 'lawyer'],
      ['notice', 'R2026-0001-0001'],
    ])
  })

  test('keep the evidence they were decided on', async () => {
    await given(invoice('F1', { issued: '2026-01-10', due: '2026-02-09', amount: '1200.00' }))
    await decide(['F1'], '100', { evidence: { name: 'jugement.txt', file: new File(['liquidation'], 'jugement.txt') } })
    const [one] = (await cases()).cases
    expect(one?.decision).toMatchObject({ documentName: 'jugement.txt', probability: '100' })
    expect(one?.decision?.documentId).toBeTruthy()
  })

  test('are refused where they are not open, not known, to come, or say nothing', async () => {
    await given(
      invoice('F1', { issued: '2026-01-10', due: '2026-02-09', amount: '1200.00' }),
      payment('P1', { issued: '2026-11-01', amount: '1200.00', settles: 'F1' }),
      payment('P2', { issued: '2026-11-01', amount: '10.00' }),
    )
    expect(await refusal(decide(['F1'], '50'))).toMatchObject({ code: 'provision.not-open', details: { number: 'F1' } })
    expect(await refusalOf(decide(['P2'], '50'))).toBe('provision.not-open')
    expect(await refusalOf(decide(['F1'], '50', { day: '2027-01-01' }))).toBe('provision.day-future')
    expect(await refusalOf(decide(['F1'], '50', { ground: 'other' }))).toBe('provision.note-missing')
    expect(
      await refusalOf(book.client.provisions.decide({ itemIds: [NOBODY], ground: 'late', probability: '50' })),
    ).toBe('not-found')
    expect(await refusalOf(decide(['F1'], '101'))).toBe('BAD_REQUEST')
    await decide(['F1'], '50', { day: '2026-10-31' })
    expect((await cases({ asOf: '2026-10-31' })).counts.doubtful).toBe(1)
    expect((await cases()).cases).toEqual([])
  })
})
