import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useShortcuts } from '../../../app/shortcuts.ts'
import { CreditTabs } from '../../../components/CreditTabs.tsx'
import { DataTable } from '../../../components/DataTable.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { PageHeader } from '../../../components/PageHeader.tsx'
import classes from '../limits.module.css'
import type { GroupsSearch } from '../limits.search.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import { useGroupColumns } from './useGroupColumns.tsx'
import { useGroups } from './useGroups.ts'

const route = getRouteApi('/book/credit/groups')

/** Customers that share a limit, group by group; the panel shows the members of one. */
export const GroupsPage = () => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const { id } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: GroupsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const { data, error } = useGroups()
  const [creating, setCreating] = useState(false)
  const { ref, width } = useElementSize()
  const columns = useGroupColumns(width, data?.currency ?? 'EUR')
  const chosen = data?.groups.find((group) => group.id === id)
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('limits:groups.new'), run: () => setCreating(true) }])
  const create = (
    <Button leftSection={<IconPlus size={16} />} disabled={readOnly} onClick={() => setCreating(true)}>
      {t('limits:groups.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('limits:groups.title')} actions={data && data.groups.length > 0 && create}>
        <CreditTabs value="groups" />
      </PageHeader>
      <ErrorNote error={error} />
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('limits:groups.title')}
            columns={columns}
            rows={data.groups}
            rowId={(group) => group.id}
            selectedId={id ?? null}
            onSelect={(group) => change({ id: group?.id })}
            empty={
              <EmptyState title={t('limits:groups.empty.title')} text={t('limits:groups.empty.text')} action={create} />
            }
          />
        )}
      </div>
      {chosen && data && (
        <GroupPanel key={chosen.id} group={chosen} currency={data.currency} onClose={() => change({ id: undefined })} />
      )}
      {creating && (
        <GroupDialog
          group={null}
          onClose={() => setCreating(false)}
          onSaved={(saved) => {
            setCreating(false)
            change({ id: saved })
          }}
        />
      )}
    </>
  )
}
