import { Button, SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { CreditTabs } from '../../../components/CreditTabs.tsx'
import { DataTable } from '../../../components/DataTable.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { KeyFigure } from '../../../components/KeyFigure.tsx'
import { ButtonLink } from '../../../components/links.tsx'
import { PageHeader } from '../../../components/PageHeader.tsx'
import { usePaged } from '../../../components/paging.ts'
import { SavedViews } from '../../../components/SavedViews.tsx'
import { SearchField } from '../../../components/SearchField.tsx'
import { Toolbar } from '../../../components/Toolbar.tsx'
import classes from '../limits.module.css'
import { type ExposureSearch, exposureShows } from '../limits.search.ts'
import { ExposurePanel } from './ExposurePanel.tsx'
import { useExposureColumns } from './useExposureColumns.tsx'

const route = getRouteApi('/book/credit/exposure')

// From A, or from the nearest day; the other columns start from their greatest figure.
const ASCENDING = ['name', 'passesOn']

/** What every customer owes against its limit; the panel shows one, part by part. */
export const ExposurePage = () => {
  const t = useT()
  const format = useFormat()
  const { id, sort = 'exposure', reversed = false, ...filters } = route.useSearch()
  const { show = 'all', search = '' } = filters
  const navigate = route.useNavigate()
  const exposures = usePaged(
    (page) => api.limits.exposures.queryOptions({ input: { show, search, sort, reversed, ...page } }),
    (out) => ({ total: out.total, rows: out.rows }),
  )
  const { ref, width } = useElementSize()
  const currency = exposures.first?.currency ?? 'EUR'
  const columns = useExposureColumns(width, currency)
  const change = (part: ExposureSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const filtered = show !== 'all' || search !== ''
  const ascending = ASCENDING.includes(sort)
  return (
    <>
      <PageHeader
        title={t('limits:exposure.title')}
        actions={
          <SavedViews
            screen="exposures"
            filters={filters}
            onChoose={(chosen) => navigate({ search: chosen, replace: true })}
          />
        }
      >
        <CreditTabs value="exposure" />
      </PageHeader>
      {exposures.first && exposures.first.total > 0 && (
        <div className={classes.figures}>
          <KeyFigure
            label={t('limits:exposure.sum', { day: format.day(exposures.first.asOf) })}
            value={format.money(exposures.first.sum, currency)}
            hint={t('limits:exposure.count', { count: exposures.first.total })}
          />
        </div>
      )}
      <Toolbar>
        <SearchField
          w={200}
          aria-label={t('limits:exposure.search')}
          placeholder={t('limits:exposure.search')}
          value={search}
          onChange={(text) => change({ search: text || undefined })}
        />
        <SegmentedControl
          aria-label={t('limits:exposure.show.label')}
          value={show}
          onChange={(value) => change({ show: exposureShows.find((one) => one === value && one !== 'all') })}
          data={exposureShows.map((value) => ({ value, label: t(`limits:exposure.show.${value}`) }))}
        />
      </Toolbar>
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('limits:exposure.title')}
          columns={columns}
          source={exposures}
          rowId={({ customerId }) => customerId}
          selectedId={id ?? null}
          onSelect={(row) => change({ id: row?.customerId })}
          onOpen={({ customerId }) =>
            navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'credit' } })
          }
          sort={{ key: sort, descending: ascending === reversed }}
          onSort={({ key }) =>
            change({
              sort: key === 'exposure' ? undefined : key,
              reversed: (key === sort && !reversed) || undefined,
            })
          }
          empty={
            filtered ? (
              <EmptyState
                title={t('limits:exposure.none.title')}
                text={t('limits:exposure.none.text')}
                action={
                  <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
                    {t('limits:exposure.none.action')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t('limits:exposure.empty.title')}
                text={t('limits:exposure.empty.text')}
                action={<ButtonLink to="/imports">{t('limits:exposure.empty.action')}</ButtonLink>}
              />
            )
          }
        />
      </div>
      {id && <ExposurePanel key={id} id={id} onClose={() => change({ id: undefined })} />}
    </>
  )
}
