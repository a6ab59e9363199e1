import { SegmentedControl, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type SpaceRow, spaceStates } from '../../../main/core/spaces/spaces.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { NewSpaces } from './NewSpaces.tsx'
import { SpaceFacts, SpaceStateBadge } from './SpaceFacts.tsx'
import classes from './spaces.module.css'
import type { SpacesSearch } from './spaces.routes.tsx'

const route = getRouteApi('/book/receivables/spaces')
const SHOWN = 1000
const NONE: readonly SpaceRow[] = []

/** Spaces of customers: to whom, when, until; and many made together. */
export const SpacesPage = () => {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: SpacesSearch) =>
    navigate({ search: (old: SpacesSearch) => ({ ...old, ...part }), replace: true })
  const views = (
    <SegmentedControl
      aria-label={t('spaces:view.label')}
      value={search.view ?? 'made'}
      onChange={(value) => change({ view: value === 'new' ? 'new' : undefined, id: undefined })}
      data={(['made', 'new'] as const).map((value) => ({ value, label: t(`spaces:view.${value}`) }))}
    />
  )
  return (
    <>
      <PageHeader title={t('spaces:title')}>
        <ReceivablesTabs value="spaces" />
      </PageHeader>
      {search.view === 'new' ? <NewSpaces views={views} /> : <Made views={views} search={search} change={change} />}
    </>
  )
}

type Props = { views: React.ReactNode; search: SpacesSearch; change: (part: SpacesSearch) => void }

const Made = ({ views, search, change }: Props) => {
  const t = useT()
  const columns = useColumns()
  const { show = 'all', q = '', id } = search
  const { data, error, isPlaceholderData } = useQuery({
    ...api.spaces.list.queryOptions({ input: { show, search: q, limit: SHOWN } }),
    placeholderData: keepPreviousData,
  })
  const rows = data?.spaces ?? NONE
  const looked = rows.find((space) => space.id === id)
  return (
    <>
      <ErrorNote error={error} />
      <Toolbar>
        {views}
        <SearchField
          w={240}
          aria-label={t('spaces:search')}
          placeholder={t('spaces:search')}
          value={q}
          onChange={(value) => change({ q: value || undefined })}
        />
        <Select
          w={150}
          aria-label={t('spaces:show.label')}
          allowDeselect={false}
          data={(['all', ...spaceStates] as const).map((value) => ({ value, label: t(`spaces:show.${value}`) }))}
          value={show}
          onChange={(value) => change({ show: spaceStates.find((one) => one === value) })}
        />
      </Toolbar>
      <div className={classes.list}>
        {data && (
          <DataTable
            label={t('spaces:list')}
            columns={columns}
            rows={rows}
            rowId={(space) => space.id}
            onOpen={(space) => change({ id: space.id })}
            stale={isPlaceholderData}
            empty={
              <EmptyState
                title={t('spaces:empty.title')}
                text={t('spaces:empty.text')}
                action={
                  <ButtonLink to="/receivables/spaces" search={{ view: 'new' }}>
                    {t('spaces:empty.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
      <SidePanel
        opened={looked !== undefined}
        onClose={() => change({ id: undefined })}
        title={looked?.customerName ?? ''}
      >
        {looked && (
          <>
            <SpaceFacts space={looked} />
            <ButtonLink
              to="/customers/$id"
              params={{ id: looked.customerId }}
              search={{ tab: 'space' }}
              variant="subtle"
              style={{ alignSelf: 'flex-start' }}
            >
              {t('spaces:panel.customer')}
            </ButtonLink>
          </>
        )}
      </SidePanel>
    </>
  )
}

const useColumns = (): Column<SpaceRow>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'customer',
        header: t('spaces:columns.customer'),
        width: 'minmax(180px, 2fr)',
        cell: ({ customerName }) => customerName,
      },
      {
        id: 'publishedOn',
        header: t('spaces:columns.publishedOn'),
        width: 120,
        cell: ({ publishedOn }) => format.day(publishedOn),
      },
      { id: 'until', header: t('spaces:columns.until'), width: 140, cell: ({ until }) => format.day(until) },
      {
        id: 'state',
        header: t('spaces:columns.state'),
        width: 110,
        cell: ({ state }) => <SpaceStateBadge state={state} />,
      },
      {
        id: 'recipient',
        header: t('spaces:columns.recipient'),
        width: 'minmax(160px, 1.5fr)',
        cell: ({ recipient }) => recipient || t('spaces:handed'),
      },
      { id: 'by', header: t('spaces:columns.by'), width: 130, cell: ({ publishedBy }) => publishedBy },
    ],
    [t, format],
  )
}
