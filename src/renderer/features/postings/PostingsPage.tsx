import { Checkbox, SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Posting, PostingShow } from '../../../main/core/postings/postings.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { PostingPanel } from './PostingPanel.tsx'
import { PostingsBar } from './PostingsBar.tsx'
import classes from './postings.module.css'
import { usePostingColumns } from './usePostingColumns.tsx'

const route = getRouteApi('/book/dunning/registered')
const choices = ['to-number', 'to-deposit', 'deposited', 'answered', 'all'] as const satisfies PostingShow[]
// Post is handed in by tens and hundreds; what is older is found by searching.
const MOST = 1000

/** Letters on their way by post: given a number, handed in, answered. The panel takes numbers and receipts by keyboard. */
export const PostingsPage = () => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('issue')
  const { show = 'to-deposit', ordinary = false, search = '', letter } = route.useSearch()
  const navigate = route.useNavigate()
  const { ref, width } = useElementSize()
  const input = { show, search, limit: MOST, ...(!ordinary && { kind: 'registered' as const }) }
  const { data, error, isPlaceholderData } = useQuery({
    ...api.postings.list.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  const columns = usePostingColumns(width)
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const rows = data?.postings ?? NONE
  // What is to be done is ticked at first: most often it is done for all of them.
  const toDo = show === 'to-number' || show === 'to-deposit'
  const ticked = useMemo(() => rows.filter(({ letterId }) => toDo !== unticked.has(letterId)), [rows, toDo, unticked])
  const ticks = useMemo(
    () => ({
      ids: new Set(ticked.map(({ letterId }) => letterId)),
      toggle: (some: readonly Posting[]) =>
        setUnticked((old) => {
          const all = some.every(({ letterId }) => toDo !== old.has(letterId))
          const ids = new Set(some.map(({ letterId }) => letterId))
          return all === toDo ? old.union(ids) : old.difference(ids)
        }),
      label: ({ reference }: Posting) => t('postings:tick', { reference }),
      labelAll: t('postings:tickAll'),
    }),
    [ticked, toDo, t],
  )
  const change = (part: Record<string, unknown>) => {
    setUnticked(new Set())
    navigate({ search: (old) => ({ ...old, letter: undefined, ...part }), replace: true })
  }
  const choose = (id: string | undefined) => navigate({ search: (old) => ({ ...old, letter: id }), replace: true })
  const at = rows.findIndex(({ letterId }) => letterId === letter)
  const shown = rows[at]
  const next = rows.slice(at + 1).find(({ kind, number }) => kind === 'registered' && number === '')
  return (
    <>
      <PageHeader title={t('postings:title')}>
        <DunningTabs value="registered" />
      </PageHeader>
      <ErrorNote error={error} />
      <Toolbar
        end={
          <SearchField
            aria-label={t('postings:search')}
            placeholder={t('postings:search')}
            w={280}
            value={search}
            onChange={(value) => change({ search: value || undefined })}
          />
        }
      >
        <SegmentedControl
          aria-label={t('postings:showLabel')}
          value={show}
          onChange={(value) => change({ show: value })}
          data={choices.map((value) => ({
            value,
            label: `${t(`postings:show.${value}`)}${data?.counts[value] ? ` (${format.number(data.counts[value])})` : ''}`,
          }))}
        />
        <Checkbox
          label={t('postings:ordinary')}
          checked={ordinary}
          onChange={(event) => change({ ordinary: event.currentTarget.checked || undefined })}
        />
      </Toolbar>
      {!readOnly && ticked.length > 0 && (
        <PostingsBar postings={ticked} onDone={() => setUnticked(new Set())} onUntick={() => ticks.toggle(ticked)} />
      )}
      {data?.total === 0 && search === '' ? (
        <EmptyState
          title={t('postings:empty.title')}
          text={t('postings:empty.text')}
          action={<ButtonLink to="/dunning">{t('postings:empty.action')}</ButtonLink>}
        />
      ) : (
        <div className={classes.column} ref={ref}>
          <DataTable
            label={t('postings:list')}
            columns={columns}
            rows={rows}
            rowId={({ letterId }) => letterId}
            selectedId={letter ?? null}
            onSelect={(row) => choose(row?.letterId)}
            onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
            stale={isPlaceholderData}
            {...(!readOnly && { ticks })}
          />
        </div>
      )}
      {shown && (
        <PostingPanel
          key={shown.letterId}
          posting={shown}
          onNext={() => choose(next?.letterId)}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  )
}

const NONE: readonly Posting[] = []
