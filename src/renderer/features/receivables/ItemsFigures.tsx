import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import classes from './receivables.module.css'

type Sum = { currency: string; open: number; overdue: number; count: number }

/** What the selection adds up to: the figures of the screen. A currency that is not the filter's stands beside. */
export const ItemsFigures = ({
  sums,
  day,
  currency,
}: {
  sums: readonly Sum[]
  day: string
  currency: string | null
}) => {
  const t = useT()
  const format = useFormat()
  const shown = sums.length > 0 ? sums : currency ? [{ currency, open: 0, overdue: 0, count: 0 }] : []
  return (
    <div className={classes.figures}>
      {shown.map((sum) => (
        <KeyFigure
          key={sum.currency}
          label={t('receivables:items.openOn', { day: format.day(day) })}
          value={format.money(sum.open, sum.currency)}
          hint={
            <>
              {t('receivables:items.itemCount', { count: sum.count })}
              {sum.overdue > 0 && (
                <span className={classes.late}>
                  {t('receivables:items.ofWhichOverdue', { amount: format.money(sum.overdue, sum.currency) })}
                </span>
              )}
            </>
          }
        />
      ))}
    </div>
  )
}
