import type { Words } from '../../app/words.ts'
import type { einvoicesFr } from './einvoices.fr.ts'

export const einvoicesEn = {
  title: 'Electronic invoice',
  open: 'Open the file',
  save: 'Save a copy',
  format: 'Format',
  seller: 'Seller',
  buyer: 'Buyer',
  net: 'Net',
  tax: 'VAT',
  gross: 'Gross',
  prepaid: 'Paid already',
  payable: 'Payable',
  terms: 'Payment terms',
  order: 'Order',
  contract: 'Contract',
  buyerReference: 'Buyer’s reference',
  deliveryNote: 'Delivery note',
  deliveredOn: 'Delivered on',
  iban: 'IBAN given',
  paymentReference: 'Payment reference',
  preceding: 'Preceding invoices',
  precedingOf: '{{number}} of {{day}}',
  missing: 'Legal mentions missing',
  mention: {
    PMT: 'fixed recovery sum (40\u00a0€)',
    PMD: 'late-payment penalties',
    AAB: 'discount, or that there is none',
  },
  missingText:
    'Penalties and recovery sum are owed by law all the same (C.\u00a0com. L441-10); have your invoices completed.',
} satisfies Words<typeof einvoicesFr>
