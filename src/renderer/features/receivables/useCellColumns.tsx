import { useMemo } from 'react'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'

/** Columns of the list behind a cell of the balance, narrow enough for the side panel. */
export const useCellColumns = ({ withCustomer }: { withCustomer: boolean }): Column<ItemRow>[] => {
  const t = useT()
  return useMemo(
    () => [
      withCustomer
        ? {
            id: 'customer',
            header: t('receivables:items.columns.customer'),
            width: 'minmax(90px, 1fr)',
            cell: (item) => item.customerName,
          }
        : {
            id: 'kind',
            header: t('receivables:items.columns.kind'),
            width: 'minmax(70px, 1fr)',
            cell: (item) => t(`receivables:kind.${item.kind}`),
          },
      {
        id: 'number',
        header: t('receivables:items.columns.number'),
        width: 'minmax(76px, 1fr)',
        cell: (item) => item.number,
      },
      { id: 'due', header: t('receivables:items.columns.due'), width: 92, cell: (item) => <DayText day={item.due} /> },
      {
        id: 'open',
        header: t('receivables:items.columns.open'),
        width: 110,
        align: 'right',
        cell: (item) => <MoneyText amount={item.open} currency={item.currency} />,
      },
    ],
    [t, withCustomer],
  )
}
