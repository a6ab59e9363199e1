import { useMemo } from 'react'
import type { Claim, claimStates } from '../../../../main/core/limits/covers.schema.ts'
import { useT } from '../../../app/i18n.ts'
import type { Column } from '../../../components/DataTable.tsx'
import { DayText } from '../../../components/DayText.tsx'
import { MoneyText } from '../../../components/MoneyText.tsx'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import type { Tone } from '../../../components/tone.ts'

type ClaimColumn = Column<Claim> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

export const claimTones: Record<(typeof claimStates)[number], Tone> = {
  waiting: 'neutral',
  declare: 'late',
  late: 'risk',
  declared: 'settled',
}

/** Columns that fit a list of a width. */
export const useClaimColumns = (width: number): Column<Claim>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: ClaimColumn[] = [
      {
        id: 'customer',
        header: t('limits:claims.columns.customer'),
        width: 'minmax(120px, 2fr)',
        cell: ({ customerName }) => customerName,
      },
      {
        id: 'number',
        header: t('limits:claims.columns.number'),
        width: 'minmax(112px, 1fr)',
        cell: ({ number }) => number,
      },
      {
        id: 'due',
        header: t('limits:claims.columns.due'),
        width: 100,
        from: 760,
        cell: ({ due }) => <DayText day={due} />,
      },
      {
        id: 'open',
        header: t('limits:claims.columns.open'),
        width: 112,
        align: 'right',
        from: 820,
        cell: ({ open, currency }) => <MoneyText amount={open} currency={currency} showCurrency />,
      },
      {
        id: 'insured',
        header: t('limits:claims.columns.insured'),
        width: 112,
        align: 'right',
        cell: ({ insured, currency }) => <MoneyText amount={insured} currency={currency} showCurrency strong />,
      },
      {
        id: 'insurer',
        header: t('limits:claims.columns.insurer'),
        width: 'minmax(130px, 1.4fr)',
        from: 900,
        cell: ({ insurer }) => insurer,
      },
      {
        id: 'deadline',
        header: t('limits:claims.columns.deadline'),
        width: 116,
        cell: ({ deadline }) => <DayText day={deadline} />,
      },
      {
        id: 'daysLeft',
        header: t('limits:claims.columns.daysLeft'),
        width: 68,
        align: 'right',
        from: 640,
        cell: ({ daysLeft, state }) =>
          state === 'declared'
            ? null
            : `${daysLeft < 0 ? '\u2212' : ''}${t('limits:claims.daysLeft', { count: Math.abs(daysLeft) })}`,
      },
      {
        id: 'state',
        header: t('limits:claims.columns.state'),
        width: 120,
        cell: ({ state }) => <ToneBadge tone={claimTones[state]}>{t(`limits:claims.state.${state}`)}</ToneBadge>,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
