import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './payments.module.css'

type Props = { left: number; currency: string; words?: 'receipt' | 'setOff' | 'refund' | 'writeOff' | 'discount' }

/** The live line of a form: what of the amount will not be matched. */
export const Left = ({ left, currency, words = 'receipt' }: Props) => {
  const t = useT()
  const format = useFormat()
  const tone = left < 0 ? 'risk' : left === 0 ? 'settled' : undefined
  if (left === 0)
    return (
      <span className={classes.left} data-tone={tone}>
        {t(`payments:left.${words}.none`)}
      </span>
    )
  return (
    <span className={classes.left} data-tone={tone}>
      {t(left < 0 ? 'payments:left.over' : `payments:left.${words}.some`)}{' '}
      <strong>{format.money(Math.abs(left), currency)}</strong>
      {left > 0 && ` ${t(`payments:left.${words}.end`)}`}
    </span>
  )
}
