import type { DisputeRow } from '../../../main/core/disputes/disputes.contract.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'

type Amounts = Pick<DisputeRow, 'amount' | 'conceded' | 'closedOn' | 'itemOpen'>

/** What a dispute still contests: of one opened again, not what a credit note gave up before. */
export const stillContested = ({ amount, conceded, closedOn }: Amounts): Minor => (closedOn ? 0 : amount - conceded)

/** What of its item is reminded all the same, by this dispute alone. */
export const reminded = (dispute: Amounts): Minor => Math.max(0, dispute.itemOpen - stillContested(dispute))

/** What closing does: what is left to pay, what goes beyond the item into the customer's credit, what is reminded again. */
export const closingOf = (dispute: Amounts, conceded: Minor): { left: Minor; surplus: Minor; again: Minor } => {
  const left = Math.max(0, dispute.itemOpen - conceded)
  return {
    left,
    surplus: Math.max(0, conceded - dispute.itemOpen),
    again: Math.min(left, Math.max(0, stillContested(dispute) - conceded)),
  }
}
