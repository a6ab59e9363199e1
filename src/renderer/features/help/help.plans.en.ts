import type { HelpText } from './help.topics.ts'

/** Several plans, their levels, approvals and what happens at the end. */
export const planSectionsEn: HelpText['sections'] = [
  {
    title: 'Several plans',
    text: 'Under More, Dunning plans. The nearest wins: that of the invoice, then of the customer, of the segment, last the default plan. The plan of a customer or an invoice is chosen on its own page, that of a segment on the plan.',
    points: [
      'A level counts its days from the due date, the end of its month or the letter before, and waits for the end of the deadline that letter granted.',
      'A notice before the due date goes once for each invoice and claims nothing.',
      'The days off of the book move the levels, if the plan says so.',
    ],
  },
  {
    title: 'Approvals and effects',
    text: 'A level may ask for the approval of a second person: they approve from the proposal, somebody else issues. It may also stop deliveries, ask for a credit review or hand the account over: this is said before issuing, and cancelling the letter takes it back. At the end of the plan customers wait under “To hand over”.',
  },
]
