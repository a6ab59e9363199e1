import type { CSSProperties } from 'react'
import type { Exposure } from '../../../main/core/limits/exposure.schema.ts'
import { type Format, useFormat } from '../../app/format.ts'
import { type Translate, useT } from '../../app/i18n.ts'
import type { Tone } from '../tone.ts'
import classes from './credit.module.css'

type Standing = Pick<
  Exposure,
  'total' | 'limit' | 'limitState' | 'limitKind' | 'limitUntil' | 'available' | 'utilisation' | 'mark' | 'passesOn'
>
type Props = { standing: Standing; currency: string }

const tones: Record<Exposure['mark'], Tone> = { none: 'neutral', under: 'neutral', watch: 'late', passed: 'risk' }

/** The limit, how much of it is used and what is left, in figures and as a bar. */
export const LimitBar = ({ standing, currency }: Props) => {
  const t = useT()
  const format = useFormat()
  const { limit, limitState, limitKind, utilisation, available, mark, passesOn } = standing
  const tone = tones[mark]
  const share = utilisation ?? (limit === 0 && standing.total > 0 ? 100 : 0)
  return (
    <div className={classes.bar}>
      <div className={classes.barLine}>
        <span>
          {limitWords(standing, currency, t, format)}
          {limit !== null && limitKind && limitKind !== 'internal' && (
            <span className={classes.dim}> {t(`credit:limit.kind.${limitKind}`)}</span>
          )}
          {limitState === 'set' && standing.limitUntil && (
            <span className={classes.dim}> {t('credit:limit.until', { day: format.day(standing.limitUntil) })}</span>
          )}
        </span>
        {available !== null && (
          <span className={classes.tone} data-tone={available < 0 ? 'risk' : 'neutral'}>
            {available < 0
              ? t('credit:limit.over', { amount: format.money(-available, currency) })
              : t('credit:limit.available', { amount: format.money(available, currency) })}
          </span>
        )}
      </div>
      {limit !== null && (
        <div className={classes.track} aria-hidden>
          <div
            className={classes.fill}
            data-tone={tone}
            style={{ '--used': `${Math.min(100, Math.max(0, share))}%` } as CSSProperties}
          />
        </div>
      )}
      {utilisation !== null && (
        <span className={classes.used} data-tone={tone}>
          {t('credit:limit.used', { percent: format.percent(String(utilisation)) })}
          {mark === 'watch' && `, ${t('credit:limit.mark.watch')}`}
        </span>
      )}
      {passesOn && mark !== 'passed' && (
        <span className={classes.tone} data-tone="late">
          {t('credit:limit.passesOn', { day: format.day(passesOn) })}
        </span>
      )}
    </div>
  )
}

/** `Limite de crédit 90 000,00 €`, or why there is none; zero is cash only. */
const limitWords = (
  { limit, limitState, limitUntil }: Standing,
  currency: string,
  t: Translate,
  format: Format,
): string => {
  if (limitState === 'expired')
    return limitUntil ? t('credit:limit.expiredOn', { day: format.day(limitUntil) }) : t('credit:limit.expired')
  if (limit === null) return t('credit:limit.notSet')
  return limit === 0 ? t('credit:limit.cashOnly') : `${t('credit:limit.label')} ${format.money(limit, currency)}`
}
