import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ANSWER_LIMIT, type AnswerRequest } from '../../src/main/core/answers/answer.model.ts'
import { sealAnswer } from '../../src/renderer/space/answers/seal.ts'
import { answered, answeringOf, bodyOf, contact, fileOf, ANSWER_NAME as NAME, publishedTo } from '../support/answers.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { openedSpace } from '../support/space.ts'

const TODAY = '2026-11-22'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const published = (code: string, holds = {}) => publishedTo(book, code, holds)
const paying = (itemIds: string[], amount = 50_000): AnswerRequest => ({
  ...{ kind: 'payment', currency: 'EUR', amount, day: '2026-11-30', itemIds, note: 'virement' },
})
const read = (file: File, rest = {}) => book.client.answers.read({ name: NAME, file, ...rest })
const pdf = Buffer.from('%PDF-1.4 bon').toString('base64')

describe('an answer that is read', () => {
  test('waits with a task, and becomes a promise of what the reader makes of it', async () => {
    const { customerId, payload, f1 } = await published('C1')
    const answer = await read(await answered(payload, paying([f1])))
    expect(answer).toMatchObject({
      ...{ customerId, kind: 'payment', state: 'waiting', sender: { name: 'Anne Roux' }, readOn: TODAY },
      items: [{ number: 'F1-C1', open: 120_000 }],
    })
    const { tasks } = await book.client.worklist.sheet({ customerId })
    expect(tasks).toMatchObject([{ kind: 'decide', day: TODAY }])
    expect(await book.client.answers.list({ show: 'waiting' })).toMatchObject({ total: 1, waiting: 1 })

    const done = await book.client.answers.acceptPayment({
      ...{ id: answer.id, amount: 40_000, day: '2026-12-01', itemIds: [f1] },
    })
    expect(done).toMatchObject({ state: 'accepted', decidedOn: TODAY, decidedBy: 'test' })
    expect(await book.client.promises.get({ id: done.madeId ?? '' })).toMatchObject({
      ...{ amount: 40_000, day: '2026-12-01', contact: 'Anne Roux', note: 'Annoncé depuis l’espace client' },
      items: [{ number: 'F1-C1' }],
    })
    expect((await book.client.worklist.sheet({ customerId })).tasks).toEqual([])
    expect(await refusalOf(book.client.answers.decline({ id: answer.id, reason: 'x' }))).toBe('answer.decided')
    const { entries } = await book.client.customers.timeline({ id: customerId })
    expect(entries.map(({ kind }) => kind).filter((kind) => kind.startsWith('answer'))).toEqual(
      expect.arrayContaining(['answer', 'answer_accepted']),
    )
  })

  test('contests an invoice, its attachment kept', async () => {
    const { payload, f2 } = await published('C1')
    const answer = await read(
      await answered(
        payload,
        { kind: 'dispute', itemId: f2, currency: 'EUR', amount: 10_000, reason: 'quantity', text: 'Deux manquent' },
        { files: [{ name: '../../bon.exe', data: pdf }] },
      ),
    )
    expect(answer.files).toMatchObject([{ name: 'bon.exe.pdf', mediaType: 'application/pdf', size: 12 }])
    const kept = await book.client.documents.get({ id: answer.files[0]?.documentId ?? '' })
    expect(await kept.file.text()).toBe('%PDF-1.4 bon')
    const accept = (reason: string) =>
      book.client.answers.acceptDispute({ id: answer.id, amount: 10_000, reason, description: 'Deux manquent' })
    expect(await refusalOf(accept('no-such-reason'))).toBe('dispute.reason-unknown')
    const done = await accept('quantity')
    expect(await book.client.disputes.get({ id: done.madeId ?? '' })).toMatchObject({
      dispute: { itemNumber: 'F2-C1', amount: 10_000, reason: 'quantity', description: 'Deux manquent' },
    })
  })

  test('asks for credit: an application', async () => {
    const { customerId, payload } = await published('C1')
    const answer = await read(
      await answered(payload, {
        kind: 'credit',
        currency: 'EUR',
        amount: 900_000,
        terms: '60 jours',
        text: 'Chantier',
      }),
    )
    const done = await book.client.answers.acceptCredit({
      id: answer.id,
      asked: 800_000,
      terms: '45',
      note: 'Chantier',
    })
    expect(await book.client.applications.get({ id: done.madeId ?? '' })).toMatchObject({
      ...{ customerId, asked: 800_000, currency: 'EUR', applicant: 'Anne Roux', note: 'Chantier' },
    })
  })

  test('corrects contact data: before and after are shown, accepted they replace', async () => {
    const { customerId, payload } = await published('C1')
    const contacts = [{ ...contact, email: 'compta@x.example' }]
    const addresses = [
      { kind: 'billing' as const, street: '2 rue B', postalCode: '69002', city: 'Lyon', country: 'FR' },
    ]
    const answer = await read(await answered(payload, { kind: 'contact', contacts, addresses, note: '' }))
    expect(answer.before.contacts).toMatchObject([{ email: 'anne@x.example' }])
    expect(await refusalOf(book.client.answers.acceptDispute({ id: answer.id, amount: 1, reason: 'x' }))).toBe(
      'answer.other-kind',
    )
    await book.client.answers.acceptContact({ id: answer.id, contacts, addresses })
    expect((await book.client.customers.get({ id: customerId })).customer).toMatchObject({ contacts, addresses })
  })

  test('is declined with the reason, and stays', async () => {
    const { payload, f1 } = await published('C1')
    const { id } = await read(await answered(payload, paying([f1])))
    expect(await book.client.answers.decline({ id, reason: 'déjà promis' })).toMatchObject({
      ...{ state: 'declined', reason: 'déjà promis', madeId: null },
    })
    expect(await book.client.answers.list({ show: 'declined', search: 'c1' })).toMatchObject({ total: 1, waiting: 0 })
  })

  test('is of its customer still when the code was changed since', async () => {
    const { customerId, payload, f1 } = await published('C1')
    const { customer } = await book.client.customers.get({ id: customerId })
    const { id: _id, createdAt: _at, updatedAt: _on, ...fields } = customer
    await book.client.customers.update({ id: customerId, customer: { ...fields, code: 'D1' } })
    expect(await read(await answered(payload, paying([f1])))).toMatchObject({ customerCode: 'D1' })
  })
})

describe('an answer that is refused says why, and nothing of it is kept', () => {
  const refusing = async (file: File, rest = {}, on = book.client) => {
    const code = await refusalOf(on.answers.read({ name: NAME, file, ...rest }))
    return code
  }
  const changed = async (file: File, change: (envelope: Record<string, unknown>) => object) =>
    fileOf(JSON.stringify({ ...change(JSON.parse(await file.text())) }))

  test('damaged, oversized or of a newer format', async () => {
    expect(await refusing(fileOf('bonjour'))).toBe('answer.damaged')
    expect(await refusing(fileOf('null'))).toBe('answer.damaged')
    expect(await refusing(fileOf('{"format":1,"space":"x"}'))).toBe('answer.damaged')
    expect(await refusing(fileOf('{"format":2}'))).toBe('answer.newer-format')
    // Nested so deep that reading it would hold everybody up for seconds.
    expect(await refusing(fileOf('['.repeat(4_000_000) + ']'.repeat(4_000_000)))).toBe('answer.damaged')
    expect(await refusing(new File([new Uint8Array(ANSWER_LIMIT + 1)], NAME))).toBe('answer.too-large')
  })

  test('forged: any part changed, another key, another space', async () => {
    const { payload, f1 } = await published('C1')
    const other = await published('C2')
    const file = await answered(payload, paying([f1]))
    const flip = (text: unknown) => {
      const bytes = Buffer.from(text as string, 'base64')
      bytes[3] = (bytes[3] ?? 0) ^ 1
      return bytes.toString('base64')
    }
    // What stands beside is not signed: nothing of it is kept.
    expect(await refusing(await changed(file, (all) => ({ ...all, note: '<script>' })))).toBe('answer.damaged')
    for (const part of ['sealed', 'iv', 'signature'])
      expect(await refusing(await changed(file, (all) => ({ ...all, [part]: flip(all[part]) })))).toBe('answer.forged')
    expect(await refusing(await changed(file, (all) => ({ ...all, space: other.space.id })))).toBe('answer.forged')
    const keys = { ...answeringOf(payload), signingKey: answeringOf(other.payload).signingKey }
    expect(await refusing(fileOf(await sealAnswer(keys, bodyOf(payload, paying([f1])))))).toBe('answer.forged')
    // Signed well, sealed under another key: its own page never does so.
    const sealedElse = { ...answeringOf(payload), sealingKey: answeringOf(other.payload).sealingKey }
    expect(await refusing(fileOf(await sealAnswer(sealedElse, bodyOf(payload, paying([f1])))))).toBe('answer.damaged')
    expect(await book.client.answers.list({})).toMatchObject({ total: 0, waiting: 0 })
    book.outside((sqlite) => expect(sqlite.prepare('SELECT count(*) FROM document').pluck().get()).toBe(0))
  })

  test('another customer’s, or with items of another account', async () => {
    const { customerId, payload, f1 } = await published('C1')
    const other = await published('C2')
    expect(await refusing(await answered(payload, paying([f1])), { customerId: other.customerId })).toBe(
      'answer.other-customer',
    )
    expect(await refusing(await answered(payload, paying([f1]), { customer: 'C2' }))).toBe('answer.other-customer')
    expect(await refusing(await answered(payload, paying([other.f1])))).toBe('answer.other-customer')
    expect(await refusing(await answered(payload, { ...paying([f1]), currency: 'USD' } as AnswerRequest))).toBe(
      'answer.other-customer',
    )
    expect((await read(await answered(payload, paying([f1])), { customerId })).state).toBe('waiting')
  })

  test('replayed: the same answer twice, sealed anew or not', async () => {
    const { payload, f1 } = await published('C1')
    const body = bodyOf(payload, paying([f1]))
    const file = fileOf(await sealAnswer(answeringOf(payload), body))
    await read(file)
    expect(await refusing(file)).toBe('answer.replayed')
    expect(await refusing(fileOf(await sealAnswer(answeringOf(payload), body)))).toBe('answer.replayed')
    expect(await book.client.answers.list({})).toMatchObject({ total: 1 })
  })

  test('from a space unknown, withdrawn, past, or that takes none', async () => {
    const { payload, f1, space } = await published('C1')
    const file = await answered(payload, paying([f1]))
    const unknown = '01a00000-0000-7000-8000-000000000000'
    expect(await refusing(await changed(file, (all) => ({ ...all, space: unknown })))).toBe('answer.space-unknown')
    expect(await refusing(file, {}, book.on('2027-03-01'))).toBe('answer.expired')
    const late = await answered(payload, paying([f1]), { issued: '2027-01-25T08:00:00Z' })
    expect(await refusing(late, {}, book.on('2027-01-25'))).toBe('answer.expired')
    expect(await refusing(late)).toBe('answer.clock')
    await book.client.spaces.withdraw({ id: space.id, reason: 'perdu' })
    expect(await refusing(file)).toBe('answer.space-withdrawn')
    const silent = await published('C3', { answers: false })
    const own = { ...answeringOf(payload), spaceId: silent.space.id }
    expect(await refusing(fileOf(await sealAnswer(own, bodyOf(payload, paying([])))))).toBe('answer.not-taken')
  })

  test('too old, in a space that is open long', async () => {
    const { customerId } = await published('C1')
    const made = await book.client.spaces.publish({ customerId, until: '2027-10-01', holds: { statement: false } })
    const payload = await openedSpace(made.file, made.passphrase)
    const file = await answered(payload, paying([]))
    expect(await refusing(file, {}, book.on('2027-04-01'))).toBe('answer.too-old')
  })

  test('with an attachment that is no paper, or too much of it', async () => {
    const { payload } = await published('C1')
    const withFile = (data: string) => answered(payload, paying([]), { files: [{ name: 'bon.pdf', data }] })
    expect(await refusing(await withFile(Buffer.from('MZ').toString('base64')))).toBe('answer.attachment-refused')
    const large = Buffer.alloc(5_000_001)
    large.write('%PDF-1.4')
    expect(await refusing(await withFile(large.toString('base64')))).toBe('answer.too-large')
  })
})
