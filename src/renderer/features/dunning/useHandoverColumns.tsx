import { useMemo } from 'react'
import type { Handover } from '../../../main/core/handovers/handovers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { DayText } from '../../components/DayText.tsx'
import { isPaid } from '../../components/handover.totals.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'

export const useHandoverColumns = (width: number): Column<Handover>[] => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  return useMemo(() => {
    const sums = (row: Handover, of: 'handed' | 'open') =>
      row.totals.map((total) => format.money(total[of], total.currency)).join(' + ')
    const columns: (Column<Handover> & { from?: number })[] = [
      {
        id: 'customer',
        header: t('dunning:handovers.columns.customer'),
        width: 'minmax(140px, 1fr)',
        cell: ({ customerName }) => customerName,
      },
      {
        id: 'to',
        header: t('dunning:handovers.columns.to'),
        width: 176,
        from: 700,
        cell: ({ to }) => t(`dunning:handovers.to.${to}`),
      },
      { id: 'on', header: t('dunning:handovers.columns.on'), width: 98, cell: ({ on }) => <DayText day={on} /> },
      {
        id: 'handed',
        header: t('dunning:handovers.columns.handed'),
        width: 132,
        align: 'right',
        from: 740,
        cell: (row) => sums(row, 'handed'),
      },
      {
        id: 'open',
        header: t('dunning:handovers.columns.open'),
        width: 132,
        align: 'right',
        cell: (row) => <strong>{sums(row, 'open')}</strong>,
      },
      {
        id: 'state',
        header: t('dunning:handovers.columns.state'),
        width: 170,
        from: 480,
        cell: (row) =>
          row.closedOn ? (
            t('dunning:handovers.state.closed', { day: format.day(row.closedOn) })
          ) : isPaid(row) ? (
            <ToneBadge tone="settled">{t('dunning:handovers.state.paid')}</ToneBadge>
          ) : row.next ? (
            <ToneBadge tone={row.next.kind === 'act' ? (row.next.on <= today ? 'risk' : 'late') : 'neutral'}>
              {t('dunning:handovers.state.next', { day: format.day(row.next.on) })}
            </ToneBadge>
          ) : row.procedure ? (
            t(`claims:procedure.${row.procedure}`)
          ) : (
            t('dunning:handovers.state.open')
          ),
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, format, width, today])
}
