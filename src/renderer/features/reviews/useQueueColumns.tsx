import { useMemo } from 'react'
import { useT } from '../../app/i18n.ts'
import { LimitText } from '../../components/credit/LimitText.tsx'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { QueueMarkBadge } from './QueueMarkBadge.tsx'
import type { QueueRow } from './queue.rows.ts'
import { useQueueWords } from './useQueueWords.ts'

type QueueColumn = Column<QueueRow> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

export const useQueueColumns = (width: number, currency: string, ofMonth: boolean): Column<QueueRow>[] => {
  const t = useT()
  const words = useQueueWords()
  return useMemo(() => {
    const columns: QueueColumn[] = [
      {
        id: 'mark',
        header: t('reviews:queue.columns.mark'),
        width: 122,
        cell: ({ mark }) => <QueueMarkBadge mark={mark} />,
      },
      {
        id: 'customer',
        header: t('reviews:queue.columns.customer'),
        width: 'minmax(150px, 2fr)',
        cell: ({ name }) => name,
      },
      {
        id: 'why',
        header: t('reviews:queue.columns.why'),
        width: 'minmax(180px, 5fr)',
        cell: (row) => words(row).join(' · '),
      },
      {
        id: 'class',
        header: t('reviews:queue.columns.class'),
        width: 70,
        align: 'center',
        from: 760,
        cell: (row) => row.class ?? t('common:none'),
      },
      {
        id: 'limit',
        header: `${t('reviews:queue.columns.limit')} (${currency})`,
        width: 124,
        align: 'right',
        from: 700,
        cell: ({ limit }) => (limit === undefined ? t('common:none') : <LimitText limit={limit} currency={currency} />),
      },
      {
        id: 'proposed',
        header: t('reviews:queue.columns.proposed'),
        width: 112,
        align: 'right',
        from: 1160,
        cell: ({ review }) =>
          review?.proposed == null ? (
            <MoneyText amount={0} currency={currency} />
          ) : (
            <LimitText limit={review.proposed} currency={currency} />
          ),
      },
      {
        id: 'day',
        header: t(ofMonth ? 'reviews:queue.columns.dueOn' : 'reviews:queue.columns.day'),
        width: 96,
        align: 'right',
        from: 560,
        cell: ({ day }) => <DayText day={day} />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, words, width, currency, ofMonth])
}
