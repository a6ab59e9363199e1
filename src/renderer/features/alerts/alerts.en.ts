import type { Words } from '../../app/words.ts'
import type { alertsFr } from './alerts.fr.ts'

export const alertsEn: Words<typeof alertsFr> = {
  title: 'Alerts',
  palette: 'Credit alerts',
  search: 'Customer',
  show: { label: 'Alerts to show', open: 'To look at', seen: 'Seen', all: 'All' },
  everyKind: 'Every kind',
  kind: 'Kind',
  count_one: '{{count, number}} alert',
  count_other: '{{count, number}} alerts',
  kindCount: '{{kind}} ({{count, number}})',
  columns: { kind: 'Kind', customer: 'Customer', what: 'What happens', day: 'Since', state: 'State' },
  state: { open: 'to look at', seen: 'seen', review: 'under review' },
  grave: 'grave',
  panel: {
    seen: 'Seen',
    seenBy: 'by {{user}} on {{day}}',
    because: 'Reason',
    exposure: 'Exposure',
    openReview: 'Open a review',
    seeReview: 'See the review under way',
    markSeen: 'Mark as seen',
    customer: 'Customer file',
    others: 'Other alerts of this customer',
  },
  seen: {
    title: 'Mark as seen: {{kind}}, {{name}}',
    consequence: 'The alert leaves the list and stays in the file with your reason. It comes back if it happens again.',
    because: 'Why no review is needed',
    submit: 'Mark as seen',
    done: 'Alert seen, {{name}}',
  },
  empty: {
    title: 'No alert',
    text: 'Between two reviews the program watches: insolvencies, limits passed, broken plans, customers paying later, scores dropping, covers and documents about to end. The marks are in the policy.',
    action: 'See the policy',
  },
  none: {
    title: 'No alert matches',
    text: 'Change the search or the filters.',
    action: 'Clear the filters',
  },
}
