import { createHash } from 'node:crypto'
import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, finish, importItems, invoice, payment } from '../support/ledger.ts'
import { contact } from '../support/mail.ts'
import { parseMime } from '../support/mime.ts'

const CLOSING = '2025-12-31'
const TODAY = '2026-01-20'
const DEADLINE = '2026-02-15'
const auditor = {
  name: 'Claire Martin',
  firm: 'Audit & Associés',
  city: 'Paris',
  country: 'FR',
  email: 'claire@audit.example',
}
const asked = { asOf: CLOSING, form: 'positive' as const, auditor, deadline: DEADLINE }

let book: TestBook
const ids: Record<string, string> = {}

beforeAll(async () => {
  book = await openTestBook({ today: TODAY })
  for (const [code, language] of Object.entries({ A: 'fr', B: 'en', C: 'de', D: 'es', E: 'fr', F: 'fr' } as const)) {
    const customer = { name: `Maison ${code}`, language, contacts: code === 'A' ? [contact('a@maison.example')] : [] }
    ids[code] = (await book.client.customers.create(customerFields(code, customer))).id
  }
  await importItems(book.client, [
    invoice('A-1', { customer: 'A', issued: '2025-10-01', due: '2025-10-31', amount: '5000.00' }),
    payment('R-1', { customer: 'A', issued: '2026-01-05', amount: '5000.00', settles: 'A-1' }),
    invoice('B-1', { customer: 'B', issued: '2025-11-01', due: '2025-12-01', amount: '300.00' }),
    invoice('B-2', { customer: 'B', issued: '2025-11-01', due: '2025-12-01', amount: '70.00', currency: 'USD' }),
    payment('C-1', { customer: 'C', issued: '2025-12-01', amount: '900.00' }),
    invoice('D-1', { customer: 'D', issued: '2025-06-01', due: '2025-06-30', amount: '40.00' }),
    payment('D-2', { customer: 'D', issued: '2025-07-01', amount: '40.00', settles: 'D-1' }),
    invoice('E-1', { customer: 'E', issued: '2025-12-15', due: '2026-01-15', amount: '20.00' }),
  ])
})
afterAll(() => book.close())

type Criteria = Parameters<typeof book.client.confirmations.draw>[0]['criteria']
const drawn = async (criteria: Criteria) => {
  const { customers } = await book.client.confirmations.draw({ asOf: CLOSING, criteria })
  return customers.map(({ code, chosenBy }) => `${code} ${chosenBy}`)
}

describe('the draw', () => {
  test('is from the balances of the closing day, not of today; coverage is told by currency', async () => {
    const { population, drawn, customers } = await book.client.confirmations.draw({
      asOf: CLOSING,
      criteria: { largest: 1 },
    })
    expect(population).toEqual([
      { currency: 'EUR', count: 4, total: 442_000, gross: 622_000 },
      { currency: 'USD', count: 1, total: 7000, gross: 7000 },
    ])
    // Without a rate the dollars may be worth anything: that customer counts among the largest.
    expect(customers).toMatchObject([
      { code: 'B', chosenBy: 'largest', balances: [{ total: 30_000 }, { total: 7000 }] },
    ])
    expect(drawn[0]).toMatchObject({ currency: 'EUR', gross: 30_000 })
  })

  test('all, the largest, above an amount, by name, accounts without a balance', async () => {
    expect(await drawn({ all: true })).toEqual(['A all', 'B all', 'C all', 'E all'])
    expect(await drawn({ all: true, zero: true })).toEqual(['A all', 'B all', 'C all', 'D all', 'E all'])
    expect(await drawn({ largest: 3 })).toEqual(['A largest', 'B largest', 'C largest'])
    expect(await drawn({ above: 90_000 })).toEqual(['A above', 'B above', 'C above'])
    expect(await drawn({ customerIds: [ids.F ?? '', ids.E ?? ''] })).toEqual(['E chosen', 'F chosen'])
    expect(await drawn({})).toEqual([])
  })

  test('a random draw is that of its seed: SHA-256 of seed, line feed and code, the lowest first', async () => {
    const seed = '2025-42'
    const order = ['A', 'B', 'C', 'E']
      .map((code) => [createHash('sha256').update(`${seed}\n${code}`).digest('hex'), code] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, code]) => code)
    expect(await drawn({ random: 2, seed })).toEqual(
      order
        .slice(0, 2)
        .sort()
        .map((code) => `${code} random`),
    )
    const own = await book.client.confirmations.draw({ asOf: CLOSING, criteria: { random: 2 } })
    expect(own.seed).toMatch(/^[0-9a-f]{8}$/)
  })
})

/** The one draft of a round, with plain spaces. */
const messageOf = async (runId: string, waitingOnly: boolean) => {
  const { file } = await book.client.confirmations.drafts({ runId, waitingOnly })
  const { headers, parts } = parseMime(Buffer.from(await (file as Blob).arrayBuffer()).toString('latin1'))
  const plain = (text = '') => text.replace(/[\u00a0\u202f]/g, ' ')
  return { subject: plain(headers.subject), text: plain(parts[0]?.text) }
}

describe('a round', () => {
  let runId = ''
  const letter = async (code: string) =>
    (await book.client.confirmations.letters({ runId })).letters.find((one) => one.code === code)
  const record = async (
    code: string,
    told: Omit<Parameters<typeof book.client.confirmations.record>[0], 'id' | 'answeredOn'>,
    on = TODAY,
  ) => book.client.confirmations.record({ id: (await letter(code))?.id ?? '', answeredOn: on, ...told })

  beforeAll(async () => {
    const { result } = await finish(
      book.client.confirmations.issue({ ...asked, criteria: { all: true, zero: true, customerIds: [ids.F ?? ''] } }),
    )
    runId = result.run.id
  })

  test('letters are numbered, kept, in the language of each customer, and in its timeline', async () => {
    const { total, letters } = await book.client.confirmations.letters({ runId })
    expect(total).toBe(6)
    expect(
      letters.map(({ reference, code, language, balances, state }) => [
        reference,
        code,
        language,
        balances[0]?.total,
        state,
      ]),
    ).toEqual([
      ['CS-0001-0001', 'A', 'fr', 500_000, 'waiting'],
      ['CS-0001-0002', 'B', 'en', 30_000, 'waiting'],
      ['CS-0001-0003', 'C', 'de', -90_000, 'waiting'],
      ['CS-0001-0004', 'D', 'es', 0, 'waiting'],
      ['CS-0001-0005', 'E', 'fr', 2000, 'waiting'],
      ['CS-0001-0006', 'F', 'fr', 0, 'waiting'],
    ])
    const kept = await book.client.documents.get({ id: letters[0]?.documentId ?? '' })
    expect([kept.name, kept.sha256]).toEqual(['CS-0001-0001-maison-a.pdf', letters[0]?.sha256])
    const { entries } = await book.client.customers.timeline({ id: ids.A ?? '' })
    expect(entries.find(({ kind }) => kind === 'confirmation')).toMatchObject({ title: 'CS-0001-0001' })
  })

  test('answers: agrees, differs by so much and why, none; a wrong entry is corrected, and all stay', async () => {
    expect(await record('A', { outcome: 'agrees' })).toMatchObject({ state: 'agrees', differences: [] })
    const differs = {
      outcome: 'differs' as const,
      stated: [{ currency: 'EUR', total: -80_000 }],
      reason: 'cut-off' as const,
    }
    expect(await record('C', differs)).toMatchObject({
      state: 'differs',
      differences: [{ currency: 'EUR', total: 10_000 }],
    })
    expect(await record('E', { outcome: 'none' })).toMatchObject({ state: 'none' })
    expect(await record('D', { outcome: 'agrees' })).toMatchObject({ state: 'agrees' })
    const back = await record('D', { outcome: 'taken-back' })
    expect([back.state, back.answers.map(({ outcome }) => outcome)]).toEqual(['waiting', ['taken-back', 'agrees']])

    const [run] = (await book.client.confirmations.runs({})).runs
    expect(run?.counts).toEqual({ waiting: 3, agrees: 1, differs: 1, none: 1 })
    expect(run?.standings.find(({ state }) => state === 'agrees')?.parts).toEqual([
      { currency: 'EUR', count: 1, total: 500_000, gross: 500_000 },
    ])
    expect(run?.drawn[0]).toEqual({ currency: 'EUR', count: 6, total: 442_000, gross: 622_000 })
    const { entries } = await book.client.customers.timeline({ id: ids.C ?? '' })
    expect(entries.find(({ kind }) => kind === 'confirmation_answer')).toMatchObject({
      details: { outcome: 'differs' },
    })
  })

  test('what waits after the deadline is late; before it nothing is', async () => {
    const late = (day: string) => book.on(day).confirmations.letters({ runId, show: 'late' })
    expect((await late(DEADLINE)).total).toBe(0)
    expect((await late('2026-02-16')).letters.map(({ code, late }) => [code, late])).toEqual([
      ['B', true],
      ['D', true],
      ['F', true],
    ])
  })

  test('after the deadline the worklist asks for the answer, even of who owes nothing, for thirty days', async () => {
    const asked = async (day: string) =>
      (await book.on(day).worklist.get({})).rows.flatMap(({ code, action, reasons }) =>
        reasons.some((reason) => reason.code === 'confirmation-late') ? [`${code} ${code === 'B' ? '' : action}`] : [],
      )
    // B owes something besides: that is asked for first.
    expect(await asked(DEADLINE)).toEqual([])
    expect((await asked('2026-02-16')).sort()).toEqual(['B ', 'D confirm', 'F confirm'])
    expect((await asked('2026-03-17')).sort()).toEqual(['B ', 'D confirm', 'F confirm'])
    expect(await asked('2026-03-18')).toEqual([])
    const own = await letter('D')
    const { questions } = await book.on('2026-02-16').worklist.sheet({ customerId: ids.D ?? '' })
    expect(questions.find(({ code }) => code === 'confirmation')?.details).toEqual({
      ...{ runId, id: own?.id, reference: 'CS-0001-0004', deadline: DEADLINE },
    })
  })

  test('a letter alone, and those after a reference', async () => {
    const own = await letter('D')
    expect(await book.client.confirmations.letter({ id: own?.id ?? '' })).toEqual(own)
    const { letters, total } = await book.client.confirmations.letters({
      ...{ runId, show: 'waiting', after: 'CS-0001-0002', limit: 1 },
    })
    expect([letters.map(({ code }) => code), total]).toEqual([['D'], 2])
  })

  test('the auditor’s list: one line for each account, differences, how it was drawn', async () => {
    const csv = await book.client.confirmations.list({ runId, format: 'csv', language: 'en' })
    const rows = (await csv.file.text()).trim().split(/\r?\n/)
    expect(rows).toHaveLength(8)
    expect(rows.find((row) => row.includes('CS-0001-0003'))).toContain('-900.00,differs,-800.00,100.00,cut-off')
    for (const format of ['xlsx', 'pdf'] as const)
      expect((await book.client.confirmations.list({ runId, format })).file.size).toBeGreaterThan(1000)
  })

  test('the list says by currency how far the round goes, what is confirmed and what differs', async () => {
    const { file } = await book.client.confirmations.list({ runId, format: 'xlsx', language: 'en' })
    const told = (await readSheet(file)).map(([first]) => String(first ?? ''))
    expect(told).toContain(
      'Accounts in EUR: 6 of 6 asked about, for €6,220.00 of €6,220.00 without their signs, 100.0%. ' +
        'Confirmed: €5,000.00, 80.4% of the amount asked about. Differences: €100.00 on 1 account.',
    )
    expect(told.find((line) => line.startsWith('Accounts in USD'))).toContain('Differences: $0.00 on 0 accounts.')
  })

  test('letters leave as a ZIP, for the printer, as drafts to customers with an address', async () => {
    expect(await book.client.confirmations.files({ runId, format: 'zip' })).toMatchObject({ count: 6 })
    expect(await book.client.confirmations.files({ runId, format: 'pdf', postOnly: true })).toMatchObject({ count: 5 })
    const drafts = await book.client.confirmations.drafts({ runId })
    expect(drafts).toMatchObject({ name: 'CS-0001-0001.eml', count: 1, without: 5 })
    expect(await (drafts.file as Blob).text()).toContain('a@maison.example')
    expect(await book.client.confirmations.drafts({ runId, waitingOnly: true })).toMatchObject({ count: 0, file: null })
  })

  test('refusals of answers', async () => {
    const refused = (told: Parameters<typeof record>[1], on?: string) => refusalOf(record('B', told, on))
    expect(await refused({ outcome: 'agrees' }, '2026-01-19')).toBe('confirmation.day-invalid')
    expect(await refused({ outcome: 'agrees' }, '2026-01-21')).toBe('confirmation.day-invalid')
    expect(await refused({ outcome: 'taken-back' })).toBe('confirmation.nothing-recorded')
    const same = [{ currency: 'EUR', total: 30_000 }]
    expect(await refused({ outcome: 'differs', stated: same, reason: 'cut-off' })).toBe('confirmation.not-different')
    expect(await refused({ outcome: 'differs', stated: [{ currency: 'EUR', total: 1 }] })).toBe(
      'confirmation.reason-missing',
    )
    expect(await refused({ outcome: 'differs', stated: [{ currency: 'CHF', total: 1 }], reason: 'cut-off' })).toBe(
      'input.invalid',
    )
    const unknown = '0190a000-0000-7000-8000-000000000000'
    expect(await refusalOf(book.client.confirmations.record({ id: unknown, outcome: 'none', answeredOn: TODAY }))).toBe(
      'not-found',
    )
    expect(await refusalOf(book.client.confirmations.list({ runId: unknown, format: 'csv' }))).toBe('not-found')
    expect(await refusalOf(book.client.confirmations.letter({ id: unknown }))).toBe('not-found')
  })
})

test('in the negative form silence is no disagreement, and the list says so', async () => {
  const { result } = await finish(
    book.client.confirmations.issue({ ...asked, form: 'negative', criteria: { customerIds: [ids.A ?? ''] } }),
  )
  const csv = await book.client.confirmations.list({ runId: result.run.id, format: 'csv', language: 'en' })
  expect(await csv.file.text()).toContain('5000.00,no disagreement received')
  const message = await messageOf(result.run.id, false)
  expect(message.text).toContain('vous n’avez rien à faire')
  expect(await book.client.confirmations.drafts({ runId: result.run.id, waitingOnly: true })).toMatchObject({
    count: 0,
  })
  const after = book.on('2026-02-16')
  expect((await after.confirmations.letters({ runId: result.run.id })).letters[0]).toMatchObject({ late: false })
  expect(await after.confirmations.letters({ runId: result.run.id, show: 'late' })).toMatchObject({ total: 0 })
  const { rows } = await after.worklist.get({})
  expect(rows.find(({ code }) => code === 'A')).toBeUndefined()
})

test('a draft asks for the answer; one to who did not answer recalls the day of the request', async () => {
  const { result } = await finish(
    book.client.confirmations.issue({ ...asked, criteria: { customerIds: [ids.A ?? ''] } }),
  )
  const first = await messageOf(result.run.id, false)
  expect(first.text).toContain(
    'Claire Martin, Audit & Associés (claire@audit.example), au plus tard le 15 février 2026.',
  )
  const again = await messageOf(result.run.id, true)
  expect(again.subject).toMatch(/^Rappel, /)
  expect(again.text).toContain('notre demande du 20 janvier 2026')
  expect(again.text).not.toContain('15 février')
})

test('refusals of a round: a day to come, a deadline that is past, nobody, an address that is none, no such customer', async () => {
  const refused = async (change: object, criteria: Criteria = { all: true }) =>
    refusalOf(finish(book.client.confirmations.issue({ ...asked, criteria, ...change })))
  expect(await refused({ asOf: '2026-01-21' })).toBe('confirmation.day-ahead')
  expect(await refused({ deadline: TODAY })).toBe('confirmation.deadline-past')
  expect(await refused({}, {})).toBe('confirmation.nobody')
  expect(await refused({ asOf: '2020-01-01' })).toBe('confirmation.nobody')
  expect(await refused({ auditor: { ...auditor, email: 'claire' } })).toBe('mail.address-invalid')
  expect(await refused({ auditor: { ...auditor, email: '' } })).toBe('confirmation.auditor-address')
  const unknown = '0190a000-0000-7000-8000-000000000000'
  expect(
    await refusal(finish(book.client.confirmations.issue({ ...asked, criteria: { customerIds: [unknown] } }))),
  ).toMatchObject({
    code: 'not-found',
    details: { id: unknown },
  })
})
