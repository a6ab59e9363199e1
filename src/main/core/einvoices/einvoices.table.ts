export type EInvoiceTable = {
  id: string
  customer_id: string
  number: string
  kind: 'invoice' | 'credit_note'
  issued: string
  currency: string
  gross: number
  prepaid: number
  payable: number
  syntax: string
  profile: string
  /** JSON of the `EInvoice` read. */
  content: string
  missing_mentions: string
  sha256: string
  document_id: string
  import_id: string | null
}

export type EInvoiceItemTable = { item_id: string; e_invoice_id: string }
