import type { Handlers } from '../kernel/calls.ts'
import type { EInvoice } from './einvoice.model.ts'
import type { EInvoiceView, einvoicesContract } from './einvoices.contract.ts'
import { eInvoiceOfItem, itemsOf } from './einvoices.repository.ts'

export { differenceText, type EInvoiceTaken, type TakenInvoice, type Taking, takeEInvoice } from './einvoices.take.ts'

type Row = NonNullable<Awaited<ReturnType<typeof eInvoiceOfItem>>>

const toView = (row: Row, itemIds: string[]): EInvoiceView => {
  const invoice = JSON.parse(row.content) as EInvoice
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    issued: row.issued,
    currency: row.currency,
    net: invoice.net,
    tax: invoice.tax,
    gross: row.gross,
    prepaid: row.prepaid,
    payable: row.payable,
    syntax: row.syntax,
    profile: row.profile,
    sellerName: invoice.seller.name,
    buyerName: invoice.buyer.name,
    terms: invoice.terms,
    order: invoice.order,
    contract: invoice.contract,
    buyerReference: invoice.buyerReference,
    deliveryNote: invoice.deliveryNote,
    deliveredOn: invoice.delivered,
    iban: invoice.iban,
    paymentReference: invoice.paymentReference,
    preceding: invoice.preceding,
    notes: invoice.notes,
    missingMentions: invoice.missingMentions,
    documentId: row.document_id,
    fileName: row.file_name,
    itemIds,
  }
}

export const einvoicesCalls: Handlers<typeof einvoicesContract> = {
  ofItem: async (ctx, { itemId }) => {
    const row = await eInvoiceOfItem(ctx.db, itemId)
    return { invoice: row ? toView(row, await itemsOf(ctx.db, row.id)) : null }
  },
}
