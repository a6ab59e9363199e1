import type { Contact } from '../../src/main/core/customers/customers.contract.ts'
import type { LevelInput } from '../../src/main/core/dunning/dunning.contract.ts'
import type { MailSettings } from '../../src/main/core/mail/mail.contract.ts'
import { openTestBook, type TestBook } from './book.ts'
import { level, planOf, putPlan, remindersOf } from './dunning.ts'
import { customerFields, finish, importItems, invoice } from './ledger.ts'

export const MAIL_DAY = '2026-03-31'

export const contact = (email: string, rest: Partial<Contact> = {}): Contact => ({
  name: '',
  role: '',
  email,
  phone: '',
  dunning: false,
  ...rest,
})

/** How a server of the tests is reached. */
export const settingsFor = (port: number, rest: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  plainAllowed: false,
  user: '',
  from: '',
  replyTo: '',
  copyTo: '',
  withStatement: false,
  withInvoices: true,
  ...rest,
})

const ADDRESS = {
  kind: 'billing',
  street: '12 rue des Lilas',
  postalCode: '69003',
  city: 'Lyon',
  country: 'FR',
} as const

type Given = { code: string; name?: string; contacts: Contact[]; language?: 'fr' | 'en' }

/** A book whose customers owe an invoice each, reminded by e-mail on the day: the run is issued, nothing has left. */
export const openMailBook = async (
  customers: readonly Given[],
  wording = 'reminder',
  channel: 'email' | 'registered' = 'email',
) => {
  const book = await openTestBook({
    today: MAIL_DAY,
    company: {
      email: 'compta@atelier-martin.example',
      signatory: 'Hélène Marchetti',
      street: '3 rue des Tanneurs',
      postalCode: '67000',
      city: 'Strasbourg',
    },
  })
  const runId =
    customers.length > 0
      ? await issueTo(
          book,
          customers,
          level(1, 1, { channel, wording, ...(wording === 'formal' && { approval: 'confirm', newDeadlineDays: 8 }) }),
        )
      : ''
  const { mail, dunning } = book.client
  const letters = async () => (await dunning.letters({ runId })).letters
  const outbox = async (show: 'open' | 'sent' | 'all' = 'all') => (await mail.outbox({ show })).messages
  return {
    ...book,
    runId,
    letterOf: async (code: string) => (await letters()).find(({ customerCode }) => customerCode === code)?.id ?? '',
    sentLetters: async () => (await letters()).filter(({ sentOn }) => sentOn).length,
    use: (server: { port: number } | undefined, settings: Partial<MailSettings> = {}, password: string | null = null) =>
      mail.saveSettings({ settings: settingsFor(server?.port ?? 1, settings), password }),
    queue: async (letterIds?: string[], brings: { withStatement?: boolean; withInvoices?: boolean } = {}) =>
      (await finish(mail.queue({ runId, ...(letterIds && { letterIds }), ...brings }))).result,
    send: async (ids?: string[]) => (await finish(mail.send({ ...(ids && { ids }) }))).result,
    outbox,
    messageOf: async (code: string) => (await outbox()).find(({ customerCode }) => customerCode === code),
    standing: async () => Object.fromEntries((await outbox()).map((one) => [one.customerCode, one.state])),
  }
}
export type MailBook = Awaited<ReturnType<typeof openMailBook>>

const issueTo = async (book: TestBook, customers: readonly Given[], by: LevelInput): Promise<string> => {
  for (const { code, name, contacts, language = 'fr' } of customers)
    await book.client.customers.create(
      customerFields(code, { contacts, language, addresses: [ADDRESS], ...(name && { name }) }),
    )
  const owed = { issued: '2026-01-01', due: '2026-01-31', amount: '1200.00' }
  await importItems(
    book.client,
    customers.map(({ code, name }) => invoice(`F-${code}`, { customer: code, ...owed, ...(name && { name }) })),
  )
  await putPlan(book.client, planOf([], { levels: [by] }))
  return (await remindersOf(book).issue(MAIL_DAY)).run.id
}

/** Two customers that can be written to. */
export const twoCustomers: Given[] = [
  {
    code: 'C1',
    name: 'Société Alpha',
    contacts: [contact('compta@alpha.example', { name: 'Éloïse Durand', dunning: true })],
  },
  { code: 'C2', name: 'Beta SAS', contacts: [contact('beta@beta.example')] },
]

export const customerOf = async ({ client }: TestBook, search: string) => {
  const { customers } = await client.customers.list({ search })
  const { customer } = await client.customers.get({ id: customers[0]?.id ?? '' })
  const { id, createdAt: _created, updatedAt: _updated, ...fields } = customer
  return { id, fields }
}

export const attachInvoice = async (
  book: TestBook,
  search: string,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
) => {
  const { id: customerId } = await customerOf(book, search)
  const { items } = await book.client.receivables.items({ customerId, show: 'open' })
  const file = new File([content], name)
  return book.client.proofs.add({ customerId, itemId: items[0]?.id ?? '', kind: 'invoice', name, file })
}

export const bytesOf = async (file: Blob | null): Promise<string> =>
  file ? Buffer.from(await file.arrayBuffer()).toString('latin1') : ''
