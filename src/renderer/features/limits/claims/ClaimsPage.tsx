import { Button, SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { fold } from '../../../../main/core/kernel/text.ts'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { CreditTabs } from '../../../components/CreditTabs.tsx'
import { DataTable } from '../../../components/DataTable.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { ButtonLink } from '../../../components/links.tsx'
import { PageHeader } from '../../../components/PageHeader.tsx'
import { SearchField } from '../../../components/SearchField.tsx'
import { Toolbar } from '../../../components/Toolbar.tsx'
import classes from '../limits.module.css'
import type { ClaimsSearch } from '../limits.search.ts'
import { ClaimPanel } from './ClaimPanel.tsx'
import { ClaimsFigures } from './ClaimsFigures.tsx'
import { useClaimColumns } from './useClaimColumns.tsx'

const route = getRouteApi('/book/credit/claims')

/** Insured invoices that are overdue, by the day by which each must be declared. */
export const ClaimsPage = () => {
  const t = useT()
  const { id, search = '', show = 'open' } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: ClaimsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const { data, error } = useQuery(api.limits.claims.queryOptions({ input: { declared: show === 'all' } }))
  const { ref, width } = useElementSize()
  const columns = useClaimColumns(width)
  const wanted = fold(search)
  const claims = (data?.claims ?? []).filter(
    ({ customerName, customerCode, number, insurer }) =>
      wanted === '' || fold(`${customerName} ${customerCode} ${number} ${insurer}`).includes(wanted),
  )
  const chosen = claims.find(({ itemId }) => itemId === id)
  return (
    <>
      <PageHeader title={t('limits:claims.title')}>
        <CreditTabs value="claims" />
      </PageHeader>
      <ErrorNote error={error} />
      <ClaimsFigures claims={claims} />
      <Toolbar>
        <SearchField
          w={240}
          aria-label={t('limits:claims.search')}
          placeholder={t('limits:claims.search')}
          value={search}
          onChange={(text) => change({ search: text || undefined })}
        />
        <SegmentedControl
          aria-label={t('limits:claims.show.label')}
          value={show}
          onChange={(value) => change({ show: value === 'all' ? 'all' : undefined })}
          data={(['open', 'all'] as const).map((value) => ({ value, label: t(`limits:claims.show.${value}`) }))}
        />
      </Toolbar>
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('limits:claims.title')}
            columns={columns}
            rows={claims}
            rowId={({ itemId }) => itemId}
            selectedId={id ?? null}
            onSelect={(claim) => change({ id: claim?.itemId })}
            onOpen={({ customerId }) =>
              navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'credit' } })
            }
            empty={
              search === '' ? (
                <EmptyState
                  title={t('limits:claims.empty.title')}
                  text={t('limits:claims.empty.text')}
                  action={
                    <ButtonLink to="/credit/exposure" variant="default">
                      {t('limits:claims.empty.action')}
                    </ButtonLink>
                  }
                />
              ) : (
                <EmptyState
                  title={t('limits:claims.none.title')}
                  text={t('limits:claims.none.text')}
                  action={
                    <Button variant="default" onClick={() => change({ search: undefined })}>
                      {t('limits:claims.none.action')}
                    </Button>
                  }
                />
              )
            }
          />
        )}
      </div>
      {chosen && <ClaimPanel key={chosen.itemId} claim={chosen} onClose={() => change({ id: undefined })} />}
    </>
  )
}
