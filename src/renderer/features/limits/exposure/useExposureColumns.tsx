import { useMemo } from 'react'
import type { ExposureRow } from '../../../../main/core/limits/exposure.schema.ts'
import { useT } from '../../../app/i18n.ts'
import { LimitText } from '../../../components/credit/LimitText.tsx'
import type { Column } from '../../../components/DataTable.tsx'
import { DayText } from '../../../components/DayText.tsx'
import grid from '../../../components/grid.module.css'
import { MoneyText } from '../../../components/MoneyText.tsx'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import classes from '../limits.module.css'
import type { exposureSorts } from '../limits.search.ts'
import { UsedBar } from '../UsedBar.tsx'

export type ExposureSort = (typeof exposureSorts)[number]
type ExposureColumn = Column<ExposureRow, ExposureSort> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

// From here on there is room for what kind of limit it is.
const WIDE = 960

/** Columns that fit a list of a width. */
export const useExposureColumns = (width: number, currency: string): Column<ExposureRow, ExposureSort>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: ExposureColumn[] = [
      {
        id: 'name',
        header: t('limits:exposure.columns.name'),
        width: 'minmax(150px, 2fr)',
        sort: 'name',
        cell: (row) => (
          <span className={classes.name}>
            <span className={classes.cut}>{row.name}</span>
            <span className={grid.code}>{row.code}</span>
          </span>
        ),
      },
      {
        id: 'exposure',
        header: `${t('limits:exposure.columns.exposure')} ${currency}`,
        width: 124,
        align: 'right',
        sort: 'exposure',
        cell: (row) => <MoneyText amount={row.total} currency={currency} strong />,
      },
      {
        id: 'limit',
        header: t('limits:exposure.columns.limit'),
        width: 118,
        align: 'right',
        cell: ({ limit, limitState }) => (
          <LimitText limit={limit} state={limitState} currency={currency} plain={width >= WIDE} />
        ),
      },
      {
        id: 'kind',
        header: '',
        width: 84,
        from: WIDE,
        cell: ({ limitKind, limitState }) =>
          limitState === 'expired' ? (
            <ToneBadge tone="late">{t('limits:expired')}</ToneBadge>
          ) : (
            (limitKind === 'group' || limitKind === 'temporary') && (
              <span className={grid.code}>{t(`limits:exposure.${limitKind}`)}</span>
            )
          ),
      },
      {
        id: 'used',
        header: t('limits:exposure.columns.used'),
        width: 104,
        align: 'right',
        sort: 'utilisation',
        cell: (row) => <UsedBar used={row} />,
      },
      {
        id: 'available',
        header: t('limits:exposure.columns.available'),
        width: 118,
        align: 'right',
        sort: 'available',
        from: 640,
        cell: ({ available }) => (available === null ? null : <MoneyText amount={available} currency={currency} />),
      },
      {
        id: 'overdue',
        header: t('limits:exposure.columns.overdue'),
        width: 112,
        align: 'right',
        sort: 'overdue',
        from: 780,
        cell: ({ overdue }) => <MoneyText amount={overdue.amount} currency={currency} />,
      },
      {
        id: 'passesOn',
        header: t('limits:exposure.columns.passesOn'),
        width: 108,
        sort: 'passesOn',
        from: 860,
        cell: ({ passesOn }) => <DayText day={passesOn} />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width, currency])
}
