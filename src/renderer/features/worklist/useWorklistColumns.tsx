import { useMemo } from 'react'
import type { WorklistRow } from '../../../main/core/worklist/worklist.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DaysLate } from '../../components/DaysLate.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { type Reason, toneOf, useReasonWords } from './useReasonWords.ts'
import classes from './worklist.module.css'

// Amount and days stand in columns of their own.
const IN_COLUMNS = new Set<string>(['amount', 'age'])

const SHOWN = 2

const chipsOf = (reasons: readonly Reason[]): readonly Reason[] => {
  const others = reasons.filter(({ code }) => !IN_COLUMNS.has(code))
  return others.length > 0 ? others : reasons.slice(0, 1)
}

export const useWorklistColumns = (currency: string): Column<WorklistRow>[] => {
  const t = useT()
  const words = useReasonWords()
  return useMemo(
    () => [
      {
        id: 'customer',
        header: t('worklist:columns.customer'),
        width: 'minmax(150px, 3fr)',
        cell: ({ name }) => name,
      },
      {
        id: 'overdue',
        header: `${t('worklist:columns.overdue')} (${currency})`,
        width: 124,
        align: 'right',
        cell: ({ overdue }) => <MoneyText amount={overdue} currency={currency} strong />,
      },
      {
        id: 'days',
        header: t('worklist:columns.days'),
        width: 72,
        align: 'right',
        cell: ({ daysLate }) => <DaysLate days={daysLate} />,
      },
      {
        id: 'why',
        header: t('worklist:columns.why'),
        width: 'minmax(200px, 5fr)',
        cell: ({ reasons }) => (
          <span className={classes.chips}>
            {chipsOf(reasons)
              .slice(0, SHOWN)
              .map((reason) => (
                <ToneBadge key={reason.code} tone={toneOf(reason)}>
                  {words.chip(reason)}
                </ToneBadge>
              ))}
            {chipsOf(reasons).length > SHOWN && (
              <span className={classes.dim}>{t('worklist:more', { count: chipsOf(reasons).length - SHOWN })}</span>
            )}
          </span>
        ),
      },
    ],
    [t, words, currency],
  )
}
