import { Button, SegmentedControl, Select, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Alert, alertKinds } from '../../../main/core/alerts/alerts.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useHome } from '../../app/useHome.ts'
import { CreditTabs } from '../../components/CreditTabs.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { AlertPanel } from './AlertPanel.tsx'
import classes from './alerts.module.css'
import { type AlertsSearch, alertShows } from './alerts.search.ts'
import { useAlertColumns } from './useAlertColumns.tsx'

const route = getRouteApi('/book/credit/alerts')
const keyOf = ({ customerId, kind, occurrence }: Alert): string => `${customerId} ${kind} ${occurrence}`

/** What calls for a look between two reviews, the gravest first. */
export const AlertsPage = () => {
  const t = useT()
  const home = useHome()
  const readOnly = useReadOnly('edit')
  const { show = 'open', search = '', kind } = route.useSearch()
  const navigate = route.useNavigate()
  const alerts = usePaged(
    (page) => api.alerts.list.queryOptions({ input: { show, search, ...(kind && { kind }), ...page } }),
    (out) => ({ total: out.total, rows: out.alerts }),
  )
  const [chosen, setChosen] = useState<Alert | null>(null)
  const { ref, width } = useElementSize()
  const columns = useAlertColumns(width, home)
  const goTo = (id: string) => navigate({ to: '/credit/reviews/$id', params: { id } })
  const open = useCommand(api.reviews.open.mutationOptions(), { onDone: ({ review }) => goTo(review.id) })
  const go = ({ reviewId, customerId, kind: detail }: Alert) => {
    if (reviewId) return goTo(reviewId)
    if (!readOnly && !open.isPending) open.mutate({ customerId, trigger: 'alert', detail })
  }
  const change = (part: AlertsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const counts = alerts.first?.counts ?? {}
  const filtered = search !== '' || show !== 'open' || kind !== undefined
  return (
    <>
      <PageHeader title={t('alerts:title')}>
        <CreditTabs value="alerts" />
      </PageHeader>
      <Toolbar
        end={
          alerts.total !== undefined && (
            <Text size="sm" c="dimmed" role="status">
              {t('alerts:count', { count: alerts.total })}
            </Text>
          )
        }
      >
        <SearchField
          w={220}
          aria-label={t('alerts:search')}
          placeholder={t('alerts:search')}
          value={search}
          onChange={(text) => change({ search: text || undefined })}
        />
        <SegmentedControl
          aria-label={t('alerts:show.label')}
          value={show}
          onChange={(value) => change({ show: alertShows.find((one) => one === value && one !== 'open') })}
          data={alertShows.map((value) => ({ value, label: t(`alerts:show.${value}`) }))}
        />
        <Select
          w={260}
          clearable
          aria-label={t('alerts:kind')}
          placeholder={t('alerts:everyKind')}
          data={alertKinds.map((value) => ({
            value,
            label: t('alerts:kindCount', { kind: t(`credit:alert.kind.${value}`), count: counts[value] ?? 0 }),
          }))}
          value={kind ?? null}
          onChange={(value) => change({ kind: alertKinds.find((one) => one === value) })}
        />
      </Toolbar>
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('alerts:title')}
          columns={columns}
          source={alerts}
          rowId={keyOf}
          selectedId={chosen && keyOf(chosen)}
          onSelect={setChosen}
          onOpen={go}
          empty={
            filtered ? (
              <EmptyState
                title={t('alerts:none.title')}
                text={t('alerts:none.text')}
                action={
                  <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
                    {t('alerts:none.action')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t('alerts:empty.title')}
                text={t('alerts:empty.text')}
                action={
                  <ButtonLink to="/policy" variant="default">
                    {t('alerts:empty.action')}
                  </ButtonLink>
                }
              />
            )
          }
        />
      </div>
      {chosen && (
        <AlertPanel alert={chosen} onOpen={() => go(chosen)} pending={open.isPending} onClose={() => setChosen(null)} />
      )}
    </>
  )
}
