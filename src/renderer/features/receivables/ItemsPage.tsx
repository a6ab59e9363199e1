import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ItemActions } from '../../components/items/ItemActions.tsx'
import { ItemPanel } from '../../components/items/ItemPanel.tsx'
import { targetOf } from '../../components/items/target.ts'
import { useItemTicks } from '../../components/items/useItemTicks.ts'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { SavedViews } from '../../components/SavedViews.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { ItemsFigures } from './ItemsFigures.tsx'
import { ItemsToolbar } from './ItemsToolbar.tsx'
import classes from './receivables.module.css'
import type { ItemsSearch } from './receivables.search.ts'
import { useItemColumns } from './useItemColumns.tsx'
import { filtersOf, useItemDay, useItems, useOpenItems } from './useItems.ts'

const route = getRouteApi('/book/receivables')

/** Every receivable of the book as of a day, filtered; the panel shows one with its matches. */
export const ItemsPage = () => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const day = useItemDay(search)
  const filters = filtersOf(search, day)
  const items = useItems(filters, search.sort, search.descending)
  const known = useOpenItems(day)
  const [chosen, setChosen] = useState<ItemRow | null>(null)
  const ticked = useItemTicks('receivables')
  const { ref, width } = useElementSize()
  const sums = items.first?.sums ?? []
  const currencies = [...new Set([...(known?.sums ?? []), ...sums].map((sum) => sum.currency))].sort()
  // Amounts of several currencies carry their own; the one of all stands in the header.
  const currency = sums.length > 1 ? null : (sums[0]?.currency ?? currencies[0] ?? null)
  const columns = useItemColumns(width, currency)

  const change = (part: ItemsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const clear = () => navigate({ search: ({ sort, descending }) => ({ sort, descending }), replace: true })
  const only = sums.length === 1 ? sums[0] : undefined

  return (
    <>
      <PageHeader
        title={t('receivables:items.title')}
        actions={
          <>
            <SavedViews
              screen="items"
              filters={search}
              onChoose={(next) => navigate({ search: next, replace: true })}
            />
            <ExportMenu
              formats={['xlsx', 'csv']}
              make={(format) => client.receivables.exportItems({ ...filters, format, language })}
            />
          </>
        }
      >
        <ReceivablesTabs value="items" />
      </PageHeader>
      <ItemsFigures sums={sums} day={day} currency={currency} />
      <ItemsToolbar search={search} change={change} clear={clear} currencies={currencies} />
      <ItemActions
        target={targetOf(ticked.items.length > 0 ? ticked.items : chosen ? [chosen] : [])}
        ticked={ticked.items.length > 0}
        onDone={ticked.clear}
      />
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('receivables:items.title')}
          columns={columns}
          source={items}
          rowId={(item) => item.id}
          selectedId={chosen?.id ?? null}
          onSelect={setChosen}
          ticks={ticked.ticks}
          onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
          sort={{ key: search.sort ?? 'due', descending: search.descending ?? false }}
          onSort={({ key, descending }) =>
            change({ sort: key === 'due' ? undefined : key, descending: descending || undefined })
          }
          empty={
            known && known.total === 0 ? (
              <EmptyState
                title={t('receivables:items.empty.title')}
                text={t('receivables:items.empty.text')}
                action={<ButtonLink to="/imports">{t('receivables:items.empty.action')}</ButtonLink>}
              />
            ) : (
              <EmptyState
                title={t('receivables:items.none.title')}
                text={t('receivables:items.none.text', { day: format.day(day) })}
                action={
                  <Button variant="default" onClick={clear}>
                    {t('receivables:items.none.action')}
                  </Button>
                }
              />
            )
          }
          footer={
            only && {
              customer: t('receivables:items.itemCount', { count: only.count }),
              open: format.amount(only.open, only.currency),
            }
          }
        />
        {sums.length > 1 && (
          <div className={classes.sums}>
            {sums.map((sum) => (
              <span key={sum.currency}>
                <strong>{t('receivables:items.totalIn', { currency: sum.currency })}</strong>{' '}
                {format.amount(sum.open, sum.currency)} ({t('receivables:items.itemCount', { count: sum.count })})
              </span>
            ))}
          </div>
        )}
      </div>
      {chosen && <ItemPanel row={chosen} asOf={day} customerLink onClose={() => setChosen(null)} />}
    </>
  )
}
