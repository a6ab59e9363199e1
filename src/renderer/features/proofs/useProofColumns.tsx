import { useMemo } from 'react'
import type { ProofRow } from '../../../main/core/proofs/proofs.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { sizeText } from './proof.words.ts'
import classes from './proofs.module.css'

type ProofColumn = Column<ProofRow> & {
  /** Pixels of list below which the column gives way to the others. */
  from?: number
}

/** The register: kind, title, day, expiry, size; without the customer on its own page. */
export const useProofColumns = (width: number, ofCustomer = false): Column<ProofRow>[] => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const columns: (ProofColumn | false)[] = [
      !ofCustomer && {
        id: 'customer',
        header: t('proofs:columns.customer'),
        width: 'minmax(130px, 2fr)',
        cell: (proof) => proof.customerName,
      },
      {
        id: 'kind',
        header: t('proofs:columns.kind'),
        width: 'minmax(128px, 1fr)',
        cell: (proof) => t(`proofs:kind.${proof.kind}`),
      },
      {
        id: 'title',
        header: t('proofs:columns.title'),
        width: 'minmax(150px, 2fr)',
        cell: (proof) => (
          <span className={classes.title}>
            <span className={classes.cut}>{proof.title || proof.fileName}</span>
            {proof.executable && <ToneBadge tone="risk">{t('proofs:executable')}</ToneBadge>}
          </span>
        ),
      },
      {
        id: 'item',
        header: t('proofs:columns.item'),
        width: 'minmax(110px, 1fr)',
        from: 640,
        cell: (proof) => proof.itemNumber ?? <span className={classes.dim}>{t('common:none')}</span>,
      },
      {
        id: 'day',
        header: t('proofs:columns.day'),
        width: 106,
        from: 860,
        cell: (proof) => <DayText day={proof.day} />,
      },
      {
        id: 'expires',
        header: t('proofs:columns.expires'),
        width: 100,
        cell: (proof) =>
          proof.expired && proof.expiresOn ? (
            <span className={classes.expired}>{format.day(proof.expiresOn)}</span>
          ) : (
            <DayText day={proof.expiresOn} />
          ),
      },
      {
        id: 'state',
        header: '',
        width: 84,
        from: ofCustomer ? 560 : 760,
        cell: (proof) => proof.expired && <ToneBadge tone="late">{t('proofs:expired')}</ToneBadge>,
      },
      {
        id: 'size',
        header: t('proofs:columns.size'),
        width: 84,
        align: 'right',
        from: 800,
        cell: (proof) => sizeText(proof.size, t, format),
      },
    ]
    return columns.filter((column) => column !== false).filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, format, width, ofCustomer])
}
