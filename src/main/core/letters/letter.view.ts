import { encode } from 'uqr'
import { formatAmount, formatDay, formatLongDay, formatMoney, formatPercent } from '../kernel/format.ts'
import type { LetterData } from './letter.model.ts'

const WORDS = {
  fr: {
    colon: '\u202F:',
    reference: 'Nos références',
    subject: 'Objet',
    formal: 'Mise en demeure',
    attention: 'À l’attention de',
    columns: {
      number: 'Facture',
      issued: 'Date',
      due: 'Échéance',
      daysLate: 'Retard',
      amount: 'Montant TTC',
      open: 'Reste dû',
      interest: 'Pénalités',
      indemnity: 'Indemnité',
    },
    days: 'j',
    credit: 'À déduire',
    totals: {
      principal: 'Principal',
      credits: 'Règlements et avoirs à déduire',
      interest: 'Pénalités de retard',
      indemnities: 'Indemnités forfaitaires de recouvrement',
      fees: 'Frais de relance',
      total: 'Total à régler',
    },
    detail: 'Décompte des pénalités de retard',
    detailColumns: ['Facture', 'Du', 'Au', 'Jours', 'Taux', 'Base', 'Pénalités'],
    rounding: 'arrondi sur le total',
    pay: 'Règlement par virement',
    beneficiary: 'Bénéficiaire',
    paymentReference: 'Référence à rappeler',
    before: 'Avant le',
    scan: 'Scannez pour payer',
    enclosures: 'Pièces jointes',
    page: 'page',
    capital: 'au capital de',
    vat: 'TVA',
  },
  en: {
    colon: ':',
    reference: 'Our reference',
    subject: 'Subject',
    formal: 'Formal notice',
    attention: 'For the attention of',
    columns: {
      number: 'Invoice',
      issued: 'Date',
      due: 'Due',
      daysLate: 'Late',
      amount: 'Amount incl. VAT',
      open: 'Outstanding',
      interest: 'Interest',
      indemnity: 'Fixed sum',
    },
    days: 'd',
    credit: 'To be deducted',
    totals: {
      principal: 'Principal',
      credits: 'Receipts and credit notes to be deducted',
      interest: 'Late-payment interest',
      indemnities: 'Fixed sums for recovery costs',
      fees: 'Reminder fees',
      total: 'Total to be paid',
    },
    detail: 'Statement of late-payment interest',
    detailColumns: ['Invoice', 'From', 'To', 'Days', 'Rate', 'Base', 'Interest'],
    rounding: 'rounding on the total',
    pay: 'Payment by bank transfer',
    beneficiary: 'Beneficiary',
    paymentReference: 'Payment reference',
    before: 'By',
    scan: 'Scan to pay',
    enclosures: 'Enclosures',
    page: 'page',
    capital: 'share capital',
    vat: 'VAT',
  },
} as const

/** A letter as text in its language, ready for the layout: the layout formats nothing. */
export const letterView = (data: LetterData) => {
  const words = WORDS[data.language]
  const text = (value: string) => typographic(value, data.language)
  const money = (amount: number) => formatMoney(amount, data.currency, data.language)
  const figure = (amount: number) => formatAmount(amount, data.currency, data.language)
  const day = (value: string) => formatDay(value, data.language)
  const claims = {
    interest: data.items.some((item) => item.interest !== null),
    indemnity: data.items.some((item) => item.indemnity !== null),
  }
  const columns: string[] = [
    words.columns.number,
    words.columns.issued,
    words.columns.due,
    words.columns.daysLate,
    words.columns.amount,
    words.columns.open,
  ]
  if (claims.interest) columns.push(words.columns.interest)
  if (claims.indemnity) columns.push(words.columns.indemnity)
  const { sender, recipient, totals } = data
  return {
    language: data.language,
    title: text(data.subject),
    year: Number(data.date.slice(0, 4)),
    month: Number(data.date.slice(5, 7)),
    day: Number(data.date.slice(8, 10)),
    accent: sender.accent,
    hasLogo: sender.logo !== null,
    logoFormat:
      sender.logo?.mediaType === 'image/svg+xml' ? 'svg' : sender.logo?.mediaType === 'image/jpeg' ? 'jpg' : 'png',
    sender: {
      name: sender.name,
      lines: [
        ...sender.street,
        [sender.postalCode, sender.city].filter(Boolean).join(' '),
        [sender.phone, sender.email].filter(Boolean).join(' · '),
      ].filter(Boolean),
    },
    footer: [
      [sender.name, sender.legalForm, sender.capital && `${words.capital} ${sender.capital}`].filter(Boolean).join(' '),
      sender.siren && `SIREN ${sender.siren.replace(/(\d{3})(?=\d)/g, '$1\u202F')}`,
      sender.rcs,
      sender.vatNumber && `${words.vat} ${sender.vatNumber}`,
    ]
      .filter(Boolean)
      .join(' · '),
    channel: data.channelMention ?? '',
    recipient: [
      recipient.name,
      recipient.attention ? `${words.attention} ${recipient.attention}` : '',
      ...recipient.street,
      [recipient.postalCode, recipient.city].filter(Boolean).join(' '),
      recipient.country,
    ].filter(Boolean),
    dateLine: [
      data.place && (data.language === 'fr' ? `${data.place}, le ` : `${data.place}, `),
      formatLongDay(data.date, data.language),
    ].join(''),
    colon: words.colon,
    referenceLabel: words.reference,
    reference: data.reference,
    subjectLabel: words.subject,
    formal: data.formal ? words.formal : '',
    paragraphs: data.body.split(/\n\s*\n/).map((paragraph) => text(paragraph.trim())),
    columns,
    rows: data.items.map((item) => [
      item.number,
      day(item.issued),
      day(item.due),
      `${item.daysLate}\u00A0${words.days}`,
      figure(item.amount),
      figure(item.open),
      ...(claims.interest ? [figure(item.interest ?? 0)] : []),
      ...(claims.indemnity ? [figure(item.indemnity ?? 0)] : []),
    ]),
    creditLabel: words.credit,
    credits: data.credits.map((credit) => [credit.number, day(credit.issued), figure(-credit.open)]),
    totals: [
      [words.totals.principal, money(totals.principal)],
      ...(totals.credits ? [[words.totals.credits, money(-totals.credits)]] : []),
      ...(data.showCharges && totals.interest ? [[words.totals.interest, money(totals.interest)]] : []),
      ...(data.showCharges && totals.indemnities ? [[words.totals.indemnities, money(totals.indemnities)]] : []),
      ...(data.showCharges && totals.fees ? [[words.totals.fees, money(totals.fees)]] : []),
    ],
    total: [words.totals.total, money(totals.total)],
    signatory: [sender.signatory, sender.signatoryRole].filter(Boolean),
    detailTitle: words.detail,
    detailColumns: words.detailColumns,
    detail: data.interestDetail.flatMap(({ number, segments, rounding }) => [
      ...segments.map((segment, index) => [
        index === 0 ? number : '',
        day(segment.from),
        day(segment.to),
        String(segment.days),
        formatPercent(segment.rate, data.language),
        figure(segment.principal),
        figure(segment.interest),
      ]),
      ...(rounding === 0 ? [] : [['', words.rounding, '', '', '', '', figure(rounding)]]),
    ]),
    payment: data.payment && {
      title: words.pay,
      rows: [
        [words.beneficiary, data.payment.beneficiary],
        ['IBAN', data.payment.iban],
        ...(data.payment.bic ? [['BIC', data.payment.bic]] : []),
        [words.paymentReference, groupReference(data.payment.reference)],
        ...(data.deadline ? [[words.before, formatLongDay(data.deadline, data.language)]] : []),
      ],
      qr: data.payment.qrPayload ? qrSvg(data.payment.qrPayload) : '',
      caption: words.scan,
    },
    mentions: data.legalMentions.map(text),
    enclosuresLabel: words.enclosures,
    enclosures: data.enclosures,
    pageWord: words.page,
  }
}

export type LetterView = ReturnType<typeof letterView>

const groupReference = (reference: string): string => reference.replace(/(.{4})(?=.)/g, '$1\u00A0')

/** French spacing: a narrow no-break space before ; : ! ? » and after «; English text is left alone but for apostrophes. */
export const typographic = (text: string, language: 'fr' | 'en'): string => {
  const curled = text.replace(/(\p{L})'(?=\p{L})/gu, '$1’')
  if (language === 'en') return curled
  return curled
    .replace(/[ \u00A0\u202F]+([;:!?»])/g, '\u202F$1')
    .replace(/«[ \u00A0\u202F]*/g, '«\u202F')
    .replace(/ (€|%)/g, '\u00A0$1')
}

/** A QR code as a small SVG: one path, a run of dark modules a rectangle. Error level M, version 13 at most (EPC069-12). */
const qrSvg = (payload: string): string => {
  const { data, size } = encode(payload, { ecc: 'M', maxVersion: 13, border: 0 })
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; ) {
      if (!row[x]) {
        x += 1
        continue
      }
      const start = x
      while (x < size && row[x]) x += 1
      path += `M${start} ${y}h${x - start}v1H${start}z`
    }
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}
