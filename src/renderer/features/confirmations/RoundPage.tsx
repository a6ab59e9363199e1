import { SegmentedControl, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Confirmation, ConfirmationForm } from '../../../main/core/confirmations/confirmations.contract.ts'
import { api, client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { Balances } from './Balances.tsx'
import classes from './confirmations.module.css'
import { letterShows } from './confirmations.routes.tsx'
import { LetterPanel } from './LetterPanel.tsx'
import { RoundActions } from './RoundActions.tsx'
import { RoundFigures } from './RoundFigures.tsx'
import { StateBadge } from './StateBadge.tsx'

const route = getRouteApi('/book/receivables/confirmations/$id')

/** A round after it was issued: how far it goes, what came back, letter by letter. */
export const RoundPage = () => {
  const t = useT()
  const format = useFormat()
  const { id: runId } = route.useParams()
  const { show = 'all', letter: letterId } = route.useSearch()
  const navigate = route.useNavigate()
  const runs = useQuery(api.confirmations.runs.queryOptions({ input: {} }))
  const letters = usePaged(
    (page) => api.confirmations.letters.queryOptions({ input: { runId, show, ...page } }),
    (out) => ({ total: out.total, rows: out.letters }),
  )
  const shown = useQuery({
    ...api.confirmations.letter.queryOptions({ input: { id: letterId ?? '' } }),
    placeholderData: keepPreviousData,
    enabled: letterId !== undefined,
    retry: false,
  })
  const { ref, width } = useElementSize()
  const run = runs.data?.runs.find(({ id }) => id === runId)
  const columns = useLetterColumns(width, run?.form ?? 'positive')
  const letter = letterId === undefined || shown.data?.runId !== runId ? undefined : shown.data
  const choose = (letter: string | undefined) => navigate({ search: (old) => ({ ...old, letter }), replace: true })
  const chooseAfter = async ({ reference: after, id }: Confirmation) => {
    const { letters: next } = await client.confirmations.letters({ runId, show, after, limit: 1 })
    choose(next[0]?.id ?? id)
  }
  if (!run) return <ErrorNote error={runs.error ?? letters.error} />
  const { counts, auditor } = run
  return (
    <>
      <PageHeader title={t('confirmations:round.title', { number: run.number, day: format.day(run.asOf) })}>
        <ReceivablesTabs value="confirmations" />
      </PageHeader>
      <Text size="sm" c="dimmed">
        {[
          t('confirmations:round.about', {
            form: t(`confirmations:form.${run.form}`),
            auditor: [auditor.name, auditor.firm].filter(Boolean).join(', '),
            day: format.day(run.madeOn),
            by: run.madeBy,
          }),
          run.criteria.random > 0 ? t('confirmations:round.seed', { seed: run.seed }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <RoundFigures run={run} />
      <ErrorNote error={shown.error} />
      <Toolbar end={<RoundActions run={run} />}>
        <SegmentedControl
          aria-label={t('confirmations:round.show')}
          value={show}
          onChange={(value) => {
            const one = letterShows.find((known) => known === value && known !== 'all')
            navigate({ search: one ? { show: one } : {}, replace: true })
          }}
          data={letterShows
            .filter((value) => value !== 'late')
            .map((value) => ({
              value,
              label:
                value === 'all'
                  ? t('confirmations:round.all')
                  : `${t(value === 'waiting' && run.form === 'negative' ? 'confirmations:silent' : `confirmations:state.${value}`)}${counts[value] > 0 ? ` (${format.number(counts[value])})` : ''}`,
            }))}
        />
      </Toolbar>
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('confirmations:round.list')}
          columns={columns}
          source={letters}
          rowId={({ id }) => id}
          selectedId={letterId ?? null}
          onSelect={(row) => choose(row?.id)}
          onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
          empty={<EmptyState title={t('confirmations:round.empty')} />}
        />
      </div>
      {letter && (
        <LetterPanel
          key={letter.id}
          letter={letter}
          run={run}
          onDone={() => chooseAfter(letter)}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  )
}

const WITH_REASON = 860

/** @param width in pixels of the list: beside the panel, what chose a customer gives way */
const useLetterColumns = (width: number, form: ConfirmationForm): Column<Confirmation>[] => {
  const t = useT()
  const narrow = width > 0 && width < WITH_REASON
  return useMemo(() => {
    const columns: Column<Confirmation>[] = [
      {
        id: 'reference',
        header: t('confirmations:columns.reference'),
        width: 132,
        cell: ({ reference }) => reference,
      },
      {
        id: 'customer',
        header: t('confirmations:columns.customer'),
        width: 'minmax(136px, 2fr)',
        cell: ({ name }) => name,
      },
      {
        id: 'by',
        header: t('confirmations:columns.by'),
        width: 'minmax(146px, 1fr)',
        cell: ({ chosenBy }) => t(`confirmations:by.${chosenBy}`),
      },
      {
        id: 'balance',
        header: t('confirmations:columns.balance'),
        width: 'minmax(120px, 1fr)',
        align: 'right',
        cell: ({ balances }) => <Balances balances={balances} />,
      },
      {
        id: 'state',
        header: t('confirmations:columns.state'),
        width: 138,
        cell: (letter) => <StateBadge letter={letter} form={form} />,
      },
      {
        id: 'difference',
        header: t('confirmations:columns.difference'),
        width: 'minmax(112px, 1fr)',
        align: 'right',
        cell: ({ differences }) => <Balances balances={differences} strong={false} />,
      },
    ]
    return columns.filter(({ id }) => !(narrow && id === 'by'))
  }, [t, narrow, form])
}
