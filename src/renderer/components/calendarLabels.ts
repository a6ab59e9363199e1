import type { Translate } from '../app/i18n.ts'

/** Names of what a calendar draws without words. */
export const calendarLabels = (t: Translate) => ({
  previousLabel: t('common:day.previous'),
  nextLabel: t('common:day.next'),
})
