import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { formatAmount, formatDay, formatLongDay, formatMoney } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import { agreementWords } from './agreement.words.ts'
import { specimenCustomer } from './credit.letter.ts'
import type { DeedData } from './deed.model.ts'
import type { Block } from './document.model.ts'
import type { LetterData } from './letter.model.ts'
import { recipientOf, senderOf } from './letter.parties.ts'
import { inFours } from './letterhead.view.ts'
import type { AgreementFields } from './wording.fields.ts'
import { renderWording } from './wording.rules.ts'

/** An instalment plan as it is put down for both to sign; amounts in minor units of its currency. */
export type Agreement = {
  company: Company
  logo: LetterData['sender']['logo']
  customer: Customer
  language: LetterLanguage
  reference: string
  day: Day
  agreedOn: Day
  currency: string
  total: Minor
  debts: readonly { number: string; issued: Day; due: Day; amount: Minor }[]
  instalments: readonly { due: Day; amount: Minor }[]
  graceDays: number
  /** One instalment missed makes all of it due. */
  wholeDue: boolean
  interestWaived: boolean
}

// Alone on a line of the wording's text, they stand for the tables.
const DEBTS = '[[debts]]'
const SCHEDULE = '[[schedule]]'

const fieldsOf = (agreement: Agreement): AgreementFields => {
  const { company, customer, language, instalments } = agreement
  return {
    customer: { name: customer.name, code: customer.code },
    company: { name: company.name, signatory: company.signatory, phone: company.phone, email: company.email },
    today: formatLongDay(agreement.day, language),
    reference: agreement.reference,
    total: formatMoney(agreement.total, agreement.currency, language),
    agreedOn: formatLongDay(agreement.agreedOn, language),
    invoiceCount: agreement.debts.length,
    invoices: agreement.debts.map(({ number }) => number).join(', '),
    instalmentCount: instalments.length,
    firstDue: formatLongDay(instalments[0]?.due ?? agreement.day, language),
    lastDue: formatLongDay(instalments.at(-1)?.due ?? agreement.day, language),
    graceDays: agreement.graceDays,
    wholeDue: agreement.wholeDue,
    interestWaived: agreement.interestWaived,
    french: company.country === 'FR',
    debts: DEBTS,
    schedule: SCHEDULE,
  }
}

const debtsTable = ({ debts, language, currency, total }: Agreement): Block => {
  const words = agreementWords[language]
  return {
    kind: 'table',
    columns: words.debts.map((label, place) => (place === 0 ? { label, grow: 1 } : { label, align: 'right' })),
    rows: debts.map(({ number, issued, due, amount }) => [
      number,
      formatDay(issued, language),
      formatDay(due, language),
      formatAmount(amount, currency, language),
    ]),
    totals: [[words.total, '', '', formatMoney(total, currency, language)]],
  }
}

const scheduleTable = ({ instalments, language, currency, total }: Agreement): Block => {
  const words = agreementWords[language]
  return {
    kind: 'table',
    columns: words.schedule.map((label, place) => (place === 0 ? { label, grow: 1 } : { label, align: 'right' })),
    rows: instalments.map(({ due, amount }, place) => [
      String(place + 1),
      formatLongDay(due, language),
      formatAmount(amount, currency, language),
    ]),
    totals: [[words.total, '', formatMoney(total, currency, language)]],
  }
}

const paymentFacts = ({ company, customer, currency, language, reference }: Agreement): Block[] => {
  const words = agreementWords[language]
  const account = company.bankAccounts.find((one) => one.currency === currency)
  if (!account) return []
  return [
    {
      kind: 'facts',
      columns: 1,
      facts: [
        { label: words.pay, value: inFours(account.iban) },
        ...(account.bic ? [{ label: 'BIC', value: account.bic }] : []),
        { label: words.beneficiary, value: company.name },
        { label: words.reference, value: [reference, customer.code].filter(Boolean).join(' · ') },
      ],
    },
  ]
}

/**
 * Sets an agreement: the wording's clauses with both tables where it names them, or after its text where it does not, then
 * where to pay and room for both signatures.
 */
export const composeAgreement = (agreement: Agreement, wording: { subject: string; body: string }): DeedData => {
  const { company, customer, language } = agreement
  const words = agreementWords[language]
  const fields = fieldsOf(agreement)
  const paragraphs = renderWording(wording.body, fields)
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter(Boolean)
  const schedule = [scheduleTable(agreement), ...paymentFacts(agreement)]
  const blocks = paragraphs.flatMap((text): Block[] => {
    if (text === DEBTS) return [debtsTable(agreement)]
    if (text === SCHEDULE) return schedule
    return text.startsWith('#')
      ? [{ kind: 'heading', text: text.replace(/^#+\s*/, '') }]
      : [{ kind: 'paragraph', text }]
  })
  const total = formatMoney(agreement.total, agreement.currency, language)
  return {
    language,
    sender: senderOf(company, agreement.logo),
    recipient: recipientOf(customer, company, { at: ['billing', 'registered'], attention: null }),
    reference: agreement.reference,
    date: agreement.day,
    place: company.city,
    channelMention: null,
    title: renderWording(wording.subject, fields),
    blocks: withSignatures(
      [
        ...blocks,
        ...(paragraphs.includes(DEBTS) ? [] : [debtsTable(agreement)]),
        ...(paragraphs.includes(SCHEDULE) ? [] : schedule),
      ],
      [
        { kind: 'paragraph', text: words.done },
        {
          kind: 'signatures',
          signatures: [
            {
              role: words.creditor,
              name: [company.name, company.signatory].filter(Boolean).join(', '),
              hint: words.creditorHint,
            },
            { role: words.debtor, name: customer.name, hint: words.debtorHint(total) },
          ],
        },
      ],
    ),
  }
}

/** Nobody signs a page without a clause on it: the last one stays with the signatures. */
const withSignatures = (clauses: readonly Block[], signing: readonly Block[]): Block[] => {
  const last = clauses.findLastIndex(({ kind }) => kind === 'heading')
  const tail = last < 0 ? [] : clauses.slice(last)
  return tail.length > 0 && tail.every(({ kind }) => kind === 'heading' || kind === 'paragraph')
    ? [...clauses.slice(0, last), { kind: 'columns', columns: [[...tail, ...signing]] }]
    : [...clauses, ...signing]
}

/** An invented plan, to look at a wording on the page. */
export const specimenAgreement = (
  language: LetterLanguage,
  shared: Pick<Agreement, 'company' | 'logo' | 'reference' | 'day'>,
): Agreement => ({
  ...shared,
  language,
  customer: { ...specimenCustomer('fr', shared.company.country), language },
  agreedOn: shared.day,
  currency: shared.company.currency,
  total: 360_000,
  debts: [
    { number: 'F-1024', issued: addMonths(shared.day, -4), due: addMonths(shared.day, -3), amount: 240_000 },
    { number: 'F-1031', issued: addMonths(shared.day, -3), due: addMonths(shared.day, -2), amount: 120_000 },
  ],
  instalments: [1, 2, 3].map((months) => ({ due: addMonths(shared.day, months), amount: 120_000 })),
  graceDays: 5,
  wholeDue: true,
  interestWaived: true,
})
