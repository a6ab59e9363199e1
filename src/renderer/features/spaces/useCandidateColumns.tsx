import { useMemo } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { StatementCandidate } from '../../../main/core/statements/statements.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'

export type Candidate = Omit<StatementCandidate, 'without' | 'byPost'> & { openUntil: Day | null }

const Amounts = ({ totals, of }: { totals: Candidate['totals']; of: 'total' | 'overdue' }) =>
  totals.map((sum, place) => (
    <span key={sum.currency}>
      {place > 0 && ' · '}
      <MoneyText amount={sum[of]} currency={sum.currency} showCurrency strong={of === 'total'} />
    </span>
  ))

export const useCandidateColumns = (): Column<Candidate>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'customer',
        header: t('spaces:columns.customer'),
        width: 'minmax(180px, 2fr)',
        cell: ({ name }) => name,
      },
      {
        id: 'language',
        header: t('spaces:columns.language'),
        width: 100,
        cell: ({ language }) => t(`papers:statement.languages.${language}`),
      },
      {
        id: 'way',
        header: t('spaces:columns.way'),
        width: 160,
        cell: ({ byMail }) => t(byMail ? 'spaces:known' : 'spaces:unknown'),
      },
      {
        id: 'openUntil',
        header: t('spaces:columns.openUntil'),
        width: 160,
        cell: ({ openUntil }) => (openUntil ? t('spaces:openUntil', { day: format.day(openUntil) }) : ''),
      },
      {
        id: 'overdue',
        header: t('spaces:columns.overdue'),
        width: 'minmax(120px, 1fr)',
        align: 'right',
        cell: ({ totals }) => <Amounts totals={totals} of="overdue" />,
      },
      {
        id: 'balance',
        header: t('spaces:columns.balance'),
        width: 'minmax(120px, 1fr)',
        align: 'right',
        cell: ({ totals }) => <Amounts totals={totals} of="total" />,
      },
    ],
    [t, format],
  )
}
