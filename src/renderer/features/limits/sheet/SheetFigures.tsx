import { useQuery } from '@tanstack/react-query'
import type { Behaviour } from '../../../../main/core/behaviour/behaviour.contract.ts'
import type { Recommendation } from '../../../../main/core/recommendations/recommendations.contract.ts'
import type { Scorecard } from '../../../../main/core/scorecards/scorecards.contract.ts'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { ClassBadge } from '../../../components/credit/ClassBadge.tsx'
import { KeyFigure } from '../../../components/KeyFigure.tsx'
import { AnchorLink } from '../../../components/links.tsx'
import classes from './sheet.module.css'

type Props = {
  customerId: string
  scorecard: Scorecard | null
  behaviour: Behaviour | null
  recommendation: Recommendation | null
}

/** What is read first: class, payment score, recommended limit, last review. */
export const SheetFigures = ({ customerId, scorecard, behaviour, recommendation }: Props) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(api.reviews.list.queryOptions({ input: { customerId, show: 'all', limit: 1 } }))
  const review = data?.reviews[0]
  const none = <span className={classes.none}>{t('common:none')}</span>
  const wait = '\u00a0'
  return (
    <div className={classes.figures}>
      <KeyFigure
        label={t('credit:scorecard.total')}
        value={
          scorecard ? (scorecard.mark === null ? none : t('limits:sheet.outOf', { points: scorecard.mark })) : wait
        }
        hint={scorecard ? <ClassBadge riskClass={scorecard.class} inWords /> : wait}
      />
      <KeyFigure
        label={t('credit:behaviour.title')}
        value={
          behaviour ? (behaviour.score === null ? none : t('limits:sheet.outOf', { points: behaviour.score })) : wait
        }
        hint={
          behaviour?.averageDaysLate == null
            ? wait
            : t('limits:sheet.late', { days: format.decimal(behaviour.averageDaysLate) })
        }
      />
      <KeyFigure
        label={t('limits:sheet.recommendation')}
        value={
          recommendation
            ? recommendation.amount === null
              ? none
              : format.money(recommendation.amount, recommendation.currency)
            : wait
        }
        hint={
          recommendation?.amount === null
            ? t('credit:recommendation.none')
            : recommendation?.amount === 0
              ? t('limits:cashOnly')
              : wait
        }
      />
      <KeyFigure
        label={t('limits:sheet.lastReview')}
        value={review ? format.day(review.decidedOn ?? review.openedOn) : none}
        hint={
          review ? (
            <>
              <AnchorLink underline="always" to="/credit/reviews/$id" params={{ id: review.id }}>
                {review.reference}
              </AnchorLink>
              {review.decidedOn === null
                ? `, ${t('limits:sheet.underWay')}`
                : review.nextReviewOn !== null &&
                  `, ${t('limits:sheet.next', { day: format.day(review.nextReviewOn) })}`}
            </>
          ) : (
            t('limits:sheet.neverReviewed')
          )
        }
      />
    </div>
  )
}
