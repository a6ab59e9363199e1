import { useMemo } from 'react'
import type { ReviewRow } from '../../../main/core/reviews/reviews.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { LimitText } from '../../components/credit/LimitText.tsx'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { ReviewState } from './ReviewState.tsx'
import { proposalWords } from './useQueueWords.ts'

type ReviewColumn = Column<ReviewRow> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

/** Columns that fit a list of a width; of closed reviews the day of the decision, of open ones who is asked. */
export const useReviewColumns = (
  width: number,
  { closed = false, ofCustomer = false }: { closed?: boolean; ofCustomer?: boolean } = {},
): Column<ReviewRow>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const columns: (ReviewColumn | false)[] = [
      {
        id: 'reference',
        header: t('reviews:list.columns.reference'),
        width: 108,
        cell: ({ reference }) => reference,
      },
      !ofCustomer && {
        id: 'customer',
        header: t('reviews:list.columns.customer'),
        width: 'minmax(130px, 2fr)',
        cell: ({ customerName }) => customerName,
      },
      {
        id: 'trigger',
        header: t('reviews:list.columns.trigger'),
        width: 'minmax(136px, 1fr)',
        from: 860,
        cell: ({ trigger }) => t(`reviews:trigger.${trigger}`),
      },
      {
        id: 'state',
        header: t('reviews:list.columns.state'),
        width: 112,
        cell: (review) => <ReviewState review={review} />,
      },
      {
        id: 'current',
        header: t('reviews:list.columns.current'),
        width: 112,
        align: 'right',
        from: 700,
        cell: ({ currentLimit, currency }) => <LimitText limit={currentLimit} currency={currency} showCurrency />,
      },
      {
        id: 'proposal',
        header: t('reviews:list.columns.proposal'),
        width: 'minmax(176px, 1.4fr)',
        align: 'right',
        from: 560,
        cell: (review) => proposalWords(review, t, format) ?? t('common:none'),
      },
      {
        id: 'class',
        header: t('reviews:list.columns.class'),
        width: 64,
        align: 'center',
        from: 1180,
        cell: (review) => review.class ?? t('common:none'),
      },
      !closed && {
        id: 'waitsFor',
        header: t('reviews:list.columns.waitsFor'),
        width: 'minmax(120px, 1.4fr)',
        from: 1000,
        cell: ({ waitsFor }) => waitsFor.join(', ') || t('common:none'),
      },
      {
        id: 'since',
        header: t(closed ? 'reviews:list.columns.decided' : 'reviews:list.columns.since'),
        width: 98,
        align: 'right',
        from: 460,
        cell: ({ decidedOn, waitsSince, openedOn }) => (
          <DayText day={closed ? decidedOn : (waitsSince ?? decidedOn ?? openedOn)} />
        ),
      },
    ]
    return columns.filter((column) => column !== false).filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, format, width, closed, ofCustomer])
}
