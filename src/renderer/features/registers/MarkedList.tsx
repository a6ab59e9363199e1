import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Insolvency } from '../../../main/core/registers/registers.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { usePaged } from '../../components/paging.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { eventTone } from './event.words.ts'
import classes from './registers.module.css'

type Marked = Insolvency & { customerId: string; code: string; name: string }

/** Customers that a register says are in a procedure, have ceased or were struck off. */
export const MarkedList = () => {
  const t = useT()
  const navigate = useNavigate()
  const marked = usePaged(
    (page) => api.registers.list.queryOptions({ input: page }),
    (out) => ({ total: out.total, rows: out.customers }),
  )
  const columns = useMemo(
    (): Column<Marked>[] => [
      {
        id: 'customer',
        header: t('registers:found.customer'),
        width: 'minmax(140px, 1.5fr)',
        cell: ({ name }) => name,
      },
      { id: 'code', header: t('registers:found.code'), width: 100, cell: ({ code }) => code },
      {
        id: 'state',
        header: t('registers:found.state'),
        width: 'minmax(190px, 1.5fr)',
        cell: ({ kind }) => <ToneBadge tone={eventTone(kind)}>{t(`credit:insolvency.kind.${kind}`)}</ToneBadge>,
      },
      { id: 'since', header: t('registers:marked.since'), width: 104, cell: ({ since }) => <DayText day={since} /> },
      {
        id: 'source',
        header: t('registers:found.source'),
        width: 'minmax(140px, 2fr)',
        cell: ({ event }) => `${t(`registers:register.${event.register}`)} · ${event.source}`,
      },
      {
        id: 'declare',
        header: t('registers:marked.declare'),
        width: 150,
        cell: ({ deadlines }) => {
          const declaration = deadlines.find(({ code }) => code === 'declaration')
          return <DayText day={declaration ? (declaration.extended ?? declaration.on) : null} />
        },
      },
    ],
    [t],
  )
  return (
    <div className={classes.list}>
      <DataTable
        label={t('registers:marked.label')}
        columns={columns}
        source={marked}
        rowId={({ customerId }) => customerId}
        onOpen={({ customerId }) =>
          navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'credit' } })
        }
        empty={
          <EmptyState
            title={t('registers:marked.empty')}
            text={t('registers:marked.emptyText')}
            action={<ButtonLink to="/credit/registers">{t('registers:marked.action')}</ButtonLink>}
          />
        }
      />
    </div>
  )
}
