import { Select, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, addMonths } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ItemById } from '../../components/items/ItemById.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ProofsTabs } from '../../components/ProofsTabs.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { DelayFigures } from './DelayFigures.tsx'
import classes from './deliveries.module.css'
import type { DelaysSearch } from './deliveries.search.ts'
import { useSlowColumns } from './useSlowColumns.tsx'

const route = getRouteApi('/book/proofs/delays')

/** Days from delivery to invoice to sending, and what they cost; three months back unless asked otherwise. */
export const DelaysPage = () => {
  const t = useT()
  const today = useWorkingDay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const until = search.until ?? today
  const from = search.from ?? addDays(addMonths(today, -3), 1)
  const currency = search.currency
  const { data, error, isPlaceholderData } = useQuery({
    ...api.deliveries.delays.queryOptions({ input: { from, until, ...(currency && { currency }) } }),
    enabled: from <= until,
    placeholderData: keepPreviousData,
  })
  // Every currency of the ledger; a figure adds up one of them.
  const aged = useQuery(api.receivables.aged.queryOptions({ input: { asOf: today } })).data
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = data?.slowest.find(({ itemId }) => itemId === chosenId)
  const { ref, width } = useElementSize()
  const columns = useSlowColumns(width, data?.currency ?? 'EUR')
  const change = (part: DelaysSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  return (
    <>
      <PageHeader title={t('deliveries:delays.title')}>
        <ProofsTabs value="delays" />
      </PageHeader>
      <ErrorNote error={error} />
      <Toolbar>
        <div className={classes.period}>
          <Text size="sm">{t('deliveries:delays.from')}</Text>
          <DayInput
            aria-label={t('deliveries:delays.from')}
            maxDate={until}
            value={from}
            onChange={(day) => day && change({ from: day })}
          />
          <Text size="sm">{t('deliveries:delays.until')}</Text>
          <DayInput
            aria-label={t('deliveries:delays.until')}
            minDate={from}
            value={until}
            onChange={(day) => day && change({ until: day })}
          />
        </div>
        {aged && aged.currencies.length > 1 && data && (
          <Select
            w={100}
            allowDeselect={false}
            aria-label={t('deliveries:delays.currency')}
            data={aged.currencies}
            value={data.currency}
            onChange={(chosenOne) => change({ currency: chosenOne ?? undefined })}
          />
        )}
      </Toolbar>
      {data && <DelayFigures delays={data} />}
      <Text size="sm" c="dimmed">
        {t('deliveries:delays.about')}
      </Text>
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('deliveries:delays.slowest')}
            columns={columns}
            rows={data.slowest}
            rowId={({ itemId }) => itemId}
            selectedId={chosenId}
            onSelect={(row) => setChosenId(row?.itemId ?? null)}
            onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
            stale={isPlaceholderData}
            empty={
              <EmptyState
                title={t('deliveries:delays.empty.title')}
                text={t('deliveries:delays.empty.text')}
                action={
                  <ButtonLink to="/receivables" search={{ kind: 'invoice' }} variant="default">
                    {t('deliveries:delays.empty.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
      {chosen && (
        <ItemById
          key={chosen.itemId}
          id={chosen.itemId}
          customerId={chosen.customerId}
          number={chosen.number}
          asOf={today}
          onClose={() => setChosenId(null)}
        />
      )}
    </>
  )
}
