import { Button, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { DataTable } from '../../../components/DataTable.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { usePaged } from '../../../components/paging.ts'
import type { SafetySearch } from '../safety.search.ts'
import { ActivityToolbar } from './ActivityToolbar.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import { useEntryColumns } from './useEntryColumns.tsx'

const route = getRouteApi('/book/safety')

/** Who did what in the book, newest first; the panel shows what was asked and the rows before and after. */
export const Activity = () => {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { customer, user, call, from, until, entry, search: words = '' } = search
  const filters = {
    search: words,
    ...(customer && { customerId: customer }),
    ...(user && { user }),
    ...(call && { call }),
    ...(from && { from }),
    ...(until && { until }),
  }
  const entries = usePaged(
    (page) => api.audit.list.queryOptions({ input: { ...filters, ...page } }),
    ({ total, entries: rows }) => ({ total, rows }),
  )
  const change = (part: SafetySearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const clear = () => navigate({ search: { section: 'activity' }, replace: true })
  const filtered = Object.keys(filters).length > 1 || words !== ''
  return (
    <>
      <ActivityToolbar
        search={search}
        change={change}
        filters={filters}
        users={entries.first?.users ?? []}
        calls={entries.first?.calls ?? []}
        total={entries.total}
      />
      <DataTable
        label={t('safety:sections.activity')}
        columns={useEntryColumns()}
        source={entries}
        rowId={({ id }) => String(id)}
        selectedId={entry === undefined ? null : String(entry)}
        onSelect={(row) => change({ entry: row?.id })}
        empty={
          filtered ? (
            <EmptyState
              title={t('safety:activity.none.title')}
              text={t('safety:activity.none.text')}
              action={
                <Button variant="default" onClick={clear}>
                  {t('safety:activity.none.action')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('safety:activity.empty.title')} text={t('safety:activity.empty.text')} />
          )
        }
      />
      <Text size="xs" c="dimmed">
        {t('safety:activity.about')}
      </Text>
      {entry !== undefined && <EntryPanel key={entry} id={entry} onClose={() => change({ entry: undefined })} />}
    </>
  )
}
