import { Button, SegmentedControl, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeliveryRow } from '../../../main/core/deliveries/deliveries.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ProofsTabs } from '../../components/ProofsTabs.tsx'
import { usePaged } from '../../components/paging.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { DeliveryDialog } from './DeliveryDialog.tsx'
import { DeliveryPanel } from './DeliveryPanel.tsx'
import classes from './deliveries.module.css'
import { type DeliveriesSearch, deliveryShows } from './deliveries.search.ts'
import { useDeliveryColumns } from './useDeliveryColumns.tsx'

const route = getRouteApi('/book/proofs/deliveries')

/** What was delivered and waits for its invoice, those late first. */
export const DeliveriesPage = () => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const { search = '', show = 'waiting', adding } = route.useSearch()
  const navigate = route.useNavigate()
  const hours = useQuery(api.policy.get.queryOptions({ input: {} })).data?.content.invoicingHours
  const deliveries = usePaged(
    (page) => api.deliveries.list.queryOptions({ input: { search, show, ...page } }),
    (out) => ({ total: out.total, rows: out.deliveries }),
  )
  const [chosen, setChosen] = useState<DeliveryRow | null>(null)
  const { ref, width } = useElementSize()
  const columns = useDeliveryColumns(width)
  const change = (part: DeliveriesSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const create = () => change({ adding: true })
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('deliveries:list.new'), run: create }])
  const add = (
    <Button leftSection={<IconPlus size={16} />} disabled={readOnly} onClick={create}>
      {t('deliveries:list.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('deliveries:list.title')} actions={add}>
        <ProofsTabs value="deliveries" />
      </PageHeader>
      <Toolbar
        end={
          <Text size="sm" c="dimmed" role="status">
            {deliveries.total !== undefined && t('deliveries:list.count', { count: deliveries.total })}
            {hours !== undefined && ` · ${t('deliveries:list.policy', { count: hours })}`}
          </Text>
        }
      >
        <SearchField
          w={220}
          aria-label={t('deliveries:list.search')}
          placeholder={t('deliveries:list.search')}
          value={search}
          onChange={(text) => change({ search: text || undefined })}
        />
        <SegmentedControl
          aria-label={t('deliveries:list.show.label')}
          value={show}
          onChange={(value) => change({ show: deliveryShows.find((one) => one === value && one !== 'waiting') })}
          data={deliveryShows.map((value) => ({ value, label: t(`deliveries:list.show.${value}`) }))}
        />
      </Toolbar>
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('deliveries:list.title')}
          columns={columns}
          source={deliveries}
          rowId={({ id }) => id}
          selectedId={chosen?.id ?? null}
          onSelect={setChosen}
          onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
          empty={
            search !== '' || show !== 'waiting' ? (
              <EmptyState
                title={t('deliveries:list.none.title')}
                text={t('deliveries:list.none.text')}
                action={
                  <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
                    {t('deliveries:list.none.action')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t('deliveries:list.empty.title')}
                text={t('deliveries:list.empty.text')}
                action={add}
              />
            )
          }
        />
      </div>
      {chosen && <DeliveryPanel key={chosen.id} row={chosen} onClose={() => setChosen(null)} />}
      {adding && !readOnly && <DeliveryDialog onClose={() => change({ adding: undefined })} />}
    </>
  )
}
