import type { Contact } from '../../src/main/core/customers/customers.contract.ts'
import type { MailSettings } from '../../src/main/core/mail/mail.contract.ts'
import { openTestBook, type TestBook } from './book.ts'
import { level, planOf, remindersOf } from './dunning.ts'
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
  ...rest,
})

type Given = { code: string; name?: string; contacts: Contact[]; language?: 'fr' | 'en' }

/** A book whose customers owe an invoice each, reminded by e-mail on the day: the run is issued, nothing has left. */
export const openMailBook = async (
  customers: readonly Given[],
  wording = 'reminder',
): Promise<TestBook & { runId: string; letterOf: (code: string) => Promise<string>; sendAll: () => Promise<Sent> }> => {
  const book = await openTestBook({
    today: MAIL_DAY,
    company: { email: 'compta@atelier-martin.example', signatory: 'Hélène Marchetti' },
  })
  for (const { code, name, contacts, language = 'fr' } of customers)
    await book.client.customers.create(customerFields(code, { contacts, language, ...(name && { name }) }))
  if (customers.length > 0)
    await importItems(
      book.client,
      customers.map(({ code, name }) =>
        invoice(`F-${code}`, {
          customer: code,
          issued: '2026-01-01',
          due: '2026-01-31',
          amount: '1200.00',
          ...(name && { name }),
        }),
      ),
    )
  const levels = [level(1, 1, { channel: 'email', wording, needsConfirmation: wording === 'formal' })]
  await book.client.dunning.savePlan(planOf([], { levels }))
  const runId = customers.length > 0 ? (await remindersOf(book).issue(MAIL_DAY)).run.id : ''
  return {
    ...book,
    runId,
    letterOf: async (code) => {
      const { letters } = await book.client.dunning.letters({ runId })
      return letters.find(({ customerCode }) => customerCode === code)?.id ?? ''
    },
    sendAll: async () => (await finish(book.client.mail.send({}))).result,
  }
}

export type Sent = { sent: number; failed: number; uncertain: number; left: number }
