import type { DeliveryRow } from '../../../main/core/deliveries/deliveries.contract.ts'

/** What the call that changes a delivery takes. */
export const toldOf = ({ id, customerId, reference, deliveredOn, amount, currency, note, itemId }: DeliveryRow) => ({
  id,
  customerId,
  reference,
  deliveredOn,
  amount,
  currency,
  note,
  itemId,
})
