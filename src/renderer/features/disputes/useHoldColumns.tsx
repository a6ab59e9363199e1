import { useMemo } from 'react'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import classes from './disputes.module.css'
import type { Hold } from './HoldPanel.tsx'

type HoldColumn = Column<Hold> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

export const useHoldColumns = (width: number): Column<Hold>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: HoldColumn[] = [
      {
        id: 'customer',
        header: t('disputes:holds.columns.customer'),
        width: 'minmax(150px, 2fr)',
        cell: (hold) => hold.customerName,
      },
      {
        id: 'scope',
        header: t('disputes:holds.columns.scope'),
        width: 'minmax(110px, 1fr)',
        cell: (hold) => hold.itemNumber ?? t('disputes:holds.whole'),
      },
      {
        id: 'reason',
        header: t('disputes:holds.columns.reason'),
        width: 'minmax(140px, 2fr)',
        cell: (hold) => hold.reason,
      },
      {
        id: 'owner',
        header: t('disputes:holds.columns.owner'),
        width: 'minmax(100px, 1fr)',
        cell: (hold) => hold.owner || <span className={classes.dim}>{t('common:none')}</span>,
      },
      {
        id: 'since',
        header: t('disputes:holds.columns.since'),
        width: 106,
        from: 800,
        cell: (hold) => <DayText day={hold.createdOn} />,
      },
      {
        id: 'until',
        header: t('disputes:holds.columns.until'),
        width: 106,
        cell: (hold) =>
          hold.until ? (
            <DayText day={hold.until} />
          ) : (
            <span className={classes.dim}>{t('disputes:holds.openEnded')}</span>
          ),
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
