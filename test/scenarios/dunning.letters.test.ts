import { createHash } from 'node:crypto'
import { PDFDocument, PDFName } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { defaultPlanOf, level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { customerFields, finish, type ItemLine, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-04-01'

let book: TestBook
let reminders: ReturnType<typeof remindersOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  reminders = remindersOf(book)
})
afterEach(() => book.close())

const given = (...lines: ItemLine[]) => importItems(book.client, lines)
/** One level that claims all that the law gives. */
const claimAll = () =>
  putPlan(book.client, planOf([], { levels: [level(1, 1, { claimsInterest: true, claimsIndemnity: true })] }))
const charges = async (asOf: string) =>
  (await reminders.propose(asOf)).letters.map(
    ({ currency, principal, credits, interest, indemnities, fees, total }) => ({
      currency,
      principal,
      credits,
      interest,
      indemnities,
      fees,
      total,
    }),
  )

describe('what a letter claims', () => {
  beforeEach(() => claimAll())

  test('EUR 12,000 due 31 May 2026, on 15 September: 433.74 and 40', async () => {
    await given(invoice('F1', { issued: '2026-05-01', due: '2026-05-31', amount: '12000.00' }))
    expect(await charges('2026-09-15')).toEqual([
      {
        currency: 'EUR',
        principal: 1_200_000,
        credits: 0,
        interest: 43_374,
        indemnities: 4_000,
        fees: 0,
        total: 1_247_374,
      },
    ])
  })

  test('EUR 10,000 due 31 October 2023, on 31 March 2024: 595.48', async () => {
    await given(invoice('F1', { issued: '2023-10-01', due: '2023-10-31', amount: '10000.00' }))
    expect(await charges('2024-03-31')).toMatchObject([{ interest: 59_548, indemnities: 4_000, total: 1_063_548 }])
  })

  test('invoices bear the contract’s rate of the policy in force when they were issued: 10 % is 351.78', async () => {
    const { content } = await book.client.policy.get({})
    const publish = (lateRate: string | null, inForceFrom: string) =>
      book.client.policy.save({ content: { ...content, charges: { ...content.charges, lateRate } }, inForceFrom })
    await publish('10', '2026-05-01')
    await publish('15', '2026-06-01')
    await given(
      invoice('F0', { issued: '2026-04-30', due: '2026-05-31', amount: '12000.00' }),
      invoice('F1', { issued: '2026-05-01', due: '2026-05-31', amount: '12000.00' }),
    )
    const [letter] = (await reminders.propose('2026-09-15')).letters
    expect(letter?.items.map(({ number, interest }) => [number, interest])).toEqual([
      ['F0', 43_374],
      ['F1', 35_178],
    ])
  })

  test('a part payment lowers what bears interest from the day after it came, however late it was matched', async () => {
    const paid = (settledOn: string) =>
      given(
        invoice('F1', { issued: '2026-01-01', due: '2026-01-31', amount: '10000.00' }),
        payment('P1', { issued: '2026-03-02', amount: '4000.00', settles: 'F1', settledOn }),
      )
    await paid('2026-03-20')
    // 10,000 × 12.15 % × 30/365 + 6,000 × 12.15 % × 30/365 = 99.863 + 59.918.
    expect(await charges('2026-04-01')).toMatchObject([{ principal: 600_000, interest: 15_978, total: 619_978 }])
    // Not matched yet on the 10th: deducted from what is asked, not from what bears interest.
    // 10,000 × 12.15 % × 38/365 = 126.493.
    expect(await charges('2026-03-10')).toMatchObject([
      { principal: 1_000_000, credits: 400_000, interest: 12_649, total: 616_649 },
    ])
  })

  test('interest is reckoned invoice by invoice, then added; the sum is due for each', async () => {
    await given(
      invoice('F1', { issued: '2026-01-01', due: '2026-02-28', amount: '33.33' }),
      invoice('F2', { issued: '2026-01-01', due: '2026-02-28', amount: '33.33' }),
      invoice('F3', { issued: '2026-01-01', due: '2026-03-31', amount: '50.00' }),
    )
    // 33.33 × 12.15 % × 32/365 = 0.355, twice; 50 × 12.15 % × 1/365 = 0.017.
    expect(await charges('2026-04-01')).toMatchObject([
      { principal: 11_666, interest: 36 + 36 + 2, indemnities: 12_000, total: 11_666 + 74 + 12_000 },
    ])
  })

  test('an invoice in instalments carries the sum once', async () => {
    const part = (due: string) => invoice('F1', { issued: '2026-01-01', due, amount: '50.00' })
    await given(part('2026-01-31'), part('2026-02-28'), part('2026-05-31'))
    const [letter] = (await reminders.propose('2026-04-01')).letters
    expect(letter).toMatchObject({ principal: 10_000, indemnities: 4_000 })
    expect(letter?.items.map(({ indemnity }) => indemnity)).toEqual([4_000, 0])
  })

  test('a debt in dollars bears interest, and no sum set in euros', async () => {
    await given(invoice('F1', { issued: '2026-01-01', due: '2026-01-31', amount: '1000.00', currency: 'USD' }))
    // 1,000 × 12.15 % × 60/365 = 19.973.
    expect(await charges('2026-04-01')).toMatchObject([{ currency: 'USD', interest: 1_997, indemnities: 0, fees: 0 }])
  })

  test('a level that claims nothing adds nothing, and a fee is in the company’s currency only', async () => {
    await putPlan(book.client, planOf([], { levels: [level(1, 1, { fee: 1_000 })] }))
    await given(
      invoice('F1', { issued: '2026-01-01', due: '2026-01-31' }),
      invoice('F2', { issued: '2026-01-01', due: '2026-01-31', currency: 'USD' }),
    )
    expect(await charges('2026-04-01')).toMatchObject([
      { currency: 'EUR', interest: 0, indemnities: 0, fees: 1_000, total: 11_000 },
      { currency: 'USD', interest: 0, indemnities: 0, fees: 0, total: 10_000 },
    ])
  })

  test('a half-year without a rate stops the letters that need it, by name, and no other', async () => {
    const levels = [level(1, 1), level(2, 30, { claimsInterest: true })]
    await putPlan(book.client, planOf([], { levels }))
    await given(invoice('F1', { issued: '2026-11-01', due: '2026-12-01' }))
    await reminders.issueAndSend('2026-12-02')
    await given(invoice('F2', { customer: 'C002', issued: '2026-12-01', due: '2026-12-31' }))
    const { letters } = await reminders.propose('2027-01-02')
    expect(letters.map(({ customerCode, interest, problems }) => [customerCode, interest, problems])).toEqual([
      ['C001', 0, ['rate-missing 2027-S1 FR']],
      ['C002', 0, []],
    ])
    expect(await refusal(reminders.issue('2027-01-02'))).toEqual({
      code: 'interest.rate-missing',
      details: { semester: '2027-S1', country: 'FR' },
    })
    expect((await reminders.issue('2027-01-02', { keys: [letters[1]?.key ?? ''] })).letters).toHaveLength(1)
  })

  test('a company where no rate is known can still remind without interest', async () => {
    const swiss = await openTestBook({ today: TODAY, country: 'CH', currency: 'CHF', iban: '' })
    const { propose, issue } = remindersOf(swiss)
    const save = (claimsInterest: boolean) =>
      putPlan(swiss.client, planOf([], { levels: [level(1, 1, { claimsInterest })], letterMinimums: { CHF: 0 } }))
    await importItems(swiss.client, [invoice('F1', { due: '2026-01-31', currency: 'CHF' })])
    await save(true)
    expect(await propose(TODAY)).toMatchObject({ letters: [{ problems: ['rates-unknown CH'] }] })
    expect(await refusalOf(issue(TODAY))).toBe('interest.country-unknown')
    await save(false)
    expect((await issue(TODAY)).letters).toHaveLength(1)
    await swiss.close()
  })
})

describe('issuing', () => {
  const formal = [level(1, 1, { channel: 'registered', approval: 'confirm' })]

  test('a formal notice needs a person’s yes', async () => {
    await putPlan(book.client, planOf([], { levels: formal }))
    await given(invoice('F1', { due: '2026-01-31' }), invoice('F2', { customer: 'C002', due: '2026-01-31' }))
    expect(await refusal(reminders.issue(TODAY, { confirmed: false }))).toEqual({
      code: 'dunning.confirmation-needed',
      details: { count: 2 },
    })
    expect((await book.client.dunning.runs({})).runs).toEqual([])
    expect((await reminders.issue(TODAY, { confirmed: true })).letters).toHaveLength(2)
  })

  test('I37: without a bank account in the currency nothing is issued, nor recorded', async () => {
    await putPlan(book.client, planOf([], { levels: [level(1, 1, { channel: 'email' })] }))
    await given(invoice('F1', { due: '2026-01-31' }), invoice('F2', { due: '2026-01-31', currency: 'USD' }))
    const { letters } = await reminders.propose(TODAY)
    expect(letters.map(({ currency, problems }) => [currency, problems])).toEqual([
      ['EUR', []],
      ['USD', ['no-bank-account']],
    ])
    const recorded = (await book.client.audit.list({})).total
    expect(await refusal(reminders.issue(TODAY))).toEqual({
      code: 'dunning.no-bank-account',
      details: { currencies: ['USD'] },
    })
    expect((await book.client.dunning.runs({})).runs).toEqual([])
    expect((await book.client.audit.list({})).total).toBe(recorded)

    const issued = await reminders.issue(TODAY, { keys: [letters[0]?.key ?? ''] })
    expect(issued.letters).toMatchObject([{ currency: 'EUR' }])
    await book.client.company.setBankAccount({ currency: 'USD', iban: 'FR7630006000011234567890189' })
    expect((await reminders.issue(TODAY)).letters).toMatchObject([{ currency: 'USD' }])
  })

  test('a day without letters is no run', async () => {
    expect(await refusalOf(reminders.issue(TODAY))).toBe('dunning.nothing-to-issue')
    await given(invoice('F1', { due: '2026-01-31' }))
    expect(await refusalOf(reminders.issue(TODAY, { keys: [] }))).toBe('dunning.nothing-to-issue')
    expect((await book.client.dunning.runs({})).runs).toEqual([])
  })

  test('what was proposed is what is issued, to the cent; the file is kept with its hash', async () => {
    await claimAll()
    const plan = await defaultPlanOf(book.client)
    await putPlan(book.client, {
      ...plan,
      levels: plan.levels.map((one) => ({ ...one, channel: 'letter', wording: 'firm', newDeadlineDays: 8, fee: 250 })),
    })
    await book.client.customers.create(customerFields('C002', { name: 'Étoile & Cie', language: 'en' }))
    await given(
      invoice('F1', { issued: '2026-01-01', due: '2026-01-31', amount: '1234.56' }),
      invoice('F2', { issued: '2026-01-05', due: '2026-02-28', amount: '99.99' }),
      payment('P1', { issued: '2026-03-01', amount: '100.00', settles: 'F1' }),
      payment('P2', { issued: '2026-03-05', amount: '10.00' }),
      invoice('F3', { customer: 'C002', issued: '2026-01-01', due: '2026-01-31', amount: '500.00' }),
    )
    const proposal = await reminders.propose(TODAY)
    const { run, letters } = await reminders.issue(TODAY)
    expect(run).toMatchObject({ number: 1, asOf: TODAY, user: 'test', letters: 2, sent: 0, cancelled: 0 })
    expect(letters.map(({ reference }) => reference)).toEqual(['R2026-0001-0001', 'R2026-0001-0002'])
    for (const letter of letters) {
      const proposed = proposal.letters.find(({ customerCode }) => customerCode === letter.customerCode)
      const { principal, credits, interest, indemnities, fees, total, currency, level, levelName } = letter
      expect(proposed).toMatchObject({
        principal,
        credits,
        interest,
        indemnities,
        fees,
        total,
        currency,
        level,
        levelName,
      })
      expect(total).toBe(principal - credits + interest + indemnities + fees)
      expect(letter).toMatchObject({
        day: TODAY,
        deadline: '2026-04-09',
        sentOn: null,
        cancelledOn: null,
        runId: run.id,
      })
      const { items } = await book.client.dunning.letterDetail({ id: letter.id })
      expect(items.map(({ segments: _, ...item }) => item)).toEqual(
        proposed?.items.map(({ issued: _issued, amount: _amount, ...item }) => item),
      )
      for (const item of items) {
        expect(item.segments.reduce((days, segment) => days + segment.days, 0)).toBe(item.daysLate)
        const shown = item.segments.reduce((sum, segment) => sum + segment.interest, 0)
        expect(Math.abs(shown - item.interest)).toBeLessThan(item.segments.length)
      }
      const { name, mediaType, sha256, file } = await book.client.documents.get({ id: letter.documentId ?? '' })
      const bytes = new Uint8Array(await file.arrayBuffer())
      expect([name, mediaType, sha256]).toEqual([letter.fileName, 'application/pdf', letter.sha256])
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(letter.sha256)
      const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
      expect(pdf.getPageCount()).toBeGreaterThan(0)
      expect(pdf.catalog.get(PDFName.of('Lang'))?.toString()).toContain(letter.language)
    }
    expect(letters.map(({ language, fileName }) => [language, fileName])).toEqual([
      ['fr', 'R2026-0001-0001-client-c001.pdf'],
      ['en', 'R2026-0001-0002-etoile-cie.pdf'],
    ])
  })

  test('an issued letter stays what it was, whatever is received, matched or moved afterwards', async () => {
    await claimAll()
    await given(invoice('F1', { customer: 'C001', issued: '2026-01-01', amount: '1000.00' }))
    const [letter] = (await reminders.issue(TODAY)).letters
    const id = letter?.id ?? ''
    const before = await book.client.dunning.letterDetail({ id })
    expect(before.items).toMatchObject([{ due: '2026-01-31', open: 100_000, daysLate: 60, interest: 1_997 }])
    await given(
      invoice('F1', { customer: 'C001', issued: '2026-01-01', amount: '1000.00' }),
      payment('P1', { customer: 'C001', issued: '2026-02-15', amount: '400.00', settles: 'F1' }),
    )
    const customerId = letter?.customerId ?? ''
    const { customer } = await book.client.customers.get({ id: customerId })
    await book.client.customers.update({ id: customerId, customer: { ...customer, terms: '60' } })
    expect(await book.client.dunning.letterDetail({ id })).toEqual(before)
  })

  test('a run of many items in one letter', async () => {
    await putPlan(book.client, planOf([1]))
    await given(...Array.from({ length: 9000 }, (_, i) => invoice(`F${i}`, { due: '2026-01-31', amount: '0.01' })))
    const [letter] = (await reminders.issue(TODAY)).letters
    expect(letter).toMatchObject({ principal: 9_000 })
    expect((await book.client.dunning.letterDetail({ id: letter?.id ?? '' })).items).toHaveLength(9000)
  })

  test('a cancelled issue leaves no run, no letter, no document', async () => {
    await putPlan(book.client, planOf([], { levels: [level(1, 1, { channel: 'email' })] }))
    await given(...Array.from({ length: 45 }, (_, i) => invoice(`F${i}`, { customer: `C${i}`, due: '2026-01-31' })))
    const recorded = (await book.client.audit.list({})).total
    const issuing = await book.client.dunning.issue({ asOf: TODAY })
    expect((await issuing.next()).done).toBe(false)
    await issuing.return?.(undefined as never)
    expect((await book.client.dunning.runs({})).runs).toEqual([])
    expect((await book.client.dunning.letters({})).total).toBe(0)
    expect((await book.client.audit.list({})).total).toBe(recorded)
    expect(await reminders.standing(TODAY)).toMatchObject({ F0: 1, F44: 1 })

    const controller = new AbortController()
    const aborted = await book.client.dunning.issue({ asOf: TODAY }, { signal: controller.signal })
    controller.abort()
    await expect(finish(Promise.resolve(aborted))).rejects.toThrow()
    expect((await book.client.dunning.runs({})).runs).toEqual([])
    expect((await reminders.issue(TODAY)).letters).toHaveLength(45)
  })
})
