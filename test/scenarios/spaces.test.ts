import { createDecipheriv, createHash, createPublicKey, pbkdf2Sync, sign, verify } from 'node:crypto'
import { inflateSync, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { passphraseText } from '../../src/main/core/spaces/passphrase.rules.ts'
import {
  ACCOUNT_BLOCK,
  boundText,
  fileBlock,
  HEADER_BLOCK,
  IV_LENGTH,
  type SpaceHeader,
  type SpacePayload,
} from '../../src/main/core/spaces/space.model.ts'
import { clientOn, openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const contact = (email: string) => ({ name: 'Anne', role: '', email, phone: '0102030405', dunning: true })
const client = async (code: string, rest = {}) =>
  (await book.client.customers.create(customerFields(code, { contacts: [contact(`${code}@x.example`)], ...rest }))).id

const owing = async () => {
  const id = await client('C1', { name: 'Éclair <SARL>' })
  await importItems(book.client, [
    invoice('F1', { customer: 'C1', issued: '2026-09-01', due: '2026-10-01', amount: '1200.00' }),
    invoice('F2', { customer: 'C1', issued: '2026-11-10', due: '2026-12-10', amount: '300.00' }),
    payment('P1', { customer: 'C1', issued: '2026-10-20', amount: '200.00', settles: 'F1' }),
  ])
  return id
}

const blockOf = (html: string, id: string) =>
  new RegExp(`<script type="[^"]*" id="${id}">([^<]*)</script>`).exec(html)?.[1]

/** Opens a file as the page does. */
const opened = (html: string, passphrase: string) => {
  const headerText = blockOf(html, HEADER_BLOCK) ?? ''
  const header = JSON.parse(headerText) as SpaceHeader
  const key = pbkdf2Sync(passphraseText(passphrase), Buffer.from(header.salt, 'base64'), header.rounds, 32, 'sha256')
  const unseal = (block: string): Buffer => {
    const sealed = Buffer.from(blockOf(html, block) ?? '', 'base64')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_LENGTH))
    decipher.setAAD(Buffer.from(boundText(headerText, block)))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(IV_LENGTH, -16)), decipher.final()])
  }
  const payload = JSON.parse(Buffer.from(inflateSync(unseal(ACCOUNT_BLOCK))).toString()) as SpacePayload
  return { header, payload, unseal }
}
const textOf = async (file: Blob) => Buffer.from(await file.arrayBuffer()).toString()

const last = async <T>(steps: AsyncIterator<unknown, T>): Promise<T> => {
  for (;;) {
    const { done, value } = await steps.next()
    if (done) return value as T
  }
}

describe('the space of a customer', () => {
  test('holds the account of the day, agrees with the aged balance, and opens with its passphrase alone', async () => {
    const customerId = await owing()
    const made = await book.client.spaces.publish({ customerId })
    const html = await textOf(made.file)
    const { header, payload, unseal } = opened(html, made.passphrase)
    expect(header).toMatchObject({ rounds: 600_000, publishedOn: TODAY, until: '2027-01-21', language: 'fr' })
    const aged = await book.client.receivables.aged({ asOf: TODAY })
    expect(payload.accounts).toMatchObject([
      { currency: 'EUR', total: aged.total.total, overdue: 100_000, notDue: 30_000, toPay: 100_000 },
    ])
    expect(payload.accounts[0]?.lines).toMatchObject([
      { number: 'F1', open: 100_000, daysLate: 52, reference: expect.stringMatching(/^RF\d\dF1$/) },
      { number: 'F2', open: 30_000, daysLate: 0 },
    ])
    expect(payload.accounts[0]?.bank?.epc?.split('\n').slice(0, 4)).toEqual(['BCD', '002', '1', 'SCT'])
    expect(payload.files).toMatchObject([{ place: 0, kind: 'statement', mediaType: 'application/pdf' }])
    expect(unseal(fileBlock(0)).subarray(0, 5).toString()).toBe('%PDF-')
    // A capital, a hyphen, a space too many: the same passphrase. Another word: nothing.
    const said = ` ${made.passphrase.toUpperCase().replaceAll(' ', ' - ')} `
    expect(opened(html, said).payload.customer.code).toBe('C1')
    expect(() => opened(html, `${made.passphrase} x`)).toThrow()
    expect(made.passphrase.split(' ')).toHaveLength(7)
  })

  test('nothing of the customer, nor the passphrase, stands in the clear; a changed header opens nothing', async () => {
    const customerId = await owing()
    const { file, passphrase, space } = await book.client.spaces.publish({ customerId })
    const html = await textOf(file)
    const clear = html.replace(/(id="encours-(?:account|file-\d+)">)[^<]*/g, '$1').split('<script>')[0] ?? ''
    expect(['Éclair', 'SARL', 'C1@', '"F1"', passphrase, '1200'].filter((word) => clear.includes(word))).toEqual([])
    expect(createHash('sha256').update(html).digest('hex')).toBe(space.sha256)
    expect(html).toMatch(
      /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/,
    )
    expect(html).not.toMatch(/(src|href)="https?:/)
    expect(() => opened(html.replace('2027-01-21', '2029-01-21'), passphrase)).toThrow()
    book.outside((sqlite) => {
      const kept = JSON.stringify(sqlite.prepare('SELECT * FROM customer_space').all())
      const told = JSON.stringify(sqlite.prepare('SELECT * FROM audit_entry').all())
      expect(kept + told).not.toContain(passphrase)
    })
    expect(file.size).toBeLessThan(300_000)
  })

  test('answers are signed with a key whose public half the book keeps', async () => {
    const customerId = await owing()
    const made = await book.client.spaces.publish({ customerId })
    const { answering } = opened(await textOf(made.file), made.passphrase).payload
    expect(answering).toMatchObject({ spaceId: made.space.id, customerCode: 'C1', lastDay: made.space.until })
    const key = Buffer.from(answering?.signingKey ?? '', 'base64')
    const signature = sign('sha256', Buffer.from('oui'), {
      key,
      format: 'der',
      type: 'pkcs8',
      dsaEncoding: 'ieee-p1363',
    })
    let kept = ''
    book.outside((sqlite) => {
      kept = sqlite.prepare('SELECT public_key FROM customer_space').pluck().get() as string
    })
    const publicKey = createPublicKey({ key: Buffer.from(kept, 'base64'), format: 'der', type: 'spki' })
    expect(verify('sha256', Buffer.from('oui'), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    const silent = await book.client.spaces.publish({ customerId, holds: { answers: false } })
    expect(opened(await textOf(silent.file), silent.passphrase).payload.answering).toBeNull()
  })

  test('brings the copies of open invoices; too many bytes of them are refused, or left out of many', async () => {
    const customerId = await owing()
    const { items } = await book.client.receivables.items({ customerId, search: 'F1' })
    const itemId = items[0]?.id ?? ''
    const keep = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
      book.client.proofs.add({ customerId, itemId, kind: 'invoice', name, file: new File([bytes], name) })
    const pdf = (length: number) => {
      const bytes = new Uint8Array(length).fill(32)
      bytes.set(new TextEncoder().encode('%PDF-1.4\n%%EOF'))
      return bytes
    }
    await keep('F1.pdf', pdf(2000))
    const made = await book.client.spaces.publish({ customerId })
    const { payload, unseal } = opened(await textOf(made.file), made.passphrase)
    expect(payload.files).toMatchObject([{ kind: 'statement' }, { place: 1, kind: 'invoice', name: 'F1.pdf', itemId }])
    expect(unseal(fileBlock(1))).toHaveLength(2000)
    await keep('F1 scan.pdf', pdf(10_000_000))
    expect(await refusalOf(book.client.spaces.publish({ customerId }))).toBe('space.too-large')
    const { remarks } = await last(await book.client.spaces.publishMany({}))
    expect(remarks).toMatchObject([{ code: 'C1', remark: 'copies-too-large' }])
  })

  test('shows the limit and what is left, the reasons only if chosen', async () => {
    const customerId = await owing()
    await book.client.limits.set({ kind: 'internal', customerId, amount: 500_000, reason: 'ouverture' })
    const made = await book.client.spaces.publish({ customerId })
    const { credit, decision } = opened(await textOf(made.file), made.passphrase).payload
    expect(credit).toMatchObject({ limit: 500_000, used: 130_000, available: 370_000 })
    expect(decision).toBeNull()
    const bare = await book.client.spaces.publish({ customerId, holds: { credit: false, statement: false } })
    expect(opened(await textOf(bare.file), bare.passphrase).payload).toMatchObject({ credit: null, files: [] })
  })

  test('goes as a draft that tells neither figures nor the passphrase', async () => {
    const customerId = await owing()
    const made = await book.client.spaces.publish({ customerId, as: 'draft' })
    expect(made.name).toMatch(/\.eml$/)
    const message = await textOf(made.file)
    expect(message).toContain('X-Unsent: 1')
    expect(message).toContain('C1@x.example')
    expect(message).not.toContain(made.passphrase)
    expect(made.space).toMatchObject({ went: 'draft', recipient: 'C1@x.example' })
    const mute = await client('C2', { contacts: [] })
    expect(await refusalOf(book.client.spaces.publish({ customerId: mute, as: 'draft' }))).toBe('mail.no-address')
    expect((await book.client.spaces.list({})).total).toBe(1)
  })

  test('a passphrase of one’s own is taken unless it is weak; days out of bounds are refused', async () => {
    const customerId = await owing()
    const publish = (rest: object) => book.client.spaces.publish({ customerId, ...rest })
    expect(await refusalOf(publish({ passphrase: 'azertyuiop12' }))).toBe('space.passphrase-weak')
    const own = await publish({ passphrase: 'Quatre grues Jaunes sur la Saône' })
    expect(opened(await textOf(own.file), 'quatre grues jaunes sur la saone').payload.customer.code).toBe('C1')
    expect(await refusalOf(publish({ until: '2026-11-21' }))).toBe('space.until-invalid')
    expect(await refusalOf(publish({ until: '2199-01-01' }))).toBe('space.until-invalid')
  })

  test('is listed with its state, in the timeline, and withdrawn once', async () => {
    const customerId = await owing()
    const { space } = await book.client.spaces.publish({ customerId, until: '2026-12-01' })
    expect((await book.client.spaces.list({ show: 'open' })).spaces).toMatchObject([{ id: space.id, state: 'open' }])
    expect((await book.on('2026-12-02').spaces.list({})).spaces).toMatchObject([{ state: 'expired' }])
    expect((await book.on('2026-12-02').spaces.list({ show: 'expired', search: 'eclair' })).total).toBe(1)
    const gone = await book.client.spaces.withdraw({ id: space.id, reason: 'mauvais destinataire' })
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawnOn: TODAY })
    expect(await refusalOf(book.client.spaces.withdraw({ id: space.id, reason: 'x' }))).toBe('space.withdrawn')
    const { entries } = await book.client.customers.timeline({ id: customerId })
    expect(entries.filter(({ kind }) => kind.startsWith('space')).map(({ kind }) => kind)).toEqual([
      'space_withdrawn',
      'space',
    ])
  })

  test('a payment link is https or none', async () => {
    const { logoId: _logo, bankAccounts: _accounts, ...company } = await book.client.company.get({})
    const set = (paymentLink: string) => book.client.company.update({ ...company, paymentLink })
    for (const wrong of ['http://x.example', 'javascript:alert(1)', 'https://', 'x'])
      expect(await refusalOf(set(wrong))).toBe('company.payment-link-invalid')
    await set('https://payer.example/?c={customer}')
    const customerId = await owing()
    const made = await book.client.spaces.publish({ customerId })
    expect(opened(await textOf(made.file), made.passphrase).payload.paymentLink).toBe(
      'https://payer.example/?c={customer}',
    )
  })
})

test('many are made together, each under its own passphrase', async () => {
  await owing()
  await client('C2', { language: 'de' })
  await importItems(book.client, [
    invoice('G1', { customer: 'C2', issued: '2026-11-10', due: '2026-12-10', amount: '50.00' }),
  ])
  await client('C3')
  expect(await book.client.spaces.choose({})).toMatchObject({ total: 2, byMail: 2 })
  expect(await book.client.spaces.choose({ show: 'overdue' })).toMatchObject({ total: 1 })
  const made = await last(await book.client.spaces.publishMany({}))
  expect(made).toMatchObject({ count: 2, remarks: [] })
  const taken = (what: 'spaces' | 'passphrases') => book.client.spaces.files({ id: made.id, what })
  const files = unzipSync(new Uint8Array(await (await taken('spaces')).file.arrayBuffer()))
  expect(Object.keys(files).sort()).toEqual([
    `espace-${TODAY}-C1-eclair-sarl.html`,
    expect.stringMatching(/^kundenbereich-2026-11-22-C2-.*\.html$/),
  ])
  expect((await taken('passphrases')).name).toBe(`espaces-${TODAY}-phrases.xlsx`)
  // Whoever else sits at the same book does not get them, nor can they take them away.
  const other = clientOn(book.program, TODAY, 'test', 'another window').spaces
  expect(await refusalOf(other.files({ id: made.id, what: 'passphrases' }))).toBe('not-found')
  await other.forget({ id: made.id })
  expect((await taken('passphrases')).file.size).toBeGreaterThan(0)
  await book.client.spaces.forget({ id: made.id })
  expect(await refusalOf(taken('passphrases'))).toBe('not-found')
  expect((await book.client.spaces.choose({})).customers.map(({ openUntil }) => openUntil)).toEqual([
    '2027-01-21',
    '2027-01-21',
  ])
  const outcome = async (input: object) => refusalOf(last(await book.client.spaces.publishMany(input)))
  expect(await outcome({ segment: 'aucun' })).toBe('space.nobody')
})
