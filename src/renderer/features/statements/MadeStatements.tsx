import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { StatementRun } from '../../../main/core/statements/statements.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { RunPanel } from './RunPanel.tsx'
import type { LeftOut } from './StatementsPage.tsx'
import classes from './statements.module.css'
import type { StatementsSearch } from './statements.routes.tsx'

type Props = {
  views: ReactNode
  runId: string | undefined
  told: { runId: string; leftOut: LeftOut[] } | null
  change: (part: StatementsSearch) => void
}

/** What was made together, the latest first. */
export const MadeStatements = ({ views, runId, told, change }: Props) => {
  const t = useT()
  const { data, error } = useQuery(api.statements.runs.queryOptions({ input: {} }))
  const { ref, width } = useElementSize()
  const columns = useRunColumns(width)
  const runs = data?.runs ?? []
  const run = runs.find(({ id }) => id === runId)
  return (
    <>
      <ErrorNote error={error} />
      <Toolbar>{views}</Toolbar>
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('statements:runs.list')}
            columns={columns}
            rows={runs}
            rowId={({ id }) => id}
            selectedId={run?.id ?? null}
            onSelect={(row) => change({ run: row?.id })}
            empty={
              <EmptyState
                title={t('statements:none.title')}
                text={t('statements:none.text')}
                action={
                  <ButtonLink to="/receivables/statements" variant="default">
                    {t('statements:none.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
      {run && (
        <RunPanel
          key={run.id}
          run={run}
          leftOut={told?.runId === run.id ? told.leftOut : []}
          onClose={() => change({ run: undefined })}
        />
      )}
    </>
  )
}

const WITH_MAKER = 860

/** @param width in pixels of the list: beside the panel, which tells them, who made them and when give way */
const useRunColumns = (width: number): Column<StatementRun>[] => {
  const t = useT()
  const format = useFormat()
  const narrow = width > 0 && width < WITH_MAKER
  return useMemo(() => {
    const columns: Column<StatementRun>[] = [
      { id: 'number', header: t('statements:runs.number'), width: 64, align: 'right', cell: ({ number }) => number },
      { id: 'asOf', header: t('statements:runs.asOf'), width: 112, cell: ({ asOf }) => <DayText day={asOf} /> },
      {
        id: 'kind',
        header: t('statements:runs.kind'),
        width: 'minmax(150px, 1fr)',
        cell: ({ from }) =>
          from === null ? t('statements:runs.open') : t('statements:runs.movements', { day: format.day(from) }),
      },
      {
        id: 'count',
        header: t('statements:runs.count'),
        width: 104,
        align: 'right',
        cell: ({ count }) => format.number(count),
      },
      {
        id: 'balance',
        header: t('statements:runs.balance'),
        width: 'minmax(180px, 2fr)',
        align: 'right',
        cell: ({ totals }) => totals.map(({ total, currency }) => format.money(total, currency)).join(' · '),
      },
      { id: 'madeOn', header: t('statements:runs.madeOn'), width: 112, cell: ({ madeOn }) => <DayText day={madeOn} /> },
      { id: 'by', header: t('statements:runs.by'), width: 'minmax(90px, 1fr)', cell: ({ madeBy }) => madeBy },
    ]
    return columns.filter(({ id }) => !(narrow && (id === 'madeOn' || id === 'by')))
  }, [t, format, narrow])
}
