import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { creditFor, grantDiscount, setOff, writeOff } from './payments.adjustments.ts'
import { payCharges, takeBackCharges } from './payments.charges.ts'
import type { paymentsContract } from './payments.contract.ts'
import {
  allocateMatches,
  allocateOldest,
  clearOnBank,
  isByHand,
  type MatchToMake,
  matchAsTold,
  removeMovement,
  undoMatches,
} from './payments.matches.ts'
import { bounceReceipt, recordReceipt, recordReceipts, refundCredit } from './payments.receipts.ts'
import { adjustmentOf, bounceOf, itemsById, listMatches, paymentOf } from './payments.repository.ts'
import { bookLosses, reopenLosses } from './payments.writeoffs.ts'

// What other slices build on.
export {
  allocateMatches,
  bookLosses,
  bounceReceipt,
  clearOnBank,
  creditFor,
  grantDiscount,
  type MatchToMake,
  matchAsTold,
  payCharges,
  recordReceipt,
  recordReceipts,
  refundCredit,
  removeMovement,
  reopenLosses,
  takeBackCharges,
  undoMatches,
  writeOff,
}

const detailOf = async (ctx: Pick<QueryContext, 'db'>, itemId: string) => {
  const [item] = await itemsById(ctx.db, [itemId])
  if (!item) throw new Refusal('not-found', 'no such item', { id: itemId })
  const [payment, adjustment, bounce] = await Promise.all([
    paymentOf(ctx.db, itemId),
    adjustmentOf(ctx.db, itemId),
    bounceOf(ctx.db, itemId),
  ])
  const says = payment ?? (bounce && { ...NOTHING_SAID })
  return {
    payment: says
      ? {
          method: says.method,
          reference: says.reference,
          maturity: says.maturity,
          note: says.note,
          bankLineId: says.bank_line_id,
          bouncesId: says.bounces_id,
          bouncedById: bounce?.item_id ?? null,
          bouncedOn: bounce?.booked ?? null,
          bounceReason: bounce?.bounce_reason ?? says.bounce_reason,
        }
      : null,
    adjustment: adjustment
      ? {
          reason: adjustment.reason,
          tax: adjustment.tax,
          taxRate: adjustment.tax_rate,
          counterReference: adjustment.counter_reference,
          counterAmount: adjustment.counter_amount,
          note: adjustment.note,
        }
      : null,
    removable: isByHand(item),
  }
}

/** Of a receipt from a file. */
const NOTHING_SAID = {
  method: 'other',
  reference: '',
  maturity: null,
  note: '',
  bank_line_id: null,
  bounces_id: null,
  bounce_reason: '',
} as const

export const paymentsCalls: Handlers<typeof paymentsContract> = {
  receive: (ctx, input) => recordReceipt(ctx, input),
  bounce: (ctx, input) => bounceReceipt(ctx, input),
  refund: (ctx, input) => refundCredit(ctx, input),
  writeOff: (ctx, input) => writeOff(ctx, input),
  discount: (ctx, input) => grantDiscount(ctx, input),
  setOff: (ctx, input) => setOff(ctx, input),
  allocate: async (ctx, { matches, day }) => ({ matches: await allocateMatches(ctx, matches, { day }) }),
  allocateOldest: async (ctx, { customerId, currency }) => ({
    matches: await allocateOldest(ctx, customerId, currency),
  }),
  undo: (ctx, { matchIds }) => undoMatches(ctx, matchIds, 'mistake'),
  remove: async (ctx, { itemId }) => {
    await removeMovement(ctx, itemId)
    return {}
  },
  matches: async (ctx, { itemId }) => ({
    matches: (await listMatches(ctx.db, itemId)).map((row) => ({
      id: row.id,
      debitId: row.debit_id,
      debitNumber: row.debit_number,
      creditId: row.credit_id,
      creditNumber: row.credit_number,
      amount: row.amount,
      day: row.day,
      exchange: row.exchange,
      origin: row.origin,
      otherId: row.other_id,
      otherKind: row.other_kind,
      otherNumber: row.other_number,
      undoneOn: row.undone_on,
      undoneBecause: row.undone_because,
    })),
  }),
  detail: (ctx, { itemId }) => detailOf(ctx, itemId),
}
