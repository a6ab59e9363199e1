import type { payablesFr } from './payables.fr.ts'

export const payablesEn: typeof payablesFr = {
  title: 'Against the suppliers',
  about: 'Days of sales to collect, days of purchases to pay, month by month up to the chosen day.',
  dso: 'DSO, customers',
  dpo: 'DPO, suppliers',
  days: '{{value}} d',
  gap: 'Gap DSO − DPO',
  pays: 'You pay your suppliers {{days}} days before your customers pay you: you are the one who finances the gap.',
  paid: 'Your customers pay you {{days}} days before you pay your suppliers: the gap finances you.',
  even: 'You pay your suppliers as fast as your customers pay you.',
  owed: 'Owed to suppliers',
  purchases: '{{amount}} of purchases with VAT in {{days}} days',
  list: 'Suppliers',
  until: 'The supplier entries of the book run from {{from}} to {{until}}.',
  why: {
    'no-suppliers':
      'A French ledger file (FEC) also holds your supplier accounts (401 and 403): import it, even if it was before, and days payable are worked out for any past day.',
    'ledger-ends': 'The supplier entries of the book end on {{until}}.',
    'history-too-short': 'The supplier entries of the book begin on {{from}}: a month of them is needed.',
    'no-purchases': 'No purchase is booked in the period.',
    'credit-balance': 'On the whole the suppliers owe you: you paid them more than you owed.',
  },
  import: 'Import a ledger',
  lookAt: 'Look at {{day}}',
}
