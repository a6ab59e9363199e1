import { formatAmount, formatDay, formatLongDay, formatMoney, formatPercent } from '../kernel/format.ts'
import { ADDRESS_BOX } from './envelopes.rules.ts'
import type { LetterData } from './letter.model.ts'
import { LETTER_WORDS, PAGE_WORD } from './letter.words.ts'
import { addressLines, fitsWindow, footerLine, inFours, qrSvg, senderLines, sirenInThrees } from './letterhead.view.ts'
import { logoFormatOf } from './logo.format.ts'
import { typographic } from './typography.rules.ts'

// Invoice numbers and amounts up to these lengths fit columns of fixed width, set twice as fast as measured ones.
const LONGEST_NUMBER = 15
const LONGEST_AMOUNT = 12
const LONGEST_CHARGE = 9

/** A letter as text in its language, ready for the layout: the layout formats nothing. */
export const letterView = (data: LetterData) => {
  const words = LETTER_WORDS[data.language]
  const text = (value: string) => typographic(value, data.language)
  const money = (amount: number) => formatMoney(amount, data.currency, data.language)
  const figure = (amount: number) => formatAmount(amount, data.currency, data.language)
  const day = (value: string) => formatDay(value, data.language)
  const claims = {
    interest: data.items.some((item) => item.interest !== null),
    indemnity: data.items.some((item) => item.indemnity !== null),
  }
  // A notice before the due date has nothing late.
  const late = data.items.some((item) => item.daysLate > 0)
  const columns: string[] = [
    words.columns.number,
    words.columns.issued,
    words.columns.due,
    ...(late ? [words.columns.daysLate] : []),
    words.columns.amount,
    data.items.some((item) => item.disputed > 0) ? words.columns.claimed : words.columns.open,
  ]
  if (claims.interest) columns.push(words.columns.interest)
  if (claims.indemnity) columns.push(words.columns.indemnity)
  const { sender, recipient, totals } = data
  const rows = data.items.map((item) => [
    item.number,
    day(item.issued),
    day(item.due),
    ...(late ? [`${item.daysLate}\u00A0${words.days}`] : []),
    figure(item.amount),
    figure(item.open),
    ...(claims.interest ? [figure(item.interest ?? 0)] : []),
    ...(claims.indemnity ? [figure(item.indemnity ?? 0)] : []),
  ])
  const longest = [
    LONGEST_NUMBER,
    10,
    10,
    ...(late ? [LONGEST_AMOUNT] : []),
    LONGEST_AMOUNT,
    LONGEST_AMOUNT,
    LONGEST_CHARGE,
    LONGEST_CHARGE,
  ]
  const address = addressLines(recipient, words.attention, data.language, sender.country)
  return {
    language: data.language,
    title: text(data.subject),
    year: Number(data.date.slice(0, 4)),
    month: Number(data.date.slice(5, 7)),
    day: Number(data.date.slice(8, 10)),
    accent: sender.accent,
    hasLogo: sender.logo !== null,
    logoFormat: logoFormatOf(sender.logo),
    sender: {
      name: sender.name,
      lines: senderLines(sender),
    },
    footer: footerLine(sender, words),
    channel: data.channelMention ?? '',
    recipient: address,
    recipientFits: fitsWindow(address),
    box: ADDRESS_BOX,
    dateLine: (data.place && words.place(data.place)) + formatLongDay(data.date, data.language),
    colon: words.colon,
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
    subjectLabel: words.subject,
    facts: (data.facts ?? []).map(([label, value]) => [label, text(value)]),
    claims: data.items.length > 0,
    formal: data.formal ? words.formal : '',
    paragraphs: data.body.split(/\n\s*\n/).map((paragraph) => text(paragraph.trim()).split('\n')),
    columns,
    late,
    rows,
    rowsFit: rows.every((row) => row.every((cell, column) => cell.length <= (longest[column] ?? 0))),
    statementTitle: words.statement,
    disputed: data.items
      .filter((item) => item.disputed > 0)
      .map((item) => [item.number, words.disputed(money(item.open + item.disputed), money(item.disputed))]),
    creditLabel: words.credit,
    credits: data.credits.map((credit) => [credit.number, day(credit.issued), figure(-credit.open)]),
    totals: [
      [words.totals.principal, money(totals.principal)],
      ...(totals.credits ? [[words.totals.credits, money(-totals.credits)]] : []),
      ...(data.showCharges && totals.interest ? [[words.totals.interest, money(totals.interest)]] : []),
      ...(data.showCharges && totals.indemnities ? [[words.totals.indemnities, money(totals.indemnities)]] : []),
      ...(data.showCharges && totals.fees ? [[words.totals.fees, money(totals.fees)]] : []),
      ...(data.showCharges && totals.earlier ? [[words.totals.earlier, money(totals.earlier)]] : []),
    ],
    total: [words.totals.total, money(totals.total)],
    signatory: [sender.signatory, sender.signatoryRole].filter(Boolean),
    detailTitle: words.detail,
    detailColumns: words.detailColumns,
    detail: data.interestDetail.map(({ number, segments, rounding, settled = 0 }) => [
      number,
      [
        ...segments.map((segment) => [
          day(segment.from),
          day(segment.to),
          String(segment.days),
          formatPercent(segment.rate, data.language),
          figure(segment.principal),
          figure(segment.interest),
        ]),
        ...(rounding === 0 ? [] : [['', '', '', '', words.rounding, figure(rounding)]]),
        ...(settled === 0 ? [] : [['', '', '', '', words.settled, figure(-settled)]]),
      ],
    ]),
    detailTotal: [words.totals.interest, figure(totals.interest)],
    payment: data.payment && {
      title: words.pay,
      rows: [
        [words.beneficiary, data.payment.beneficiary],
        ['IBAN', inFours(data.payment.iban)],
        ...(data.payment.bic ? [['BIC', data.payment.bic]] : []),
        [words.paymentReference, inFours(data.payment.reference)],
        ...(data.deadline ? [[words.before, formatLongDay(data.deadline, data.language)]] : []),
      ],
      qr: data.payment.qrPayload ? qrSvg(data.payment.qrPayload) : '',
      caption: words.scan,
    },
    mentions: data.legalMentions.map(text),
    enclosuresLabel: words.enclosures,
    enclosures: data.enclosures,
    pageWord: PAGE_WORD[data.language],
  }
}

export type LetterView = ReturnType<typeof letterView>
