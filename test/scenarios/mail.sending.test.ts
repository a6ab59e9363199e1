import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/main/core/core.ts'
import { clientOn, refusalOf, testPorts } from '../support/book.ts'
import { finish } from '../support/ledger.ts'
import {
  attachInvoice,
  bytesOf,
  customerOf,
  MAIL_DAY,
  type MailBook,
  openMailBook,
  settingsFor,
  twoCustomers,
} from '../support/mail.ts'
import { parseMime } from '../support/mime.ts'
import { sendElsewhere } from '../support/sending-program.ts'
import { startServer, type TestServer } from '../support/smtp.ts'

let book: MailBook
let server: TestServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
  await book.close()
})

const serve = async (...[behaviour]: Parameters<typeof startServer>): Promise<void> => {
  await server?.stop()
  server = await startServer(behaviour)
}

describe('the outbox', () => {
  beforeEach(async () => {
    book = await openMailBook(twoCustomers)
    await serve()
    await book.use(server)
  })

  test('a letter is queued once; nothing leaves before the yes', async () => {
    expect(await book.queue()).toMatchObject({ queued: 2, without: [] })
    expect((await book.queue()).without.map(({ reason }) => reason)).toEqual(['queued-before', 'queued-before'])
    expect(await book.standing()).toEqual({ C1: 'queued', C2: 'queued' })
    expect([server?.connections, await book.sentLetters()]).toEqual([0, 0])
  })

  test('sending: each message once, the letter marked as sent on the working day', async () => {
    await book.queue()
    expect(await book.send()).toEqual({ sent: 2, failed: 0, uncertain: 0, left: 0 })
    expect(await book.send()).toEqual({ sent: 0, failed: 0, uncertain: 0, left: 0 })
    expect(server?.received.map(({ from, to }) => [from, to]).sort()).toEqual([
      ['compta@atelier-martin.example', ['beta@beta.example']],
      ['compta@atelier-martin.example', ['compta@alpha.example']],
    ])
    // Each step that was committed is recorded, two for each message; a sending that found nothing left no trace.
    const { entries } = await book.client.audit.list({})
    expect(entries.filter(({ call }) => call === 'mail.send')).toHaveLength(4)
    // One connection for both; the second sending found nothing and made none.
    expect(server?.connections).toBe(1)
    const { letters } = await book.client.dunning.letters({ runId: book.runId })
    expect(letters.map(({ sentOn }) => sentOn)).toEqual([MAIL_DAY, MAIL_DAY])
    expect(await book.messageOf('C1')).toMatchObject({ state: 'sent', attempts: 1, sentOn: MAIL_DAY, failure: null })
    expect((await book.queue()).without.map(({ reason }) => reason)).toEqual(['queued-before', 'queued-before'])
  })

  test('what the book shows of a message sent is what left, to the byte', async () => {
    await book.use(server, { from: '"Martin" & <fils> <compta@atelier-martin.example>' })
    await book.queue()
    await book.send()
    await book.use(server, { from: 'Autre <autre@atelier-martin.example>' })
    const id = (await book.messageOf('C1'))?.id ?? ''
    const { file, name } = await book.on('2026-04-15').mail.message({ id })
    const left = server?.received.find(({ to }) => to.includes('compta@alpha.example'))?.raw
    expect(name).toMatch(/^R2026-0001-000\d\.eml$/)
    expect((await bytesOf(file)).trimEnd()).toBe(left?.trimEnd())
    expect(parseMime(left ?? '').headers).not.toHaveProperty('x-unsent')
  })

  test('of all that waits, a run alone', async () => {
    await book.queue()
    const other = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'
    expect((await finish(book.client.mail.send({ runId: other }))).result).toMatchObject({ sent: 0, left: 0 })
    expect((await finish(book.client.mail.send({ runId: book.runId }))).result).toMatchObject({ sent: 2, left: 0 })
  })

  test('two sendings at once send nothing twice', async () => {
    await book.queue()
    const results = await Promise.all([book.send(), book.send()])
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(2)
    expect(server?.received).toHaveLength(2)
  })

  test('other work goes on while the network is waited for', async () => {
    await serve({ afterData: 'hangs' })
    await book.use(server)
    await book.queue()
    const told = server?.whenTold()
    const sending = book.send()
    await told
    const { id, fields } = await customerOf(book, 'beta')
    expect(await refusalOf(book.client.customers.update({ id, customer: { ...fields, notes: 'appelé' } }))).toBe('none')
    expect((await book.outbox('open')).map(({ state }) => state).sort()).toEqual(['queued', 'sending'])
    await server?.stop()
    expect(await sending).toMatchObject({ sent: 0, uncertain: 1 })
  })

  test('taken out before it is sent; afterwards it may be queued again', async () => {
    await book.queue()
    const id = (await book.messageOf('C1'))?.id ?? ''
    expect((await book.client.mail.cancel({ id })).state).toBe('cancelled')
    expect(await refusalOf(book.client.mail.cancel({ id }))).toBe('mail.not-waiting')
    expect(await book.send()).toMatchObject({ sent: 1 })
    expect(server?.received[0]?.to).toEqual(['beta@beta.example'])
    expect((await book.queue()).queued).toBe(1)
  })

  test('a letter cancelled meanwhile is not sent; one sent otherwise only by name', async () => {
    await book.queue()
    await book.client.dunning.cancelLetter({ id: await book.letterOf('C1'), reason: 'Erreur' })
    await book.client.dunning.markSent({ runId: book.runId })
    expect(await book.messageOf('C2')).toMatchObject({ state: 'queued', sentOtherwise: true })
    expect(await book.send()).toEqual({ sent: 0, failed: 0, uncertain: 0, left: 1 })
    expect(await book.standing()).toEqual({ C1: 'cancelled', C2: 'queued' })
    const ids = [(await book.messageOf('C2'))?.id ?? '']
    expect(await book.send(ids)).toMatchObject({ sent: 1 })
    expect(await book.queue([await book.letterOf('C1')])).toMatchObject({ without: [{ reason: 'cancelled' }] })
  })

  test('a copy to the firm in an envelope of its own, unseen by the customer', async () => {
    await book.use(server, {
      copyTo: 'archive@atelier-martin.example',
      replyTo: 'Relances <relances@atelier-martin.example>',
    })
    await book.queue([await book.letterOf('C2')])
    await book.send()
    expect(server?.received.map(({ to }) => to)).toEqual([['beta@beta.example'], ['archive@atelier-martin.example']])
    const [first] = server?.received ?? []
    expect(first?.raw).not.toContain('archive@')
    expect(parseMime(first?.raw ?? '').headers['reply-to']).toBe('Relances <relances@atelier-martin.example>')
  })

  test('a message sent stands in the customer’s timeline, and follows a merge', async () => {
    await book.queue()
    await book.send()
    const { customers } = await book.client.customers.list({})
    const idOf = (code: string) => customers.find((one) => one.code === code)?.id ?? ''
    await book.client.customers.merge({ keep: idOf('C1'), remove: idOf('C2') })
    const { entries } = await book.client.customers.timeline({ id: idOf('C1') })
    const messages = entries.filter(({ kind }) => kind === 'message')
    expect(messages).toHaveLength(2)
    expect(messages[0]).toMatchObject({ day: MAIL_DAY, user: 'test', details: { to: expect.any(String) } })
    expect((await book.client.mail.outbox({ show: 'sent', customerId: idOf('C1') })).total).toBe(2)
  })

  test('an invoice that a message bears stays in the book when its proof is taken out', async () => {
    const proof = await attachInvoice(book, 'alpha', 'facture.txt', 'F-C1')
    await book.queue()
    await book.client.proofs.remove({ id: proof.id })
    expect(await book.send()).toMatchObject({ sent: 2 })
    const left = server?.received.find(({ to }) => to.includes('compta@alpha.example'))
    expect(parseMime(left?.raw ?? '').parts[2]?.text).toBe('F-C1')
  })
})

test('of a letter that goes by post the message is a copy: neither holds the other up', async () => {
  book = await openMailBook(twoCustomers, 'formal', 'registered')
  await serve()
  await book.use(server)
  expect(await book.queue()).toEqual({ queued: 0, without: [], withoutInvoices: [] })
  expect((await book.client.mail.drafts({ runId: book.runId })).count).toBe(0)
  expect((await book.client.mail.drafts({ runId: book.runId, everyChannel: true })).count).toBe(2)
  const ids = await Promise.all(['C1', 'C2'].map(book.letterOf))
  await book.client.dunning.markSent({ runId: book.runId, letterIds: ids.slice(0, 1) })
  expect((await book.queue(ids)).queued).toBe(2)
  expect(await book.send()).toMatchObject({ sent: 2, left: 0 })
  expect(await book.sentLetters()).toBe(1)
})

describe('what goes wrong while sending', () => {
  beforeEach(async () => {
    book = await openMailBook(twoCustomers)
  })

  test('without settings, or without a sender, nothing is tried', async () => {
    await book.queue()
    expect(await refusalOf(book.send())).toBe('mail.no-settings')
    expect(await book.standing()).toEqual({ C1: 'queued', C2: 'queued' })
  })

  test('a server out of reach touches no message', async () => {
    const gone = await startServer()
    await gone.stop()
    await book.client.mail.saveSettings({ settings: settingsFor(gone.port) })
    await book.queue()
    expect(await refusalOf(book.send())).toBe('mail.unreachable')
    expect((await book.outbox()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['queued', 0],
      ['queued', 0],
    ])
  })

  test('one recipient refused fails that message only, and is tried again only by name', async () => {
    await serve({ refuses: ['compta@alpha.example'] })
    await book.use(server)
    await book.queue()
    expect(await book.send()).toEqual({ sent: 1, failed: 1, uncertain: 0, left: 0 })
    const failed = await book.messageOf('C1')
    expect(failed).toMatchObject({ state: 'failed', failure: 'recipient-refused', attempts: 1 })
    expect(failed?.error).toContain('No such user here')
    expect(await book.sentLetters()).toBe(1)
    expect(await book.send()).toEqual({ sent: 0, failed: 0, uncertain: 0, left: 0 })
    expect(await book.send([failed?.id ?? ''])).toMatchObject({ failed: 1 })
    expect(await book.messageOf('C1')).toMatchObject({ attempts: 2 })
  })

  test('a server too busy fails it for now: the next sending tries again', async () => {
    await serve({ afterData: { code: 451, says: 'Try later' } })
    await book.use(server)
    await book.queue([await book.letterOf('C1')])
    expect(await book.send()).toMatchObject({ failed: 1 })
    expect(await book.messageOf('C1')).toMatchObject({ state: 'failed', failure: 'message-refused' })
    await serve()
    await book.use(server)
    expect(await book.send()).toMatchObject({ sent: 1 })
    expect(await book.messageOf('C1')).toMatchObject({ state: 'sent', attempts: 2, failure: null, error: '' })
  })

  test('a connection dropped after the whole message: it may have arrived, and is not sent again by itself', async () => {
    await serve({ afterData: 'drops' })
    await book.use(server)
    await book.queue([await book.letterOf('C1')])
    expect(await book.send()).toMatchObject({ sent: 0, failed: 0, uncertain: 1 })
    expect(await book.messageOf('C1')).toMatchObject({ state: 'uncertain', failure: 'no-answer' })
    const id = (await book.messageOf('C1'))?.id ?? ''
    expect(await book.send()).toEqual({ sent: 0, failed: 0, uncertain: 0, left: 0 })
    expect(await book.send([id])).toEqual({
      sent: 0,
      failed: 0,
      uncertain: 0,
      left: 1,
    })
    expect(server?.received).toHaveLength(1)
    expect(await refusalOf(book.client.mail.cancel({ id }))).toBe('mail.not-waiting')
    const letter = { id: await book.letterOf('C1'), reason: 'Erreur' }
    expect(await refusalOf(book.client.dunning.cancelLetter(letter))).toBe('dunning.letter-in-mail')
    expect(await book.sentLetters()).toBe(0)
    expect(await book.client.mail.settle({ id, arrived: true })).toMatchObject({ state: 'sent', sentOn: MAIL_DAY })
    expect(await book.sentLetters()).toBe(1)
    expect(await refusalOf(book.client.mail.settle({ id, arrived: false }))).toBe('mail.not-uncertain')
  })

  test('a connection dropped amid a message: it cannot have arrived, and the next sending tries again', async () => {
    await serve({ onData: (_stream, session) => server?.cut(session.id) })
    await book.use(server)
    await attachInvoice(book, 'alpha', 'grande.tif', new Uint8Array(14_000_000))
    await book.queue()
    expect(await book.send()).toMatchObject({ sent: 0, uncertain: expect.any(Number) })
    expect(await book.messageOf('C1')).toMatchObject({ state: 'failed', failure: 'interrupted' })
    await serve()
    await book.use(server)
    await book.send([(await book.messageOf('C1'))?.id ?? ''])
    expect(await book.messageOf('C1')).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('sent again on the user’s word, under the same Message-ID', async () => {
    await serve({ afterData: 'drops' })
    await book.use(server)
    await book.queue([await book.letterOf('C1')])
    await book.send()
    const first = server?.received[0]?.raw ?? ''
    await serve()
    await book.use(server)
    const id = (await book.messageOf('C1'))?.id ?? ''
    expect((await book.client.mail.settle({ id, arrived: false })).state).toBe('queued')
    expect(await book.send()).toMatchObject({ sent: 1 })
    const second = server?.received[0]?.raw ?? ''
    expect(parseMime(second).headers['message-id']).toBe(parseMime(first).headers['message-id'])
  })

  test('the program killed while the server thinks: found later as uncertain, sent no second time', async () => {
    await serve({ afterData: 'hangs' })
    await book.use(server)
    await book.queue()
    await book.program.close()
    const told = server?.whenTold() ?? Promise.resolve()
    const child = sendElsewhere(book.path, book.folder, MAIL_DAY)
    await child.until(told)
    await child.kill()
    const program = createProgram(testPorts(book.folder))
    const client = clientOn(program, MAIL_DAY)
    await client.book.open({ path: book.path })
    const { messages } = await client.mail.outbox({})
    expect(messages.map(({ state }) => state).sort()).toEqual(['queued', 'uncertain'])
    await serve()
    await client.mail.saveSettings({ settings: settingsFor(server?.port ?? 1) })
    expect((await finish(client.mail.send({}))).result).toEqual({ sent: 1, failed: 0, uncertain: 0, left: 0 })
    const uncertain = messages.find(({ state }) => state === 'uncertain')
    expect(server?.received.map(({ to }) => to)).not.toContainEqual(uncertain?.to)
    expect((await client.audit.list({})).entries.some(({ call }) => call === 'mail.send')).toBe(true)
    await program.close()
  })

  test('cancelling ends it between two messages; what has left stays sent', async () => {
    await serve()
    await book.use(server)
    await book.queue()
    const stream = await book.client.mail.send({})
    await stream.next()
    await stream.next()
    await stream.return?.(undefined as never)
    expect(Object.values(await book.standing()).sort()).toEqual(['queued', 'sent'])
    expect(server?.received).toHaveLength(1)
  })
})
