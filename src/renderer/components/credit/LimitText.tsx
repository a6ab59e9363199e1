import type { Minor } from '../../../main/core/kernel/money.ts'
import type { ExposureRow } from '../../../main/core/limits/exposure.schema.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyText } from '../MoneyText.tsx'
import { ToneBadge } from '../ToneBadge.tsx'
import classes from './credit.module.css'

type Props = {
  limit: Minor | null
  currency: string
  showCurrency?: boolean
  /** Where it is known whether one was set, is over, or has no rate. */
  state?: ExposureRow['limitState']
  /** That it is over stands in a column of its own. */
  plain?: boolean
}

/** A limit in a list: its amount, or in words that it is not set, zero, or over. None and zero are two things. */
export const LimitText = ({ limit, currency, showCurrency = false, state = 'none', plain = false }: Props) => {
  const t = useT()
  if (state === 'expired' && (!plain || limit === null))
    return <ToneBadge tone="late">{t('credit:limit.expiredShort')}</ToneBadge>
  if (limit === null)
    return <span className={classes.dim}>{t(state === 'none' ? 'credit:limit.noneShort' : 'credit:limit.noRate')}</span>
  if (limit === 0) return <ToneBadge tone="risk">{t('credit:limit.zeroShort')}</ToneBadge>
  return <MoneyText amount={limit} currency={currency} showCurrency={showCurrency} />
}
