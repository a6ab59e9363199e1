import type { HelpTexts } from './help.topics.ts'

export const boardTopicsEn: Pick<HelpTexts, 'board'> = {
  board: {
    title: 'Dashboard and forecast',
    lead: 'Where the cash is, and why: in ten seconds, then as far as you like.',
    sections: [
      {
        title: 'The five numbers',
        text: 'Each opens the list it comes from. Choose a past day: all of it is worked out again from the ledger of that day, but for the worklist.',
        points: [
          'Expected: what the forecast counts on for four weeks, between a low and a high line.',
          'Overdue: the columns of the aged balance past their due day, disputed parts included.',
          'At risk: each invoice once. First customers in a procedure; of the others, the disputed part; of the rest, what is over 90 days late.',
          'To do today: customers left on the worklist, and those whose exposure is over their limit.',
          'DSO: receivables against twelve months of sales with VAT, as among the key figures.',
        ],
      },
      {
        title: 'Why DSO changed',
        text: 'The waterfall leads from the DSO of one day to that of another, to the decimal. The first step is sales: the same receivables against other sales. Each following step is what a part of receivables gained or lost, against the sales of now: what is not due, each age, disputes (taken out of their age), receipts and credit notes not matched. Below, the same by customer.',
      },
      {
        title: 'Exposure and limits',
        text: 'The bar is the exposure, the tick is the limit, one scale for all. Amber near the limit, red beyond.',
      },
      {
        title: 'By segment, salesperson, country, group',
        text: 'Segment and salesperson are entered on the customer’s file or imported. Those without one make a row of their own; beyond fifty rows, the smallest stand together. The sum is always the aged balance of the day.',
      },
      {
        title: 'Payment habit',
        text: 'On a customer’s account, each invoice paid in two years is a mark at its day: low and green when on time, the higher the later it was paid.',
      },
      {
        title: 'Forecast',
        text: 'Each invoice is expected on the day this customer usually pays; a promise or an instalment plan decides otherwise. Disputes, procedures and debts like none ever paid stand apart; where there is nothing else, the screen says that nothing can be computed. The sliders show what changes if a large customer pays later, and the table below what past forecasts were worth.',
      },
      {
        title: 'Not computable',
        text: 'Without sales, with less than a month of history or customers in credit on the whole, a DSO means nothing: the screen says so, with the reason, rather than show zero.',
      },
    ],
  },
}
