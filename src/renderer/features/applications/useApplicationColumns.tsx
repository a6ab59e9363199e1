import { useMemo } from 'react'
import type { Application } from '../../../main/core/applications/applications.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ApplicationState } from './ApplicationState.tsx'
import classes from './applications.module.css'
import { missingOf } from './missing.ts'

type ApplicationColumn = Column<Application> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

/** Columns that fit a list of a width. */
export const useApplicationColumns = (width: number): Column<Application>[] => {
  const t = useT()
  return useMemo(() => {
    const documents = (one: Application) => {
      if (one.wanted.length === 0) return <span className={classes.dim}>{t('applications:noneWanted')}</span>
      const missing = missingOf(one)
      return missing === 0 ? t('applications:complete') : t('applications:missing', { count: missing })
    }
    const references = (one: Application) => {
      if (one.references.length === 0) return <span className={classes.dim}>{t('common:none')}</span>
      if (one.referenceScore !== null) return t('applications:scoreOf', { score: one.referenceScore })
      const answered = one.references.filter(({ answer }) => answer !== null).length
      return t('applications:answeredOf', { answered, named: one.references.length })
    }
    const columns: ApplicationColumn[] = [
      {
        id: 'customer',
        header: t('applications:columns.customer'),
        width: 'minmax(140px, 2fr)',
        cell: (one) => one.customerName,
      },
      {
        id: 'received',
        header: t('applications:columns.received'),
        width: 106,
        from: 520,
        cell: (one) => <DayText day={one.receivedOn} />,
      },
      {
        id: 'state',
        header: t('applications:columns.state'),
        width: 118,
        cell: (one) => <ApplicationState state={one.state} />,
      },
      {
        id: 'documents',
        header: t('applications:columns.documents'),
        width: 'minmax(122px, 1fr)',
        from: 600,
        cell: documents,
      },
      {
        id: 'references',
        header: t('applications:columns.references'),
        width: 104,
        align: 'right',
        from: 720,
        cell: references,
      },
      {
        id: 'asked',
        header: t('applications:columns.asked'),
        width: 136,
        align: 'right',
        cell: (one) => <MoneyText amount={one.asked} currency={one.currency} showCurrency strong />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
