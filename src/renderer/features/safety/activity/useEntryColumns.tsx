import { useMemo } from 'react'
import type { AuditEntry } from '../../../../main/core/audit/audit.contract.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import type { Column } from '../../../components/DataTable.tsx'
import { DayText } from '../../../components/DayText.tsx'
import { useCallWords } from './useCallWords.ts'

export const useEntryColumns = (): Column<AuditEntry>[] => {
  const t = useT()
  const format = useFormat()
  const words = useCallWords()
  return useMemo(
    () => [
      { id: 'at', header: t('safety:activity.at'), width: 138, cell: ({ at }) => format.moment(at) },
      { id: 'call', header: t('safety:activity.call'), width: 'minmax(160px, 2fr)', cell: ({ call }) => words(call) },
      {
        id: 'customers',
        header: t('safety:activity.customers'),
        width: 'minmax(110px, 2fr)',
        cell: ({ customers }) => customers.map(({ name }) => name || t('safety:activity.removed')).join(', '),
      },
      { id: 'user', header: t('safety:activity.user'), width: 'minmax(70px, 1fr)', cell: ({ user }) => user },
      { id: 'today', header: t('safety:activity.today'), width: 118, cell: ({ today }) => <DayText day={today} /> },
    ],
    [t, format, words],
  )
}
