import type { HelpTexts } from './help.topics.ts'

export const reportTopicsEn: Pick<HelpTexts, 'reports'> = {
  reports: {
    title: 'Monthly report, tables, bad debts',
    lead: 'The month on a few pages, with what you have to say of it, and every table in a workbook.',
    sections: [
      {
        title: 'The report of a month',
        text: 'It is read from the ledger at the last day of the month; the month under way ends at the working day and says so. The preview shows the pages as they will be printed.',
        steps: [
          'Choose the month and the language above.',
          'Write at the left what is to be said of each part. A field is saved when it is left, and stands in the preview.',
          '“PDF” saves the report, “Tables (XLSX)” a workbook of all that it rests on.',
        ],
      },
      {
        title: 'Comments',
        text: 'They stay in the book, month by month, with who wrote them and when. An emptied field takes the comment away. “In short” stands below the title.',
      },
      {
        title: 'Tables as a workbook',
        text: 'The same button stands on the dashboard, the key figures, the forecast, the provisions and the bad debts. It gives a sheet for each table, as of the day chosen: amounts and days are real numbers and dates, never formulas. A figure that cannot be worked out stays empty, and the sheet says why.',
      },
      {
        title: 'Where bad debts come from',
        text: 'Credit › Losses counts them by origin, then by decider, segment, salesperson or age of the relation, from the first invoice of the customer to the one that was lost. A click reduces the list.',
      },
      {
        title: 'What the policy would have changed',
        text: 'Each loss is put to the policy in force today, with what was known on the eve of the sale: annual accounts, reports, payment habits, lateness.',
        points: [
          'Sale refused: a block, insolvency, a broken promise or plan, later than the policy allows. The whole loss is avoided.',
          'Lower limit: what the account passed the recommended limit by is avoided, at most the loss.',
          'Sale accepted: the policy would have changed nothing.',
          'Limit not computable: nothing was there to work one out from.',
        ],
      },
      {
        title: 'What to make of it',
        text: 'It is hindsight: it does not say which good sales the same policy would have refused. Only the hundred largest losses of the period are measured; the screen says how many are not.',
      },
    ],
  },
}
