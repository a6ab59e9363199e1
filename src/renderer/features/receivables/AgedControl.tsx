import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Aged } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
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
    <>
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
      <AgedNotes aged={aged} />
    </>
  )
}

/** What is to be known beside the figures: receipts still to come, and the worth in the company's currency. */
const AgedNotes = ({ aged }: { aged: Aged }) => {
  const t = useT()
  const format = useFormat()
  const home = useQuery(api.company.get.queryOptions({ input: {} })).data?.currency
  const notes = [
    aged.total.later !== 0 && t('receivables:aged.laterHelp', { day: format.day(aged.asOf) }),
    aged.base && t('receivables:aged.base', { amount: format.money(aged.base.total, aged.base.currency) }),
    !aged.base && home !== undefined && home !== aged.currency && t('receivables:aged.baseUnknown'),
  ].filter(Boolean)
  return notes.length > 0 && <div className={classes.notes}>{notes.join(' ')}</div>
}
