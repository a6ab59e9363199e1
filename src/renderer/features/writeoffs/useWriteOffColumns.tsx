import { useMemo } from 'react'
import type { Recovery, TaxState, WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import classes from './writeoffs.module.css'
import type { Show } from './writeoffs.search.ts'

const tones: Record<TaxState, Tone> = {
  none: 'neutral',
  unknown: 'late',
  waiting: 'neutral',
  notice: 'late',
  claim: 'late',
  claimed: 'settled',
  lapsed: 'risk',
}

export const TaxBadge = ({ state }: { state: TaxState }) => {
  const t = useT()
  return <ToneBadge tone={tones[state]}>{t(`writeoffs:tax.${state}`)}</ToneBadge>
}

type Wide<Row> = Column<Row> & { from?: number }
const fitting = <Row,>(columns: Wide<Row>[], width: number): Column<Row>[] =>
  columns.filter(({ from = 0 }) => width === 0 || width >= from)

/** Columns that fit a list of a width, for what it shows. */
export const useWriteOffColumns = (show: Exclude<Show, 'recoveries'>, width: number): Column<WriteOff>[] => {
  const t = useT()
  return useMemo(() => {
    const booked = show === 'booked' || show === 'vat'
    const tax: Wide<WriteOff>[] = [
      {
        id: 'tax',
        header: t('writeoffs:columns.tax'),
        width: 'minmax(140px, 1fr)',
        from: 620,
        cell: (row) => <TaxBadge state={row.tax.state} />,
      },
      {
        id: 'deadline',
        header: t('writeoffs:columns.deadline'),
        width: 106,
        from: 860,
        cell: (row) => <DayText day={row.tax.deadline} />,
      },
    ]
    const columns: Wide<WriteOff>[] = [
      {
        id: 'reference',
        header: t('writeoffs:columns.reference'),
        width: 98,
        from: 520,
        cell: (row) => <span className={classes.code}>{row.reference}</span>,
      },
      {
        id: 'customer',
        header: t('writeoffs:columns.customer'),
        width: 'minmax(150px, 1.4fr)',
        cell: (row) => row.customerName,
      },
      {
        id: 'reason',
        header: t('writeoffs:columns.reason'),
        width: 'minmax(150px, 1.2fr)',
        from: 720,
        cell: (row) => t(`writeoffs:reason.${row.reason}`),
      },
      {
        id: 'day',
        header: t('writeoffs:columns.day'),
        width: 98,
        cell: (row) => <DayText day={row.day ?? row.proposedOn} />,
      },
      {
        id: 'by',
        header: t(booked ? 'writeoffs:columns.approvedBy' : 'writeoffs:columns.by'),
        width: 'minmax(110px, 0.8fr)',
        from: 940,
        cell: (row) => (booked ? row.answeredBy : row.proposedBy),
      },
      ...(booked ? tax : []),
      {
        id: 'amount',
        header: t('writeoffs:columns.amount'),
        width: 126,
        align: 'right',
        cell: (row) => <MoneyText amount={row.amount} currency={row.currency} showCurrency strong />,
      },
    ]
    return fitting(columns, width)
  }, [t, show, width])
}

export const useRecoveryColumns = (width: number): Column<Recovery>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: Wide<Recovery>[] = [
      {
        id: 'reference',
        header: t('writeoffs:columns.reference'),
        width: 98,
        cell: (row) => <span className={classes.code}>{row.reference}</span>,
      },
      {
        id: 'customer',
        header: t('writeoffs:columns.customer'),
        width: 'minmax(150px, 1.4fr)',
        cell: (row) => row.customerName,
      },
      {
        id: 'kind',
        header: t('writeoffs:columns.kind'),
        width: 110,
        cell: (row) => t(`writeoffs:kind.${row.kind}`),
      },
      { id: 'day', header: t('writeoffs:columns.day'), width: 98, cell: (row) => <DayText day={row.day} /> },
      {
        id: 'receipt',
        header: t('writeoffs:columns.receipt'),
        width: 'minmax(110px, 0.8fr)',
        from: 700,
        cell: (row) => row.receiptNumber ?? row.reason,
      },
      {
        id: 'tax',
        header: t('writeoffs:columns.tax'),
        width: 110,
        align: 'right',
        from: 620,
        cell: (row) => row.tax !== null && <MoneyText amount={row.tax} currency={row.currency} />,
      },
      {
        id: 'amount',
        header: t('writeoffs:columns.amount'),
        width: 126,
        align: 'right',
        cell: (row) => <MoneyText amount={row.amount} currency={row.currency} showCurrency strong />,
      },
    ]
    return fitting(columns, width)
  }, [t, width])
}
