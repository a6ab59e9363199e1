import type { Minor } from '../../../main/core/kernel/money.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyText } from '../MoneyText.tsx'
import classes from './credit.module.css'

type Props = { limit: Minor | null; currency: string; showCurrency?: boolean }

/** A limit in a list: none and zero are two things. */
export const LimitText = ({ limit, currency, showCurrency = false }: Props) => {
  const t = useT()
  if (limit === null) return <span className={classes.dim}>{t('credit:limit.noneShort')}</span>
  if (limit === 0) return <span>{t('credit:limit.zeroShort')}</span>
  return <MoneyText amount={limit} currency={currency} showCurrency={showCurrency} />
}
