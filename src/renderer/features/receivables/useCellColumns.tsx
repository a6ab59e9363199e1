import { useMemo } from 'react'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DaysLate } from '../../components/DaysLate.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'

/** Columns of the list behind a cell of the balance, narrow enough for the side panel. */
export const useCellColumns = ({ withCustomer }: { withCustomer: boolean }): Column<ItemRow>[] => {
  const t = useT()
  return useMemo(
    () => [
      ...(withCustomer
        ? [
            {
              id: 'customer',
              header: t('receivables:items.columns.customer'),
              width: 'minmax(80px, 1fr)',
              cell: (item: ItemRow) => item.customerName,
            },
          ]
        : []),
      {
        id: 'number',
        header: t('receivables:items.columns.number'),
        width: 'minmax(108px, 1fr)',
        cell: (item) => item.number,
      },
      ...(withCustomer
        ? []
        : [
            {
              id: 'due',
              header: t('receivables:items.columns.due'),
              width: 98,
              cell: (item: ItemRow) => <DayText day={item.due} />,
            },
          ]),
      {
        id: 'late',
        header: t('receivables:items.columns.daysLate'),
        width: 66,
        align: 'right' as const,
        cell: (item) => <DaysLate days={item.open > 0 ? item.daysLate : 0} />,
      },
      {
        id: 'open',
        header: t('receivables:items.columns.open'),
        width: 102,
        align: 'right' as const,
        cell: (item) => <MoneyText amount={item.open} currency={item.currency} />,
      },
    ],
    [t, withCustomer],
  )
}
