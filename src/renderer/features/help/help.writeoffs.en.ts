import type { HelpTexts } from './help.topics.ts'

export const writeoffTopicsEn: Pick<HelpTexts, 'writeoffs'> = {
  writeoffs: {
    title: 'Write-offs',
    lead: 'A debt that will not be collected any more is given up by two people, with the reason and the documents.',
    sections: [
      {
        title: 'Propose and approve',
        text: 'Nothing changes in the balance before approval.',
        steps: [
          'Tick the items of a customer and press w, or propose from this screen: amount, reason, VAT, documents.',
          'Another person approves, within their ceiling (Policy, Write-offs), and chooses the day.',
          'The items leave the balance and the reminders; an instalment plan that held them ends.',
        ],
      },
      {
        title: 'Recoveries and reversals',
        text: 'A write-off is never erased. What the customer pays later is recorded without allocating it, then tied to it here: the debt is owed again that day and settled by the receipt. A mistake is taken back in the same way, with its reason. The days before do not change.',
      },
      {
        title: 'Recovering the VAT (CGI, article 272)',
        text: 'VAT paid on invoicing is deducted once the loss is definitive.',
        steps: [
          'Record the event and its day: liquidation judgment, plan, disappearance.',
          'Issue the notice, which stands for a duplicate of the invoices, and send it to the customer or the liquidator, even in liquidation.',
          'Deduct the VAT by 31 December of the second year after, then mark it deducted.',
        ],
      },
      {
        title: 'For the accountant',
        text: 'The list of a period gives every loss and recovery, net, VAT and gross, the VAT to recover, the suggested entry (654, 44571, 416) and who approved.',
      },
    ],
  },
}
