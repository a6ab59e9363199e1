import { Button, Kbd, SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api, client } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { CreditTabs } from '../../components/CreditTabs.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { Toolbar } from '../../components/Toolbar.tsx'
import { ApplicationDialog } from './ApplicationDialog.tsx'
import { ApplicationPanel } from './ApplicationPanel.tsx'
import classes from './applications.module.css'
import { type ApplicationsSearch, applicationShows } from './applications.search.ts'
import { FormMenu } from './FormMenu.tsx'
import { useApplicationColumns } from './useApplicationColumns.tsx'

const route = getRouteApi('/book/credit/applications')

/** Credit applications, those under way first; the panel gathers what a review of one needs. */
export const ApplicationsPage = () => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const { id, show = 'open', new: asking = false, customer: customerId } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: ApplicationsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const applications = usePaged(
    (page) => api.applications.list.queryOptions({ input: { show, ...page } }),
    (out) => ({ total: out.total, rows: out.applications }),
  )
  const named = useQuery({
    ...api.customers.get.queryOptions({ input: { id: customerId ?? '' } }),
    enabled: asking && customerId !== undefined,
  }).data?.customer
  const { ref, width } = useElementSize()
  const columns = useApplicationColumns(width)
  const add = () => change({ new: true })
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('applications:list.add'), run: add }])
  const adding = readOnly ? undefined : (
    <Button rightSection={<Kbd size="xs">n</Kbd>} onClick={add}>
      {t('applications:list.add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('applications:list.title')}
        actions={
          <>
            <FormMenu make={(language) => client.applications.form({ language })}>
              {t('applications:list.blank')}
            </FormMenu>
            {adding}
          </>
        }
      >
        <CreditTabs value="applications" />
      </PageHeader>
      <Toolbar>
        <SegmentedControl
          aria-label={t('applications:list.show.label')}
          value={show}
          onChange={(value) => change({ show: value === 'all' ? 'all' : undefined })}
          data={applicationShows.map((value) => ({ value, label: t(`applications:list.show.${value}`) }))}
        />
      </Toolbar>
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('applications:list.title')}
          columns={columns}
          source={applications}
          rowId={(one) => one.id}
          selectedId={id ?? null}
          onSelect={(one) => change({ id: one?.id })}
          onOpen={({ customerId: opened }) =>
            navigate({ to: '/customers/$id', params: { id: opened }, search: { tab: 'credit' } })
          }
          empty={
            <EmptyState
              title={t(show === 'open' ? 'applications:list.empty.title' : 'applications:list.none.title')}
              text={t('applications:list.empty.text')}
              action={adding}
            />
          }
        />
      </div>
      {id && <ApplicationPanel key={id} id={id} onClose={() => change({ id: undefined })} />}
      {asking && !readOnly && (customerId === undefined || named) && (
        <ApplicationDialog
          customer={named ? { id: named.id, name: named.name } : null}
          onClose={() => change({ new: undefined, customer: undefined })}
          onDone={(recorded) => change({ new: undefined, customer: undefined, id: recorded.id })}
        />
      )}
    </>
  )
}
