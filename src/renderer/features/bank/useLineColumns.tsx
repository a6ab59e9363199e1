import { useMemo } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './bank.module.css'
import { without } from './highlight.ts'
import { LineMark } from './LineMark.tsx'

/** Day, party with the first words of the text, amount, state. */
export const useLineColumns = (manyCurrencies: boolean): Column<BankLine>[] => {
  const t = useT()
  return useMemo(
    () => [
      {
        id: 'booked',
        header: t('bank:lines.columns.booked'),
        width: 98,
        cell: ({ booked }) => <DayText day={booked} />,
      },
      {
        id: 'party',
        header: t('bank:lines.columns.party'),
        width: 'minmax(120px, 1fr)',
        cell: ({ party, text }) => (
          <span className={classes.who}>
            {party && <span className={classes.party}>{party}</span>}
            <span className={classes.text}>{without(text, party)}</span>
          </span>
        ),
      },
      {
        id: 'amount',
        header: t('bank:lines.columns.amount'),
        align: 'right',
        width: manyCurrencies ? 128 : 108,
        cell: ({ amount, currency }) => <MoneyText amount={amount} currency={currency} showCurrency={manyCurrencies} />,
      },
      {
        id: 'mark',
        header: t('bank:lines.columns.mark'),
        width: 100,
        cell: (line) => <LineMark line={line} />,
      },
    ],
    [t, manyCurrencies],
  )
}
