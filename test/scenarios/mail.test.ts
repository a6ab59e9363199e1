import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/main/core/core.ts'
import { openServer } from '../../src/main/core/mail/mail.smtp.ts'
import { clientOn, refusal, refusalOf, testPorts } from '../support/book.ts'
import { finish } from '../support/ledger.ts'
import { contact, MAIL_DAY, openMailBook, settingsFor } from '../support/mail.ts'
import { parseMime } from '../support/mime.ts'
import { sendElsewhere } from '../support/sending-program.ts'
import { startServer, type TestServer } from '../support/smtp.ts'

const PASSWORD = 'Mot-de-passe-très-secret-42'

let book: Awaited<ReturnType<typeof openMailBook>>
let server: TestServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
  await book.close()
})

const two = [
  {
    code: 'C1',
    name: 'Société Alpha',
    contacts: [contact('compta@alpha.example', { name: 'Éloïse Durand', dunning: true })],
  },
  { code: 'C2', name: 'Beta SAS', contacts: [contact('beta@beta.example')] },
]

const serve = async (...[behaviour]: Parameters<typeof startServer>): Promise<TestServer> => {
  server = await startServer(behaviour)
  return server
}
const settle = (settings: Parameters<typeof settingsFor>[1] = {}, password: string | null = null) =>
  book.client.mail.saveSettings({ settings: settingsFor(server?.port ?? 1, settings), password })
const queue = (letterIds?: string[]) => book.client.mail.queue({ runId: book.runId, ...(letterIds && { letterIds }) })
const outbox = async (show: 'open' | 'sent' | 'all' = 'all') => (await book.client.mail.outbox({ show })).messages
const byCode = async (code: string) => (await outbox()).find(({ customerCode }) => customerCode === code)
const standing = async () =>
  Object.fromEntries((await outbox()).map(({ customerCode, state }) => [customerCode, state]))
const sentLetters = async () =>
  (await book.client.dunning.letters({ runId: book.runId })).letters.filter(({ sentOn }) => sentOn).length
const text = async (file: Blob) => Buffer.from(await file.arrayBuffer()).toString('latin1')

describe('drafts', () => {
  beforeEach(async () => {
    book = await openMailBook([
      ...two,
      { code: 'C3', name: 'Sans adresse', contacts: [contact('', { name: 'Personne', phone: '01' })] },
    ])
  })

  test('a run’s letters as messages that a mail program opens ready to be sent', async () => {
    const { name, file, count, without } = await book.client.mail.drafts({ runId: book.runId })
    expect([name, count]).toEqual(['messages-2026-03-31-001.zip', 2])
    expect(without).toEqual([
      { letterId: await book.letterOf('C3'), reference: expect.any(String), reason: 'no-address' },
    ])
    const files = unzipSync(new Uint8Array(await (file as Blob).arrayBuffer()))
    expect(Object.keys(files).sort()).toEqual(['R2026-0001-0001.eml', 'R2026-0001-0003.eml'])
    const messages = Object.values(files).map((bytes) => parseMime(Buffer.from(bytes).toString('latin1')))
    const alpha = messages.find(({ headers }) => headers.to?.includes('alpha'))
    expect(alpha?.headers).toMatchObject({
      from: 'Atelier Martin <compta@atelier-martin.example>',
      to: 'Éloïse Durand <compta@alpha.example>',
      'x-unsent': '1',
      'mime-version': '1.0',
      date: 'Tue, 31 Mar 2026 12:00:00 +0000',
    })
    expect(alpha?.headers['message-id']).toMatch(/^<R2026-0001-000\d@[0-9a-f]{16}\.encours>$/)
    expect(alpha?.headers).not.toHaveProperty('bcc')
    expect(alpha?.headers.subject).toBe(
      'Atelier Martin\u202f: facture F-C1 échue le 31\u00a0janvier\u00a02026, 1\u202f200,00\u00a0€ à régler',
    )
  })

  test('one letter is one file: the text in the customer’s language, the letter itself attached', async () => {
    const letterId = await book.letterOf('C1')
    const { name, file } = await book.client.mail.drafts({ runId: book.runId, letterIds: [letterId] })
    expect(name).toMatch(/^R2026-0001-000\d\.eml$/)
    const raw = await text(file as Blob)
    const lines = raw.split('\r\n')
    expect(lines.every((line) => line.length <= 998 && !/[\r\n]/.test(line))).toBe(true)
    const { parts } = parseMime(raw)
    expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'application/pdf'])
    expect(parts[0]?.text).toContain(
      'Vous trouverez ci-joint notre lettre du 31\u00a0mars\u00a02026, référence R2026-0001-000',
    )
    expect(parts[0]?.text).toContain('Hélène Marchetti')
    const { letters } = await book.client.dunning.letters({ runId: book.runId })
    const letter = letters.find(({ id }) => id === letterId)
    const kept = await book.client.documents.get({ id: letter?.documentId ?? '' })
    expect(parts[1]?.fileName).toBe(letter?.fileName)
    expect(parts[1]?.bytes.equals(Buffer.from(await kept.file.arrayBuffer()))).toBe(true)
  })

  test('an edited wording is the one that is used; a field it has not is refused', async () => {
    const key = 'email-reminder'
    await book.client.dunning.saveWording({
      key,
      language: 'fr',
      subject: 'Pour {{ customer.name }}',
      body: 'Bonjour.',
    })
    const { file } = await book.client.mail.drafts({ runId: book.runId, letterIds: [await book.letterOf('C2')] })
    const { headers, parts } = parseMime(await text(file as Blob))
    expect([headers.subject, parts[0]?.text.trim()]).toEqual(['Pour Beta SAS', 'Bonjour.'])
    const wrong = { key, language: 'fr', subject: '{{ interest }}', body: '' } as const
    expect(await refusalOf(book.client.dunning.saveWording(wrong))).toBe('wording.invalid')
    expect(
      (await book.client.dunning.previewWording({ key, language: 'fr', subject: 'A', body: 'B' })).pages,
    ).toHaveLength(1)
  })

  test('copies of the invoices come with it, under their own names; programs do not; too much is left out and told', async () => {
    const { customers } = await book.client.customers.list({ search: 'alpha' })
    const customerId = customers[0]?.id ?? ''
    const { items } = await book.client.receivables.items({ customerId, show: 'open' })
    const add = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
      book.client.proofs.add({
        customerId,
        itemId: items[0]?.id ?? '',
        kind: 'invoice',
        name,
        file: new File([content], name),
      })
    await add('Facture n° 1 – été « modèle ».txt', 'F-C1')
    await add('facture.sh', '#!/bin/sh\n')
    const draft = async () => {
      const made = await book.client.mail.drafts({ runId: book.runId, letterIds: [await book.letterOf('C1')] })
      return { ...made, message: parseMime(await text(made.file as Blob)) }
    }
    const small = await draft()
    expect(small.message.parts.map(({ fileName }) => fileName).slice(2)).toEqual(['Facture n° 1 – été « modèle ».txt'])
    expect(small.message.parts[2]?.text).toBe('F-C1')
    expect(small.message.parts[0]?.text).toContain('Une copie de la facture y est jointe.')
    expect(small.withoutInvoices).toEqual([])
    await add('grande.tif', new Uint8Array(15_000_000))
    const large = await draft()
    expect(large.message.parts).toHaveLength(2)
    expect(large.message.parts[0]?.text).not.toContain('copie')
    expect(large.withoutInvoices).toEqual([
      { letterId: await book.letterOf('C1'), reference: expect.any(String), size: 15_000_004 },
    ])
  })

  test('nothing a name or a wording holds becomes a header', async () => {
    const evil = 'Alpha\r\nBcc: voleur@evil.example\r\n\r\nX'
    const { customers } = await book.client.customers.list({ search: 'beta' })
    const { customer } = await book.client.customers.get({ id: customers[0]?.id ?? '' })
    const { id, createdAt: _c, updatedAt: _u, ...rest } = customer
    await book.client.customers.update({
      id,
      customer: { ...rest, name: evil, contacts: [contact('beta@beta.example', { name: evil })] },
    })
    await book.client.dunning.saveWording({
      key: 'email-reminder',
      language: 'fr',
      subject: 'A\r\nBcc: autre@evil.example {{ customer.name }}',
      body: 'Corps',
    })
    const { file } = await book.client.mail.drafts({ runId: book.runId, letterIds: [await book.letterOf('C2')] })
    const raw = await text(file as Blob)
    expect(raw).not.toMatch(/^bcc:/im)
    const { headers } = parseMime(raw)
    expect(headers.subject).toMatch(/^A Bcc: autre@evil\.example Alpha Bcc: voleur@evil\.example X$/)
    expect(headers.to).toContain('<beta@beta.example>')
    expect(Object.keys(headers).sort()).toEqual([
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-unsent',
    ])
  })
})

describe('settings', () => {
  beforeEach(async () => {
    book = await openMailBook([])
  })

  test('the password stays out of answers, errors, the audit and the file', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD } })
    const saved = await settle({ user: 'compta' }, PASSWORD)
    expect(saved.password).toBe('file')
    expect(JSON.stringify([saved, await book.client.mail.settings({})])).not.toContain(PASSWORD)
    await book.client.mail.test({ password: PASSWORD })
    const wrong = await refusal(book.client.mail.test({ password: `${PASSWORD}!` }))
    expect(wrong?.code).toBe('mail.login-refused')
    expect(JSON.stringify(wrong)).not.toContain(PASSWORD)
    const tooLong = await book.client.mail.test({ password: PASSWORD.repeat(40) }).catch((error) => error)
    expect(JSON.stringify([tooLong.data, tooLong.message])).not.toContain(PASSWORD)
    const sqlite = new Sqlite(book.path, { readonly: true })
    const inputs = sqlite.prepare("SELECT input FROM audit_entry WHERE call = 'mail.saveSettings'").pluck().all()
    sqlite.close()
    expect(inputs).toHaveLength(1)
    expect(inputs[0]).toContain('"password":"***"')
    for (const suffix of ['', '-wal']) expect(readFileSync(book.path + suffix).includes(PASSWORD)).toBe(false)
  })

  test('the key stands outside the book, for this account alone; without it the password is asked again', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD } })
    await settle({ user: 'compta' }, PASSWORD)
    if (process.platform !== 'win32') expect(statSync(join(book.folder, 'mail.key')).mode & 0o777).toBe(0o600)
    await book.program.close()
    const elsewhere = createProgram(testPorts(join(book.folder, 'elsewhere')))
    const client = clientOn(elsewhere, MAIL_DAY)
    await client.book.open({ path: book.path })
    expect((await client.mail.settings({})).password).toBe('elsewhere')
    expect(await refusalOf(client.mail.test({}))).toBe('mail.password-needed')
    expect(await client.mail.test({ password: PASSWORD })).toMatchObject({ user: 'compta', encrypted: false })
    await elsewhere.close()
  })

  test('a keychain keeps it where the host has one', async () => {
    const kept: string[] = []
    const secrets = {
      seal: async (secret: string) => new Uint8Array([kept.push(secret)]),
      open: async (sealed: Uint8Array) => kept[(sealed[0] ?? 0) - 1] ?? null,
    }
    await serve({ account: { user: 'compta', password: PASSWORD } })
    await book.program.close()
    const desktop = createProgram({ ...testPorts(book.folder), secrets })
    const client = clientOn(desktop, MAIL_DAY)
    await client.book.open({ path: book.path })
    const settings = settingsFor(server?.port ?? 1, { user: 'compta' })
    expect((await client.mail.saveSettings({ settings, password: PASSWORD })).password).toBe('keychain')
    await client.mail.test({})
    expect(server?.logins).toEqual([{ user: 'compta', password: PASSWORD }])
    await desktop.close()
  })

  test('a password is told to the server it was given for, and to no other', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD } })
    await settle({ user: 'compta' }, PASSWORD)
    const other = settingsFor(server?.port ?? 1, { host: 'localhost', user: 'compta' })
    expect(await refusalOf(book.client.mail.test({ settings: other }))).toBe('mail.password-needed')
    expect((await book.client.mail.saveSettings({ settings: other })).password).toBe('none')
    expect(server?.logins).toEqual([])
  })

  test('an empty password is forgotten, one that is not given stays', async () => {
    await serve()
    await settle({ user: 'compta' }, PASSWORD)
    expect((await settle({ user: 'compta', copyTo: 'a@b.fr' })).password).toBe('file')
    expect((await settle({ user: 'compta' }, '')).password).toBe('none')
  })

  test('clear text to a server elsewhere needs the user’s word; addresses are addresses', async () => {
    expect(await refusalOf(settle({ host: 'mail.firm.example' }))).toBe('mail.plain-refused')
    expect(await refusalOf(settle({ host: 'mail.firm.example', plainAllowed: true }))).toBe('none')
    expect(await refusal(settle({ replyTo: 'nobody' }))).toEqual({
      code: 'mail.address-invalid',
      details: { value: 'nobody' },
    })
  })

  test('the server is tried and nothing is sent', async () => {
    await serve()
    expect(await refusalOf(book.client.mail.test({}))).toBe('mail.no-settings')
    await settle()
    expect(await book.client.mail.test({})).toEqual({
      host: '127.0.0.1',
      port: server?.port,
      encrypted: false,
      user: '',
    })
    expect([server?.connections, server?.received]).toEqual([1, []])
  })
})

describe('what keeps a connection from being made', () => {
  beforeEach(async () => {
    book = await openMailBook([])
  })
  const tried = async (settings: Parameters<typeof settingsFor>[1], password: string | null = null) => {
    await settle(settings, password)
    return (await refusal(book.client.mail.test({})))?.code
  }

  test('nobody answers', async () => {
    const gone = await startServer()
    await gone.stop()
    await book.client.mail.saveSettings({ settings: settingsFor(gone.port) })
    expect(await refusalOf(book.client.mail.test({}))).toBe('mail.unreachable')
  })

  test('a certificate that nobody vouches for, with STARTTLS and with TLS; the password is not told', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD }, disabledCommands: [] })
    expect(await tried({ security: 'starttls', user: 'compta' }, PASSWORD)).toBe('mail.certificate')
    await server?.stop()
    await serve({ account: { user: 'compta', password: PASSWORD }, secure: true })
    expect(await tried({ security: 'tls', user: 'compta' }, PASSWORD)).toBe('mail.certificate')
    expect(server?.logins).toEqual([])
  })

  test('no encryption where it was asked for: nothing falls back to clear text', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD } })
    expect(await tried({ security: 'starttls', user: 'compta' }, PASSWORD)).toBe('mail.no-encryption')
    expect(server?.logins).toEqual([])
  })

  test('a login that is refused, or that the server does not know', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD } })
    expect(await tried({ user: 'compta' }, 'faux')).toBe('mail.login-refused')
    await server?.stop()
    await serve()
    expect(await tried({ user: 'compta' }, PASSWORD)).toBe('mail.login-refused')
  })

  test('a server that does not greet is not waited for without end; a slow one is', async () => {
    const account = { host: '127.0.0.1', port: 0, security: 'none', user: '', password: '' } as const
    await serve({ onConnect: () => {} })
    const silent = openServer({ ...account, port: server?.port ?? 0 }, { connect: 300, silence: 300 })
    await expect(silent).rejects.toMatchObject({ code: 'mail.unreachable' })
    await server?.stop()
    await serve({ onConnect: (_session, done) => void setTimeout(done, 400) })
    const slow = await openServer({ ...account, port: server?.port ?? 0 }, { connect: 5000, silence: 5000 })
    expect(slow.isUsable()).toBe(true)
    slow.close()
  })
})

describe('the outbox', () => {
  beforeEach(async () => {
    book = await openMailBook(two)
    await serve()
    await settle()
  })

  test('a letter is queued once; nothing leaves before the yes', async () => {
    expect(await queue()).toMatchObject({ queued: 2, without: [] })
    expect((await queue()).without.map(({ reason }) => reason)).toEqual(['queued-before', 'queued-before'])
    expect(await standing()).toEqual({ C1: 'queued', C2: 'queued' })
    expect([server?.connections, await sentLetters()]).toEqual([0, 0])
  })

  test('sending: each message once, the letter marked as sent on the working day', async () => {
    await queue()
    expect(await book.sendAll()).toEqual({ sent: 2, failed: 0, uncertain: 0, left: 0 })
    expect(await book.sendAll()).toEqual({ sent: 0, failed: 0, uncertain: 0, left: 0 })
    expect(server?.received.map(({ from, to }) => [from, to]).sort()).toEqual([
      ['compta@atelier-martin.example', ['beta@beta.example']],
      ['compta@atelier-martin.example', ['compta@alpha.example']],
    ])
    // One connection for both; the second sending found nothing and made none.
    expect(server?.connections).toBe(1)
    const { letters } = await book.client.dunning.letters({ runId: book.runId })
    expect(letters.map(({ sentOn }) => sentOn)).toEqual([MAIL_DAY, MAIL_DAY])
    expect(await byCode('C1')).toMatchObject({ state: 'sent', attempts: 1, sentOn: MAIL_DAY, failure: null })
    expect((await queue()).without.map(({ reason }) => reason)).toEqual(['queued-before', 'queued-before'])
  })

  test('what the book shows of a message sent is what left, to the byte', async () => {
    await queue()
    await book.sendAll()
    await settle({ from: 'Autre <autre@atelier-martin.example>' })
    const id = (await byCode('C1'))?.id ?? ''
    const { file, name } = await book.on('2026-04-15').mail.message({ id })
    const left = server?.received.find(({ to }) => to.includes('compta@alpha.example'))?.raw
    expect(name).toMatch(/^R2026-0001-000\d\.eml$/)
    expect((await text(file)).trimEnd()).toBe(left?.trimEnd())
    expect(parseMime(left ?? '').headers).not.toHaveProperty('x-unsent')
  })

  test('two sendings at once send nothing twice', async () => {
    await queue()
    const results = await Promise.all([book.sendAll(), book.sendAll()])
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(2)
    expect(server?.received).toHaveLength(2)
  })

  test('other work goes on while the network is waited for', async () => {
    await server?.stop()
    await serve({ afterData: 'hangs' })
    await settle()
    await queue()
    const told = server?.whenTold()
    const sending = book.sendAll()
    await told
    expect(await refusalOf(book.client.customers.update({ ...(await anyCustomer()) }))).toBe('none')
    expect((await outbox('open')).map(({ state }) => state).sort()).toEqual(['queued', 'sending'])
    await server?.stop()
    expect(await sending).toMatchObject({ sent: 0, uncertain: 1 })
  })

  const anyCustomer = async () => {
    const { customers } = await book.client.customers.list({ search: 'beta' })
    const { customer } = await book.client.customers.get({ id: customers[0]?.id ?? '' })
    const { id, createdAt: _c, updatedAt: _u, ...rest } = customer
    return { id, customer: { ...rest, notes: 'appelé' } }
  }

  test('taken out before it is sent; afterwards it may be queued again', async () => {
    await queue()
    const id = (await byCode('C1'))?.id ?? ''
    expect((await book.client.mail.cancel({ id })).state).toBe('cancelled')
    expect(await refusalOf(book.client.mail.cancel({ id }))).toBe('mail.not-waiting')
    expect(await book.sendAll()).toMatchObject({ sent: 1 })
    expect(server?.received[0]?.to).toEqual(['beta@beta.example'])
    expect((await queue()).queued).toBe(1)
  })

  test('a letter cancelled meanwhile is not sent; one sent otherwise only by name', async () => {
    await queue()
    await book.client.dunning.cancelLetter({ id: await book.letterOf('C1'), reason: 'Erreur' })
    await book.client.dunning.markSent({ runId: book.runId })
    expect(await byCode('C2')).toMatchObject({ state: 'queued', sentOtherwise: true })
    expect(await book.sendAll()).toEqual({ sent: 0, failed: 0, uncertain: 0, left: 1 })
    expect(await standing()).toEqual({ C1: 'cancelled', C2: 'queued' })
    const ids = [(await byCode('C2'))?.id ?? '']
    expect((await finish(book.client.mail.send({ ids }))).result).toMatchObject({ sent: 1 })
    expect(await queue([await book.letterOf('C1')])).toMatchObject({ without: [{ reason: 'cancelled' }] })
  })

  test('a copy to the firm in an envelope of its own, unseen by the customer', async () => {
    await settle({ copyTo: 'archive@atelier-martin.example', replyTo: 'Relances <relances@atelier-martin.example>' })
    await queue([await book.letterOf('C2')])
    await book.sendAll()
    expect(server?.received.map(({ to }) => to)).toEqual([['beta@beta.example'], ['archive@atelier-martin.example']])
    const [first] = server?.received ?? []
    expect(first?.raw).not.toContain('archive@')
    expect(parseMime(first?.raw ?? '').headers['reply-to']).toBe('Relances <relances@atelier-martin.example>')
  })

  test('a message sent stands in the customer’s timeline, and follows a merge', async () => {
    await queue()
    await book.sendAll()
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
    const { customers } = await book.client.customers.list({ search: 'alpha' })
    const customerId = customers[0]?.id ?? ''
    const { items } = await book.client.receivables.items({ customerId, show: 'open' })
    const proof = await book.client.proofs.add({
      customerId,
      itemId: items[0]?.id ?? '',
      kind: 'invoice',
      name: 'facture.txt',
      file: new File(['F-C1'], 'facture.txt'),
    })
    await queue()
    await book.client.proofs.remove({ id: proof.id })
    expect(await book.sendAll()).toMatchObject({ sent: 2 })
    const left = server?.received.find(({ to }) => to.includes('compta@alpha.example'))
    expect(parseMime(left?.raw ?? '').parts[2]?.text).toBe('F-C1')
  })
})

describe('what goes wrong while sending', () => {
  beforeEach(async () => {
    book = await openMailBook(two)
  })

  test('without settings, or without a sender, nothing is tried', async () => {
    await queue()
    expect(await refusalOf(book.sendAll())).toBe('mail.no-settings')
    expect(await standing()).toEqual({ C1: 'queued', C2: 'queued' })
  })

  test('a server out of reach touches no message', async () => {
    const gone = await startServer()
    await gone.stop()
    await book.client.mail.saveSettings({ settings: settingsFor(gone.port) })
    await queue()
    expect(await refusalOf(book.sendAll())).toBe('mail.unreachable')
    expect((await outbox()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['queued', 0],
      ['queued', 0],
    ])
  })

  test('one recipient refused fails that message only, and is tried again only by name', async () => {
    await serve({ refuses: ['compta@alpha.example'] })
    await settle()
    await queue()
    expect(await book.sendAll()).toEqual({ sent: 1, failed: 1, uncertain: 0, left: 0 })
    const failed = await byCode('C1')
    expect(failed).toMatchObject({ state: 'failed', failure: 'recipient-refused', attempts: 1 })
    expect(failed?.error).toContain('No such user here')
    expect(await sentLetters()).toBe(1)
    expect(await book.sendAll()).toEqual({ sent: 0, failed: 0, uncertain: 0, left: 0 })
    const again = await finish(book.client.mail.send({ ids: [failed?.id ?? ''] }))
    expect(again.result).toMatchObject({ failed: 1 })
    expect(await byCode('C1')).toMatchObject({ attempts: 2 })
  })

  test('a server too busy fails it for now: the next sending tries again', async () => {
    await serve({ afterData: { code: 451, says: 'Try later' } })
    await settle()
    await queue([await book.letterOf('C1')])
    expect(await book.sendAll()).toMatchObject({ failed: 1 })
    expect(await byCode('C1')).toMatchObject({ state: 'failed', failure: 'message-refused' })
    await server?.stop()
    await serve()
    await settle()
    expect(await book.sendAll()).toMatchObject({ sent: 1 })
    expect(await byCode('C1')).toMatchObject({ state: 'sent', attempts: 2, failure: null, error: '' })
  })

  test('a connection dropped after the whole message: it may have arrived, and is not sent again by itself', async () => {
    await serve({ afterData: 'drops' })
    await settle()
    await queue([await book.letterOf('C1')])
    expect(await book.sendAll()).toMatchObject({ sent: 0, failed: 0, uncertain: 1 })
    expect(await byCode('C1')).toMatchObject({ state: 'uncertain', failure: 'no-answer' })
    const id = (await byCode('C1'))?.id ?? ''
    expect(await book.sendAll()).toEqual({ sent: 0, failed: 0, uncertain: 0, left: 0 })
    expect((await finish(book.client.mail.send({ ids: [id] }))).result).toEqual({
      sent: 0,
      failed: 0,
      uncertain: 0,
      left: 1,
    })
    expect(server?.received).toHaveLength(1)
    expect(await refusalOf(book.client.mail.cancel({ id }))).toBe('mail.not-waiting')
    expect(await sentLetters()).toBe(0)
    expect(await book.client.mail.settle({ id, arrived: true })).toMatchObject({ state: 'sent', sentOn: MAIL_DAY })
    expect(await sentLetters()).toBe(1)
    expect(await refusalOf(book.client.mail.settle({ id, arrived: false }))).toBe('mail.not-uncertain')
  })

  test('sent again on the user’s word, under the same Message-ID', async () => {
    await serve({ afterData: 'drops' })
    await settle()
    await queue([await book.letterOf('C1')])
    await book.sendAll()
    const first = server?.received[0]?.raw ?? ''
    await server?.stop()
    await serve()
    await settle()
    const id = (await byCode('C1'))?.id ?? ''
    expect((await book.client.mail.settle({ id, arrived: false })).state).toBe('queued')
    expect(await book.sendAll()).toMatchObject({ sent: 1 })
    const second = server?.received[0]?.raw ?? ''
    expect(parseMime(second).headers['message-id']).toBe(parseMime(first).headers['message-id'])
  })

  test('the program killed while the server thinks: found later as uncertain, sent no second time', async () => {
    await serve({ afterData: 'hangs' })
    await settle()
    await queue()
    await book.program.close()
    const told = server?.whenTold()
    const child = sendElsewhere(book.path, book.folder, MAIL_DAY)
    await told
    await child.kill()
    const program = createProgram(testPorts(book.folder))
    const client = clientOn(program, MAIL_DAY)
    await client.book.open({ path: book.path })
    const { messages } = await client.mail.outbox({})
    expect(messages.map(({ state }) => state).sort()).toEqual(['queued', 'uncertain'])
    await server?.stop()
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
    await settle()
    await queue()
    const stream = await book.client.mail.send({})
    await stream.next()
    await stream.next()
    await stream.return?.(undefined as never)
    expect(Object.values(await standing()).sort()).toEqual(['queued', 'sent'])
    expect(server?.received).toHaveLength(1)
  })
})

test('a formal notice has its own words', async () => {
  book = await openMailBook([{ ...two[0], code: 'C1', contacts: [contact('a@b.fr')], language: 'en' }], 'formal')
  const { file } = await book.client.mail.drafts({ runId: book.runId })
  const { headers, parts } = parseMime(await text(file as Blob))
  expect(headers.subject).toMatch(/^Atelier Martin: formal notice to pay the sum of €1,200\.00, reference R2026-0001/)
  expect(parts[0]?.text).toContain('Please find enclosed our formal notice of 31\u00a0March\u00a02026')
})
