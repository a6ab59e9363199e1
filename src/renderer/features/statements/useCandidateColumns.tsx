import { useMemo } from 'react'
import type { StatementCandidate } from '../../../main/core/statements/statements.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'

type Sum = StatementCandidate['totals'][number]

/** One amount a currency: most customers have one. */
const Amounts = ({ totals, of }: { totals: readonly Sum[]; of: 'total' | 'overdue' }) =>
  totals.map((sum, place) => (
    <span key={sum.currency}>
      {place > 0 && ' · '}
      <MoneyText amount={sum[of]} currency={sum.currency} showCurrency strong={of === 'total'} />
    </span>
  ))

export const useCandidateColumns = (): Column<StatementCandidate>[] => {
  const t = useT()
  return useMemo(
    () => [
      {
        id: 'customer',
        header: t('statements:columns.customer'),
        width: 'minmax(180px, 2fr)',
        cell: ({ name }) => name,
      },
      { id: 'code', header: t('statements:columns.code'), width: 110, cell: ({ code }) => code },
      {
        id: 'language',
        header: t('statements:columns.language'),
        width: 100,
        cell: ({ language }) => t(`papers:statement.languages.${language}`),
      },
      {
        id: 'way',
        header: t('statements:columns.way'),
        width: 'minmax(130px, 1fr)',
        cell: ({ byMail, byPost }) => t(`statements:way.${byMail ? 'mail' : byPost ? 'post' : 'none'}`),
      },
      {
        id: 'overdue',
        header: t('statements:columns.overdue'),
        width: 'minmax(130px, 1fr)',
        align: 'right',
        cell: ({ totals }) => <Amounts totals={totals} of="overdue" />,
      },
      {
        id: 'balance',
        header: t('statements:columns.balance'),
        width: 'minmax(130px, 1fr)',
        align: 'right',
        cell: ({ totals }) => <Amounts totals={totals} of="total" />,
      },
    ],
    [t],
  )
}
