import type { CSSProperties } from 'react'
import type { Verdict } from '../../../main/core/limits/verdict.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { barShares } from './exposure.bar.ts'
import classes from './orders.module.css'

const percent = (share: number): string => `${share * 100}%`

/** What is owed before and with the order, against the limit. */
export const ExposureBar = ({ verdict: { verdict, exposure, after, currency } }: { verdict: Verdict }) => {
  const t = useT()
  const format = useFormat()
  const { total, limit } = exposure
  const shares = barShares(total, after, limit)
  const money = (amount: number) => format.money(amount, currency)
  const told = { exposure: money(total), order: money(after - total), limit: limit === null ? '' : money(limit) }
  const at = (from: number, wide = 0) => ({ '--from': percent(from), '--wide': percent(wide) }) as CSSProperties
  return (
    <div className={classes.bar}>
      <div
        className={classes.track}
        role="img"
        aria-label={t(limit === null ? 'orders:verdict.barNoLimit' : 'orders:verdict.bar', told)}
      >
        <div className={classes.part} style={at(0, shares.before)} />
        <div
          className={classes.part}
          data-order
          data-tone={verdict === 'refuse' ? 'risk' : verdict === 'warn' ? 'late' : undefined}
          style={at(shares.before, shares.order)}
        />
        {shares.limit !== null && <div className={classes.mark} style={at(shares.limit)} />}
      </div>
      <div className={classes.legend} aria-hidden>
        <span>{t('orders:verdict.before')}</span>
        <span data-order>{t('orders:verdict.withOrder')}</span>
        {limit !== null && <span data-mark>{t('orders:verdict.mark')}</span>}
      </div>
    </div>
  )
}
