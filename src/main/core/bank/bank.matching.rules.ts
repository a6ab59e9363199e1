import type { BankLineKind } from './bank-kinds.schema.ts'
import { links, returns } from './match.held.rules.ts'
import { indexOf, type MatchIndex, payersOfLine } from './match.index.rules.ts'
import type { BankBook, Candidate, LineToMatch, Proposed } from './match.model.ts'
import { settlements } from './match.receipts.rules.ts'
import { namedBy } from './match.references.rules.ts'

/** What is asked of a line: money in may be a receipt, money taken back may be one that bounced, of others nothing. */
export const roleOf = (amount: number, kind: BankLineKind): 'receipt' | 'return' | 'out' => {
  if (kind === 'return') return amount < 0 ? 'return' : 'out'
  return amount > 0 && kind !== 'charge' && kind !== 'interest' ? 'receipt' : 'out'
}

const READY = 99
const SHOWN = 8
/** Where the book may hold the receipt already, settling it again is the lesser guess. */
const BEHIND_LINK = 88

const earliestDue = ({ placed }: Candidate): string => placed[0]?.item.due ?? '9999'
const asked = ({ reasons }: Candidate): number => (reasons.some(({ code }) => code === 'account-asked') ? 0 : 1)
const keyOf = ({ action, customerId, placed, credits, receipt }: Candidate): string =>
  [
    action,
    receipt?.id ?? customerId,
    ...[...placed, ...credits].map(({ item, amount }) => `${item.id}:${amount}`),
  ].join(' ')

/** Best first; of equals, the invoice that asked for this account (P30), then the earliest due. */
const ordered = (candidates: readonly Candidate[]): Candidate[] => {
  const best = new Map<string, Candidate>()
  for (const one of candidates) {
    const before = best.get(keyOf(one))
    if (!before || before.score < one.score) best.set(keyOf(one), one)
  }
  return [...best.values()].sort(
    (a, b) =>
      b.score - a.score ||
      asked(a) - asked(b) ||
      (earliestDue(a) < earliestDue(b) ? -1 : earliestDue(a) > earliestDue(b) ? 1 : 0) ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  )
}

/**
 * The candidates of a line, best first. Ready is only a document named in full and paid to the cent, with no rival: no
 * other document named and paid so, and no receipt of that customer and amount in the book already.
 */
const candidatesOf = (index: MatchIndex, line: LineToMatch): Proposed[] => {
  const role = roleOf(line.amount, line.kind)
  if (role === 'out') return []
  const payers = payersOfLine(index, line)
  if (role === 'return') return ordered(returns(index, line, payers)).map((one) => ({ ...one, ready: false }))
  const named = namedBy(index, line)
  const held = links(index, line, payers, named)
  const holders = new Set(held.map(({ customerId }) => customerId))
  const settling = settlements(index, line, payers, named).map((one) =>
    holders.has(one.customerId) ? { ...one, score: Math.min(one.score, BEHIND_LINK) } : one,
  )
  const exact = settling.filter(({ score }) => score === READY)
  const [only] = exact.length === 1 ? exact : []
  // A link of a stranger by amount alone is no rival of a document named.
  const shown = exact.length > 0 ? exact : [...settling, ...held]
  return ordered(shown)
    .slice(0, SHOWN)
    .map((one) => ({ ...one, ready: one === only }))
}

/**
 * The candidates of many lines against one book. A document is ready for one line only: the first that names it; what
 * the others propose has to be looked at.
 */
export const proposeAll = (book: BankBook, lines: readonly LineToMatch[]): Map<string, Proposed[]> => {
  const index = indexOf(book)
  const promised = new Set<string>()
  const proposals = new Map<string, Proposed[]>()
  for (const line of lines) {
    proposals.set(
      line.id,
      candidatesOf(index, line).map((one) => {
        const items = [...one.placed, ...one.credits].map(({ item }) => item.id)
        if (!one.ready || items.some((id) => promised.has(id))) return { ...one, ready: false }
        for (const id of items) promised.add(id)
        return one
      }),
    )
  }
  return proposals
}
