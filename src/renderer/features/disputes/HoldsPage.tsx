import { Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { DisputesTabs } from './DisputesTabs.tsx'
import classes from './disputes.module.css'
import { HoldPanel } from './HoldPanel.tsx'
import { useHoldColumns } from './useHoldColumns.tsx'

/** Every hold in force: whom it concerns, why, who looks after it and when it ends by itself. */
export const HoldsPage = () => {
  const t = useT()
  const navigate = useNavigate()
  const { data, error } = useQuery(api.dunning.holds.queryOptions({ input: {} }))
  const [chosenId, setChosenId] = useState<string | null>(null)
  const { ref, width } = useElementSize()
  const columns = useHoldColumns(width)
  const holds = data?.holds ?? []
  const chosen = holds.find(({ id }) => id === chosenId)
  return (
    <>
      <PageHeader title={t('disputes:holds.title')}>
        <DisputesTabs value="holds" />
      </PageHeader>
      <ErrorNote error={error} />
      {holds.length > 0 && (
        <Toolbar>
          <Text size="sm" c="dimmed" role="status">
            {t('disputes:holds.count', { count: holds.length })}
          </Text>
        </Toolbar>
      )}
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('disputes:holds.label')}
            columns={columns}
            rows={holds}
            rowId={({ id }) => id}
            selectedId={chosenId}
            onSelect={(hold) => setChosenId(hold?.id ?? null)}
            onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
            empty={
              <EmptyState
                title={t('disputes:holds.empty.title')}
                text={t('disputes:holds.empty.text')}
                action={
                  <ButtonLink to="/customers" search={{ show: 'overdue' }} variant="default">
                    {t('disputes:holds.empty.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
      {chosen && <HoldPanel hold={chosen} onClose={() => setChosenId(null)} />}
    </>
  )
}
