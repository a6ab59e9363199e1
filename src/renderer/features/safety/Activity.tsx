import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { api, type client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { type TextKey, useT } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { usePaged } from '../../components/paging.ts'

type Entry = Awaited<ReturnType<typeof client.audit.list>>['entries'][number]

/** Who did what in the book, newest first. */
export const Activity = () => {
  const t = useT()
  const columns = useColumns()
  const entries = usePaged(
    (page) => api.audit.list.queryOptions({ input: page }),
    ({ total, entries: rows }) => ({ total, rows }),
  )
  return (
    <>
      <Text c="dimmed">
        {t('safety:activity.about')} {entries.total ? t('safety:activity.count', { count: entries.total }) : ''}
      </Text>
      <DataTable
        label={t('safety:sections.activity')}
        columns={columns}
        source={entries}
        rowId={({ id }) => String(id)}
        empty={<EmptyState title={t('safety:activity.empty.title')} text={t('safety:activity.empty.text')} />}
      />
    </>
  )
}

const useColumns = (): Column<Entry>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      { id: 'at', header: t('safety:activity.at'), width: 150, cell: ({ at }) => format.moment(at) },
      {
        id: 'call',
        header: t('safety:activity.call'),
        width: 'minmax(220px, 2fr)',
        // A call of an older version of the program may have no words any more.
        cell: ({ call }) => t(`safety:activity.calls.${call}` as TextKey, { defaultValue: call }),
      },
      { id: 'user', header: t('safety:activity.user'), width: 'minmax(120px, 1fr)', cell: ({ user }) => user },
      { id: 'today', header: t('safety:activity.today'), width: 130, cell: ({ today }) => <DayText day={today} /> },
    ],
    [t, format],
  )
}
