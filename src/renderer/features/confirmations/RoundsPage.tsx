import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ConfirmationRun } from '../../../main/core/confirmations/confirmations.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import classes from './confirmations.module.css'
import { partIn, shareOf } from './share.ts'

/** Rounds of balance confirmations, the latest first: how far each goes and what came back. */
export const RoundsPage = () => {
  const t = useT()
  const readOnly = useReadOnly('issue')
  const navigate = useNavigate()
  const { data, error } = useQuery(api.confirmations.runs.queryOptions({ input: {} }))
  const columns = useRoundColumns()
  const begin = !readOnly && (
    <ButtonLink to="/receivables/confirmations/new" leftSection={<IconPlus size={16} />}>
      {t('confirmations:new')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('confirmations:title')}>
        <ReceivablesTabs value="confirmations" />
      </PageHeader>
      <ErrorNote error={error} />
      {data && data.runs.length > 0 && <Toolbar end={begin} />}
      <div className={classes.list}>
        {data && (
          <DataTable
            label={t('confirmations:rounds.list')}
            columns={columns}
            rows={data.runs}
            rowId={({ id }) => id}
            onOpen={({ id }) => navigate({ to: '/receivables/confirmations/$id', params: { id } })}
            empty={
              <EmptyState
                title={t('confirmations:rounds.empty.title')}
                text={t('confirmations:rounds.empty.text')}
                action={begin}
              />
            }
          />
        )}
      </div>
    </>
  )
}

const useRoundColumns = (): Column<ConfirmationRun>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const covered = ({ population, drawn }: ConfirmationRun) =>
      drawn
        .map(({ currency, gross }) => ({ currency, share: shareOf(gross, partIn(population, currency).gross) }))
        .map(({ currency, share }) =>
          share === null ? '' : `${format.percent(share)} ${drawn.length > 1 ? currency : ''}`.trim(),
        )
        .filter(Boolean)
        .join(' · ')
    return [
      {
        id: 'number',
        header: t('confirmations:rounds.number'),
        width: 56,
        align: 'right',
        cell: ({ number }) => number,
      },
      { id: 'asOf', header: t('confirmations:rounds.asOf'), width: 112, cell: ({ asOf }) => <DayText day={asOf} /> },
      {
        id: 'form',
        header: t('confirmations:rounds.form'),
        width: 96,
        cell: ({ form }) => t(`confirmations:form.${form}`),
      },
      {
        id: 'auditor',
        header: t('confirmations:rounds.auditor'),
        width: 'minmax(140px, 3fr)',
        cell: ({ auditor }) => [auditor.name, auditor.firm].filter(Boolean).join(', '),
      },
      {
        id: 'coverage',
        header: t('confirmations:rounds.coverage'),
        width: 'minmax(100px, 2fr)',
        align: 'right',
        cell: covered,
      },
      {
        id: 'letters',
        header: t('confirmations:rounds.letters'),
        width: 80,
        align: 'right',
        cell: ({ counts }) => format.number(Object.values(counts).reduce((sum, count) => sum + count, 0)),
      },
      {
        id: 'answered',
        header: t('confirmations:rounds.answered'),
        width: 90,
        align: 'right',
        cell: ({ counts }) => format.number(counts.agrees + counts.differs),
      },
      {
        id: 'deadline',
        header: t('confirmations:rounds.deadline'),
        width: 130,
        cell: ({ deadline }) => <DayText day={deadline} />,
      },
    ]
  }, [t, format])
}
