import type { Rating } from '../../../main/core/ratings/ratings.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { ToneBadge } from '../ToneBadge.tsx'
import { agencyOf } from './agencyName.ts'
import classes from './credit.module.css'

/** The newest report of each provider side by side, each on its own scale. */
export const RatingsRow = ({ ratings }: { ratings: readonly Rating[] }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  if (ratings.length === 0) return <p className={classes.words}>{t('credit:ratings.empty')}</p>
  return (
    <div className={classes.ratings}>
      {ratings.map((rating) => (
        <article key={rating.id} className={classes.rating}>
          <div className={classes.ratingHead}>
            <strong>{agencyOf(rating, t)}</strong>
            <span className={classes.small}>
              {t('credit:ratings.day', { day: format.day(rating.day) })}{' '}
              {rating.stale && <ToneBadge tone="late">{t('credit:ratings.stale')}</ToneBadge>}
            </span>
          </div>
          {rating.values.map((value) => (
            <div key={`${value.scale} ${value.label}`} className={classes.ratingValue}>
              <span>
                {value.label || value.name[language]}
                {(value.reading || value.best !== '') && (
                  <div className={classes.small}>
                    {value.reading?.[language] ?? t('credit:ratings.scale', { worst: value.worst, best: value.best })}
                  </div>
                )}
              </span>
              <strong>{value.value}</strong>
            </div>
          ))}
          {rating.recommendedLimit !== null && (
            <div className={classes.ratingValue}>
              <span>{t('credit:ratings.limit')}</span>
              <strong>{format.money(rating.recommendedLimit, rating.currency)}</strong>
            </div>
          )}
        </article>
      ))}
    </div>
  )
}
