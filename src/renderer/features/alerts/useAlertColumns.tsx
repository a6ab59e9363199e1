import { useMemo } from 'react'
import type { Alert } from '../../../main/core/alerts/alerts.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { alertSentence } from '../../components/credit/alertSentence.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { AlertState } from './AlertState.tsx'

type AlertColumn = Column<Alert> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

export const useAlertColumns = (width: number, currency: string): Column<Alert>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const columns: AlertColumn[] = [
      {
        id: 'state',
        header: t('alerts:columns.state'),
        width: 116,
        cell: (alert) => <AlertState alert={alert} />,
      },
      {
        id: 'customer',
        header: t('alerts:columns.customer'),
        width: 'minmax(150px, 1.5fr)',
        cell: ({ name }) => name,
      },
      {
        id: 'kind',
        header: t('alerts:columns.kind'),
        width: 'minmax(164px, 1fr)',
        from: 860,
        cell: ({ kind }) => t(`credit:alert.kind.${kind}`),
      },
      {
        id: 'what',
        header: t('alerts:columns.what'),
        width: 'minmax(200px, 4fr)',
        cell: (alert) => alertSentence(alert, currency, t, format),
      },
      {
        id: 'day',
        header: t('alerts:columns.day'),
        width: 98,
        align: 'right',
        from: 560,
        cell: ({ day }) => <DayText day={day} />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, format, width, currency])
}
