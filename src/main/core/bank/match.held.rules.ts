import { daysBetween } from '../kernel/day.ts'
import type { MatchIndex, Payership } from './match.index.rules.ts'
import type { Candidate, HeldReceipt, LineToMatch, Reason } from './match.model.ts'
import { spellingsInText, spellingsOfNumber } from './match.text.rules.ts'

const candidate = (action: 'link' | 'bounce', receipt: HeldReceipt, score: number, reasons: Reason[]): Candidate => ({
  customerId: receipt.customerId,
  action,
  score,
  placed: [],
  credits: [],
  receipt,
  unallocated: 0,
  reasons,
})

const earlier = (receipt: HeldReceipt): Reason => ({
  code: 'earlier-receipt',
  detail: `${receipt.number} ${receipt.booked}`,
})

/** Days between the bank's booking and the book's: a cheque is entered when it comes, and paid in some days later. */
const DAYS_APART = 10

/** Receipts that the book holds already, by hand or from the ledger: the same amount, near the day, on no bank line yet. */
export const links = (
  index: MatchIndex,
  line: LineToMatch,
  payers: ReadonlyMap<string, Payership[]>,
  named: ReadonlyMap<string, unknown>,
): Candidate[] =>
  index.receiptsOf(line.currency, line.amount).flatMap((receipt) => {
    const apart = Math.abs(daysBetween(receipt.booked, line.booked))
    if (receipt.cleared || apart > DAYS_APART) return []
    const payer = payers.get(receipt.customerId) ?? []
    const known = payer.length > 0 || named.has(receipt.customerId)
    const score = Math.round((known ? 98 : 84) - apart / 2)
    return [
      candidate('link', receipt, score, [
        ...payer.map(({ code, detail }) => ({ code, detail })),
        { code: 'amount-exact', detail: '' },
        earlier(receipt),
      ]),
    ]
  })

/** A direct debit may come back for thirteen months (SEPA), a cheque within weeks. */
const RETURN_DAYS = 400
const MOST_RETURNS = 6

/** Receipts that a line takes back: the same amount, earlier; what names the receipt or its payer before the latest one. */
export const returns = (
  index: MatchIndex,
  line: LineToMatch,
  payers: ReadonlyMap<string, Payership[]>,
): Candidate[] => {
  const said = spellingsInText([line.text, line.reference, line.creditorReference, line.documents.join(' ')].join(' '))
  return index
    .receiptsOf(line.currency, -line.amount)
    .flatMap((receipt) => {
      const days = daysBetween(receipt.booked, line.booked)
      if (days < 0 || days > RETURN_DAYS) return []
      const payer = payers.get(receipt.customerId) ?? []
      const numbers = spellingsOfNumber(receipt.number)
      const told = [...spellingsInText(receipt.text)].filter((spelling) => spelling.length >= 6 && said.has(spelling))
      const reference = numbers.some((spelling) => said.has(spelling)) || told.length > 0
      const account = line.partyAccount !== '' && line.partyAccount === receipt.partyAccount
      const known = payer.length > 0 || account
      const score = Math.round((reference ? (known ? 98 : 95) : known ? 90 : 74) - Math.min(8, days / 30))
      return [
        {
          days,
          made: candidate('bounce', receipt, score, [
            ...(reference ? [{ code: 'end-to-end', detail: told[0] ?? receipt.number } as const] : []),
            ...payer.map(({ code, detail }) => ({ code, detail })),
            { code: 'amount-exact', detail: '' },
            earlier(receipt),
          ]),
        },
      ]
    })
    .sort((a, b) => b.made.score - a.made.score || a.days - b.days)
    .slice(0, MOST_RETURNS)
    .map(({ made }) => made)
}
