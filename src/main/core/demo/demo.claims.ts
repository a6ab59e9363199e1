import type { DemoDispute } from './demo.disputes.rules.ts'
import { demoDocument } from './demo.documents.ts'
import type { DemoLedger } from './demo.ledger.rules.ts'
import type { DemoProof } from './demo.proofs.rules.ts'

const AUTHOR = 'demo'
const at = (day: string) => `${day}T09:00:00.000Z`

/** Rows of what supports or contests the demo company's claims. */
export const claimRows = async ({ items, disputes, proofs, deliveries, dates }: DemoLedger) => {
  const numbers = new Map(items.map(({ id, number }) => [id, number]))
  const currencies = new Map(items.map(({ customerId, currency }) => [customerId, currency]))
  const numberOf = ({ itemId }: DemoProof): string => (itemId && numbers.get(itemId)) || ''
  return {
    dispute: disputes.map(disputeRow),
    dispute_step: disputes.flatMap(({ id, steps }) =>
      steps.map(({ details, ...step }) => ({
        ...step,
        dispute_id: id,
        at: at(step.day),
        user: AUTHOR,
        details: JSON.stringify(details),
      })),
    ),
    document: await Promise.all(
      proofs.map((proof) => {
        const number = numberOf(proof)
        const name = [proof.title, number].filter(Boolean).join(' ')
        return demoDocument(proof.documentId, `${name}.pdf`, [...proof.lines, number], proof.day)
      }),
    ),
    proof: proofs.map(({ id, documentId, customerId, itemId, kind, title, day, expiresOn }) => ({
      id,
      customer_id: customerId,
      item_id: itemId,
      kind,
      title,
      day,
      expires_on: expiresOn,
      note: '',
      document_id: documentId,
      added_at: at(day),
      added_by: AUTHOR,
    })),
    delivery: deliveries.map(({ id, customerId, reference, deliveredOn, amount, itemId }) => ({
      id,
      customer_id: customerId,
      reference,
      delivered_on: deliveredOn,
      amount,
      currency: currencies.get(customerId) ?? 'EUR',
      note: '',
      item_id: itemId,
    })),
    invoice_dates: dates.map(({ itemId, deliveredOn, sentOn }) => ({
      item_id: itemId,
      delivered_on: deliveredOn,
      sent_on: sentOn,
    })),
  }
}

const disputeRow = (dispute: DemoDispute) => ({
  id: dispute.id,
  customer_id: dispute.customerId,
  item_id: dispute.itemId,
  reason: dispute.reason,
  amount: dispute.amount,
  opened_on: dispute.openedOn,
  opened_by: AUTHOR,
  owner: dispute.owner,
  deadline: dispute.deadline,
  description: dispute.description,
  outcome: dispute.outcome,
  closed_on: dispute.closedOn,
  closed_by: dispute.closedOn && AUTHOR,
  conceded: dispute.conceded,
  credit_item_id: dispute.creditItemId,
  conclusion: dispute.conclusion,
})
