import { useMemo } from 'react'
import type { Loss } from '../../../main/core/losses/losses.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './losses.module.css'

type LossColumn = Column<Loss> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

/** Columns that fit a list of a width. */
export const useLossColumns = (width: number): Column<Loss>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: LossColumn[] = [
      {
        id: 'customer',
        header: t('losses:columns.customer'),
        width: 'minmax(138px, 1.5fr)',
        cell: (loss) => loss.customerName,
      },
      { id: 'number', header: t('losses:columns.number'), width: 'minmax(112px, 1fr)', cell: (loss) => loss.number },
      {
        id: 'issued',
        header: t('losses:columns.issued'),
        width: 96,
        from: 900,
        cell: (loss) => <DayText day={loss.issued} />,
      },
      { id: 'on', header: t('losses:columns.on'), width: 96, from: 560, cell: (loss) => <DayText day={loss.on} /> },
      {
        id: 'kind',
        header: t('losses:columns.kind'),
        width: 'minmax(192px, 1fr)',
        from: 1040,
        cell: (loss) => (loss.writeOff ? t(`writeoffs:reason.${loss.writeOff.reason}`) : t(`losses:kind.${loss.kind}`)),
      },
      {
        id: 'origin',
        header: t('losses:columns.origin'),
        width: 'minmax(178px, 1.5fr)',
        cell: (loss) => t(`losses:origin.${loss.origin}`),
      },
      {
        id: 'decider',
        header: t('losses:columns.decider'),
        width: 'minmax(128px, 1fr)',
        from: 760,
        cell: (loss) => loss.decidedBy || <span className={classes.dim}>{t('losses:nobody')}</span>,
      },
      {
        id: 'amount',
        header: t('losses:columns.amount'),
        width: 120,
        align: 'right',
        cell: (loss) => <MoneyText amount={loss.amount} currency={loss.currency} showCurrency strong />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
