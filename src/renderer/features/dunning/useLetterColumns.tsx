import { useMemo } from 'react'
import type { LetterRow } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { LevelBadge } from '../../components/LevelBadge.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { LetterState } from './LetterState.tsx'

export const useLetterColumns = (width: number): Column<LetterRow>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: (Column<LetterRow> & { from?: number })[] = [
      {
        id: 'reference',
        header: t('dunning:letters.columns.reference'),
        width: 146,
        cell: ({ reference }) => reference,
      },
      {
        id: 'customer',
        header: t('dunning:letters.columns.customer'),
        width: 'minmax(120px, 1fr)',
        cell: ({ customerName }) => customerName,
      },
      {
        id: 'level',
        header: t('dunning:letters.columns.level'),
        width: 178,
        from: 740,
        cell: ({ level, levelName }) => <LevelBadge level={level} name={levelName} />,
      },
      {
        id: 'channel',
        header: t('dunning:letters.columns.channel'),
        width: 124,
        from: 900,
        cell: ({ channel }) => t(`dunning:channel.${channel}`),
      },
      {
        id: 'total',
        header: t('dunning:letters.columns.total'),
        width: 124,
        align: 'right',
        cell: ({ total, currency }) => <MoneyText amount={total} currency={currency} showCurrency strong />,
      },
      {
        id: 'state',
        header: t('dunning:letters.columns.state'),
        width: 168,
        from: 500,
        cell: (letter) => <LetterState letter={letter} />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
