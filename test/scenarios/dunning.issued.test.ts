import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { type ItemLine, importItems, invoice } from '../support/ledger.ts'

const TODAY = '2026-04-01'
const NOTHING = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let reminders: ReturnType<typeof remindersOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  reminders = remindersOf(book)
})
afterEach(() => book.close())

const given = (...lines: ItemLine[]) => importItems(book.client, lines)

describe('letters once issued', () => {
  beforeEach(async () => {
    await putPlan(book.client, planOf([5, 20]))
    await given(invoice('F1', { due: '2026-01-31' }), invoice('F2', { customer: 'C002', due: '2026-01-31' }))
  })

  test('letters are marked as sent once, all of a run or some', async () => {
    const { run, letters } = await reminders.issue(TODAY)
    const mark = (letterIds?: string[]) => book.on('2026-04-02').dunning.markSent({ runId: run.id, letterIds })
    expect(await mark([letters[0]?.id ?? ''])).toEqual({ marked: 1 })
    expect(await mark()).toEqual({ marked: 1 })
    expect(await mark()).toEqual({ marked: 0 })
    expect((await book.client.dunning.letters({ runId: run.id })).letters.map(({ sentOn }) => sentOn)).toEqual([
      '2026-04-02',
      '2026-04-02',
    ])
    expect((await book.client.dunning.runs({})).runs).toMatchObject([{ letters: 2, sent: 2, cancelled: 0 }])
    expect(await refusalOf(book.client.dunning.markSent({ runId: NOTHING }))).toBe('not-found')
  })

  test('a cancelled letter stays with its reason, and its items go back a level', async () => {
    await reminders.issueAndSend(TODAY)
    expect(await reminders.standing('2026-04-10')).toEqual({ F1: 2, F2: 2 })
    const { run, letters } = await reminders.issue('2026-04-10')
    const first = letters.find(({ customerCode }) => customerCode === 'C001')?.id ?? ''
    const cancelled = await book.on('2026-04-11').dunning.cancelLetter({ id: first, reason: 'mauvaise adresse' })
    expect(cancelled).toMatchObject({ cancelledOn: '2026-04-11', total: 10_000 })
    expect(await reminders.standing('2026-04-12')).toEqual({ F1: 2, F2: 'previous-not-sent' })
    // A cancelled letter is never sent.
    expect(await book.client.dunning.markSent({ runId: run.id })).toEqual({ marked: 1 })
    expect(await refusalOf(book.client.dunning.cancelLetter({ id: first, reason: 'encore' }))).toBe(
      'dunning.letter-cancelled',
    )
    expect(await refusalOf(book.client.dunning.cancelLetter({ id: first, reason: ' ' }))).toBe('BAD_REQUEST')
    expect((await book.client.dunning.runs({})).runs[0]).toMatchObject({ letters: 2, sent: 1, cancelled: 1 })
    const again = await reminders.issue('2026-04-12')
    expect(again.letters).toMatchObject([{ customerCode: 'C001', level: 2 }])
  })

  test('letters are listed by run and by customer, newest first, and stand on the timeline', async () => {
    const sent = await reminders.issueAndSend(TODAY)
    await reminders.issueAndSend('2026-04-10')
    const customerId = sent[0]?.customerId ?? ''
    const { total, letters } = await book.client.dunning.letters({ customerId })
    expect([total, ...letters.map(({ day, level: position }) => [day, position])]).toEqual([
      2,
      ['2026-04-10', 2],
      [TODAY, 1],
    ])
    expect((await book.client.dunning.letters({ limit: 1, offset: 3 })).letters).toHaveLength(1)
    const { entries } = await book.client.customers.timeline({ id: customerId })
    expect(entries.filter(({ kind }) => kind === 'call').map(({ title, amount }) => [title, amount])).toEqual([
      ['R2026-0002-0001', 10_000],
      ['R2026-0001-0001', 10_000],
    ])
    expect((await book.on('2026-04-10').receivables.items({})).items.map(({ level: reached }) => reached)).toEqual([
      2, 2,
    ])
    expect(
      (await book.on(TODAY).receivables.items({ asOf: TODAY })).items.map(({ level: reached }) => reached),
    ).toEqual([1, 1])
  })

  test('the letters of a merged customer go with the others', async () => {
    const [one, other] = await reminders.issueAndSend(TODAY)
    const keep = one?.customerId ?? ''
    await book.client.customers.merge({ keep, remove: other?.customerId ?? '' })
    expect((await book.client.dunning.letters({ customerId: keep })).total).toBe(2)
    expect(await reminders.propose('2026-04-10')).toMatchObject({
      letters: [{ customerId: keep, level: 2, principal: 20_000, items: [{ number: 'F1' }, { number: 'F2' }] }],
    })
  })

  test('a run leaves as one ZIP of PDFs with their hashes, or as one PDF; cancelled letters stay behind', async () => {
    await putPlan(book.client, planOf([], { levels: [level(1, 5, { channel: 'email' })] }))
    await given(invoice('F3', { customer: 'C003', due: '2026-01-31' }))
    const { run, letters } = await reminders.issue(TODAY)
    await book.client.dunning.cancelLetter({ id: letters[1]?.id ?? '', reason: 'double' })
    const zip = await book.client.dunning.exportRun({ runId: run.id, format: 'zip' })
    const files = unzipSync(new Uint8Array(await zip.file.arrayBuffer()))
    const left = letters.filter((_, i) => i !== 1)
    expect(Object.keys(files).sort()).toEqual([...left.map(({ fileName }) => fileName), 'SHA256SUMS.txt'].sort())
    expect(new TextDecoder().decode(files['SHA256SUMS.txt'])).toBe(
      left.map(({ sha256, fileName }) => `${sha256}  ${fileName}\n`).join(''),
    )
    for (const { fileName, sha256 } of left) {
      const bytes = files[fileName ?? ''] ?? new Uint8Array()
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
    const pdf = await book.client.dunning.exportRun({ runId: run.id, format: 'pdf' })
    expect((await PDFDocument.load(await pdf.file.arrayBuffer())).getPageCount()).toBe(2)
    expect(await refusalOf(book.client.dunning.exportRun({ runId: NOTHING, format: 'pdf' }))).toBe('not-found')
  })
})
