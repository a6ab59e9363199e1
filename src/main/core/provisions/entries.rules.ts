import type { Minor } from '../kernel/money.ts'
import type { ProvisionEntry } from './provisions.schema.ts'

/** Accounts of French practice (PCG; domain 4.9). */
export const ACCOUNTS = { doubtful: '416', impairment: '491', charge: '68174', release: '78174' } as const

/** A debt in a closing. */
export type Held = {
  itemId: string
  customerId: string
  /** Its account of receivables. */
  account: string
  inLedger: boolean
  gross: Minor
  amount: Minor
}
/** A debt of the closing before, and what of it was written off since: that entry credits 416 itself. */
export type HeldBefore = Held & { writtenOff: Minor }

/** An entry without names: customers are told by one of their debts. Amounts above zero. */
export type EntryStub = { kind: ProvisionEntry['kind']; itemId: string | null; account: string; amount: Minor }

/** `411000` → `416000`, `411DUPONT` → `416DUPONT`; another account than 411 keeps its length. */
export const doubtfulAccount = (account: string): string =>
  account.startsWith('411') ? ACCOUNTS.doubtful + account.slice(3) : padded(ACCOUNTS.doubtful, account)

/** An account as long as the ledger's own. */
export const padded = (number: string, like: string): string =>
  number.padEnd(/^\d+$/.test(like) ? Math.min(like.length, 12) : 6, '0')

/**
 * What a closing books since the one before (PCG; domain 4.9): doubtful debts go to 416 with their VAT, and back as far as
 * they were paid or found sound, each on its own account; impairment goes up by 68174/491 and down by 491/78174, customer by
 * customer, then for the matrix as one. What the ledger holds in 416 already is not moved.
 */
export const entriesOf = (
  now: readonly Held[],
  before: readonly HeldBefore[],
  matrix: { now: Minor; before: Minor },
): EntryStub[] => {
  const earlier = new Map(before.map((held) => [held.itemId, held]))
  const current = new Map(now.map((held) => [held.itemId, held]))
  const everyone = Map.groupBy(
    [...now, ...before.filter(({ itemId }) => !current.has(itemId))],
    (held) => held.customerId,
  )
  const entries: EntryStub[] = []
  const book = (kind: EntryStub['kind'], held: Held | null, amount: Minor) => {
    if (amount > 0) entries.push({ kind, itemId: held?.itemId ?? null, account: held?.account ?? '', amount })
  }
  for (const own of everyone.values()) {
    let change = 0
    // Customers put together keep the accounts their debts were booked on.
    const moves = new Map<string, { held: Held; to: Minor; back: Minor }>()
    for (const held of own) {
      const [is, was] = [current.get(held.itemId), earlier.get(held.itemId)]
      change += (is?.amount ?? 0) - (was?.amount ?? 0)
      if (is?.inLedger || was?.inLedger) continue
      const moved = (is?.gross ?? 0) - (was ? was.gross - Math.min(was.gross, was.writtenOff) : 0)
      const on = moves.get(held.account) ?? { held, to: 0, back: 0 }
      if (moved > 0) on.to += moved
      else on.back -= moved
      moves.set(held.account, on)
    }
    for (const { held, to } of moves.values()) book('transfer', held, to)
    for (const { held, back } of moves.values()) book('transfer-back', held, back)
    const first = own[0] as Held
    book('impairment', first, change)
    book('release', first, -change)
  }
  book('matrix', null, matrix.now - matrix.before)
  book('matrix-release', null, matrix.before - matrix.now)
  return entries
}

type Side = { account: string; aux: boolean }
/** Debit and credit of an entry; `like`: an account of the ledger, whose length the others take. */
export const sidesOf = ({ kind, account }: EntryStub, like: string): { debit: Side; credit: Side } => {
  const receivable = { account: account || padded('411', like), aux: true }
  const doubtful = { account: doubtfulAccount(receivable.account), aux: true }
  const general = (number: string) => ({ account: padded(number, like), aux: false })
  switch (kind) {
    case 'transfer':
      return { debit: doubtful, credit: receivable }
    case 'transfer-back':
      return { debit: receivable, credit: doubtful }
    case 'impairment':
    case 'matrix':
      return { debit: general(ACCOUNTS.charge), credit: general(ACCOUNTS.impairment) }
    case 'release':
    case 'matrix-release':
      return { debit: general(ACCOUNTS.impairment), credit: general(ACCOUNTS.release) }
  }
}
