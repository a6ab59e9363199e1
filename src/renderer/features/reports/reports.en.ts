import type { Words } from '../../app/words.ts'
import type { reportsFr } from './reports.fr.ts'

export const reportsEn: Words<typeof reportsFr> = {
  tab: 'Monthly report',
  title: 'Monthly report',
  month: 'Month',
  language: 'Language',
  languages: { fr: 'French', en: 'English' },
  pdf: 'PDF',
  xlsx: 'Tables (XLSX)',
  underWay: '{{month}}, under way',
  making: 'The report is being made…',
  remaking: 'Updating…',
  page: 'Page {{page}} of the report',
  comments: 'Comments',
  about: 'They stand in the report below their title, and stay in the book.',
  hint: 'Saved when the field is left.',
  section: {
    cover: 'In short',
    figures: 'Key figures',
    ageing: 'Receivables by age',
    breakdowns: 'Where receivables are',
    forecast: 'Cash expected',
    late: 'Late customers',
    losses: 'Bad debts',
    provisions: 'Impairment',
  },
  saved: 'Comment saved',
  removed: 'Comment removed',
  by: '{{person}}, {{day}}',
  sheet: 'Tables (XLSX)',
}
