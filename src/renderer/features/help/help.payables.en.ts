import type { HelpTexts } from './help.topics.ts'

export const payableTopicsEn: Pick<HelpTexts, 'payables'> = {
  payables: {
    title: 'Days payable (DPO)',
    lead: 'How many days you wait for your customers, and how many your suppliers wait for you.',
    sections: [
      {
        title: 'Where the figures come from',
        text: 'A French ledger file (FEC) also holds your supplier accounts. While importing, in the same pass as your customers, Encours keeps the entries of accounts 401 (suppliers) and 403 (bills payable). The import report says how many.',
        points: [
          'Left out: 404 and 405 (fixed assets), 408 (invoices to come), 409 (advances and credit notes to receive).',
          'Each entry is told by what stands against it: an invoice or credit note against a purchase, a payment against the bank, anything else an adjustment.',
          'A FEC imported by an older version can be imported again: only its supplier entries are added.',
          'A longer export of the same year finds its lines again, adds only the new ones and brings the matching letters up to date.',
          'Opening entries say what is owed on the first day of the year: they are not added to the year before, even where that is missing. Final ones replace provisional ones.',
        ],
      },
      {
        title: 'How it is worked out',
        text: 'DPO = owed to suppliers ÷ purchases of the period with VAT × days of the period. Purchases are invoices less credit notes. The gap DSO − DPO says who finances whom: above zero, you pay before you are paid. All of it for any past day and over twenty-four months, under Figures, Key figures; the detail by supplier is one click away.',
      },
      {
        title: 'When the figure is missing',
        text: 'Encours says why instead of showing a zero.',
        points: [
          'No supplier account in the book: import a FEC.',
          'The ledger ends before that day: it counts to the end of the month of its last supplier entry; the button leads to that day.',
          'Less than a month of entries, no purchase in the period, or suppliers who owe you on the whole.',
        ],
      },
    ],
  },
}
