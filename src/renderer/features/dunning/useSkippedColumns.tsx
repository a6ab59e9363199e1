import { useMemo } from 'react'
import type { Proposal } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { DaysLate } from '../../components/DaysLate.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'

type Skipped = Proposal['skipped'][number]
type Hold = { customerId: string; itemId: string | null; reason: string }

/** The reason in words; for a hold, the words of whoever set it. */
export const useSkippedColumns = (width: number, holds: readonly Hold[] | undefined): Column<Skipped>[] => {
  const t = useT()
  return useMemo(() => {
    const reasonOf = (row: Skipped) => {
      const words = t(`dunning:proposal.reason.${row.reason}`, { currency: row.currency })
      if (row.reason !== 'on-hold') return words
      const hold =
        holds?.find(({ itemId }) => itemId === row.itemId) ??
        holds?.find(({ customerId, itemId }) => itemId === null && customerId === row.customerId)
      return hold ? `${words}, ${hold.reason}` : words
    }
    const columns: (Column<Skipped> & { from?: number })[] = [
      {
        id: 'customer',
        header: t('dunning:proposal.skipped.columns.customer'),
        width: 'minmax(110px, 0.8fr)',
        cell: (row) => row.customerName,
      },
      {
        id: 'number',
        header: t('dunning:proposal.skipped.columns.number'),
        width: 110,
        from: 560,
        cell: (row) => row.number,
      },
      {
        id: 'late',
        header: t('dunning:proposal.skipped.columns.late'),
        width: 64,
        align: 'right',
        from: 620,
        cell: (row) => <DaysLate days={row.daysLate} />,
      },
      {
        id: 'open',
        header: t('dunning:proposal.skipped.columns.open'),
        width: 108,
        align: 'right',
        from: 420,
        cell: (row) => <MoneyText amount={row.open} currency={row.currency} showCurrency />,
      },
      {
        id: 'reason',
        header: t('dunning:proposal.skipped.columns.reason'),
        width: 'minmax(170px, 1.6fr)',
        cell: (row) => <span title={reasonOf(row)}>{reasonOf(row)}</span>,
      },
      {
        id: 'until',
        header: t('dunning:proposal.skipped.columns.until'),
        width: 98,
        cell: (row) => <DayText day={row.until} />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width, holds])
}
