import { Button, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useHome } from '../../app/useHome.ts'
import { CreditTabs } from '../../components/CreditTabs.tsx'
import { useOpenReview } from '../../components/credit/useOpenReview.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { CalendarStrip } from './CalendarStrip.tsx'
import { OpenReviewDialog } from './OpenReviewDialog.tsx'
import { QueuePanel } from './QueuePanel.tsx'
import type { QueueRow } from './queue.rows.ts'
import classes from './reviews.module.css'
import type { QueueSearch } from './reviews.search.ts'
import { useQueue } from './useQueue.ts'
import { useQueueColumns } from './useQueueColumns.tsx'

const route = getRouteApi('/book/credit')

/** What is to be decided about credit today, in one list by priority, under the calendar of what comes. */
export const QueuePage = () => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const home = useHome()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { rows, stale, error } = useQueue(search)
  const [chosen, setChosen] = useState<string | null>(null)
  const [opening, setOpening] = useState(false)
  const { ref, width } = useElementSize()
  const columns = useQueueColumns(width, home, search.month !== undefined)
  const start = useOpenReview()
  const change = (part: QueueSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const selected = rows?.find(({ key }) => key === chosen) ?? null
  const go = ({ review, due, alerts, customerId }: QueueRow) => {
    if (review) return navigate({ to: '/credit/reviews/$id', params: { id: review.id } })
    if (readOnly || start.isPending) return
    const [alert] = alerts
    start.mutate(
      alert && !due
        ? { customerId, trigger: 'alert', detail: alert.kind }
        : { customerId, trigger: 'periodic', dueOn: null },
    )
  }
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('reviews:list.new'), run: () => setOpening(true) }])
  const filtered = search.month !== undefined || (search.search ?? '') !== ''
  const newReview = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpening(true)} disabled={readOnly}>
      {t('reviews:list.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('reviews:queue.title')} actions={newReview}>
        <CreditTabs value="queue" />
      </PageHeader>
      <CalendarStrip value={search.month} onChange={(month) => change({ month })} />
      <Toolbar
        end={
          rows && (
            <Text size="sm" c="dimmed" role="status">
              {t('reviews:queue.count', { count: rows.length })}
            </Text>
          )
        }
      >
        <SearchField
          w={260}
          aria-label={t('reviews:queue.search')}
          placeholder={t('reviews:queue.search')}
          value={search.search ?? ''}
          onChange={(text) => change({ search: text || undefined })}
        />
        {filtered && (
          <Button variant="subtle" onClick={() => navigate({ search: {}, replace: true })}>
            {t('reviews:queue.none.action')}
          </Button>
        )}
      </Toolbar>
      <ErrorNote error={error} />
      <div className={classes.list} ref={ref}>
        {rows && (
          <DataTable
            label={t('reviews:queue.title')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.key}
            selectedId={selected?.key ?? null}
            onSelect={(row) => setChosen(row?.key ?? null)}
            onOpen={go}
            stale={stale}
            empty={
              filtered ? (
                <EmptyState title={t('reviews:queue.none.title')} text={t('reviews:queue.none.text')} />
              ) : (
                <EmptyState
                  title={t('reviews:queue.empty.title')}
                  text={t('reviews:queue.empty.text')}
                  action={
                    <Button variant="default" onClick={() => setOpening(true)} disabled={readOnly}>
                      {t('reviews:queue.empty.action')}
                    </Button>
                  }
                />
              )
            }
          />
        )}
      </div>
      {selected && (
        <QueuePanel
          row={selected}
          onOpen={() => go(selected)}
          pending={start.isPending}
          onClose={() => setChosen(null)}
        />
      )}
      {opening && <OpenReviewDialog onClose={() => setOpening(false)} />}
    </>
  )
}
