import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { contest, customerId, itemId } from '../support/disputes.ts'
import { importItems, invoice } from '../support/ledger.ts'

const TODAY = '2026-04-01'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('F-1', { issued: '2026-01-10', due: '2026-02-09', amount: '1000.00' }),
    invoice('F-2', { issued: '2026-02-10', due: '2026-03-12', amount: '400.00', customer: 'C002' }),
  ])
})
afterEach(() => book.close())

const codes = async (show: 'disputed' | 'unproved', day = TODAY) =>
  (await book.on(day).customers.list({ show })).customers.map(({ code }) => code)

test('customers with an open dispute are marked and can be listed alone', async () => {
  expect(await codes('disputed')).toEqual([])
  const { id } = await contest(book.client, 'F-2', 10_000)
  expect(await codes('disputed')).toEqual(['C002'])
  const marks = async (day: string) =>
    (await book.on(day).customers.list({})).customers.map(({ code, disputed }) => [code, disputed])
  expect(await marks(TODAY)).toEqual([
    ['C001', false],
    ['C002', true],
  ])
  await book.on('2026-04-08').disputes.close({ id, outcome: 'upheld' })
  expect(await codes('disputed', '2026-04-08')).toEqual([])
  expect(await marks('2026-04-08')).toEqual([
    ['C001', false],
    ['C002', false],
  ])
})

test('customers of whose open invoices one lacks a proof', async () => {
  const prove = async (kind: 'contract' | 'invoice' | 'receipt', number: string | null) =>
    book.client.proofs.add({
      customerId: await customerId(book.client, 'C001'),
      itemId: number && (await itemId(book.client, number)),
      kind,
      name: `${kind}.txt`,
      file: new File([kind], `${kind}.txt`),
      expiresOn: kind === 'contract' ? '2026-04-05' : null,
    })
  expect(await codes('unproved')).toEqual(['C001', 'C002'])
  await prove('contract', null)
  await prove('invoice', 'F-1')
  await prove('receipt', 'F-1')
  expect(await codes('unproved')).toEqual(['C002'])
  // The contract has expired.
  expect(await codes('unproved', '2026-04-06')).toEqual(['C001', 'C002'])
  const { content } = await book.client.policy.get({})
  await book.client.policy.save({ content: { ...content, requiredProofs: [] } })
  expect(await codes('unproved')).toEqual([])
})

test('the timeline tells what was contested, agreed, delivered and proved, newest first', async () => {
  const id = await customerId(book.client, 'C001')
  const itemIds = [await itemId(book.client, 'F-1')]
  await book.on('2026-02-20').deliveries.add({
    customerId: id,
    reference: 'BL-7',
    deliveredOn: '2026-02-18',
    amount: 5_000,
    currency: 'EUR',
  })
  const dispute = await contest(book.on('2026-03-02'), 'F-1', 20_000, { reason: 'price' })
  await book.on('2026-03-10').disputes.close({ id: dispute.id, outcome: 'credit_note', conceded: 15_000 })
  await book.on('2026-03-11').proofs.add({
    customerId: id,
    itemId: itemIds[0] ?? null,
    kind: 'acknowledgement',
    title: 'Courrier du 9 mars',
    name: 'courrier.txt',
    file: new File(['Nous reconnaissons devoir'], 'courrier.txt'),
  })
  const plan = await book.on('2026-03-12').instalments.create({
    customerId: id,
    itemIds,
    agreedOn: '2026-03-12',
    instalments: [
      { due: '2026-04-12', amount: 42_500 },
      { due: '2026-05-12', amount: 42_500 },
    ],
  })
  await book.on('2026-03-20').instalments.cancel({ id: plan.id, reason: 'règlement promis en une fois' })
  const { entries } = await book.client.customers.timeline({ id })
  expect(entries.map(({ day, kind, title, amount }) => [day, kind, title, amount])).toEqual([
    // The day the file with the customer was read.
    [TODAY, 'imported', '', null],
    ['2026-03-20', 'plan_cancelled', 'règlement promis en une fois', null],
    ['2026-03-12', 'plan', '', 85_000],
    ['2026-03-11', 'proof', 'Courrier du 9 mars', null],
    ['2026-03-10', 'credit_note', 'AV-2026-1', -15_000],
    ['2026-03-10', 'dispute_closed', 'F-1', 15_000],
    ['2026-03-02', 'dispute', 'F-1', 20_000],
    ['2026-02-18', 'delivery', 'BL-7', 5_000],
    ['2026-01-10', 'invoice', 'F-1', 100_000],
  ])
  expect(entries.find(({ kind }) => kind === 'dispute_closed')?.details).toMatchObject({
    outcome: 'credit_note',
    creditNumber: 'AV-2026-1',
    reason: 'price',
  })
})
