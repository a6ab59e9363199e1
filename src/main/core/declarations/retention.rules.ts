import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { GoodsState, NoClaimReason } from './retention.schema.ts'

export type ClauseFacts = { id: string; agreedOn: Day; endedOn: Day | null; documentId: string | null }
export type GoodsFacts = { deliveredOn: Day; state: GoodsState; resalePrice: Minor | null; open: Minor }

export type Claimable =
  | { claims: 'goods' | 'price'; reason: null; clauseId: string; unproved: boolean }
  | { claims: null; reason: NoClaimReason; clauseId: null; unproved: false }

const not = (reason: NoClaimReason): Claimable => ({ claims: null, reason, clauseId: null, unproved: false })

/**
 * What can be claimed of goods in a procedure, or why nothing can. The clause must have been agreed in writing at the latest
 * at delivery, the goods must be there in kind at the judgment, or be fungible, or severable without damage; of goods sold on
 * and not paid for, the price (C. civ. 2367; C. com. L624-16, L624-18). `judgment`: null outside a procedure.
 */
export const claimableOf = (goods: GoodsFacts, clauses: readonly ClauseFacts[], judgment: Day | null): Claimable => {
  const { deliveredOn, state, resalePrice, open } = goods
  if (open <= 0) return not('paid')
  if (judgment !== null && deliveredOn >= judgment) return not('delivered-after')
  if (clauses.length === 0) return not('no-clause')
  const holding = clauses.filter(
    ({ agreedOn, endedOn }) => agreedOn <= deliveredOn && (endedOn === null || endedOn > deliveredOn),
  )
  // The clause with a document to prove it, and of those the last agreed.
  const clause = holding.toSorted(
    (a, b) => Number(b.documentId !== null) - Number(a.documentId !== null) || b.agreedOn.localeCompare(a.agreedOn),
  )[0]
  if (!clause) return not('agreed-after-delivery')
  if (state === 'gone') return not('gone')
  if (state === 'resold' && resalePrice === null) return not('no-resale-price')
  return {
    claims: state === 'resold' ? 'price' : 'goods',
    reason: null,
    clauseId: clause.id,
    unproved: clause.documentId === null,
  }
}
