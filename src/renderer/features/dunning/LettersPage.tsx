import { Select } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import classes from './dunning.module.css'
import { LetterPanel } from './LetterPanel.tsx'
import { RunActions } from './RunActions.tsx'
import { useLetterColumns } from './useLetterColumns.tsx'
import { useRunColumns } from './useRunColumns.tsx'

const route = getRouteApi('/book/dunning/letters')

/** Every run and its letters, as they were issued; the panel shows one with its file, its items and its interest. */
export const LettersPage = () => {
  const t = useT()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { ref, width } = useElementSize()
  const { ref: listRef, width: listWidth } = useElementSize()
  const { data, error } = useQuery(api.dunning.runs.queryOptions({ input: {} }))
  const runs = data?.runs ?? []
  const run = runs.find(({ id }) => id === search.run) ?? runs[0]
  const letters = usePaged(
    (page) => api.dunning.letters.queryOptions({ input: { runId: run?.id, ...page }, enabled: run !== undefined }),
    (out) => ({ total: out.total, rows: out.letters }),
  )
  const runColumns = useRunColumns()
  const columns = useLetterColumns(listWidth)
  const narrow = width > 0 && width < 860
  const choose = (id: string | null) => id && navigate({ search: { run: id }, replace: true })

  if (data && runs.length === 0)
    return (
      <>
        <PageHeader title={t('dunning:letters.title')}>
          <DunningTabs value="letters" />
        </PageHeader>
        <EmptyState
          title={t('dunning:letters.empty.title')}
          text={t('dunning:letters.empty.text')}
          action={<ButtonLink to="/dunning">{t('dunning:letters.empty.action')}</ButtonLink>}
        />
      </>
    )

  return (
    <>
      <PageHeader title={t('dunning:letters.title')}>
        <DunningTabs value="letters" />
      </PageHeader>
      <ErrorNote error={error} />
      <div className={classes.runs} ref={ref} data-narrow={narrow || undefined}>
        {!narrow && (
          <DataTable
            label={t('dunning:letters.runs')}
            columns={runColumns}
            rows={runs}
            rowId={({ id }) => id}
            selectedId={run?.id ?? null}
            onSelect={(row) => choose(row?.id ?? null)}
          />
        )}
        <div className={classes.column} ref={listRef}>
          {narrow && (
            <Select
              aria-label={t('dunning:letters.runs')}
              allowDeselect={false}
              value={run?.id ?? null}
              onChange={choose}
              data={runs.map(({ id, number, asOf }) => ({
                value: id,
                label: `${t('dunning:letters.run', { number })} ${t('dunning:letters.runDay', { day: format.day(asOf) })}`,
              }))}
            />
          )}
          {run && <RunActions run={run} justIssued={search.issued === true && search.run === run.id} />}
          <DataTable
            label={t('dunning:letters.title')}
            columns={columns}
            source={letters}
            rowId={({ id }) => id}
            selectedId={search.letter ?? null}
            onSelect={(row) => navigate({ search: (old) => ({ ...old, letter: row?.id }), replace: true })}
            onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
          />
        </div>
      </div>
      {search.letter && (
        <LetterPanel
          id={search.letter}
          onClose={() => navigate({ search: (old) => ({ ...old, letter: undefined }), replace: true })}
        />
      )}
    </>
  )
}
