import type { ExposureRow } from '../../../main/core/limits/exposure.schema.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './limits.module.css'

type Props = {
  row: Pick<ExposureRow, 'limit' | 'limitState'>
  currency: string
  /** What else is to be said of it stands in a column of its own. */
  plain?: boolean
}

/** A limit in a row: its amount, or in words that it is not set, zero, or over. */
export const LimitCell = ({ row: { limit, limitState }, currency, plain = false }: Props) => {
  const t = useT()
  if (limitState === 'expired' && (!plain || limit === null))
    return <ToneBadge tone="late">{t('limits:expired')}</ToneBadge>
  if (limit === null)
    return <span className={classes.dim}>{t(limitState === 'none' ? 'limits:notSet' : 'limits:rateMissing')}</span>
  if (limit === 0) return <ToneBadge tone="risk">{t('limits:cashOnly')}</ToneBadge>
  return <MoneyText amount={limit} currency={currency} />
}
