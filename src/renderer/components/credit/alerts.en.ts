import type { Words } from '../../app/words.ts'
import type { alertWordsFr } from './alerts.fr.ts'

export const alertWordsEn: Words<typeof alertWordsFr> = {
  kind: {
    insolvency: 'Insolvency',
    'limit-passed': 'Limit passed',
    'plan-broken': 'Broken plan',
    'late-rising': 'Paying later',
    'score-drop': 'Score dropping',
    'cover-ending': 'Insurance cover',
    'limit-ending': 'Limit ending',
    'guarantee-ending': 'Guarantee ending',
    'document-stale': 'Stale document',
    inactive: 'Inactive',
  },
  grave: 'grave',
}
