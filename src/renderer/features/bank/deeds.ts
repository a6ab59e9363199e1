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

const taken = (items: BankProposal['items'], of: 'amount' | 'discount' | 'writeOff') =>
  items.filter((item) => item[of] > 0).map((item) => ({ itemId: item.itemId, amount: item[of] }))

/** What accepting a candidate does; null when it names nothing to do. */
export const deedOf = (line: BankLine, proposal: BankProposal, taxRate = USUAL_TAX_RATE): Deed | null => {
  const { customerId, customerName: customer, items } = proposal
  const [first] = items
  if (proposal.action === 'link') return { line, customer, kind: 'link', itemIds: items.map(({ itemId }) => itemId) }
  if (proposal.action === 'bounce') return first ? { line, customer, kind: 'bounce', itemId: first.itemId } : null
  const part = {
    customerId,
    amount: line.left,
    allocate: taken(items, 'amount'),
    credits: proposal.credits.map(({ itemId, amount }) => ({ itemId, amount })),
    discounts: taken(items, 'discount').map((discount) => ({ ...discount, taxRate })),
    writeOffs: taken(items, 'writeOff'),
  }
  return { line, customer, kind: 'match', parts: [part] }
}
