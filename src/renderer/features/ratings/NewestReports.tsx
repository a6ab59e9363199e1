import { Text, Title } from '@mantine/core'
import type { CSSProperties } from 'react'
import type { Rating } from '../../../main/core/ratings/ratings.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { agencyOf } from '../../components/credit/agencyName.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import classes from './ratings.module.css'
import { placeOf } from './scale.place.ts'
import type { Scale } from './scale.ts'

const tones: Record<number, Tone> = { 1: 'settled', 2: 'settled', 3: 'neutral', 4: 'late', 5: 'risk' }

type Props = { ratings: readonly Rating[]; scales: readonly Scale[] }

/** The newest report of each agency side by side. */
export const NewestReports = ({ ratings, scales }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <section aria-label={t('ratings:newest')}>
      <Title order={2}>{t('ratings:newest')}</Title>
      <div className={classes.cards}>
        {ratings.map((rating) => (
          <article key={rating.id} className={classes.card} aria-label={agencyOf(rating, t)}>
            <header className={classes.cardHead}>
              <strong>{agencyOf(rating, t)}</strong>
              <span className={classes.small}>{t('ratings:day', { day: format.day(rating.day) })}</span>
            </header>
            {rating.stale && (
              <p className={classes.small}>
                <ToneBadge tone="late">{t('ratings:stale')}</ToneBadge> {t('ratings:staleText')}
              </p>
            )}
            {rating.values.map((value) => (
              <ReportValue
                key={`${value.scale} ${value.label}`}
                value={value}
                scale={scales.find(({ code }) => code === value.scale)}
              />
            ))}
            {rating.recommendedLimit !== null && (
              <div className={classes.line}>
                <span>{t('ratings:limit')}</span>
                <strong className={classes.figure}>{format.money(rating.recommendedLimit, rating.currency)}</strong>
              </div>
            )}
          </article>
        ))}
      </div>
      <Text size="xs" c="dimmed" mt={6}>
        {t('ratings:about')}
      </Text>
    </section>
  )
}

type ValueProps = { value: Rating['values'][number]; scale: Scale | undefined }

/** A value as the agency gives it, where it stands on its scale, and what the agency says it means. */
const ReportValue = ({ value, scale }: ValueProps) => {
  const t = useT()
  const language = useLanguage()
  const place = placeOf(value, scale)
  return (
    <div className={classes.value}>
      <div className={classes.line}>
        <span>{value.name[language]}</span>
        <strong className={classes.points}>{value.value}</strong>
      </div>
      {place && (
        <>
          <div className={classes.track} aria-hidden>
            <span className={classes.mark} style={{ '--at': `${place.at * 100}%` } as CSSProperties} />
          </div>
          <div className={classes.ends}>
            <span>{t('ratings:ends', { worst: place.worst, best: place.best })}</span>
            {value.better && <span>{t(`ratings:${value.better}`)}</span>}
          </div>
        </>
      )}
      {value.reading ? (
        <ToneBadge tone={tones[value.reading.risk ?? 3]}>{value.reading[language]}</ToneBadge>
      ) : (
        <span className={classes.small}>{t('ratings:noReading')}</span>
      )}
    </div>
  )
}
