import { useMemo } from 'react'
import type { Drawn } from '../../../main/core/confirmations/confirmations.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { Balances } from './Balances.tsx'

export const useDrawnColumns = (): Column<Drawn>[] => {
  const t = useT()
  return useMemo(
    () => [
      {
        id: 'customer',
        header: t('confirmations:columns.customer'),
        width: 'minmax(150px, 2fr)',
        cell: ({ name }) => name,
      },
      {
        id: 'by',
        header: t('confirmations:columns.by'),
        width: 'minmax(146px, 1fr)',
        cell: ({ chosenBy }) => t(`confirmations:by.${chosenBy}`),
      },
      {
        id: 'way',
        header: t('confirmations:columns.way'),
        width: 124,
        cell: ({ byMail, byPost }) => t(`statements:way.${byMail ? 'mail' : byPost ? 'post' : 'none'}`),
      },
      {
        id: 'balance',
        header: t('confirmations:columns.balance'),
        width: 'minmax(130px, 1fr)',
        align: 'right',
        cell: ({ balances }) => <Balances balances={balances} />,
      },
    ],
    [t],
  )
}
