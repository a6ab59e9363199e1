import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { CustomerRow } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { SavedViews } from '../../components/SavedViews.tsx'
import { CustomerPanel } from './CustomerPanel.tsx'
import { CustomersToolbar } from './CustomersToolbar.tsx'
import classes from './customers.module.css'
import type { CustomersSearch } from './customers.search.ts'
import { useCustomerColumns } from './useCustomerColumns.tsx'

const route = getRouteApi('/book/customers')

/** Every customer with what it owes; the panel shows one, its page everything about it. */
export const CustomersPage = () => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { sort = 'name', descending = false, show = 'all', segment, salesperson } = search
  const filters = {
    search: search.search ?? '',
    show,
    ...(segment ? { segment } : {}),
    ...(salesperson ? { salesperson } : {}),
  }
  const customers = usePaged(
    (page) => api.customers.list.queryOptions({ input: { ...filters, sort, descending, ...page } }),
    (out) => ({ total: out.total, rows: out.customers }),
  )
  const [chosen, setChosen] = useState<CustomerRow | null>(null)
  const { ref, width } = useElementSize()
  const columns = useCustomerColumns(width)

  const change = (part: CustomersSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const clear = () => navigate({ search: { sort: search.sort, descending: search.descending }, replace: true })
  const create = () => navigate({ to: '/customers/new' })
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('customers:list.new'), run: create }])
  const filtered = filters.search !== '' || show !== 'all' || segment !== undefined || salesperson !== undefined

  return (
    <>
      <PageHeader
        title={t('customers:list.title')}
        actions={
          <>
            <SavedViews
              screen="customers"
              filters={search}
              onChoose={(chosenFilters) => navigate({ search: chosenFilters, replace: true })}
            />
            <Button leftSection={<IconPlus size={16} />} onClick={create} disabled={readOnly}>
              {t('customers:list.new')}
            </Button>
          </>
        }
      />
      <CustomersToolbar search={search} change={change} total={customers.total} narrow={width > 0 && width < 900} />
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('customers:list.title')}
          columns={columns}
          source={customers}
          rowId={(customer) => customer.id}
          selectedId={chosen?.id ?? null}
          onSelect={setChosen}
          onOpen={({ id }) => navigate({ to: '/customers/$id', params: { id } })}
          sort={{ key: sort, descending }}
          onSort={(next) =>
            change({ sort: next.key === 'name' ? undefined : next.key, descending: next.descending || undefined })
          }
          empty={
            filtered ? (
              <EmptyState
                title={t('customers:list.none.title')}
                text={t('customers:list.none.text')}
                action={
                  <Button variant="default" onClick={clear}>
                    {t('customers:list.none.action')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t('customers:list.empty.title')}
                text={t('customers:list.empty.text')}
                action={<ButtonLink to="/imports">{t('customers:list.empty.action')}</ButtonLink>}
              />
            )
          }
        />
      </div>
      {chosen && <CustomerPanel id={chosen.id} name={chosen.name} onClose={() => setChosen(null)} />}
    </>
  )
}
