import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatAmount, formatDay, formatLongDay, formatMoney } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import type { DeedData } from '../letters/deed.model.ts'
import type { Block, FormField } from '../letters/document.model.ts'
import type { LetterData } from '../letters/letter.model.ts'
import { senderOf, usualRecipient } from '../letters/letter.parties.ts'
import { addressLines } from '../letters/letterhead.view.ts'
import type { StatementAccount, StatementLine } from '../statements/statements.contract.ts'
import type { Auditor, Balance, ConfirmationForm } from './confirmations.contract.ts'
import { CONFIRMATION_WORDS } from './confirmations.words.ts'

export type Request = {
  company: Company
  logo: LetterData['sender']['logo']
  customer: Customer
  language: LetterLanguage
  reference: string
  /** Of the letter. */
  day: Day
  asOf: Day
  form: ConfirmationForm
  auditor: Auditor
  deadline: Day
  balances: readonly Balance[]
  /** What the balances are made of. */
  accounts: readonly StatementAccount[]
}

// What is printed one by one; the rest stands in one line, so that the sum is right.
const MOST_LINES = 300

const nameOf = ({ name, firm }: Auditor): string => [name, firm].filter(Boolean).join(', ')

const sideOf = (total: Minor, { owed, inFavour, nil }: { owed: string; inFavour: string; nil: string }): string =>
  total > 0 ? owed : total < 0 ? inFavour : nil

/** A request to confirm a balance: the letter, the slip that goes to the auditor, what the balance is made of. */
export const composeRequest = (request: Request): DeedData => {
  const { company, customer, language, reference, day, asOf, form, auditor, deadline, balances } = request
  const words = CONFIRMATION_WORDS[language]
  const [long, until, who] = [formatLongDay(asOf, language), formatLongDay(deadline, language), nameOf(auditor)]
  const sender = senderOf(company, request.logo, language)
  const { signatoryRole } = sender
  return {
    language,
    sender,
    recipient: usualRecipient(customer, company),
    reference,
    date: day,
    place: company.city,
    channelMention: null,
    title: words.title(long),
    blocks: [
      { kind: 'paragraph', text: words.greeting },
      { kind: 'paragraph', text: words.opening(who, long) },
      ...balances.map(
        ({ currency, total }): Block => ({
          kind: 'callout',
          tone: 'plain',
          title: `${formatMoney(Math.abs(total), currency, language)}, ${sideOf(total, words)}`,
          text: words.balance(long),
        }),
      ),
      { kind: 'paragraph', text: words[form](who, until) },
      { kind: 'paragraph', text: `${words.noDemand(long)} ${words.permission(who)}` },
      {
        kind: 'paragraph',
        text: [words.thanks, company.name, [company.signatory, signatoryRole].filter(Boolean).join(', ')]
          .filter(Boolean)
          .join('\n'),
      },
      { kind: 'heading', text: words.slip },
      { kind: 'columns', columns: [slipOf(request)] },
      ...detailOf(request),
    ],
  }
}

/** What the customer sends back: it stays together on a page. */
const slipOf = ({ company, customer, language, reference, asOf, auditor, deadline, balances }: Request): Block[] => {
  const words = CONFIRMATION_WORDS[language]
  const long = formatLongDay(asOf, language)
  const { name, firm, street, postalCode, city, country, email } = auditor
  const address = addressLines(
    {
      name,
      attention: null,
      street: [firm, ...street.split('\n')].filter(Boolean),
      postalCode,
      city,
      country: country === customer.country ? '' : country,
    },
    '',
    language,
  )
  return [
    {
      kind: 'facts',
      columns: 2,
      facts: [
        { label: words.returnTo, value: [...address, email].filter(Boolean).join(' · ') },
        { label: words.before, value: formatLongDay(deadline, language) },
        { label: words.file, value: reference },
        { label: words.customer, value: [customer.name, customer.code].join(' · ') },
        ...balances.map(({ currency, total }) => ({
          label: words.slipText(company.name, long),
          value: `${formatMoney(Math.abs(total), currency, language)} (${sideOf(total, words)})`,
        })),
      ],
    },
    {
      kind: 'fields',
      fields: [
        { name: 'agree', label: words.agree, type: 'checkbox' },
        { name: 'disagree', label: words.disagree, type: 'checkbox' },
        ...balances.map(
          ({ currency }): FormField => ({
            name: `balance-${currency}`,
            label: `${words.theirBalance} (${currency})`,
            type: 'text',
            share: 4,
          }),
        ),
        { name: 'because', label: words.because, type: 'text', share: 8 },
      ],
    },
    {
      kind: 'signatures',
      signatures: [{ role: words.signature, name: customer.name, hint: words.signatureHint }],
    },
  ]
}

const detailOf = ({ accounts, language, asOf }: Request): Block[] => {
  const words = CONFIRMATION_WORDS[language]
  const told = accounts.filter(({ lines }) => lines.length > 0)
  if (told.length === 0) return []
  const piece = ({ kind, number }: StatementLine) =>
    kind === 'invoice' ? number : `${words.kinds[kind]} ${number}`.trim()
  return [
    { kind: 'heading', text: words.detail(formatLongDay(asOf, language)) },
    ...told.map(({ currency, lines, total }): Block => {
      const rest = lines.slice(MOST_LINES)
      return {
        kind: 'table',
        columns: words.columns.map((label, place) => (place === 0 ? { label, grow: 1 } : { label, align: 'right' })),
        rows: [
          ...lines
            .slice(0, MOST_LINES)
            .map((line) => [
              piece(line),
              formatDay(line.issued, language),
              line.amount > 0 ? formatDay(line.due, language) : '',
              formatAmount(line.amount, currency, language),
              formatAmount(line.open, currency, language),
            ]),
          ...(rest.length > 0
            ? [[words.others(rest.length), '', '', '', formatAmount(sumOf(rest), currency, language)]]
            : []),
        ],
        totals: [[words.total, '', '', '', formatMoney(total, currency, language)]],
      }
    }),
  ]
}

const sumOf = (lines: readonly StatementLine[]): Minor => lines.reduce((sum, { open }) => sum + open, 0)

type Message = Pick<Request, 'asOf' | 'form' | 'auditor' | 'deadline'> & { company: string; signatory: string }

/** The words around a request that goes as a message; `sent`: the day it left first, of one that reminds. */
export const requestMail = (
  language: LetterLanguage,
  { asOf, form, auditor, deadline, company, signatory, sent }: Message & { sent: Day | null },
) => {
  const { greeting, mail } = CONFIRMATION_WORDS[language]
  const day = formatLongDay(asOf, language)
  const to = auditor.email ? `${nameOf(auditor)} (${auditor.email})` : nameOf(auditor)
  const words =
    sent === null
      ? {
          subject: mail.subject(day, company),
          text: mail.text(day),
          ask: mail[form](to, formatLongDay(deadline, language)),
        }
      : {
          subject: mail.reminder.subject(day, company),
          text: mail.reminder.text(day, formatLongDay(sent, language)),
          ask: mail.reminder.ask(to),
        }
  return {
    subject: words.subject,
    text: [greeting, words.text, `${words.ask} ${mail.noDemand}`, mail.close, signatory].join('\n\n'),
  }
}
