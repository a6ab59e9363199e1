import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { defaultBuckets } from '../../../main/core/receivables/ageing.rules.ts'
import { api, client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { AgedBar } from './AgedBar.tsx'
import { AgedControl } from './AgedControl.tsx'
import { AgedFigures } from './AgedFigures.tsx'
import { AgedGrid } from './AgedGrid.tsx'
import { AgedToolbar } from './AgedToolbar.tsx'
import { filterRows, shownBeside, sortRows, totalOf } from './aged.rows.ts'
import { CellPanel } from './CellPanel.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import classes from './receivables.module.css'
import type { AgedSearch } from './receivables.search.ts'

const route = getRouteApi('/book/receivables/aged')

/** What each customer owed on a day, by age; every figure opens the items behind it. */
export const AgedPage = () => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const today = useWorkingDay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const input = {
    asOf: search.asOf ?? today,
    basis: search.basis ?? ('due' as const),
    buckets: search.buckets ?? [...defaultBuckets],
    ...(search.currency && { currency: search.currency }),
  }
  const { data, error, isPlaceholderData } = useQuery({
    ...api.receivables.aged.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  const sort = useMemo(
    () => ({ by: search.sort ?? 'name', ascending: search.ascending ?? (search.sort ?? 'name') === 'name' }),
    [search.sort, search.ascending],
  )
  const text = search.search ?? ''
  const rows = useMemo(() => (data ? sortRows(filterRows(data.rows, text), sort) : []), [data, text, sort])
  const change = (part: AgedSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const opened =
    search.cell && data ? data.rows.find(({ customerId }) => customerId === search.cell?.customer) : undefined

  const totals = data
    ? [
        ...(text
          ? [
              {
                label: t('receivables:aged.totalsOfFilter', { count: rows.length }),
                ...totalOf(rows, data.columns),
              },
            ]
          : []),
        { label: t('receivables:aged.totals'), ...data.total },
      ]
    : []

  return (
    <>
      <PageHeader
        title={t('receivables:aged.title')}
        actions={
          <ExportMenu
            formats={['xlsx', 'csv', 'pdf']}
            make={(format) => client.receivables.exportAged({ ...input, format, language })}
          />
        }
      >
        <ReceivablesTabs value="aged" />
      </PageHeader>
      {data && <AgedFigures aged={data} />}
      <AgedToolbar search={search} change={change} currency={data?.currency} currencies={data?.currencies ?? []} />
      <ErrorNote error={error} />
      {data && data.rows.length > 0 && (
        <div className={classes.list} data-stale={isPlaceholderData || undefined}>
          <AgedBar aged={data} />
          {rows.length === 0 && (
            <Text c="dimmed" pb="xs" role="status">
              {t('receivables:aged.noCustomer', { search: text })}
            </Text>
          )}
          <AgedGrid
            rows={rows}
            columns={[...data.columns, ...shownBeside([data.total, ...data.rows])]}
            currency={data.currency}
            basis={data.basis}
            totals={totals}
            sort={sort}
            onSort={({ by, ascending }) => change({ sort: by, ascending })}
            onOpen={(row, column) => change({ cell: { customer: row?.customerId ?? null, column } })}
            opened={search.cell}
          />
          <AgedControl aged={data} />
        </div>
      )}
      {data && data.rows.length === 0 && (
        <EmptyState
          title={t('receivables:aged.empty.title', { day: format.day(data.asOf) })}
          text={t('receivables:aged.empty.text')}
          action={<ButtonLink to="/imports">{t('receivables:aged.empty.action')}</ButtonLink>}
        />
      )}
      {data && search.cell && (
        <CellPanel
          aged={data}
          buckets={input.buckets}
          customer={opened ?? null}
          column={search.cell.column}
          onClose={() => change({ cell: undefined })}
        />
      )}
    </>
  )
}
