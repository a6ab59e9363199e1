import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './totals.module.css'

type Totals = {
  currency: string
  principal: number
  credits: number
  interest: number
  indemnities: number
  fees: number
  earlierCharges: number
  total: number
}

/** How the total of a letter comes about; lines of zero are left out. */
export const LetterTotals = ({ letter }: { letter: Totals }) => {
  const t = useT()
  const format = useFormat()
  const lines = [
    ['principal', letter.principal],
    ['credits', -letter.credits],
    ['interest', letter.interest],
    ['indemnities', letter.indemnities],
    ['fees', letter.fees],
    ['earlierCharges', letter.earlierCharges],
  ] as const
  return (
    <dl className={classes.totals}>
      {lines
        .filter(([name, amount]) => name === 'principal' || amount !== 0)
        .map(([name, amount]) => (
          <div key={name}>
            <dt>{t(`dunning:proposal.letter.${name}`)}</dt>
            <dd>{format.amount(amount, letter.currency)}</dd>
          </div>
        ))}
      <div className={classes.sum}>
        <dt>{t('dunning:proposal.letter.total')}</dt>
        <dd>{format.money(letter.total, letter.currency)}</dd>
      </div>
    </dl>
  )
}
