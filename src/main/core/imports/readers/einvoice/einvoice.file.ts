import type { EInvoice } from '../../../einvoices/einvoice.model.ts'
import type { LineWarning } from '../source.ts'

/** An invoice read from a file, with the XML it stood in. */
export type EInvoiceFile = { invoice: EInvoice; xml: Uint8Array; xmlName: string; warnings: LineWarning[] }
