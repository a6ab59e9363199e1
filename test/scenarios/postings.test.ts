import { PDFDocument } from 'pdf-lib'
import { beforeEach, describe, expect, test } from 'vitest'
import { refusal, refusalOf } from '../support/book.ts'
import { openPostBook, POST_DAY, type PostBook, TOWNS } from '../support/posts.ts'

const pagesOf = async (file: Blob | null) =>
  PDFDocument.load(new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)), { updateMetadata: false })

let book: PostBook
beforeEach(async () => {
  book = await openPostBook('registered')
  return () => book.close()
})

const NUMBERS = ['1A20012345670', '1A20012345671', '1A20012345672']
const listed = async (show: 'to-number' | 'to-deposit' | 'deposited' | 'answered' | 'returned' | 'all') =>
  (await book.client.postings.list({ show })).postings.map(({ customerCode }) => customerCode)

describe('numbers', () => {
  test('of a roll of labels count up from the first, in the order of the letters; spaces do not count', async () => {
    expect(await listed('to-number')).toHaveLength(3)
    const { postings } = await book.client.postings.number({ letterIds: book.letterIds, first: '1A 200 1234567 0' })
    expect(postings.map(({ number }) => number)).toEqual(NUMBERS)
    expect(await listed('to-number')).toEqual([])
    expect(await listed('to-deposit')).toHaveLength(3)
  })

  test('may be given one each, changed, swapped and taken back', async () => {
    const [a, b, c] = book.letterIds as [string, string, string]
    await book.client.postings.number({ letterIds: [a, b, c], numbers: NUMBERS })
    const swapped = await book.client.postings.number({
      letterIds: [a, b],
      numbers: [NUMBERS[1] ?? '', NUMBERS[0] ?? ''],
    })
    expect(swapped.postings.map(({ number }) => number)).toEqual([NUMBERS[1], NUMBERS[0]])
    await book.client.postings.number({ letterIds: [c], numbers: [''] })
    expect((await book.client.postings.list({ show: 'to-number' })).postings.map(({ letterId }) => letterId)).toEqual([
      c,
    ])
  })

  test('are refused when they are another letter’s, stand twice, are too few or begin no series', async () => {
    const [a, b, c] = book.letterIds as [string, string, string]
    const { number } = book.client.postings
    await number({ letterIds: [a], numbers: ['RR123456785FR'] })
    expect(await refusal(number({ letterIds: [b], numbers: ['rr 123456785 fr'] }))).toMatchObject({
      code: 'posting.number-used',
      details: { number: 'RR123456785FR' },
    })
    expect(await refusalOf(number({ letterIds: [b, c], numbers: ['2C0001', '2C0001'] }))).toBe('posting.number-used')
    expect(await refusalOf(number({ letterIds: [b, c], numbers: ['2C0001'] }))).toBe('posting.number-invalid')
    expect(await refusalOf(number({ letterIds: [b, c], first: 'ABCD' }))).toBe('posting.number-invalid')
    expect(await refusalOf(number({ letterIds: [b, c], first: 'RR99' }))).toBe('posting.number-invalid')
  })

  test('of a cancelled letter are free again when it was not handed in', async () => {
    const [a, b] = book.letterIds as [string, string]
    await book.client.postings.number({ letterIds: [a], numbers: [NUMBERS[0] ?? ''] })
    await book.client.dunning.cancelLetter({ id: a, reason: 'réglé' })
    const { postings } = await book.client.postings.number({ letterIds: [b], numbers: [NUMBERS[0] ?? ''] })
    expect(postings[0]?.number).toBe(NUMBERS[0])
    expect(await refusalOf(book.client.postings.number({ letterIds: [a], numbers: ['2C0009'] }))).toBe(
      'dunning.letter-cancelled',
    )
  })
})

describe('handing in', () => {
  const numbered = () => book.client.postings.number({ letterIds: book.letterIds, first: NUMBERS[0] ?? '' })

  test('needs a number for each registered letter, on the slip and at the counter', async () => {
    const [a] = book.letterIds as [string]
    expect(await refusalOf(book.client.postings.slip({ letterIds: [a], day: POST_DAY }))).toBe('posting.number-missing')
    expect(await refusal(book.client.postings.deposit({ letterIds: book.letterIds, day: POST_DAY }))).toMatchObject({
      code: 'posting.number-missing',
      details: { count: 3 },
    })
  })

  test('the slip is numbered and kept; stamped, it is kept as well', async () => {
    await numbered()
    const slip = await book.client.postings.slip({ letterIds: book.letterIds, day: POST_DAY })
    expect(slip).toMatchObject({ number: 1, name: `bordereau-${POST_DAY}-001.pdf` })
    expect((await pagesOf(slip.file)).getTitle()).toBe('Bordereau de dépôt n°\u00a01')
    const kept = await book.client.documents.get({ id: slip.documentId })
    expect(kept.name).toBe(slip.name)
    expect((await book.client.postings.slip({ letterIds: book.letterIds, day: POST_DAY })).number).toBe(2)
    const file = new File(['%PDF-1.4 stamped'], 'bordereau timbré.pdf')
    await book.client.postings.stampSlip({ id: slip.id, name: file.name, file })
    const [first] = (await book.client.postings.list({})).postings
    expect(first?.slip).toMatchObject({ number: 2, stampedId: null })
    expect(await refusalOf(book.client.postings.stampSlip({ id: book.runId, name: 'x.pdf', file }))).toBe('not-found')
  })

  test('marks the letters as sent that day, once', async () => {
    await numbered()
    const { postings, dunning } = book.on('2026-04-02')
    const { deposited } = await postings.deposit({ letterIds: book.letterIds, day: '2026-04-01' })
    expect(deposited).toBe(3)
    const { letters } = await dunning.letters({ runId: book.runId })
    expect(letters.map(({ sentOn }) => sentOn)).toEqual(['2026-04-01', '2026-04-01', '2026-04-01'])
    expect(await postings.deposit({ letterIds: book.letterIds, day: '2026-04-02' })).toMatchObject({ deposited: 0 })
    expect(await refusalOf(postings.slip({ letterIds: book.letterIds, day: POST_DAY }))).toBe('posting.deposited')
    expect(await refusalOf(dunning.cancelLetter({ id: book.letterIds[0] ?? '', reason: 'x' }))).toBe(
      'dunning.letter-sent',
    )
    expect(await listed('deposited')).toHaveLength(3)
  })

  test('is refused before the letter and after today', async () => {
    await numbered()
    const { postings } = book.client
    for (const day of ['2026-03-30', '2026-04-01'])
      expect(await refusalOf(postings.deposit({ letterIds: book.letterIds, day }))).toBe('posting.day-invalid')
  })

  test('a letter marked as sent in another way counts as handed in on that day', async () => {
    await book.client.dunning.markSent({ runId: book.runId })
    const { postings, counts } = await book.client.postings.list({ show: 'deposited' })
    expect(postings.map(({ depositedOn, number }) => [depositedOn, number])).toEqual(Array(3).fill([POST_DAY, '']))
    expect(counts).toMatchObject({ 'to-number': 0, 'to-deposit': 0, deposited: 3, answered: 0, all: 3 })
  })
})

describe('a receipt', () => {
  beforeEach(async () => {
    await book.client.postings.number({ letterIds: book.letterIds, first: NUMBERS[0] ?? '' })
    await book.client.postings.deposit({ letterIds: book.letterIds, day: POST_DAY })
  })
  const later = () => book.on('2026-04-10')
  const first = () => book.letterIds[0] ?? ''

  test('says what became of the letter; its scan is kept as correspondence of the customer', async () => {
    const file = new File(['%PDF-1.4 avis'], 'avis.pdf')
    const posting = await later().postings.receipt({
      letterId: first(),
      outcome: 'delivered',
      day: '2026-04-03',
      name: file.name,
      file,
    })
    expect(posting).toMatchObject({ outcome: 'delivered', outcomeOn: '2026-04-03' })
    const { proofs } = await later().proofs.list({ customerId: posting.customerId })
    expect(proofs).toMatchObject([
      { kind: 'correspondence', title: `Avis de réception ${NUMBERS[0]}`, documentId: posting.receiptId },
    ])
    // Taken out of the customer's documents, it stays the letter's.
    await later().proofs.remove({ id: proofs[0]?.id ?? '' })
    expect((await later().documents.get({ id: posting.receiptId ?? '' })).name).toBe('avis.pdf')
    expect(await listed('answered')).toHaveLength(1)
    expect(await listed('returned')).toEqual([])
  })

  test('a wrong entry is corrected by another, or taken back', async () => {
    const { receipt } = later().postings
    await receipt({ letterId: first(), outcome: 'unclaimed', day: '2026-04-09' })
    expect(await listed('returned')).toHaveLength(1)
    expect(await receipt({ letterId: first(), outcome: 'refused', day: '2026-04-08' })).toMatchObject({
      outcome: 'refused',
      outcomeOn: '2026-04-08',
    })
    expect(await receipt({ letterId: first(), outcome: null, day: '2026-04-08' })).toMatchObject({
      outcome: null,
      outcomeOn: null,
      depositedOn: POST_DAY,
    })
  })

  test('is refused for a letter not handed in, before it was, and after today', async () => {
    const { receipt } = later().postings
    expect(await refusalOf(receipt({ letterId: first(), outcome: 'delivered', day: '2026-03-30' }))).toBe(
      'posting.day-invalid',
    )
    expect(await refusalOf(receipt({ letterId: first(), outcome: 'delivered', day: '2026-04-11' }))).toBe(
      'posting.day-invalid',
    )
    const other = await openPostBook('registered')
    expect(
      await refusalOf(
        other.client.postings.receipt({ letterId: other.letterIds[0] ?? '', outcome: 'delivered', day: POST_DAY }),
      ),
    ).toBe('posting.not-deposited')
    await other.close()
  })

  test('from an unknown address leaves a task, once, and a warning until the address changes', async () => {
    const { postings, customers, calls } = later()
    const { customerId } = await postings.receipt({ letterId: first(), outcome: 'unknown-address', day: '2026-04-07' })
    await postings.receipt({ letterId: first(), outcome: 'unknown-address', day: '2026-04-08' })
    const { tasks } = await calls.tasks({ customerId })
    expect(tasks).toMatchObject([{ kind: 'find-contact', day: '2026-04-10' }])
    expect(tasks[0]?.note).toContain(TOWNS[0]?.city)
    const before = await customers.get({ id: customerId })
    expect(before.warnings.find(({ code }) => code === 'address-returned')?.details).toMatchObject({
      day: '2026-04-08',
    })
    const { id, createdAt: _created, updatedAt: _updated, ...fields } = before.customer
    const addresses = fields.addresses.map((address) => ({ ...address, street: '9 quai Neuf' }))
    await customers.update({ id, customer: { ...fields, addresses } })
    expect((await customers.get({ id })).warnings.map(({ code }) => code)).not.toContain('address-returned')
  })

  test('stands in the history of the customer, as the day at the post does', async () => {
    const { customerId } = await later().postings.receipt({
      letterId: first(),
      outcome: 'delivered',
      day: '2026-04-03',
    })
    const { entries } = await later().customers.timeline({ id: customerId })
    expect(entries.filter(({ kind }) => kind === 'posted' || kind === 'receipt')).toMatchObject([
      { kind: 'receipt', day: '2026-04-03', details: { outcome: 'delivered', letterId: first() } },
      { kind: 'posted', day: POST_DAY, details: { number: NUMBERS[0], channel: 'registered' } },
    ])
  })
})

describe('printing', () => {
  test('puts the letters of a run into one PDF, by postcode or by reference', async () => {
    const { print } = book.client.postings
    const byPostcode = await print({ runId: book.runId })
    expect(byPostcode).toMatchObject({ letters: 3, pages: 3, name: `courrier-${POST_DAY}-001.pdf` })
    const twice = [await print({ runId: book.runId }), await print({ runId: book.runId, order: 'reference' })]
    const [same, other] = await Promise.all(
      twice.map(async ({ file }) => new Uint8Array((await file?.arrayBuffer()) ?? [])),
    )
    expect(same).toEqual(new Uint8Array((await byPostcode.file?.arrayBuffer()) ?? []))
    expect(other).not.toEqual(same)
  })

  test('with a separator before each letter, and every letter on a front side', async () => {
    const { print } = book.client.postings
    expect(await print({ runId: book.runId, separators: true })).toMatchObject({ letters: 3, pages: 6 })
    const duplex = await print({ runId: book.runId, separators: true, duplex: true, envelope: 'C4' })
    expect(duplex.pages).toBe(12)
    const pdf = await pagesOf(duplex.file)
    expect(pdf.getPageCount()).toBe(12)
    for (const page of pdf.getPages()) expect([page.getWidth(), page.getHeight()].map(Math.round)).toEqual([595, 842])
  })

  test('leaves out cancelled letters and those of other runs; letters may be named', async () => {
    const [a, b] = book.letterIds as [string, string]
    await book.client.dunning.cancelLetter({ id: a, reason: 'réglé' })
    expect((await book.client.postings.print({ runId: book.runId })).letters).toBe(2)
    expect((await book.client.postings.print({ letterIds: [b] })).letters).toBe(1)
    expect(await refusalOf(book.client.postings.print({}))).toBe('input.invalid')
    expect(await refusalOf(book.client.postings.print({ runId: book.letterIds[0] ?? '' }))).toBe('not-found')
  })

  test('a sheet tries the window of an envelope', async () => {
    for (const envelope of ['DL', 'C4'] as const) {
      const { name, file } = await book.client.postings.windowTest({ envelope })
      expect(name).toBe(`test-de-fenetre-${envelope}.pdf`)
      expect((await pagesOf(file)).getPageCount()).toBe(1)
    }
  })
})

test('letters that go by e-mail are no matter of the post, but may be printed', async () => {
  const other = await openPostBook('email')
  const { postings } = other.client
  expect(await postings.list({})).toMatchObject({ total: 0, postings: [] })
  expect(await refusalOf(postings.number({ letterIds: other.letterIds, first: '1A0001' }))).toBe('posting.not-by-post')
  expect(await postings.print({ runId: other.runId })).toMatchObject({ file: null, letters: 0 })
  expect(await postings.print({ runId: other.runId, everyChannel: true })).toMatchObject({ letters: 3 })
  await other.close()
})

test('ordinary letters are handed in without a number; search finds them by customer, town no, reference yes', async () => {
  const other = await openPostBook('letter')
  const { postings } = other.client
  expect((await postings.list({})).counts).toMatchObject({ 'to-number': 0, 'to-deposit': 3 })
  await postings.deposit({ letterIds: other.letterIds, day: POST_DAY })
  expect((await postings.list({ show: 'deposited', search: 'beta' })).postings.map((one) => one.customerCode)).toEqual([
    'C2',
  ])
  await other.close()
})
