import { useMemo } from 'react'
import { alertKinds } from '../../../main/core/alerts/alerts.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { ReviewRow } from '../../../main/core/reviews/reviews.contract.ts'
import { type Format, useFormat } from '../../app/format.ts'
import { type Translate, useT } from '../../app/i18n.ts'
import { useHome } from '../../app/useHome.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { alertSentence } from '../../components/credit/alertSentence.ts'
import type { QueueRow } from './queue.rows.ts'

/** `Relever à 80 000 €`, `Retirer`; null while nothing is proposed. */
export const proposalWords = (
  { kind, proposed, currency, currentLimit }: Pick<ReviewRow, 'kind' | 'proposed' | 'currency' | 'currentLimit'>,
  t: Translate,
  format: Format,
): string | null => {
  if (kind === null || proposed === null) return null
  if (kind === 'withdraw') return t('reviews:kind.withdraw')
  const word = kind === 'extend' && currentLimit === null ? t('reviews:kind.first') : t(`reviews:kind.${kind}`)
  return `${word} ${format.money(proposed, currency)}`
}

/** What set a review off: the alert's name, or the words it was opened with. */
export const triggerDetailWords = (detail: string, t: Translate): string => {
  const kind = alertKinds.find((one) => one === detail)
  return kind ? t(`credit:alert.kind.${kind}`) : detail
}

const reviewReasons = (review: ReviewRow, today: Day, t: Translate, format: Format): string[] => {
  const { state, waitsSince, openedOn, openedBy, dueOn, waitsFor, triggerDetail } = review
  const since = format.day(waitsSince ?? openedOn)
  const words: string[] = []
  const proposal = proposalWords(review, t, format)
  if (state === 'submitted' && proposal) words.push(t('reviews:queue.why.submitted', { proposal, day: since }))
  if (state === 'submitted' && !review.mine && waitsFor.length > 0)
    words.push(t('reviews:queue.why.waitsFor', { people: waitsFor.join(', ') }))
  if (state === 'returned') words.push(t('reviews:queue.why.returned'))
  if (state === 'preparing') words.push(t('reviews:queue.why.preparing', { day: format.day(openedOn), user: openedBy }))
  if (dueOn)
    words.push(t(dueOn < today ? 'reviews:queue.why.late' : 'reviews:queue.why.dueOn', { day: format.day(dueOn) }))
  if (triggerDetail) words.push(triggerDetailWords(triggerDetail, t))
  return words
}

/** Why a row stands in the queue, the weightiest reason first. */
export const useQueueWords = (): ((row: QueueRow) => string[]) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const home = useHome()
  return useMemo(
    () =>
      ({ review, due, alerts, mark }: QueueRow) => {
        const told = alerts.map((alert) => alertSentence(alert, home, t, format))
        // The alert says it already.
        const saidByAlert = due?.because === 'limit-ends' && alerts.some(({ kind }) => kind === 'limit-ending')
        const dueWords = due
          ? [
              ...(saidByAlert ? [] : [t(`reviews:queue.why.${due.because}`, { day: format.day(due.dueOn) })]),
              ...(due.exposure !== 0
                ? [t('reviews:queue.why.exposure', { amount: format.money(due.exposure, home) })]
                : []),
            ]
          : []
        const under = review ? reviewReasons(review, today, t, format) : []
        return mark === 'grave' ? [...told, ...dueWords] : [...under, ...dueWords, ...told]
      },
    [t, format, today, home],
  )
}
