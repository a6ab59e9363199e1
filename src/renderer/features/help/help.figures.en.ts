import type { HelpTexts } from './help.topics.ts'

export const figureTopicsEn: Pick<HelpTexts, 'figures'> = {
  figures: {
    title: 'Key figures',
    lead: 'What the ledger says of a day, past or present, with the arithmetic and the list behind each figure.',
    sections: [
      {
        title: 'Reading the screen',
        text: 'On top, six figures and their twenty-four months. Below, all the others: value, line, arithmetic with the amounts of the day, list.',
        steps: [
          'Choose a day: only documents and payments dated up to it count. A figure of yesterday is the one that yesterday would have shown.',
          'Choose the period: its sales serve DSO, its payments, promises, disputes and reminders the others.',
          'Open the line of a figure: its twenty-four months, as the ledger stood at each; a day chosen takes the whole screen back to it. Levels and people of reminders have theirs.',
          'Open the list at the right: a balance, or a panel whose sum is that of the arithmetic. Esc closes it.',
        ],
      },
      {
        title: 'DSO and lateness',
        text: 'Receivables and sales both include VAT. The best possible DSO keeps only what is not due; the difference, the days added by lateness, is what collection can gain.',
        points: [
          'By count-back: the sales of the last months are taken off receivables, going back. Right where sales vary.',
          'Weighted days late: by amount, early payments below zero. By instalment: each instalment of an invoice counts as one, a part payment for its part.',
          'Effectiveness: always over one month; over several, sales would inflate it.',
          'Cost of late payment: overdue × financing rate × days added by lateness ÷ 365. The rate is set on top.',
        ],
      },
      {
        title: 'Losses, disputes, promises, limits',
        text: 'They come from the work done in Encours, as it stood on that day.',
        points: [
          'Bad debts: without VAT, over sales without VAT. A loss whose VAT is not known, and the sales, are brought to it at the rate set on top.',
          'Promises kept: by number, only those paid whole and in time; by amount, a part counts for its part. Put off before its day, a promise does not count; on that day or later, it is not kept.',
          'Limits used: a group that has a limit is one account. Those passed are those of the list of exposures. What counts as exposure is what today’s policy counts, for past months too.',
          'Concentration: a group counts as one customer; customers in credit weigh nothing.',
        ],
      },
      {
        title: 'What reminders bring in',
        text: 'What was paid after a letter or a call counts, until somebody asks for the same invoice again. A payment of that very day came before. By level only letters follow one another; by person, it is the last who asked, by letter or at the telephone.',
      },
      {
        title: 'When a figure is missing',
        text: 'It says why: no sales, history too short, no promise fallen due… Never a zero in place of an unknown figure. A document in a currency without a known rate is in none, and the screen says so.',
      },
    ],
  },
}
