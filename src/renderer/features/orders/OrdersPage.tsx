import { Button, Kbd, SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { CreditTabs } from '../../components/CreditTabs.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { OrderPanel } from './OrderPanel.tsx'
import classes from './orders.module.css'
import { type OrdersSearch, orderShows } from './orders.search.ts'
import { useOrderColumns } from './useOrderColumns.tsx'

const route = getRouteApi('/book/credit/orders')

/** Orders of customers, those held first; the panel shows one with what the rules say of it today. */
export const OrdersPage = () => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const { id, show = 'running', search = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: OrdersSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const [importing, setImporting] = useState(false)
  const orders = usePaged(
    (page) => api.orders.list.queryOptions({ input: { show, search, ...page } }),
    (out) => ({ total: out.total, rows: out.orders }),
  )
  const { ref, width } = useElementSize()
  const columns = useOrderColumns(width)
  useShortcuts([{ key: 'n', label: t('orders:check.action'), run: () => navigate({ to: '/credit/order' }) }])
  const chosen = orders.first?.orders.find((order) => order.id === id)
  const check = (
    <ButtonLink to="/credit/order" rightSection={<Kbd size="xs">n</Kbd>}>
      {t('orders:check.action')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={t('orders:list.title')}
        actions={
          <>
            {!readOnly && (
              <Button variant="default" onClick={() => setImporting(true)}>
                {t('orders:list.import')}
              </Button>
            )}
            {check}
          </>
        }
      >
        <CreditTabs value="orders" />
      </PageHeader>
      <Toolbar>
        <SearchField
          w={220}
          aria-label={t('orders:list.search')}
          placeholder={t('orders:list.search')}
          value={search}
          onChange={(text) => change({ search: text || undefined })}
        />
        <SegmentedControl
          aria-label={t('orders:list.show.label')}
          value={show}
          onChange={(value) => change({ show: orderShows.find((one) => one === value && one !== 'running') })}
          data={orderShows.map((value) => ({ value, label: t(`orders:list.show.${value}`) }))}
        />
      </Toolbar>
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('orders:list.title')}
          columns={columns}
          source={orders}
          rowId={(order) => order.id}
          selectedId={id ?? null}
          onSelect={(order) => change({ id: order?.id })}
          onOpen={({ customerId }) =>
            navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'credit' } })
          }
          empty={
            search !== '' || show !== 'running' ? (
              <EmptyState
                title={t('orders:list.none.title')}
                text={t('orders:list.none.text')}
                action={
                  <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
                    {t('orders:list.none.action')}
                  </Button>
                }
              />
            ) : (
              <EmptyState title={t('orders:list.empty.title')} text={t('orders:list.empty.text')} action={check} />
            )
          }
        />
      </div>
      {chosen && <OrderPanel key={chosen.id} order={chosen} onClose={() => change({ id: undefined })} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}
