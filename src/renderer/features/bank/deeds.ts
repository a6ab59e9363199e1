import type { BankLine, BankProposal } from '../../../main/core/bank/bank.contract.ts'
import { client } from '../../api/client.ts'
import { USUAL_TAX_RATE } from './split.draft.ts'

type Parts = Parameters<typeof client.bank.match>[0]['parts']

/** What is made of a bank line. */
export type Deed = { line: BankLine; customer: string } & (
  | { kind: 'match'; parts: Parts }
  | { kind: 'link'; itemIds: string[] }
  | { kind: 'bounce'; itemId: string }
  | { kind: 'aside'; reason: string }
)

export const carryOut = (deed: Deed): Promise<unknown> => {
  const lineId = deed.line.id
  switch (deed.kind) {
    case 'match':
      return client.bank.match({ lineId, parts: deed.parts })
    case 'link':
      return client.bank.link({ lineId, itemIds: deed.itemIds })
    case 'bounce':
      return client.bank.bounce({ lineId, itemId: deed.itemId, reason: deed.line.returnReason })
    case 'aside':
      return client.bank.setAside({ lineIds: [lineId], reason: deed.reason })
  }
}

/** The discount of a proposal on the items it was taken from: each is paid less than what is open of it. */
const discountsOf = ({ items, discount }: BankProposal, taxRate: string) => {
  let left = discount
  return items.flatMap(({ itemId, open, amount }) => {
    const taken = Math.min(left, Math.max(0, open - amount))
    left -= taken
    return taken > 0 ? [{ itemId, amount: taken, taxRate }] : []
  })
}

/** What accepting a candidate does; null when it names nothing to do. */
export const deedOf = (line: BankLine, proposal: BankProposal, taxRate = USUAL_TAX_RATE): Deed | null => {
  const { customerId, customerName: customer, items } = proposal
  const [first] = items
  if (proposal.action === 'link') return { line, customer, kind: 'link', itemIds: items.map(({ itemId }) => itemId) }
  if (proposal.action === 'bounce') return first ? { line, customer, kind: 'bounce', itemId: first.itemId } : null
  const allocate = items.map(({ itemId, amount }) => ({ itemId, amount }))
  const part = { customerId, amount: line.left, allocate, discounts: discountsOf(proposal, taxRate) }
  return { line, customer, kind: 'match', parts: [part] }
}
