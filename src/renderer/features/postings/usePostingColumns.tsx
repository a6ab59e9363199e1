import { useMemo } from 'react'
import type { Posting } from '../../../main/core/postings/postings.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { DayText } from '../../components/DayText.tsx'
import { PostingState } from './PostingState.tsx'

export const usePostingColumns = (width: number): Column<Posting>[] => {
  const t = useT()
  return useMemo(() => {
    const none = t('common:none')
    const columns: (Column<Posting> & { from?: number })[] = [
      { id: 'state', header: t('postings:columns.state'), width: 132, cell: (row) => <PostingState posting={row} /> },
      {
        id: 'customer',
        header: t('postings:columns.customer'),
        width: 'minmax(140px, 1.6fr)',
        cell: ({ customerName }) => customerName,
      },
      {
        id: 'town',
        header: t('postings:columns.town'),
        width: 'minmax(120px, 1fr)',
        from: 760,
        cell: ({ address }) => [address.postalCode, address.city, address.country].filter(Boolean).join(' '),
      },
      {
        id: 'number',
        header: t('postings:columns.number'),
        width: 156,
        cell: ({ number, kind }) => number || (kind === 'registered' ? none : ''),
      },
      { id: 'letter', header: t('postings:columns.letter'), width: 152, from: 600, cell: ({ reference }) => reference },
      {
        id: 'level',
        header: t('postings:columns.level'),
        width: 'minmax(110px, 0.8fr)',
        from: 1120,
        cell: ({ levelName }) => levelName,
      },
      {
        id: 'deposited',
        header: t('postings:columns.deposited'),
        width: 98,
        from: 860,
        cell: ({ depositedOn }) => (depositedOn ? <DayText day={depositedOn} /> : none),
      },
      {
        id: 'outcome',
        header: t('postings:columns.outcome'),
        width: 98,
        from: 960,
        cell: ({ outcomeOn }) => (outcomeOn ? <DayText day={outcomeOn} /> : none),
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
