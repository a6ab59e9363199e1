import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { Aged } from '../../../main/core/receivables/receivables.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './aged.module.css'

/** Proves the balance against the ledger: anything but zero is an error to explain. */
export const AgedControl = ({ aged }: { aged: Aged }) => {
  const t = useT()
  const format = useFormat()
  const { ledger, report, difference } = aged.control
  const right = difference === 0
  const Icon = right ? IconCheck : IconAlertTriangle
  return (
    <output className={classes.control} data-wrong={!right || undefined}>
      <Icon size={16} aria-hidden />
      <strong>{t('receivables:aged.control', { difference: format.amount(difference, aged.currency) })}</strong>
      <span className={classes.dim}>
        {t('receivables:aged.controlDetail', {
          ledger: format.amount(ledger, aged.currency),
          report: format.amount(report, aged.currency),
        })}
      </span>
      <span>{t(right ? 'receivables:aged.controlRight' : 'receivables:aged.controlWrong')}</span>
    </output>
  )
}
