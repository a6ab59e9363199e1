import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import Sqlite from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/main/core/core.ts'
import { openServer } from '../../src/main/core/mail/mail.smtp.ts'
import { clientOn, refusal, refusalOf, testPorts } from '../support/book.ts'
import {
  attachInvoice,
  bytesOf,
  contact,
  customerOf,
  MAIL_DAY,
  type MailBook,
  openMailBook,
  settingsFor,
  twoCustomers,
} from '../support/mail.ts'
import { parseMime } from '../support/mime.ts'
import { startServer, type TestServer } from '../support/smtp.ts'

const PASSWORD = 'Mot-de-passe-très-secret-42'

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

const hasOpenssl = (): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A certificate of its own issue for a name, good for a day. */
const certificateFor = (name: string, folder: string) => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`]
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', key, '-out', cert, '-days', '1']
  execFileSync('openssl', ['req', '-x509', '-nodes', ...made, ...subject], { stdio: 'ignore' })
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

describe('drafts', () => {
  beforeEach(async () => {
    book = await openMailBook([
      ...twoCustomers,
      { code: 'C3', name: 'Sans adresse', contacts: [contact('', { name: 'Personne', phone: '01' })] },
    ])
  })

  test('a run’s letters as messages that a mail program opens ready to be sent', async () => {
    const { name, file, count, without } = await book.client.mail.drafts({ runId: book.runId })
    expect([name, count]).toEqual(['messages-2026-03-31-001.zip', 2])
    expect(without).toEqual([
      { letterId: await book.letterOf('C3'), reference: expect.any(String), reason: 'no-address' },
    ])
    const files = unzipSync(Buffer.from(await bytesOf(file), 'latin1'))
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
    const raw = await bytesOf(file)
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
    const { headers, parts } = parseMime(await bytesOf(file))
    expect([headers.subject, parts[0]?.text.trim()]).toEqual(['Pour Beta SAS', 'Bonjour.'])
    const wrong = { key, language: 'fr', subject: '{{ interest }}', body: '' } as const
    expect(await refusalOf(book.client.dunning.saveWording(wrong))).toBe('wording.invalid')
    expect(
      (await book.client.dunning.previewWording({ key, language: 'fr', subject: 'A', body: 'B' })).pages,
    ).toHaveLength(1)
  })

  test('copies of the invoices come with it, under their own names; programs do not; too much is left out and told', async () => {
    const add = (name: string, content: string | Uint8Array<ArrayBuffer>) => attachInvoice(book, 'alpha', name, content)
    await add('Facture n° 1 – été « modèle ».txt', 'F-C1')
    await add('facture.sh', '#!/bin/sh\n')
    const draft = async () => {
      const made = await book.client.mail.drafts({ runId: book.runId, letterIds: [await book.letterOf('C1')] })
      return { ...made, message: parseMime(await bytesOf(made.file)) }
    }
    const small = await draft()
    expect(small.message.parts.map(({ fileName }) => fileName).slice(2)).toEqual(['Facture n° 1 – été « modèle ».txt'])
    expect(small.message.parts[2]?.text).toBe('F-C1')
    expect(small.message.parts[0]?.text).toContain('Une copie de la facture est jointe à ce message.')
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
    const { id, fields } = await customerOf(book, 'beta')
    const contacts = [contact('beta@beta.example', { name: evil })]
    await book.client.customers.update({ id, customer: { ...fields, name: evil, contacts } })
    await book.client.dunning.saveWording({
      key: 'email-reminder',
      language: 'fr',
      subject: 'A\r\nBcc: autre@evil.example {{ customer.name }}',
      body: 'Corps',
    })
    const { file } = await book.client.mail.drafts({ runId: book.runId, letterIds: [await book.letterOf('C2')] })
    const raw = await bytesOf(file)
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
    const saved = await book.use(server, { user: 'compta' }, PASSWORD)
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
    await book.use(server, { user: 'compta' }, PASSWORD)
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

  test('with neither keychain nor data folder it is asked each time, and used that once', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD } })
    await book.program.close()
    writeFileSync(join(book.folder, 'no-folder'), '')
    const program = createProgram(testPorts(join(book.folder, 'no-folder')))
    const client = clientOn(program, MAIL_DAY)
    await client.book.open({ path: book.path })
    const settings = settingsFor(server?.port ?? 1, { user: 'compta' })
    expect((await client.mail.saveSettings({ settings, password: PASSWORD })).password).toBe('none')
    expect(await refusalOf(client.mail.test({}))).toBe('mail.password-needed')
    expect(await refusalOf(client.mail.test({ password: PASSWORD }))).toBe('none')
    expect(await refusalOf(client.mail.test({}))).toBe('mail.password-needed')
    await program.close()
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
    await book.use(server, { user: 'compta' }, PASSWORD)
    const other = settingsFor(server?.port ?? 1, { host: 'localhost', user: 'compta' })
    expect(await refusalOf(book.client.mail.test({ settings: other }))).toBe('mail.password-needed')
    expect((await book.client.mail.saveSettings({ settings: other })).password).toBe('none')
    expect(server?.logins).toEqual([])
  })

  test('an empty password is forgotten, one that is not given stays', async () => {
    await serve()
    await book.use(server, { user: 'compta' }, PASSWORD)
    expect((await book.use(server, { user: 'compta', copyTo: 'a@b.fr' })).password).toBe('file')
    expect((await book.use(server, { user: 'compta' }, '')).password).toBe('none')
  })

  test('clear text to a server elsewhere needs the user’s word; addresses are addresses', async () => {
    expect(await refusalOf(book.use(server, { host: 'mail.firm.example' }))).toBe('mail.plain-refused')
    expect(await refusalOf(book.use(server, { host: 'mail.firm.example', plainAllowed: true }))).toBe('none')
    expect(await refusal(book.use(server, { replyTo: 'nobody' }))).toEqual({
      code: 'mail.address-invalid',
      details: { value: 'nobody' },
    })
  })

  test('the server is tried and nothing is sent', async () => {
    await serve()
    expect(await refusalOf(book.client.mail.test({}))).toBe('mail.no-settings')
    await book.use(server)
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
    await book.use(server, settings, password)
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
    await serve({ account: { user: 'compta', password: PASSWORD }, secure: true })
    expect(await tried({ security: 'tls', user: 'compta' }, PASSWORD)).toBe('mail.certificate')
    expect(server?.logins).toEqual([])
  })

  const openssl = hasOpenssl()
  test.skipIf(!openssl)(
    `a certificate that is vouched for: login and messages go encrypted${openssl ? '' : ' (skipped: no openssl)'}`,
    async () => {
      const { key, cert } = certificateFor('localhost', book.folder)
      const before = getCACertificates('default')
      setDefaultCACertificates([...before, cert])
      try {
        const account = { user: 'compta', password: PASSWORD }
        await serve({ account, disabledCommands: [], allowInsecureAuth: false, key, cert })
        expect(await tried({ host: 'localhost', security: 'starttls', user: 'compta' }, PASSWORD)).toBeUndefined()
        // The same certificate under a name that it does not bear.
        expect(await tried({ host: '127.0.0.1', security: 'starttls' })).toBe('mail.certificate')
        await serve({ account, secure: true, key, cert })
        expect(await tried({ host: 'localhost', security: 'tls', user: 'compta' }, PASSWORD)).toBeUndefined()
        expect(server?.logins).toEqual([{ user: 'compta', password: PASSWORD }])
      } finally {
        setDefaultCACertificates(before)
      }
    },
  )

  test('no encryption where it was asked for: nothing falls back to clear text', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD } })
    expect(await tried({ security: 'starttls', user: 'compta' }, PASSWORD)).toBe('mail.no-encryption')
    expect(server?.logins).toEqual([])
  })

  test('a login that is refused, or that the server does not know', async () => {
    await serve({ account: { user: 'compta', password: PASSWORD } })
    expect(await tried({ user: 'compta' }, 'faux')).toBe('mail.login-refused')
    await serve()
    expect(await tried({ user: 'compta' }, PASSWORD)).toBe('mail.login-refused')
  })

  test('a server that does not greet is not waited for without end; a slow one is', async () => {
    const account = { host: '127.0.0.1', port: 0, security: 'none', user: '', password: '' } as const
    await serve({ onConnect: () => {} })
    const silent = openServer({ ...account, port: server?.port ?? 0 }, { connect: 300, silence: 300 })
    await expect(silent).rejects.toMatchObject({ code: 'mail.unreachable' })
    await serve({ onConnect: (_session, done) => void setTimeout(done, 400) })
    const slow = await openServer({ ...account, port: server?.port ?? 0 }, { connect: 5000, silence: 5000 })
    expect(slow.isUsable()).toBe(true)
    slow.close()
  })
})

test('a formal notice has its own words', async () => {
  book = await openMailBook(
    [{ ...twoCustomers[0], code: 'C1', contacts: [contact('a@b.fr')], language: 'en' }],
    'formal',
  )
  const { file } = await book.client.mail.drafts({ runId: book.runId })
  const { headers, parts } = parseMime(await bytesOf(file))
  expect(headers.subject).toMatch(/^Atelier Martin: formal notice to pay the sum of €1,200\.00, reference R2026-0001/)
  expect(parts[0]?.text).toContain('Please find attached our formal notice of 31\u00a0March\u00a02026')
})
