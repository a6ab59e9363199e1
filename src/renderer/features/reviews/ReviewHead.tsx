import { Button, Group, Kbd, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ClassBadge } from '../../components/credit/ClassBadge.tsx'
import { LimitBar } from '../../components/credit/LimitBar.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnchorLink } from '../../components/links.tsx'
import classes from './reviews.module.css'
import { triggerDetailWords } from './useQueueWords.ts'
import { useReviewWords } from './useReviewWords.ts'

/** The question, when what is known was frozen, and the figures that the answer is about. */
export const ReviewHead = ({ data }: { data: Review }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { review, evidence } = data
  const { exposure, recommendation, scorecard, policyVersion } = evidence
  const words = useReviewWords(review.currency)
  const asked = useQuery({
    ...api.applications.get.queryOptions({ input: { id: data.applicationId ?? '' } }),
    enabled: data.applicationId !== null,
  }).data?.asked
  const last = data.proposals.at(-1)
  const decided = data.decision?.outcome === 'approved'
  return (
    <>
      <p className={classes.question}>
        {t(`reviews:review.question.${review.trigger}`, { name: review.customerName })}
      </p>
      {review.triggerDetail !== '' && <p className={classes.detail}>{triggerDetailWords(review.triggerDetail, t)}</p>}
      <Text size="sm" c="dimmed">
        {t('reviews:review.question.opened', { day: format.day(review.openedOn), user: review.openedBy })}{' '}
        {review.dueOn &&
          `${t(
            review.dueOn < today && review.state !== 'decided'
              ? 'reviews:review.question.late'
              : 'reviews:review.question.dueOn',
            { day: format.day(review.dueOn) },
          )} `}
        {policyVersion > 0
          ? t('reviews:review.question.policy', { version: policyVersion })
          : t('reviews:review.question.shipped')}{' '}
        <AnchorLink
          to="/customers/$id"
          params={{ id: review.customerId }}
          search={{ tab: 'credit' }}
          underline="always"
        >
          {t('reviews:review.customerLink')}
        </AnchorLink>
        {data.applicationId !== null && (
          <>
            {' · '}
            <AnchorLink to="/credit/applications" search={{ id: data.applicationId, show: 'all' }} underline="always">
              {t('reviews:review.applicationLink')}
            </AnchorLink>
          </>
        )}
      </Text>
      <div className={classes.figures}>
        <KeyFigure
          label={t(decided ? 'reviews:review.figures.before' : 'reviews:review.figures.current')}
          value={words.limit(review.currentLimit)}
        />
        <KeyFigure
          label={t('reviews:review.figures.exposure')}
          value={words.money(exposure.total)}
          tone={exposure.mark === 'passed' ? 'risk' : exposure.mark === 'watch' ? 'late' : 'neutral'}
          hint={
            exposure.overdue.amount > 0 && `${t('credit:exposure.overdue')} ${words.money(exposure.overdue.amount)}`
          }
        />
        {asked !== undefined && <KeyFigure label={t('reviews:review.figures.asked')} value={words.limit(asked)} />}
        <KeyFigure
          label={t('reviews:review.figures.recommended')}
          value={words.limit(recommendation.amount)}
          hint={
            recommendation.gap !== null &&
            recommendation.gap > 0 &&
            t('reviews:review.figures.gap', { amount: words.money(recommendation.gap) })
          }
        />
        {last && (
          <KeyFigure
            label={t(decided ? 'reviews:review.figures.decided' : 'reviews:review.figures.proposed')}
            value={last.kind === 'withdraw' ? t('reviews:kind.withdraw') : words.limit(last.amount)}
            hint={t(`reviews:review.proposal.state.${last.state}`)}
          />
        )}
      </div>
      <div className={classes.standing}>
        <div className={classes.limitBar}>
          <LimitBar standing={exposure} currency={exposure.currency} />
        </div>
        <div>
          <ClassBadge riskClass={review.class} inWords />
          {scorecard.mark !== null && (
            <Text size="xs" c="dimmed">
              {t('reviews:review.figures.mark', { mark: scorecard.mark })}
            </Text>
          )}
        </div>
      </div>
      <Frozen data={data} />
    </>
  )
}

/** The day of the evidence; while the review is prepared, what moved since and the way to take it anew. */
const Frozen = ({ data: { review, evidence } }: { data: Review }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const words = useReviewWords(review.currency)
  const preparing = review.state === 'preparing' || review.state === 'returned'
  const now = useQuery({
    ...api.limits.exposure.queryOptions({ input: { customerId: review.customerId } }),
    enabled: preparing,
  }).data
  const freeze = useCommand(api.reviews.freeze.mutationOptions(), {
    done: ({ evidence: fresh }) => t('reviews:review.freeze.done', { day: format.day(fresh.frozenOn) }),
  })
  const can = preparing && !readOnly
  const run = () => freeze.mutate({ id: review.id })
  useShortcuts(can ? [{ key: 'g', label: t('reviews:review.freeze.action'), run }] : [])
  return (
    <Group gap="sm" className={classes.frozen}>
      <Text size="sm" fw={500}>
        {t('reviews:review.frozen', { day: format.day(evidence.frozenOn), user: evidence.frozenBy })}
      </Text>
      {now && (
        <Text size="sm" c={now.total === evidence.exposure.total ? 'dimmed' : 'var(--late)'}>
          {now.total === evidence.exposure.total
            ? t('reviews:review.freeze.unchanged')
            : t('reviews:review.freeze.changed', {
                before: words.money(evidence.exposure.total),
                after: words.money(now.total),
              })}
        </Text>
      )}
      {can && (
        <Button
          variant="default"
          size="compact-sm"
          loading={freeze.isPending}
          rightSection={<Kbd size="xs">g</Kbd>}
          onClick={run}
        >
          {t('reviews:review.freeze.action')}
        </Button>
      )}
    </Group>
  )
}
