export type InvoiceDatesTable = { item_id: string; delivered_on: string | null; sent_on: string | null }

export type DeliveryTable = {
  id: string
  customer_id: string
  reference: string
  delivered_on: string
  amount: number | null
  currency: string
  note: string
  /** The invoice made of it; null while there is none. */
  item_id: string | null
}
