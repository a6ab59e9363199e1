import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { SavedViews } from '../../components/SavedViews.tsx'
import { DisputePanel } from './DisputePanel.tsx'
import { DisputesTabs } from './DisputesTabs.tsx'
import { DisputesToolbar } from './DisputesToolbar.tsx'
import classes from './disputes.module.css'
import type { DisputesSearch } from './disputes.search.ts'
import { useDisputeColumns } from './useDisputeColumns.tsx'

const route = getRouteApi('/book/disputes')

/** Every dispute of the book, filtered; the panel shows one with its steps. */
export const DisputesPage = () => {
  const t = useT()
  const format = useFormat()
  const { id, sort = 'age', ascending, ...filters } = route.useSearch()
  const { show = 'open', search = '', reason, owner } = filters
  const navigate = route.useNavigate()
  const selection = { show, search, ...(reason && { reason }), ...(owner && { owner }) }
  const descending = !ascending
  const disputes = usePaged(
    (page) => api.disputes.list.queryOptions({ input: { ...selection, sort, descending, ...page } }),
    (out) => ({ total: out.total, rows: out.disputes }),
  )
  const { ref, width } = useElementSize()
  const columns = useDisputeColumns(width)
  const change = (part: DisputesSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const filtered = search !== '' || show !== 'open' || reason !== undefined || owner !== undefined
  const sums = disputes.first?.sums ?? []
  return (
    <>
      <PageHeader
        title={t('disputes:list.title')}
        actions={
          <SavedViews
            screen="disputes"
            filters={filters}
            onChoose={(chosen) => navigate({ search: chosen, replace: true })}
          />
        }
      >
        <DisputesTabs value="list" />
      </PageHeader>
      {sums.length > 0 && (
        <div className={classes.figures}>
          {sums.map(({ currency, amount, count }) => (
            <KeyFigure
              key={currency}
              label={t(show === 'closed' ? 'disputes:list.sumClosed' : 'disputes:list.sum')}
              value={format.money(amount, currency)}
              hint={t('disputes:list.count', { count })}
            />
          ))}
        </div>
      )}
      <DisputesToolbar filters={filters} change={change} />
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('disputes:list.title')}
          columns={columns}
          source={disputes}
          rowId={(dispute) => dispute.id}
          selectedId={id ?? null}
          onSelect={(dispute) => change({ id: dispute?.id })}
          onOpen={({ customerId }) =>
            navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'disputes' } })
          }
          sort={{ key: sort, descending }}
          onSort={(next) =>
            change({ sort: next.key === 'age' ? undefined : next.key, ascending: next.descending ? undefined : true })
          }
          empty={
            filtered ? (
              <EmptyState
                title={t('disputes:list.none.title')}
                text={t('disputes:list.none.text')}
                action={
                  <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
                    {t('disputes:list.none.action')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t('disputes:list.empty.title')}
                text={t('disputes:list.empty.text')}
                action={
                  <ButtonLink to="/receivables" variant="default">
                    {t('disputes:list.empty.action')}
                  </ButtonLink>
                }
              />
            )
          }
        />
      </div>
      {id && <DisputePanel key={id} id={id} customerLink onClose={() => change({ id: undefined })} />}
    </>
  )
}
