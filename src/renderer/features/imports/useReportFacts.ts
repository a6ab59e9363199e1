import { bankFormats } from '../../../main/core/bank/bank-kinds.schema.ts'
import type { ImportReport } from '../../../main/core/imports/imports.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'

type Family = 'ledger' | 'bank' | 'einvoice' | 'table'

export const isBankFormat = (format: string | undefined): boolean => bankFormats.some((one) => one === format)

/** What kind of file a report is of: it decides which figures are worth telling. */
export const familyOf = (format: ImportReport['format']): Family => {
  if (format === 'fec') return 'ledger'
  if (format === 'einvoice') return 'einvoice'
  return isBankFormat(format) ? 'bank' : 'table'
}

const RECORDS = { ledger: 'records', table: 'records', bank: 'movements', einvoice: 'documents' } as const

/** Whether importing would change nothing in the book. */
export const bringsNothing = ({ created, updated }: ImportReport): boolean =>
  updated === 0 && Object.values(created).every((count) => count === 0)

/** A checked file that can go in as it is. */
export const isReady = (report: ImportReport): boolean => report.rejectedCount === 0 && !bringsNothing(report)

/** How much was read: lines, days, amounts on both sides. */
export const useReportFacts = ({ records, period, totals, format: kind }: ImportReport): string[] => {
  const t = useT()
  const format = useFormat()
  const [debit, credit, difference] = [totals.debit, totals.credit, totals.debit - totals.credit].map((amount) =>
    format.money(amount, totals.currency),
  )
  const facts = [t(`imports:report.${RECORDS[familyOf(kind)]}`, { count: records })]
  if (period) facts.push(t('imports:report.period', { from: format.day(period.from), until: format.day(period.until) }))
  if (totals.debit === 0 && totals.credit === 0) return facts
  const balance = totals.debit === totals.credit ? 'balanced' : 'unbalanced'
  const words = { ledger: balance, bank: 'received', einvoice: 'invoiced', table: 'moved' } as const
  facts.push(t(`imports:report.${words[familyOf(kind)]}`, { debit, credit, difference }))
  return facts
}
