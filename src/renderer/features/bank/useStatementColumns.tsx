import { useMemo } from 'react'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { accountText } from './LineFacts.tsx'
import type { StatementRow } from './useStatements.ts'

export const useStatementColumns = (): Column<StatementRow>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const header = (
      column: 'account' | 'number' | 'period' | 'opening' | 'closing' | 'difference' | 'lines' | 'open',
    ) => t(`bank:statements.columns.${column}`)
    const balance = (amount: number | null, currency: string) =>
      amount === null ? t('common:none') : <MoneyText amount={amount} currency={currency} showCurrency />
    return [
      {
        id: 'account',
        header: header('account'),
        width: 'minmax(268px, 2fr)',
        cell: ({ account }) => accountText(account),
      },
      { id: 'number', header: header('number'), width: 'minmax(76px, 1fr)', cell: ({ number }) => number },
      {
        id: 'period',
        header: header('period'),
        width: 188,
        cell: ({ openingDay, closingDay }) =>
          [openingDay, closingDay].map((day) => (day ? format.day(day) : t('common:none'))).join(' – '),
      },
      {
        id: 'opening',
        header: header('opening'),
        align: 'right',
        width: 112,
        cell: ({ opening, currency }) => balance(opening, currency),
      },
      {
        id: 'closing',
        header: header('closing'),
        align: 'right',
        width: 112,
        cell: ({ closing, currency }) => balance(closing, currency),
      },
      {
        id: 'difference',
        header: header('difference'),
        align: 'right',
        width: 104,
        cell: ({ difference, currency, opening, closing }) =>
          difference !== 0 ? (
            <ToneBadge tone="late">{format.money(difference, currency)}</ToneBadge>
          ) : (
            opening !== null && closing !== null && t('bank:statements.balanced')
          ),
      },
      { id: 'lines', header: header('lines'), align: 'right', width: 70, cell: ({ lines }) => format.number(lines) },
      {
        id: 'open',
        header: header('open'),
        align: 'right',
        width: 76,
        cell: ({ open }) => (open === 0 ? t('common:none') : format.number(open)),
      },
    ]
  }, [t, format])
}
