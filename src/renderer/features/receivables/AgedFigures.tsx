import type { Aged } from '../../../main/core/receivables/receivables.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { lateColumns, shareOf, sumOf } from './aged.rows.ts'
import classes from './receivables.module.css'

export const AgedFigures = ({ aged }: { aged: Aged }) => {
  const t = useT()
  const format = useFormat()
  const { total, values } = aged.total
  const overdue = sumOf(values, lateColumns(aged.columns))
  // Of what is owed: credits not allocated yet would make it more than the whole.
  const share = shareOf(overdue, total - (values.unallocated ?? 0))
  return (
    <div className={classes.figures}>
      <KeyFigure
        label={t('receivables:aged.figure', { day: format.day(aged.asOf) })}
        value={format.money(total, aged.currency)}
      />
      {aged.basis === 'due' && (
        <KeyFigure
          label={t('receivables:aged.overdue')}
          value={format.money(overdue, aged.currency)}
          tone={overdue > 0 ? 'late' : 'neutral'}
          {...(share && overdue > 0 && { hint: t('receivables:aged.overdueShare', { share: format.percent(share) }) })}
        />
      )}
      <KeyFigure
        label={t('receivables:aged.unallocated')}
        value={format.money(values.unallocated ?? 0, aged.currency)}
      />
      {aged.total.disputed !== 0 && (
        <KeyFigure
          label={t('receivables:aged.disputedFigure')}
          value={format.money(aged.total.disputed, aged.currency)}
        />
      )}
    </div>
  )
}
