import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AnswerRequest } from '../../src/main/core/answers/answer.model.ts'
import { ANSWER_NAME, answered, contact, publishedTo } from '../support/answers.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, finish, importItems, payment } from '../support/ledger.ts'
import { openedSpace } from '../support/space.ts'

// What changed between the day a space was made and the day its answer is read or accepted.

const TODAY = '2026-11-22'
let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const paying = (itemIds: string[], amount = 50_000): AnswerRequest => ({
  ...{ kind: 'payment', currency: 'EUR', amount, day: '2026-11-30', itemIds, note: '' },
})
const disputing = (itemId: string, amount = 10_000): AnswerRequest => ({
  ...{ kind: 'dispute', itemId, currency: 'EUR', amount, reason: 'price', text: 'Remise oubliée' },
})
const read = (file: File) => book.client.answers.read({ name: ANSWER_NAME, file })
const paid = (code: string, amount = '1200.00') =>
  importItems(book.client, [payment(`P-${code}`, { customer: code, issued: TODAY, amount, settles: `F1-${code}` })])

test('customers put together: the answers of both spaces are of the one that stays', async () => {
  const kept = await publishedTo(book, 'C1')
  const gone = await publishedTo(book, 'C2')
  const before = await read(await answered(gone.payload, paying([gone.f1])))
  await book.client.customers.merge({ keep: kept.customerId, remove: gone.customerId })
  const after = await read(await answered(gone.payload, disputing(gone.f2)))
  expect(after).toMatchObject({ customerCode: 'C1', items: [{ number: 'F2-C2' }] })
  const promised = await book.client.answers.acceptPayment({
    ...{ id: before.id, amount: 50_000, day: '2026-11-30', itemIds: [gone.f1] },
  })
  expect(await book.client.promises.get({ id: promised.madeId ?? '' })).toMatchObject({ customerCode: 'C1' })
  const told = await book.client.answers.acceptDispute({ id: after.id, amount: 10_000, reason: 'price' })
  expect(told).toMatchObject({ customerId: kept.customerId, state: 'accepted' })
})

test('a customer that was erased: its answers are refused, those read before name nobody', async () => {
  const { id: customerId } = await book.client.customers.create(
    customerFields('C1', { name: 'Client C1', contacts: [contact] }),
  )
  const made = await book.client.spaces.publish({ customerId, holds: { statement: false } })
  const payload = await openedSpace(made.file, made.passphrase)
  const told = (note: string): AnswerRequest => ({ kind: 'contact', contacts: [contact], addresses: [], note })
  const first = await read(await answered(payload, told('Anne part')))
  const late = await answered(payload, told('Anne revient'))
  const erase = () =>
    finish(book.client.privacy.erase({ customerId, kind: 'customer', reason: 'request', confirmation: 'Client C1' }))
  // What waits is decided on first.
  expect(await refusalOf(erase())).toBe('privacy.hindered')
  await book.client.answers.decline({ id: first.id, reason: 'Anne est partie' })
  await erase()
  expect(await refusalOf(read(late))).toBe('answer.erased')
  expect(JSON.stringify(await book.client.answers.get({ id: first.id }))).not.toContain('Anne')
})

test('an invoice paid meanwhile: nothing is promised of it, nothing contested', async () => {
  const { payload, f1 } = await publishedTo(book, 'C1')
  const [announced, contested] = [
    await read(await answered(payload, paying([f1]))),
    await read(await answered(payload, disputing(f1))),
  ]
  await paid('C1')
  expect((await book.client.answers.get({ id: announced.id })).items).toMatchObject([{ open: 0 }])
  const promise = book.client.answers.acceptPayment({
    ...{ id: announced.id, amount: 50_000, day: '2026-11-30', itemIds: [f1] },
  })
  expect(await refusalOf(promise)).toBe('promise.item-invalid')
  const dispute = book.client.answers.acceptDispute({ id: contested.id, amount: 10_000, reason: 'price' })
  expect(await refusalOf(dispute)).toBe('dispute.above-open')
  expect(await book.client.answers.list({})).toMatchObject({ waiting: 2 })
})

test('contested already, and by more than is left: refused, the answer goes on waiting', async () => {
  const { payload, f1 } = await publishedTo(book, 'C1')
  const first = await read(await answered(payload, disputing(f1, 100_000)))
  const second = await read(await answered(payload, disputing(f1, 30_000)))
  await book.client.answers.acceptDispute({ id: first.id, amount: 100_000, reason: 'price' })
  const accept = (amount: number) =>
    book.client.answers.acceptDispute({ id: second.id, amount, reason: 'price', description: 'Reste' })
  expect(await refusalOf(accept(30_000))).toBe('dispute.above-open')
  expect(await accept(20_000)).toMatchObject({ state: 'accepted' })
})

test('nothing is promised of another customer’s item, nor for a day that is past', async () => {
  const { payload, f1 } = await publishedTo(book, 'C1')
  const other = await publishedTo(book, 'C2')
  const { id } = await read(await answered(payload, paying([f1])))
  const accept = (rest: object) =>
    book.client.answers.acceptPayment({ id, amount: 50_000, day: '2026-11-30', itemIds: [f1], ...rest })
  expect(await refusalOf(accept({ itemIds: [other.f1] }))).toBe('promise.item-invalid')
  expect(await refusalOf(accept({ day: '2026-11-01' }))).toBe('promise.day-invalid')
  expect(await accept({})).toMatchObject({ state: 'accepted' })
})
