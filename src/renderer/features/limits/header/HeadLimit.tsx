import type { CSSProperties } from 'react'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import figures from '../../../components/figures.module.css'
import { AnchorLink } from '../../../components/links.tsx'
import type { Tone } from '../../../components/tone.ts'
import classes from '../limits.module.css'
import { useLight } from './useLight.ts'

const tones: Record<'none' | 'under' | 'watch' | 'passed', Tone> = {
  none: 'neutral',
  under: 'neutral',
  watch: 'late',
  passed: 'risk',
}

/** Limit, what is used of it and what is left, among the figures of a customer; leads to its credit. */
export const HeadLimit = ({ customerId }: { customerId: string }) => {
  const t = useT()
  const format = useFormat()
  const { light } = useLight(customerId)
  if (!light) return null
  const { currency, exposure } = light.verdict
  const { limit, limitState, limitKind, limitUntil, available, utilisation, mark } = exposure
  const money = (amount: number) => format.money(amount, currency)
  const value =
    limit === null
      ? t('limits:header.notSet')
      : limit === 0
        ? t('limits:decide.cashOnly')
        : format.money(limit, currency)
  const hints = [
    limitState === 'expired' && limitUntil && t('limits:header.expired', { day: format.day(limitUntil) }),
    limitState === 'set' && (limitKind === 'group' || limitKind === 'temporary') && t(`limits:exposure.${limitKind}`),
    utilisation !== null && format.percent(String(utilisation)),
    available !== null &&
      (available < 0
        ? t('limits:header.over', { amount: money(-available) })
        : `${t('limits:header.available')} ${money(available)}`),
  ].filter((hint) => typeof hint === 'string')
  const share = utilisation ?? (limit === 0 && mark === 'passed' ? 100 : 0)
  return (
    <AnchorLink
      to="/customers/$id"
      params={{ id: customerId }}
      search={{ tab: 'credit' }}
      className={classes.headLimit}
    >
      <span className={figures.keyLabel}>{t('limits:header.label')}</span>
      <span className={figures.keyValue} data-small={limit === null || limit === 0 || undefined}>
        {value}
      </span>
      {limit !== null && (
        <span
          className={classes.headBar}
          data-tone={tones[mark]}
          style={{ '--used': `${Math.min(100, Math.max(0, share))}%` } as CSSProperties}
          aria-hidden
        />
      )}
      <span className={classes.headHint} data-tone={tones[mark]}>
        {hints.join(' · ')}
      </span>
    </AnchorLink>
  )
}
