import { Button, SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import classes from './dunning.module.css'
import { HandOverDialog } from './HandOverDialog.tsx'
import { HandoverPanel } from './HandoverPanel.tsx'
import { useHandoverColumns } from './useHandoverColumns.tsx'

const route = getRouteApi('/book/dunning/handovers')
const choices = ['open', 'closed', 'all'] as const

/** Accounts that left the ladder for collection, a lawyer or a court, with what was handed over and what is left. */
export const HandoversPage = () => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const { show = 'open', handover } = route.useSearch()
  const navigate = route.useNavigate()
  const [starting, setStarting] = useState(false)
  const { ref, width } = useElementSize()
  const { data, error } = useQuery(api.handovers.list.queryOptions({ input: { show, limit: 1000 } }))
  const columns = useHandoverColumns(width)
  const choose = (id: string | undefined) => navigate({ search: (old) => ({ ...old, handover: id }), replace: true })
  const shown = data?.handovers.find(({ id }) => id === handover)
  return (
    <>
      <PageHeader title={t('dunning:handovers.title')}>
        <DunningTabs value="handovers" />
      </PageHeader>
      <ErrorNote error={error} />
      <Toolbar end={!readOnly && <Button onClick={() => setStarting(true)}>{t('dunning:handovers.start')}</Button>}>
        <SegmentedControl
          aria-label={t('dunning:handovers.showLabel')}
          value={show}
          onChange={(value) => navigate({ search: { show: value as typeof show }, replace: true })}
          data={choices.map((value) => ({ value, label: t(`dunning:handovers.show.${value}`) }))}
        />
      </Toolbar>
      {data?.total === 0 ? (
        <EmptyState
          title={t('dunning:handovers.empty.title')}
          text={t('dunning:handovers.empty.text')}
          action={<ButtonLink to="/dunning">{t('dunning:handovers.empty.action')}</ButtonLink>}
        />
      ) : (
        <div className={classes.column} style={{ flex: 1 }} ref={ref}>
          <DataTable
            label={t('dunning:handovers.title')}
            columns={columns}
            rows={data?.handovers ?? []}
            rowId={({ id }) => id}
            selectedId={handover ?? null}
            onSelect={(row) => choose(row?.id)}
            onOpen={({ id }) => navigate({ to: '/dunning/handovers/$id', params: { id } })}
          />
        </div>
      )}
      {shown && <HandoverPanel handover={shown} onClose={() => choose(undefined)} />}
      {starting && (
        <HandOverDialog
          onClose={() => setStarting(false)}
          onDone={(id) => {
            setStarting(false)
            navigate({ search: { handover: id }, replace: true })
          }}
        />
      )}
    </>
  )
}
