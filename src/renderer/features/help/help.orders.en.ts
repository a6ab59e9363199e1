import type { HelpTexts } from './help.topics.ts'

export const orderTopicsEn: Pick<HelpTexts, 'applications' | 'orders'> = {
  applications: {
    title: 'Credit applications',
    lead: 'What a customer asks for, and what the file must hold before anyone decides.',
    sections: [
      {
        title: 'From the form to the review',
        text: 'The form is a PDF to fill in on screen or by hand, in the customer’s language, with the documents that your policy requires for the amount.',
        steps: [
          'Send the blank form, or that of an application, which bears what is known of the customer.',
          'Drop it filled in on the application: amounts, terms, references and contacts are taken over, the file is kept. What cannot be read is refused by the name of its field.',
          'Gather the missing documents in the customer’s Documents tab.',
          'Start the review (“r”): from then on the application follows its decision.',
        ],
      },
      {
        title: 'Trade references',
        text: 'Each supplier named can be sent a request as a PDF. Its answer is marked by the average days late: 100 when due, 80 up to 15 days, 60 up to 30, 30 up to 60, 0 beyond. The whole is weighted by highest credit. Without days late there is no mark.',
      },
    ],
  },
  orders: {
    title: 'Orders and losses',
    lead: 'May I accept this order? And where do losses come from?',
    sections: [
      {
        title: 'Accept, with caution, refuse',
        text: 'The customer and the amount are enough. Every rule that counted is written with its figures, who may lift it and until when. The bar shows the exposure before and with the order, against the limit.',
        points: [
          'A refused order can be recorded: it stays on hold, outside the exposure.',
          'An override releases it, with a reason, by a person whom the policy names.',
          'Paid beforehand, it is no part of the exposure: the rules are told and do not refuse.',
          'An order opened again is checked like a new one. An invoice is never blocked.',
        ],
      },
      {
        title: 'Importing orders',
        text: 'A CSV or Excel table, first read without keeping anything: you see what would be new, changed or held. Reading the same file again changes nothing.',
      },
      {
        title: 'Losses',
        text: 'Every claim written off, or owed by a customer in insolvency proceedings, is traced to what had let it in on the day of the invoice: review, limit, override, an excess. A click on an origin or a decider shows its invoices.',
      },
    ],
  },
}
