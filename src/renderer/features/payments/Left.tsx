import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './payments.module.css'

type Props = { left: number; currency: string; words?: 'receipt' | 'setOff' | 'refund' | 'writeOff' | 'discount' }

/** Where the figure stands in a sentence. */
const PLACE = '\u0000'

/** The live line of a form: what of the amount will be left. */
export const Left = ({ left, currency, words = 'receipt' }: Props) => {
  const t = useT()
  const format = useFormat()
  if (left === 0)
    return (
      <span className={classes.left} data-tone="settled">
        {t(`payments:left.${words}.none`)}
      </span>
    )
  const sentence = t(left < 0 ? 'payments:left.over' : `payments:left.${words}.some`, { amount: PLACE })
  const [before, after] = sentence.split(PLACE)
  return (
    <span className={classes.left} data-tone={left < 0 ? 'risk' : undefined}>
      {before}
      <strong>{format.money(Math.abs(left), currency)}</strong>
      {after}
    </span>
  )
}
