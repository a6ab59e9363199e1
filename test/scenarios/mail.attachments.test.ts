import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finish } from '../support/ledger.ts'
import {
  attachInvoice,
  bytesOf,
  customerOf,
  MAIL_DAY,
  type MailBook,
  openMailBook,
  twoCustomers,
} from '../support/mail.ts'
import { parseMime } from '../support/mime.ts'
import { startServer, type TestServer } from '../support/smtp.ts'

let book: MailBook
let server: TestServer | undefined
beforeEach(async () => {
  const [first, second] = twoCustomers
  book = await openMailBook([first, { ...second, language: 'en' }] as typeof twoCustomers)
})
afterEach(async () => {
  await server?.stop()
  server = undefined
  await book.close()
})

const STATEMENT = `RC-${MAIL_DAY.replaceAll('-', '')}-C1-societe-alpha.pdf`
const draftOf = async (code: string, brings: { withStatement?: boolean; withInvoices?: boolean }) => {
  const { file } = await book.client.mail.drafts({
    runId: book.runId,
    letterIds: [await book.letterOf(code)],
    ...brings,
  })
  return parseMime(await bytesOf(file))
}

test('a statement of the day of the letter comes with it, in the customer’s language, and the message says so', async () => {
  const alpha = await draftOf('C1', { withStatement: true })
  expect(alpha.parts.map(({ fileName }) => fileName).slice(2)).toEqual([STATEMENT])
  expect(alpha.parts[0]?.text).toContain('Le relevé de votre compte au 31\u00a0mars\u00a02026 est joint également.')
  const { id } = await customerOf(book, 'alpha')
  const { sha256, file } = await book.client.statements.file({ customerId: id, asOf: MAIL_DAY })
  expect(alpha.parts[2]?.bytes.equals(Buffer.from(await file.arrayBuffer()))).toBe(true)
  expect(sha256).toHaveLength(64)
  const beta = await draftOf('C2', { withStatement: true })
  const pdf = await PDFDocument.load(beta.parts[2]?.bytes ?? new Uint8Array(), { updateMetadata: false })
  expect(pdf.getTitle()).toMatch(/^Statement of account as of/)
  expect((await draftOf('C1', {})).parts).toHaveLength(2)
})

test('the settings say what comes along; a run may choose otherwise', async () => {
  await attachInvoice(book, 'alpha', 'facture.txt', 'F-C1')
  await book.use(undefined, { host: '', withStatement: true, withInvoices: false })
  expect((await book.client.mail.settings({})).settings).toMatchObject({ withStatement: true, withInvoices: false })
  const names = async (brings: { withStatement?: boolean; withInvoices?: boolean }) =>
    (await draftOf('C1', brings)).parts.slice(2).map(({ fileName }) => fileName)
  expect(await names({})).toEqual([STATEMENT])
  expect(await names({ withStatement: false, withInvoices: true })).toEqual(['facture.txt'])
  expect(await names({ withInvoices: true })).toEqual([STATEMENT, 'facture.txt'])
})

test('copies that leave the statement no room are left out, the statement is not', async () => {
  await attachInvoice(book, 'alpha', 'grande.tif', new Uint8Array(14_700_000))
  const choice = { runId: book.runId, letterIds: [await book.letterOf('C1')] }
  expect((await book.client.mail.drafts(choice)).withoutInvoices).toEqual([])
  const { withoutInvoices } = await book.client.mail.drafts({ ...choice, withStatement: true })
  expect(withoutInvoices).toMatchObject([{ size: 14_700_000 }])
  expect((await draftOf('C1', { withStatement: true })).parts).toHaveLength(3)
})

test('queued, the statement is kept as it was, whatever is booked until it leaves; a server gets that very file', async () => {
  server = await startServer()
  await book.use(server)
  expect(await book.queue(undefined, { withStatement: true })).toMatchObject({ queued: 2, without: [] })
  const { id: customerId } = await customerOf(book, 'alpha')
  await book.client.payments.receive({
    customerId,
    amount: 20_000,
    currency: 'EUR',
    day: MAIL_DAY,
    method: 'transfer',
    reference: 'VIR-1',
  })
  await book.send()
  const sent = server.received.find(({ to }) => to.includes('compta@alpha.example'))
  const attached = parseMime(sent?.raw ?? '').parts.find(({ fileName }) => fileName === STATEMENT)
  const message = await book.messageOf('C1')
  const kept = message?.attachments.find(({ name }) => name === STATEMENT)
  const document = await book.client.documents.get({ id: kept?.documentId ?? '' })
  expect(attached?.bytes.equals(Buffer.from(await document.file.arrayBuffer()))).toBe(true)
  const now = await book.client.statements.file({ customerId, asOf: MAIL_DAY })
  expect(now.sha256).not.toBe(document.sha256)
})

test('queueing tells how far it is; nothing is kept of one that is cancelled', async () => {
  const { steps, result } = await finish(book.client.mail.queue({ runId: book.runId, withStatement: true }))
  expect(result.queued).toBe(2)
  expect(steps.at(-1)).toEqual({ step: 'mail.statements', done: 2, total: 2 })
  for (const { id } of await book.outbox()) await book.client.mail.cancel({ id })

  const controller = new AbortController()
  const stream = await book.client.mail.queue({ runId: book.runId, withStatement: true }, { signal: controller.signal })
  controller.abort()
  await expect(finish(Promise.resolve(stream))).rejects.toThrow()
  expect((await book.outbox('open')).length).toBe(0)
})
