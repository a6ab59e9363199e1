import type { StatementLine } from '../../../bank/statement.model.ts'
import { parseMinor } from '../../../kernel/money.ts'
import { at, type CfonbRecord } from './cfonb.record.ts'
import { kindOf, kindOfCfonbCode } from './kinds.ts'
import { accountOf, joined, meaningful } from './values.ts'

/** Complements of a movement (records 05), their contents by qualifier in order. */
export type Complements = Map<string, string[]>

// A bank may send any number of complements; nobody reads more than this of one movement.
const MAX_COMPLEMENTS = 200

export const addComplement = (complements: Complements, record: CfonbRecord): void => {
  const contents = complements.get(at(record, 46, 48)) ?? []
  if (contents.length >= MAX_COMPLEMENTS || complements.size >= MAX_COMPLEMENTS) return
  contents.push(at(record, 49, 118))
  complements.set(at(record, 46, 48), contents)
}

/** `EUR200000000012345…`: currency, decimals, unsigned amount of 14 digits. */
const originalOf = (content: string, sign: 1 | -1, currency: string): StatementLine['original'] => {
  const match = /^([A-Z]{3})(\d)(\d{14})/.exec(content)
  if (!match || match[1] === currency) return null
  const [, ordered = '', decimals = '', digits = ''] = match
  const whole = digits.length - Number(decimals)
  const amount = parseMinor(`${digits.slice(0, whole)}.${digits.slice(whole)}`, ordered)
  return amount === null ? null : { amount: sign * amount, currency: ordered }
}

/** What record 04 and its complements say, amount and days having been read already. */
export const movementOf = (
  record: CfonbRecord,
  complements: Complements,
  { amount, booked, valued, currency }: Pick<StatementLine, 'amount' | 'booked' | 'valued'> & { currency: string },
): StatementLine => {
  const all = (qualifier: string): string[] => complements.get(qualifier) ?? []
  const first = (...qualifiers: string[]): string =>
    qualifiers.map((qualifier) => joined(...all(qualifier))).find((text) => text !== '') ?? ''
  const code = at(record, 33, 34).trim()
  const label = at(record, 49, 80)
  const rejection = at(record, 41, 42).trim()
  const told = first('RET').split(' ')[0] ?? ''
  const returnReason = told || (rejection === '00' ? '' : rejection)
  const kind = kindOf(returnReason === '' ? kindOfCfonbCode(code) : 'return', label, amount)
  // Of a debit some banks name the other party as the payer all the same; what comes back keeps the payer of before.
  const party =
    amount >= 0
      ? first('NPY', 'NPO')
      : kind === 'return'
        ? first('NPY', 'NPO', 'NBE', 'NBU')
        : first('NBE', 'NBU', 'NPY', 'NPO')
  const account = first(...(amount >= 0 || kind === 'return' ? ['CPY'] : ['CBE']))
  const client = all('RCN')[0] ?? ''
  return {
    line: record.line,
    booked,
    valued,
    amount,
    kind,
    party,
    partyAccount: accountOf(account),
    // The two halves of a remittance are one text, cut at 70 characters wherever that falls.
    text: joined(
      label,
      ...all('LIB'),
      all('LCC')
        .map((half, i) => half + (all('LC2')[i] ?? ''))
        .join(' '),
    ),
    reference: meaningful(client.slice(0, 35)),
    creditorReference: first('LCS'),
    documents: [],
    bankReference: first('REF') || meaningful(at(record, 105, 120)) || meaningful(at(record, 82, 88)),
    code,
    returnReason,
    original: originalOf(all('MMO')[0] ?? '', amount < 0 ? -1 : 1, currency),
    detail: 0,
  }
}
