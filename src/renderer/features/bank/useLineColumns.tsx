import { useMemo } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './bank.module.css'
import { LineMark } from './LineMark.tsx'

/** Day, party with the first words of the text, amount, state. */
export const useLineColumns = (closing: ReadonlySet<string>, manyCurrencies: boolean): Column<BankLine>[] => {
  const t = useT()
  return useMemo(
    () => [
      {
        id: 'booked',
        header: t('bank:lines.columns.booked'),
        width: 92,
        cell: ({ booked }) => <DayText day={booked} />,
      },
      {
        id: 'party',
        header: t('bank:lines.columns.party'),
        width: 'minmax(120px, 1fr)',
        cell: ({ party, text }) => (
          <>
            {party && <span className={classes.party}>{party}</span>}
            <span className={classes.dim}>{text}</span>
          </>
        ),
      },
      {
        id: 'amount',
        header: t('bank:lines.columns.amount'),
        align: 'right',
        width: manyCurrencies ? 132 : 112,
        cell: ({ amount, currency }) => <MoneyText amount={amount} currency={currency} showCurrency={manyCurrencies} />,
      },
      {
        id: 'mark',
        header: t('bank:lines.columns.mark'),
        width: 106,
        cell: (line) => <LineMark line={line} closing={closing.has(line.id)} />,
      },
    ],
    [t, closing, manyCurrencies],
  )
}
