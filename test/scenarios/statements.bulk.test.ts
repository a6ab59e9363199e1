import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditNote, customerFields, finish, importItems, invoice, payment } from '../support/ledger.ts'
import { contact } from '../support/mail.ts'
import { parseMime } from '../support/mime.ts'

const TODAY = '2026-06-30'
let book: TestBook
const ids: Record<string, string> = {}

const TOWNS = {
  C1: ['75001', 'Paris'],
  C2: ['69001', 'Lyon'],
  C3: ['13001', 'Marseille'],
  C4: ['31000', 'Toulouse'],
} as const

beforeAll(async () => {
  book = await openTestBook({ today: TODAY })
  for (const [code, [postalCode, city]] of Object.entries(TOWNS)) {
    const { id } = await book.client.customers.create(
      customerFields(code, {
        name: `Maison ${code}`,
        language: code === 'C2' ? 'de' : 'fr',
        segment: code === 'C4' ? '' : 'Négoce',
        contacts: code === 'C1' || code === 'C2' ? [contact(`${code}@maison.example`)] : [],
        addresses: [{ kind: 'billing', street: '1 rue Haute', postalCode, city, country: 'FR' }],
      }),
    )
    ids[code] = id
  }
  await importItems(book.client, [
    invoice('F-1', { customer: 'C1', issued: '2026-02-01', due: '2026-03-31', amount: '1000.00' }),
    payment('R-1', { customer: 'C1', issued: '2026-04-10', amount: '250.00', settles: 'F-1' }),
    invoice('F-2', { customer: 'C2', issued: '2026-06-01', due: '2026-07-15', amount: '600.00' }),
    creditNote('A-1', { customer: 'C3', issued: '2026-06-01', amount: '80.00' }),
    invoice('F-4', { customer: 'C4', issued: '2026-05-01', due: '2026-05-31', amount: '40.00' }),
    payment('R-4', { customer: 'C4', issued: '2026-06-05', amount: '40.00', settles: 'F-4' }),
  ])
})
afterAll(() => book.close())

test('whoever has something open has a statement; totals and addresses are told beforehand', async () => {
  const { candidates, ...told } = await book.client.statements.choose({ asOf: TODAY })
  expect(told).toEqual({
    total: 3,
    count: 3,
    byMail: 2,
    totals: [{ currency: 'EUR', total: 127_000, overdue: 75_000 }],
  })
  expect(candidates.map(({ code, totals, byMail, byPost }) => [code, totals[0]?.total, byMail, byPost])).toEqual([
    ['C1', 75_000, true, true],
    ['C2', 60_000, true, true],
    ['C3', -8000, false, true],
  ])
})

test('overdue, a segment, with a movement, or by name', async () => {
  const codes = async (choice: Omit<Parameters<typeof book.client.statements.choose>[0], 'asOf'>) =>
    (await book.client.statements.choose({ asOf: TODAY, ...choice })).candidates.map(({ code }) => code)
  expect(await codes({ show: 'overdue' })).toEqual(['C1'])
  expect(await codes({ segment: 'Négoce' })).toEqual(['C1', 'C2', 'C3'])
  expect(await codes({ segment: 'Autre' })).toEqual([])
  expect(await codes({ kind: 'movements', show: 'moved', from: '2026-06-01' })).toEqual(['C1', 'C2', 'C3', 'C4'])
  expect(await codes({ customerIds: [ids.C4 ?? '', ids.C2 ?? ''] })).toEqual(['C2', 'C4'])
})

test('figures are of those taken: all but some, or some only', async () => {
  const { candidates, ...but } = await book.client.statements.choose({ asOf: TODAY, except: [ids.C1 ?? ''] })
  expect(candidates).toHaveLength(3)
  expect(but).toEqual({ total: 3, count: 2, byMail: 1, totals: [{ currency: 'EUR', total: 52_000, overdue: 0 }] })
  // C4 has nothing to tell.
  const { count, totals } = await book.client.statements.choose({ asOf: TODAY, only: [ids.C1 ?? '', ids.C4 ?? ''] })
  expect([count, totals]).toEqual([1, [{ currency: 'EUR', total: 75_000, overdue: 75_000 }]])
  expect((await book.client.statements.choose({ asOf: TODAY, only: [] })).count).toBe(0)
  expect(await refusalOf(finish(book.client.statements.issue({ asOf: TODAY, only: [] })))).toBe('statement.none')
})

test('made together they are kept, in each language, with the figures of the aged balance; who has none is told', async () => {
  const chosen = [ids.C1, ids.C2, ids.C3, ids.C4].map((id) => id ?? '')
  const { result, steps } = await finish(
    book.client.statements.issue({ asOf: TODAY, customerIds: chosen, except: [ids.C3 ?? ''] }),
  )
  expect(steps.at(-1)).toMatchObject({ done: 2, total: 2 })
  expect(result.without.map(({ code, reason }) => [code, reason])).toEqual([
    ['C3', 'left-out'],
    ['C4', 'nothing'],
  ])
  expect(result.run).toMatchObject({ number: 1, asOf: TODAY, kind: 'open', count: 2, byMail: 2, byPost: 0 })
  const { total, statements } = await book.client.statements.issued({ runId: result.run.id })
  expect(total).toBe(2)
  const aged = await book.client.receivables.aged({ asOf: TODAY })
  for (const { customerId, totals } of statements)
    expect(totals[0]?.total).toBe(aged.rows.find((row) => row.customerId === customerId)?.total)
  expect(statements.map(({ language, fileName }) => [language, fileName])).toEqual([
    ['fr', 'RC-20260630-C1-maison-c1.pdf'],
    ['de', 'KA-20260630-C2-maison-c2.pdf'],
  ])
  const document = await book.client.documents.get({ id: statements[0]?.documentId ?? '' })
  const bytes = new Uint8Array(await document.file.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(statements[0]?.sha256)
  // The single statement of that day is the same paper.
  const single = await book.client.statements.file({ customerId: ids.C1 ?? '', asOf: TODAY })
  expect(single.sha256).toBe(statements[0]?.sha256)
  const { entries } = await book.client.customers.timeline({ id: ids.C1 ?? '' })
  expect(entries.find(({ kind }) => kind === 'account_statement')).toMatchObject({
    day: TODAY,
    details: { asOf: TODAY },
  })
})

test('as a ZIP with fingerprints, as one PDF by postcode, as drafts of messages', async () => {
  const { result } = await finish(book.client.statements.issue({ asOf: TODAY }))
  const runId = result.run.id
  const zip = await book.client.statements.files({ runId, format: 'zip' })
  const inside = unzipSync(new Uint8Array(await (zip.file as Blob).arrayBuffer()))
  expect(Object.keys(inside)).toHaveLength(4)
  for (const line of new TextDecoder().decode(inside['SHA256SUMS.txt']).trim().split('\n')) {
    const [sum, name] = line.split('  ')
    expect(
      createHash('sha256')
        .update(inside[name ?? ''] as Uint8Array)
        .digest('hex'),
    ).toBe(sum)
  }
  const print = await book.client.statements.files({ runId, format: 'pdf', duplex: true })
  const pages = await PDFDocument.load(await (print.file as Blob).arrayBuffer())
  expect([print.count, pages.getPageCount()]).toEqual([3, 6])
  expect(await book.client.statements.files({ runId, format: 'pdf', postOnly: true })).toMatchObject({ count: 1 })

  const drafts = await book.client.mail.statements({ runId })
  expect(drafts).toMatchObject({ count: 2, without: [{ code: 'C3' }] })
  const messages = unzipSync(new Uint8Array(await (drafts.file as Blob).arrayBuffer()))
  const [first] = Object.entries(messages)
  expect(first?.[0]).toBe('RC-20260630-002-C1.eml')
  const raw = Buffer.from(first?.[1] ?? []).toString('latin1')
  expect(raw).toContain('X-Unsent: 1')
  const parts = parseMime(raw)
  expect(JSON.stringify(parts)).toContain('C1@maison.example')
})

test('statements of movements tell the time before the day', async () => {
  const { result } = await finish(
    book.client.statements.issue({ asOf: TODAY, kind: 'movements', from: '2026-06-01', show: 'moved' }),
  )
  expect(result.run).toMatchObject({ kind: 'movements', from: '2026-06-01', count: 4 })
})

test('refusals: a day to come, days the wrong way round, nobody, no such run; a job that is cancelled leaves nothing', async () => {
  const issue = (input: Parameters<typeof book.client.statements.issue>[0]) =>
    refusalOf(finish(book.client.statements.issue(input)))
  expect(await issue({ asOf: '2026-07-01' })).toBe('statement.day-ahead')
  expect(await issue({ asOf: TODAY, kind: 'movements', from: '2026-07-01' })).toBe('statement.days-invalid')
  expect(await issue({ asOf: TODAY, segment: 'Autre' })).toBe('statement.none')
  expect(await issue({ asOf: TODAY, customerIds: [ids.C4 ?? ''] })).toBe('statement.none')
  const unknown = '0190a000-0000-7000-8000-000000000000'
  expect(await refusal(book.client.statements.files({ runId: unknown, format: 'zip' }))).toMatchObject({
    code: 'not-found',
  })
  expect(await refusalOf(book.client.mail.statements({ runId: unknown }))).toBe('not-found')
  const before = (await book.client.statements.runs({})).runs.length
  const stop = new AbortController()
  const stream = await book.client.statements.issue({ asOf: TODAY }, { signal: stop.signal })
  await stream.next()
  stop.abort()
  await expect(finish(Promise.resolve(stream))).rejects.toThrow()
  expect((await book.client.statements.runs({})).runs).toHaveLength(before)
})

test('more at once than a machine should hold are refused, statements and confirmations alike', async () => {
  const large = await openTestBook({ today: TODAY })
  try {
    const lines = Array.from({ length: 10_001 }, (_, at) =>
      invoice(`F-${at}`, { customer: `C${at}`, issued: '2026-05-01', amount: '10.00' }),
    )
    await importItems(large.client, lines)
    expect(await refusal(finish(large.client.statements.issue({ asOf: TODAY })))).toMatchObject({
      code: 'statement.too-many',
      details: { count: 10_001, limit: 10_000 },
    })
    const asked = {
      asOf: TODAY,
      form: 'negative',
      auditor: { name: 'Claire', country: 'FR', email: 'claire@audit.example' },
      deadline: '2026-07-31',
    } as const
    const everybody = large.client.confirmations.issue({ ...asked, criteria: { all: true } })
    expect(await refusal(finish(everybody))).toMatchObject({ code: 'confirmation.too-many', details: { limit: 5000 } })
  } finally {
    await large.close()
  }
})
