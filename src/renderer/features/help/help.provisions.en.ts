import type { HelpTexts } from './help.topics.ts'

export const provisionTopicsEn: Pick<HelpTexts, 'provisions'> = {
  provisions: {
    title: 'Provisions for receivables',
    lead: 'What may not come in: by age from your own history, or debt by debt, then the closing entry.',
    sections: [
      {
        title: 'The matrix by age (IFRS 9, simplified approach)',
        text: 'Rates come from your past invoices: of what was invoiced, how much was unpaid when due, 30, 60 and 90 days later, and how much was lost. The rate of a bucket is the loss held against what had come that far. A receipt counts on its own day, a bounced payment was none, a write-off is a loss.',
        points: [
          '“Lost after”: “Auto” takes the longest of 365, 180 and 90 days that the history gives rates for; what is more than 90 days late then has the rate of what really stayed unpaid. 90 days is the presumption of IFRS 9: all that is older counts as lost. The days taken are kept and printed with the closing.',
          'By segment, one with too little history takes the rates of all customers and says so.',
          'Fewer than thirty invoices or three months of due dates: the matrix is not computable; give rates by hand, with the reason.',
          'The adjustment in % looks ahead; its reason is kept with the closing.',
        ],
      },
      {
        title: 'What the base leaves out',
        text: 'From what is open with VAT, as in the aged balance, are taken what is treated by case, the credits of the same customer (oldest debts first), VAT and the insured part. VAT is that of the electronic invoice or of the write-off, else the rate given; customers abroad bear none. The insured part follows the share and the ceiling of the cover; a debt declared too late is covered no more.',
      },
      {
        title: 'Case by case (French chart of accounts)',
        text: 'The program proposes; a person decides.',
        steps: [
          'Walk through “To decide”: insolvency, legal action, formal notice unanswered, dispute, long delay, account 416.',
          'Tick (Space), then decide doubtful with a probability, a reason and a file, or find sound with the reason.',
          'The impairment is the net base times the probability. Every decision stays in the history.',
        ],
      },
      {
        title: 'Closing',
        text: 'A closing keeps the matrix, the cases and the entries as they are that day. The next one books only the differences: 416/411 gross, 68174/491 upwards, 491/78174 downwards. What was written off since leaves 416 by its own entry. Only the last closing can be withdrawn, with a reason. For the accountant: list, matrix and entries as PDF, XLSX or CSV, and lines of a FEC.',
      },
      {
        title: 'VAT',
        text: 'An impairment gives no right to anything: VAT is recovered once the loss is definitive, after the notice to the customer (French tax code, article 272). Below the closings stand the write-offs that wait for it, with the notice one click away.',
      },
    ],
  },
}
