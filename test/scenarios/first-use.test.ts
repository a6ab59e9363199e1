import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { remindersOf } from '../support/dunning.ts'
import { finish } from '../support/ledger.ts'
import { sharedDataMissing, sharedSource, skippedNote } from '../support/shared-data.ts'

const DAY = '2023-12-31'

describe.skipIf(sharedDataMissing)(`from a real ledger to reminders${skippedNote}`, () => {
  let book: TestBook
  beforeAll(async () => {
    const company = { street: '3 rue des Tanneurs', postalCode: '67000', city: 'Strasbourg' }
    book = await openTestBook({ today: DAY, company })
  })
  afterAll(() => book.close())

  const importLedger = async () => {
    const { name, blob } = await sharedSource('fec/111111111FEC20221231.TXT')
    return (await finish(book.client.imports.run({ name, file: new File([blob], name) }))).result
  }

  test('the ledger comes in with its 34 customers and 14,416.52 euros; a second time changes nothing', async () => {
    expect(await importLedger()).toMatchObject({ format: 'fec', rejectedCount: 0, created: { customers: 34 } })
    const before = await book.client.receivables.aged({ asOf: DAY })
    expect(before).toMatchObject({
      total: { total: 1_441_652, values: { unallocated: -48_402 } },
      control: { ledger: 1_441_652, report: 1_441_652, difference: 0 },
    })
    expect(before.rows).toHaveLength(19)
    expect(await importLedger()).toMatchObject({ created: { customers: 0, invoices: 0, payments: 0 }, updated: 0 })
    expect(await book.client.receivables.aged({ asOf: DAY })).toEqual(before)
  })

  test('the reminders of the day are proposed, issued and kept, from the courtesy check to the formal notice', async () => {
    const { propose, issue, send } = remindersOf(book)
    const { total } = await book.client.receivables.aged({ asOf: DAY })
    const levels: number[] = []
    for (let day = DAY, run = 1; run <= 4; run += 1, day = addDays(day, 12)) {
      const proposal = await propose(day)
      const overdue = total.total - (total.values.unallocated ?? 0) - (total.values.notDue ?? 0)
      const asked = proposal.letters.reduce((sum, letter) => sum + letter.principal, 0)
      const leftOut = proposal.skipped.reduce((sum, item) => sum + item.open, 0)
      expect(asked + leftOut).toBe(overdue)
      // A ledger has no addresses: each notice says so before the yes.
      for (const letter of proposal.letters.filter(({ level }) => level === 4))
        expect(letter.warnings).toContain('formal-element debtor-address')
      const { letters } = await issue(day)
      expect(letters.map((letter) => letter.total).toSorted()).toEqual(
        proposal.letters.map((letter) => letter.total).toSorted(),
      )
      levels.push(...new Set(letters.map((letter) => letter.level)))
      for (const letter of letters) expect(letter.sha256).toMatch(/^[0-9a-f]{64}$/)
      await send(day, letters[0]?.runId ?? '')
    }
    expect(levels).toEqual([1, 2, 3, 4])
    expect((await propose(addDays(DAY, 90))).letters).toEqual([])
  })

  test('all letters of a run are one PDF of as many pages or more', async () => {
    const { runs } = await book.client.dunning.runs({})
    const last = runs[0]
    const { file } = await book.client.dunning.exportRun({ runId: last?.id ?? '', format: 'pdf' })
    expect((await PDFDocument.load(await file.arrayBuffer())).getPageCount()).toBeGreaterThanOrEqual(last?.letters ?? 1)
  })
})
