import type { LetterLanguage } from '../kernel/contract.ts'
import { addDays } from '../kernel/day.ts'
import { formatAmount, formatDay, formatLongDay, formatMoney } from '../kernel/format.ts'
import type { StatementLine, StatementMovement } from '../statements/statements.contract.ts'
import { ADDRESS_BOX } from './envelopes.rules.ts'
import { LETTER_WORDS, PAGE_WORD } from './letter.words.ts'
import { addressLines, fitsWindow, footerLine, inFours, qrSvg, senderLines, sirenInThrees } from './letterhead.view.ts'
import { logoFormatOf } from './logo.format.ts'
import type { StatementAccountData, StatementData } from './statement.model.ts'
import { STATEMENT_WORDS } from './statement.words.ts'
import { typographic } from './typography.rules.ts'

// What columns of fixed width hold: set twice as fast as measured ones.
const LONGEST_PIECE = 24
const LONGEST_AMOUNT = 13

const wordsIn = (language: LetterLanguage) => ({ ...LETTER_WORDS[language], ...STATEMENT_WORDS[language] })

/** A statement as text in its language, ready for the layout: the layout formats nothing. */
export const statementView = (data: StatementData) => {
  const { sender, recipient, language } = data
  const words = wordsIn(language)
  const address = addressLines(recipient, words.attention, language)
  const long = formatLongDay(data.date, language)
  return {
    language,
    title: data.from ? words.movementsTitle(formatLongDay(data.from, language), long) : words.title(long),
    year: Number(data.date.slice(0, 4)),
    month: Number(data.date.slice(5, 7)),
    day: Number(data.date.slice(8, 10)),
    accent: sender.accent,
    hasLogo: sender.logo !== null,
    logoFormat: logoFormatOf(sender.logo),
    sender: { name: sender.name, lines: senderLines(sender) },
    footer: footerLine(sender, words),
    recipient: address,
    recipientFits: fitsWindow(address),
    box: ADDRESS_BOX,
    channel: '',
    dateLine: '',
    reference: data.reference,
    references: [
      `${words.reference}${words.colon} ${data.reference}`,
      [
        recipient.code && `${words.account}${words.colon} ${recipient.code}`,
        recipient.siren && `SIREN ${sirenInThrees(recipient.siren)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    ].filter(Boolean),
    accounts: data.accounts.map((account) => accountView(account, data)),
    plans: data.plans.map(({ currency, agreedOn, open, nextDue, nextAmount }) =>
      [
        words.plan(formatDay(agreedOn, language), formatMoney(open, currency, language)),
        ...(nextDue ? [words.planNext(formatDay(nextDue, language), formatMoney(nextAmount, currency, language))] : []),
      ].join(' ; '),
    ),
    reserve: typographic(words.reserve, language),
    pageWord: PAGE_WORD[language],
  }
}

export type StatementView = ReturnType<typeof statementView>

const accountView = (account: StatementAccountData, data: StatementData) => {
  const { language, date, kind } = data
  const { currency, total, overdue, notDue, disputed, unallocated } = account
  const words = wordsIn(language)
  const money = (amount: number) => formatMoney(amount, currency, language)
  const facts: [string, number][] = [
    [words.facts.overdue, overdue],
    [words.facts.notDue, notDue],
    [words.facts.unallocated, unallocated],
    [words.facts.disputed, disputed],
  ]
  const told = kind === 'open' ? openRows(account, data) : movementRows(account, data)
  const bounds = account.ageing.length - 1
  return {
    heading: data.accounts.length > 1 ? words.accountIn(currency) : '',
    balanceLabel: total < 0 ? words.inCredit : words.balance(formatDay(date, language)),
    balance: money(Math.abs(total)),
    facts: facts.filter(([, amount]) => amount !== 0).map(([label, amount]) => `${label} ${money(amount)}`),
    ageing: account.ageing.map(({ key, amount }, i) => ({
      label: columnLabel(key, words),
      amount: amount === 0 ? '–' : money(amount),
      age: bounds === 0 ? 0 : i / bounds,
    })),
    empty: told.rows.length === 0 && told.credits.length === 0 ? words.settled : '',
    ...told,
    creditsLabel: words.credits,
    total: [total < 0 ? words.inCredit : words.total, money(Math.abs(total))],
    payment: account.payment && {
      title: words.pay,
      rows: [
        [words.beneficiary, account.payment.beneficiary],
        ['IBAN', inFours(account.payment.iban)],
        ...(account.payment.bic ? [['BIC', account.payment.bic]] : []),
        ...(account.payment.reference ? [[words.paymentReference, inFours(account.payment.reference)]] : []),
        ...(account.toPay > 0 ? [[words.toPay, money(account.toPay)]] : []),
      ],
      qr: account.payment.qrPayload ? qrSvg(account.payment.qrPayload) : '',
      caption: words.scan,
    },
  }
}

type Words = ReturnType<typeof wordsIn>

const columnLabel = (key: string, words: Words): string => {
  if (key === 'notDue') return capital(words.facts.notDue)
  return key.startsWith('over') ? words.over(key.slice(4)) : `${key.replace('-', '–')}\u00A0${words.days}`
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

/** An invoice is known by its number alone; anything else says what it is. */
const pieceOf = ({ kind, number, amount }: Pick<StatementLine, 'kind' | 'number' | 'amount'>, words: Words): string => {
  if (kind === 'invoice') return number
  const word = kind === 'payment' && amount > 0 ? words.paymentBack : words.kinds[kind]
  return `${word} ${number}`.trim()
}

const openRows = ({ currency, lines }: StatementAccountData, { language }: StatementData) => {
  const words = wordsIn(language)
  const figure = (amount: number) => formatAmount(amount, currency, language)
  const row = (line: StatementLine) => ({
    cells: [
      pieceOf(line, words),
      formatDay(line.issued, language),
      line.amount > 0 ? formatDay(line.due, language) : '',
      line.daysLate > 0 ? `${line.daysLate}\u00A0${words.days}` : '',
      figure(line.amount),
      figure(line.open),
    ],
    note: [
      line.disputed > 0 ? words.disputed(formatMoney(line.disputed, currency, language)) : '',
      line.planned ? words.planned : '',
    ]
      .filter(Boolean)
      .join(', '),
  })
  const rows = lines.filter(({ amount }) => amount > 0).map(row)
  const credits = lines.filter(({ amount }) => amount < 0).map(row)
  const { piece, date, due, late, amount, open } = words.columns
  return { columns: [piece, date, due, late, amount, open], rows, credits, fixed: fitsFixed([...rows, ...credits]) }
}

const movementRows = (account: StatementAccountData, { language, from, date }: StatementData) => {
  const words = wordsIn(language)
  const figure = (amount: number) => formatAmount(amount, account.currency, language)
  const balanceRow = (day: string, balance: number) => ({
    cells: [words.opening(formatDay(day, language)), '', '', '', '', figure(balance)],
    note: '',
  })
  const row = (line: StatementMovement) => ({
    cells: [
      pieceOf(line, words),
      formatDay(line.booked, language),
      line.amount > 0 ? formatDay(line.due, language) : '',
      line.amount > 0 ? figure(line.amount) : '',
      line.amount < 0 ? figure(-line.amount) : '',
      figure(line.balance),
    ],
    note: '',
  })
  const rows = [balanceRow(addDays(from ?? date, -1), account.opening ?? 0), ...account.movements.map(row)]
  const { piece, date: dated, due, debit, credit, balance } = words.columns
  return { columns: [piece, dated, due, debit, credit, balance], rows, credits: [], fixed: fitsFixed(rows) }
}

const fitsFixed = (rows: readonly { cells: string[]; note: string }[]): boolean =>
  rows.every(
    ({ cells, note }) =>
      note === '' &&
      (cells[0]?.length ?? 0) <= LONGEST_PIECE &&
      cells.slice(3).every((cell) => cell.length <= LONGEST_AMOUNT),
  )
