import { expect, test } from 'vitest'
import { openTestBook } from '../support/book.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'

test('a month’s figures stand while it is commented on, and follow what changes in the book', async () => {
  const book = await openTestBook({ today: '2026-11-22' })
  const { reports } = book.client
  const month = '2026-10'
  const total = async () => (await reports.month({ month })).total
  const pages = async (language: 'fr' | 'en' = 'fr') => (await reports.preview({ month, language })).pages.join('')
  await importItems(book.client, [invoice('F1', { amount: '1200.00', issued: '2026-07-01', due: '2026-07-31' })])
  expect(await total()).toBe(120_000)
  const [plain, english] = [await pages(), await pages('en')]
  expect(english).not.toBe(plain)
  await reports.comment({ month, section: 'cover', text: 'Un mois calme' })
  const said = await pages()
  expect(said).not.toBe(plain)
  await reports.comment({ month, section: 'cover', text: '' })
  expect(await pages()).toBe(plain)
  // A payment of the month, entered after it was looked at.
  await importItems(book.client, [payment('P1', { issued: '2026-10-15', amount: '500.00', settles: 'F1' })])
  expect(await total()).toBe(70_000)
  expect(await pages()).not.toBe(plain)
  // What was last looked at is another month, then this one again; and the same month on another working day.
  expect((await reports.month({ month: '2026-09' })).total).toBe(120_000)
  expect(await total()).toBe(70_000)
  expect((await book.on('2026-10-10').reports.month({ month })).total).toBe(120_000)
  await book.close()
})
