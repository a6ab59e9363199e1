import { Text } from '@mantine/core'
import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import classes from './reviews.module.css'
import { proposalWords } from './useQueueWords.ts'

/** How a review ended: by whom, why, under which policy, and when it is looked at again. */
export const DecisionNote = ({ data }: { data: Review }) => {
  const t = useT()
  const format = useFormat()
  const { review, decision, cancelled } = data
  if (cancelled)
    return (
      <Note title={t('reviews:review.decision.cancelled')}>
        <Text size="xs" c="dimmed">
          {t('reviews:review.decision.by', { user: cancelled.by, day: format.day(cancelled.on) })}
        </Text>
        <p className={classes.written}>{cancelled.reason}</p>
      </Note>
    )
  if (!decision) return null
  const what = proposalWords(review, t, format)
  const person = { user: decision.by, person: decision.for, day: format.day(decision.on) }
  return (
    <Note
      tone={decision.outcome === 'approved' && review.kind !== 'withdraw' ? 'settled' : 'risk'}
      title={`${t(`reviews:review.decision.${decision.outcome}`)}${what ? `\u202f: ${what}` : ''}`}
    >
      <Text size="xs" c="dimmed">
        {t(decision.for ? 'reviews:review.decision.byFor' : 'reviews:review.decision.by', person)}
        {decision.policyVersion > 0 && `, ${t('reviews:review.decision.policy', { version: decision.policyVersion })}`}
      </Text>
      <p className={classes.written}>{decision.reason}</p>
      {decision.nextReviewOn && (
        <Text size="sm">{t('reviews:review.decision.next', { day: format.day(decision.nextReviewOn) })}</Text>
      )}
    </Note>
  )
}
