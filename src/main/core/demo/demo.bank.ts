import type { BankLineKind, StatementHead, StatementLine } from '../bank/statement.model.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { fold } from '../kernel/text.ts'
import type { DemoItem } from './demo.account.rules.ts'
import { DEMO_DAY } from './demo.company.ts'
import type { DemoLedger } from './demo.ledger.rules.ts'
import { randomOf } from './demo.random.rules.ts'

/** Balances of a few cents are not what customers pay. */
const WORTH_PAYING: Minor = 20_000
const OPENING: Minor = 4_218_655
const FIRST_DAY: Day = addDays(DEMO_DAY, -12)
const LAST_DAY: Day = addDays(DEMO_DAY, -1)

type Words = {
  transfer: (name: string, text: string) => string
  invoice: string
  thanks: string
  unknown: string
  part: string
  bounced: (name: string) => string
  charges: string
  interest: string
  supplier: string
  insurance: string
}

const words: Record<'fr' | 'en', Words> = {
  fr: {
    transfer: (name, text) => `VIR SEPA RECU /DE ${name} /MOTIF ${text}`,
    invoice: 'FACT',
    thanks: 'REGLEMENT VOS FACTURES',
    unknown: 'VIR INST RECU /DE SCI TORVALLON /MOTIF SOLDE',
    part: 'ACOMPTE',
    bounced: (name) => `CHEQUE IMPAYE ${name} PROVISION INSUFFISANTE`,
    charges: 'COMMISSION ET FRAIS DE TENUE DE COMPTE',
    interest: 'INTERETS CREDITEURS',
    supplier: 'PRLV SEPA CARTONNERIES DU RHONE',
    insurance: 'VIR SEPA RECU /DE ASSURANCES BRECIVAL /MOTIF INDEMNISATION SINISTRE',
  },
  en: {
    transfer: (name, text) => `TRANSFER FROM ${name} REF ${text}`,
    invoice: 'INV',
    thanks: 'YOUR INVOICES',
    unknown: 'INSTANT TRANSFER FROM SCI TORVALLON REF BALANCE',
    part: 'ON ACCOUNT',
    bounced: (name) => `UNPAID CHEQUE ${name} INSUFFICIENT FUNDS`,
    charges: 'ACCOUNT FEES AND COMMISSION',
    interest: 'CREDIT INTEREST',
    supplier: 'DIRECT DEBIT CARTONNERIES DU RHONE',
    insurance: 'TRANSFER FROM ASSURANCES BRECIVAL REF CLAIM',
  },
}

/** As banks print a name: capitals, no accents, cut. */
const printed = (name: string): string => fold(name).toUpperCase().replace(/[’']/g, ' ').slice(0, 27).trim()

type Written = {
  amount: Minor
  text: string
  kind: BankLineKind
  party?: string
  partyAccount?: string
  reason?: string
}

/** The company's statement of its last weeks: receipts that the ledger does not hold yet, of every kind to match. */
export const demoStatement = (
  { customers, items, matches }: DemoLedger,
  iban: string,
  language: 'fr' | 'en',
): { head: StatementHead; lines: StatementLine[] } => {
  const say = words[language]
  const random = randomOf(`statement in ${language}`)
  const nameOf = new Map(customers.map(({ id, name }) => [id, printed(name)]))
  const taken = new Set<string>()
  const matched = new Map<string, Minor>()
  for (const { debitId, creditId, amount } of matches)
    for (const id of [debitId, creditId]) matched.set(id, (matched.get(id) ?? 0) + amount)
  const openOf = (item: DemoItem): Minor => Math.abs(item.amount) - (matched.get(item.id) ?? 0)

  const open = items.filter(
    (item) =>
      item.settledOn === null && item.currency === 'EUR' && item.kind === 'invoice' && openOf(item) > WORTH_PAYING,
  )
  const byCustomer = [...Map.groupBy(open, ({ customerId }) => customerId)]
    .filter(([, own]) => own.every((item) => item.issued <= FIRST_DAY || own.length > 2))
    .sort(([a], [b]) => ((nameOf.get(a) ?? '') < (nameOf.get(b) ?? '') ? -1 : 1))
  /** The next customer with so many open invoices that no line was made of yet. */
  const next = (fewest: number, most = 1000): { name: string; own: DemoItem[] } => {
    const [id, own] = byCustomer.find(
      ([key, list]) => !taken.has(key) && list.length >= fewest && list.length <= most,
    ) ?? ['', []]
    taken.add(id)
    return { name: nameOf.get(id) ?? '', own: own.toSorted((a, b) => (a.due < b.due ? -1 : 1)) }
  }
  const transfer = (name: string, amount: Minor, text: string): Written => ({
    amount,
    text: say.transfer(name, text),
    kind: 'transfer',
    party: name,
  })
  const sum = (list: readonly DemoItem[]): Minor => list.reduce((total, item) => total + openOf(item), 0)
  const tail = ({ number }: DemoItem): string => String(Number(number.slice(-4)))

  const exact = Array.from({ length: 6 }, () => {
    const { name, own } = next(1, 4)
    const [item] = own
    return item ? transfer(name, openOf(item), item.number) : null
  })
  const several = (() => {
    const { name, own } = next(2)
    const two = own.slice(0, 2)
    return transfer(name, sum(two), two.map(({ number }) => number).join(' '))
  })()
  const shortened = (() => {
    const { name, own } = next(3)
    const three = own.filter((item) => tail(item).length === 3).slice(0, 3)
    return transfer(name, sum(three), `${say.invoice} ${three.map(tail).join('/')}`)
  })()
  const balance = (() => {
    const { name, own } = next(2)
    const id = own[0]?.customerId
    const owed = items.filter(
      (item) => item.customerId === id && item.currency === 'EUR' && item.amount > 0 && item.settledOn === null,
    )
    return transfer(name, sum(owed), say.thanks)
  })()
  const discounted = (() => {
    const item = open.find(({ due, customerId }) => due > DEMO_DAY && !taken.has(customerId))
    if (item) taken.add(item.customerId)
    return item
      ? transfer(nameOf.get(item.customerId) ?? '', openOf(item) - Math.floor(openOf(item) / 50), item.number)
      : null
  })()
  const short = (() => {
    const { name, own } = next(1)
    const [item] = own
    return item ? transfer(name, openOf(item) - 240, item.number) : null
  })()
  const onAccount = (() => {
    const { name, own } = next(1)
    return transfer(name, Math.floor(sum(own) / 3), say.part)
  })()
  const held = items
    .filter(
      ({ series, currency, issued }) =>
        series === 'RG' && currency === 'EUR' && issued >= FIRST_DAY && issued < LAST_DAY,
    )
    .slice(0, 3)
    .map((item) => transfer(nameOf.get(item.customerId) ?? '', -item.amount, say.thanks))
  const bounced = items.findLast(
    (item) =>
      item.series === 'RG' &&
      item.currency === 'EUR' &&
      item.settledOn !== null &&
      item.issued < addDays(FIRST_DAY, -20),
  )
  const written: (Written | null)[] = [
    ...exact,
    several,
    { amount: -48_612, text: say.supplier, kind: 'direct_debit' },
    shortened,
    ...held,
    balance,
    {
      amount: 36_900,
      text: say.unknown,
      kind: 'transfer',
      party: 'SCI TORVALLON',
      partyAccount: 'FR7699999000010000000000000',
    },
    discounted,
    bounced
      ? { amount: bounced.amount, text: say.bounced(nameOf.get(bounced.customerId) ?? ''), kind: 'return', reason: '1' }
      : null,
    short,
    onAccount,
    { amount: 215_000, text: say.insurance, kind: 'transfer', party: 'ASSURANCES BRECIVAL' },
    { amount: -2_940, text: say.charges, kind: 'charge' },
    { amount: 118, text: say.interest, kind: 'interest' },
  ]
  const lines = written
    .filter((line) => line !== null)
    .filter(({ amount }) => amount !== 0)
    .map((line, i, all): StatementLine => {
      const booked = addDays(FIRST_DAY, Math.floor((i * 11) / all.length))
      return {
        line: i + 1,
        booked,
        valued: booked,
        amount: line.amount,
        kind: line.kind,
        party: line.party ?? '',
        partyAccount: line.partyAccount ?? '',
        text: line.text,
        reference: '',
        creditorReference: '',
        documents: [],
        bankReference: `BR${String(random.between(10_000_000, 99_999_999))}`,
        code: '',
        returnReason: line.reason ?? '',
        original: null,
        detail: 0,
      }
    })
  const closing = lines.reduce((total, { amount }) => total + amount, OPENING)
  return {
    head: {
      line: 1,
      key: 1,
      account: iban.replace(/\s/g, ''),
      currency: 'EUR',
      number: `${LAST_DAY.slice(0, 7)}-2`,
      opening: { day: FIRST_DAY, amount: OPENING },
      closing: { day: LAST_DAY, amount: closing },
    },
    lines,
  }
}
