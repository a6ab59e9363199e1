import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { creditNote, customerFields, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
let account: ReturnType<typeof accountOf>
let reminders: ReturnType<typeof remindersOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
  reminders = remindersOf(book)
})
afterEach(() => book.close())

type Level = Parameters<typeof level>[2]
/** Levels so many days after the due date, each with what it claims. */
const givenPlan = (...levels: [days: number, rest: Level][]) =>
  putPlan(book.client, planOf([], { levels: levels.map(([days, rest], i) => level(i + 1, days, rest)) }))
const f = (number: string, amount = '100.00', due = '2026-08-31', rest = {}) =>
  invoice(number, { amount, issued: '2026-08-01', due, ...rest })
const chargesOf = async (asOf: string) => {
  const { totals } = await book.client.charges.ofCustomer({ customerId: await account.customerId(), asOf })
  return Object.fromEntries(totals.map(({ kind, ...sums }) => [kind, sums]))
}
const open = async (asOf: string) => Object.values(await chargesOf(asOf)).reduce((total, sums) => total + sums.open, 0)
const proposed = async (asOf: string) => (await reminders.propose(asOf)).letters[0]
const control = async (asOf: string) => (await book.client.receivables.aged({ asOf })).control.difference

describe('the fee of a letter', () => {
  test('I4: once a letter, interest by item', async () => {
    await givenPlan([10, { fee: 1_000, claimsInterest: true }])
    await account.given(f('F1'), f('F2'), f('F3'))
    const [letter] = await reminders.issueAndSend('2026-09-20')
    expect(letter).toMatchObject({ principal: 30_000, fees: 1_000 })
    expect(await chargesOf('2026-09-20')).toMatchObject({ fee: { claimed: 1_000 } })
    const { lines } = await book.client.charges.ofCustomer({ customerId: await account.customerId() })
    expect(lines.filter(({ kind }) => kind === 'interest').map(({ itemNumber }) => itemNumber)).toEqual([
      'F1',
      'F2',
      'F3',
    ])
  })

  test('I6: 10 at the first level, 15 % of the principal at the second, no fee on fee: 110, then 125', async () => {
    await givenPlan([5, { fee: 1_000 }], [10, { feePercent: '15' }])
    await account.given(f('F1'))
    expect(await reminders.issueAndSend('2026-09-05')).toMatchObject([{ fees: 1_000, total: 11_000 }])
    expect(await reminders.issueAndSend('2026-09-10')).toMatchObject([{ fees: 2_500, total: 12_500 }])
    expect(await chargesOf('2026-09-10')).toMatchObject({ fee: { claimed: 2_500, open: 2_500 } })
  })

  test('I8: a level without a fee charges none', async () => {
    await givenPlan([5, {}])
    await account.given(f('F1'))
    expect(await reminders.issueAndSend('2026-09-05')).toMatchObject([{ fees: 0, total: 10_000 }])
    expect(await open('2026-09-05')).toBe(0)
  })

  test.each([
    ['I11', 1_000, 2_000],
    ['I12', 500, 1_500],
  ])('%s: 10 owed, a fee of %i cents ten days after the due date: %i', async (_, fee, total) => {
    await givenPlan([10, { fee }])
    await account.given(f('F1', '10.00'))
    expect(await reminders.issueAndSend('2026-09-10')).toMatchObject([{ total }])
  })

  test('I14: fees of 101, 102 and 103 are added once each when their reminder fires', async () => {
    await givenPlan([5, { fee: 10_100 }], [10, { fee: 10_200 }], [15, { fee: 10_300 }])
    await account.given(f('F1'))
    const totals = []
    for (const day of ['2026-09-05', '2026-09-10', '2026-09-15'])
      totals.push((await reminders.issueAndSend(day))[0]?.total)
    expect(totals).toEqual([20_100, 30_300, 40_600])
  })

  test('I15: asked for again and again, a level charges its fee once; a letter cancelled and made again as well', async () => {
    await givenPlan([5, { fee: 1_000, claimsIndemnity: true, claimsInterest: true }], [60, { fee: 1_000 }])
    await account.given(f('F1'))
    const first = await reminders.issue('2026-09-05')
    const before = await chargesOf('2026-09-05')
    for (const day of ['2026-09-05', '2026-09-06']) expect((await reminders.propose(day)).letters).toEqual([])
    const id = first.letters[0]?.id ?? ''
    await book.on('2026-09-07').dunning.cancelLetter({ id, reason: 'adresse fausse' })
    expect(await open('2026-09-07')).toBe(0)
    const again = await reminders.issue('2026-09-07')
    expect(again.letters).toMatchObject([{ fees: 1_000, indemnities: 4_000 }])
    expect(await chargesOf('2026-09-07')).toMatchObject({
      fee: { claimed: 2_000, withdrawn: 1_000, open: 1_000 },
      indemnity: { claimed: 8_000, withdrawn: 4_000, open: 4_000 },
      interest: { withdrawn: before.interest?.claimed, open: again.letters[0]?.interest },
    })
  })
})

describe('interest and the fixed sum', () => {
  beforeEach(() =>
    givenPlan(
      [10, { claimsInterest: true, claimsIndemnity: true }],
      [30, { claimsInterest: true, claimsIndemnity: true }],
    ),
  )

  test('a later letter claims the difference: the fixed sum once, interest to its day', async () => {
    await account.given(f('F1', '10000.00'))
    const [first] = await reminders.issueAndSend('2026-09-10')
    const [second] = await reminders.issueAndSend('2026-09-30')
    // 10 and 30 days at 12.40 %.
    expect([first?.interest, second?.interest]).toEqual([3_397, 10_192])
    expect(second).toMatchObject({ indemnities: 4_000, total: 1_000_000 + 10_192 + 4_000 })
    const { entries } = await book.client.charges.ofCustomer({ customerId: await account.customerId() })
    expect(entries.map(({ kind, event, amount }) => [kind, event, amount])).toEqual([
      ['interest', 'claimed', 6_795],
      ['indemnity', 'claimed', 4_000],
      ['interest', 'claimed', 3_397],
    ])
  })

  test('I3: a letter of 110.41 is paid with 110.41: the invoice and its charges are settled, nothing is reminded', async () => {
    await givenPlan([15, { claimsInterest: true, fee: 1_000 }])
    const { content } = await book.client.policy.get({})
    await book.on('2026-01-01').policy.save({
      content: { ...content, charges: { ...content.charges, lateRate: '10' } },
      inForceFrom: '2026-01-01',
    })
    await account.given(f('F1'))
    const [letter] = await reminders.issueAndSend('2026-09-15')
    expect(letter).toMatchObject({ interest: 41, fees: 1_000, total: 11_041 })
    await account.receive('2026-09-20', {
      amount: 11_041,
      allocate: [{ itemId: await account.idOf('F1'), amount: 10_000 }],
    })
    const paid = await book.client.charges.recordPaid({
      customerId: await account.customerId(),
      currency: 'EUR',
      day: '2026-09-20',
      amount: 1_041,
      creditItemId: await account.idOf('RG-2026-1'),
    })
    expect(paid.totals.map(({ open }) => open)).toEqual([0, 0])
    expect(await account.open()).toMatchObject({ F1: 0, 'RG-2026-1': 0 })
    expect(await control('2026-09-20')).toBe(0)
    expect((await reminders.propose('2026-12-31')).letters).toEqual([])
  })

  test('I5: the principal is paid, the charges are not: they stay, and the next letter asks for them', async () => {
    await account.given(f('F1', '10000.00'))
    const [letter] = await reminders.issueAndSend('2026-09-10')
    const charges = (letter?.interest ?? 0) + 4_000
    await account.given(payment('P1', { amount: '10000.00', issued: '2026-09-15', settles: 'F1' }))
    expect(await open('2026-09-16')).toBe(charges)
    expect((await book.on('2026-11-22').charges.list({ only: 'nothing-else' })).customers).toMatchObject([
      { customerCode: 'C001', interest: 3_397, indemnities: 4_000, open: charges, principal: 0 },
    ])
    // Never a letter for charges alone.
    expect((await reminders.propose('2026-10-31')).letters).toEqual([])
    await account.given(f('F2', '500.00', '2026-10-01', { issued: '2026-09-15' }))
    const next = await proposed('2026-10-15')
    expect(next).toMatchObject({ principal: 50_000, indemnities: 4_000, earlierCharges: charges })
    expect(next?.total).toBe(50_000 + (next?.interest ?? 0) + 4_000 + charges)
  })

  test('what was paid of the interest, or waived, is not asked for again', async () => {
    await account.given(f('F1', '10000.00'))
    await reminders.issueAndSend('2026-09-10')
    const customerId = await account.customerId()
    const itemId = await account.idOf('F1')
    const at = book.on('2026-09-12').charges
    await at.waive({
      customerId,
      currency: 'EUR',
      lines: [{ kind: 'indemnity', itemId, amount: 4_000 }],
      reason: 'geste',
    })
    await at.recordPaid({ customerId, currency: 'EUR', day: '2026-09-12', amount: 397 })
    expect(await proposed('2026-09-30')).toMatchObject({ interest: 10_192 - 397, indemnities: 0 })
  })

  test('the fixed sum of an invoice that a credit note takes back as a whole is withdrawn; of a part it stays', async () => {
    await account.given(f('F1', '100.00'), f('F2', '100.00'))
    await reminders.issueAndSend('2026-09-10')
    expect(await chargesOf('2026-09-11')).toMatchObject({ indemnity: { claimed: 8_000, open: 8_000 } })
    await account.given(
      creditNote('A1', { amount: '100.00', issued: '2026-09-12', settles: 'F1' }),
      creditNote('A2', { amount: '60.00', issued: '2026-09-12', settles: 'F2' }),
    )
    expect(await chargesOf('2026-09-12')).toMatchObject({
      indemnity: { claimed: 8_000, withdrawn: 4_000, open: 4_000 },
    })
    // As of the day before, it stood.
    expect(await chargesOf('2026-09-11')).toMatchObject({ indemnity: { open: 8_000 } })
  })

  test('a payment told later lowers the interest that was claimed', async () => {
    await account.given(f('F1', '10000.00'))
    await reminders.issueAndSend('2026-09-10')
    await account.given(payment('P1', { amount: '9900.00', issued: '2026-09-01', settles: 'F1' }))
    // One day of 10,000 and 29 of 100.
    const [letter] = await reminders.issueAndSend('2026-09-30')
    expect(letter?.interest).toBe(438)
    expect(await chargesOf('2026-09-30')).toMatchObject({ interest: { claimed: 3_397, withdrawn: 2_959, open: 438 } })
  })
})

describe('whose law', () => {
  beforeEach(() => givenPlan([10, { claimsInterest: true, claimsIndemnity: true, fee: 500 }]))
  const customerOf = async (lateRegime: string | null) => {
    await account.given(f('F1', '10000.00', '2026-05-31', { issued: '2026-05-01' }))
    const id = await account.customerId()
    await book.client.customers.update({ id, customer: customerFields('C001', { lateRegime }) })
  }
  const interestOn = async (asOf: string) => (await proposed(asOf))?.interest

  test('France by half-year; a public buyer at the rate of the first day, for ever', async () => {
    await customerOf(null)
    // 30 days at 12.15 and 77 at 12.40; 107 at 10.15, frozen.
    expect(await interestOn('2026-09-15')).toBe(36_145)
    const id = await account.customerId()
    await book.client.customers.update({ id, customer: customerFields('C001', { lateRegime: 'FR-public' }) })
    expect(await interestOn('2026-09-15')).toBe(29_755)
  })

  test('Ireland: the rate of the last day for the whole delay', async () => {
    await customerOf('IE')
    expect(await interestOn('2026-06-30')).toBe(8_342)
    // 107 days at 10.40.
    expect(await interestOn('2026-09-15')).toBe(30_488)
    // By size of the debt.
    expect(await proposed('2026-09-15')).toMatchObject({ indemnities: 7_000 })
  })

  test('a regime of its own comes before the contract’s rate and the policy’s day count', async () => {
    const { content } = await book.client.policy.get({})
    await book.on('2026-01-01').policy.save({
      content: { ...content, charges: { ...content.charges, lateRate: '9', dayCount: 'act/360' } },
      inForceFrom: '2026-01-01',
    })
    await customerOf(null)
    // 107 days at 9 % over 360.
    expect(await interestOn('2026-09-15')).toBe(26_750)
    const id = await account.customerId()
    await book.client.customers.update({ id, customer: customerFields('C001', { lateRegime: 'DE' }) })
    // 30 days at 10.27 and 77 at 10.52 over 365.
    expect(await interestOn('2026-09-15')).toBe(30_634)
  })

  test('the policy may freeze the law’s rate for the invoices of its time', async () => {
    const { content } = await book.client.policy.get({})
    await book.on('2026-05-01').policy.save({
      content: { ...content, charges: { ...content.charges, rateFollows: 'frozen' } },
      inForceFrom: '2026-05-01',
    })
    await customerOf(null)
    expect(await interestOn('2026-09-15')).toBe(35_618)
  })

  test('a half-year that is missing stops the calculation by name; added, it goes on', async () => {
    await customerOf(null)
    const day = '2027-01-15'
    expect(await proposed(day)).toMatchObject({ interest: 0, problems: ['rate-missing 2027-S1 FR'] })
    await book.on(day).rates.addValue({ series: 'FR', semester: '2027-S1', rate: '12.00', source: 'Banque de France' })
    const letter = await proposed(day)
    expect(letter?.problems).toEqual([])
    expect(letter?.interest).toBeGreaterThan(75_000)
  })

  test('I9, I37: an invoice in another currency is reminded in it: nothing is converted, the fixed sum is not claimed, and that is said', async () => {
    await givenPlan([10, { claimsInterest: true, claimsIndemnity: true, fee: 500, channel: 'email' }])
    await account.given(f('F1', '100.00', '2026-08-31', { currency: 'USD' }))
    const letter = await proposed('2026-09-30')
    expect(letter).toMatchObject({
      currency: 'USD',
      principal: 10_000,
      indemnities: 0,
      fees: 0,
      problems: ['no-bank-account'],
    })
    expect(letter?.warnings).toContain('sum-other-currency EUR')
    expect(letter?.interest).toBeGreaterThan(0)
  })
})
