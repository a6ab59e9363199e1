import { Button, Progress, Text } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useHome } from '../../app/useHome.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { CallPanel } from './CallPanel.tsx'
import { useLeaving } from './useLeaving.ts'
import { useWorklistColumns } from './useWorklistColumns.tsx'
import { WeightsDialog } from './WeightsDialog.tsx'
import classes from './worklist.module.css'
import type { TodaySearch } from './worklist.search.ts'

const route = getRouteApi('/book/today')

/** Who to call today, the most pressing first, and the call sheet of the one selected. */
export const TodayPage = () => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const home = useHome()
  const { search = '', weights = false, at } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: TodaySearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const { data, error, isPlaceholderData, dataUpdatedAt } = useQuery({
    ...api.worklist.get.queryOptions({ input: { search } }),
    placeholderData: keepPreviousData,
  })
  // Undefined: the first of the list; null: none, after Esc.
  const [chosen, setChosen] = useState<string | null | undefined>(at)
  const columns = useWorklistColumns(home)
  const { rows, leavingId, leave } = useLeaving(data?.rows, dataUpdatedAt)
  const place = rows?.findIndex(({ customerId }) => customerId === chosen) ?? -1
  const selected = chosen === null ? null : (rows?.[Math.max(0, place)] ?? null)
  const next = () => {
    const at = Math.max(0, place)
    if (selected) leave(selected, at)
    setChosen(rows?.[at + 1]?.customerId ?? rows?.[at - 1]?.customerId ?? null)
  }
  const all = data ? data.done + data.left : 0
  return (
    <>
      <PageHeader
        title={t('worklist:title')}
        actions={
          <Button
            variant="default"
            leftSection={<IconScale size={16} stroke={1.6} />}
            onClick={() => change({ weights: true })}
          >
            {t('worklist:weightsAction')}
          </Button>
        }
      />
      <Toolbar
        end={
          data &&
          all > 0 && (
            <div className={classes.day} role="status">
              <span>{t('worklist:done', { count: data.done })}</span>
              <Progress
                w={120}
                color="green"
                value={(100 * data.done) / all}
                aria-label={t('worklist:progress', { done: format.number(data.done), all: format.number(all) })}
              />
              <strong>{t('worklist:left', { count: data.left })}</strong>
            </div>
          )
        }
      >
        <SearchField
          w={260}
          aria-label={t('worklist:search')}
          placeholder={t('worklist:search')}
          value={search}
          onChange={(text) => change({ search: text || undefined })}
        />
        {data && search === '' && data.left > data.rows.length && (
          <Text size="sm" c="dimmed">
            {t('worklist:shown', { count: data.rows.length })}
          </Text>
        )}
      </Toolbar>
      <ErrorNote error={error} />
      <div className={classes.list}>
        {data && rows && (
          <DataTable
            label={t('worklist:title')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.customerId}
            selectedId={selected?.customerId ?? null}
            leavingId={leavingId}
            onSelect={(row) => setChosen(row?.customerId ?? null)}
            onOpen={async ({ customerId }) => {
              await change({ at: customerId })
              await navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'talks' } })
            }}
            stale={isPlaceholderData}
            empty={
              search !== '' ? (
                <EmptyState
                  title={t('worklist:none.title')}
                  text={t('worklist:none.text')}
                  action={
                    <Button variant="default" onClick={() => change({ search: undefined })}>
                      {t('worklist:none.action')}
                    </Button>
                  }
                />
              ) : (
                <EmptyState
                  title={t(data.done > 0 ? 'worklist:empty.doneTitle' : 'worklist:empty.title')}
                  text={t(data.done > 0 ? 'worklist:empty.doneText' : 'worklist:empty.text')}
                  action={
                    <ButtonLink variant="default" to="/receivables/aged">
                      {t('worklist:empty.action')}
                    </ButtonLink>
                  }
                />
              )
            }
          />
        )}
      </div>
      {selected && (
        <CallPanel
          key={selected.customerId}
          row={selected}
          readOnly={readOnly}
          onRecorded={next}
          onClose={() => setChosen(null)}
        />
      )}
      {weights && <WeightsDialog onClose={() => change({ weights: undefined })} />}
    </>
  )
}
