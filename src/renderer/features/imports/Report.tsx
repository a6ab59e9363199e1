import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ImportReport } from '../../../main/core/imports/imports.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { Note } from '../../components/Note.tsx'
import { RefusedLines } from './RefusedLines.tsx'
import classes from './Report.module.css'
import { bringsNothing, familyOf, useReportFacts } from './useReportFacts.ts'
import { Warnings } from './Warnings.tsx'

const documents = ['invoices', 'creditNotes', 'payments', 'openings', 'adjustments'] as const

const NOTHING = {
  ledger: 'nothingAtAll',
  table: 'nothingAtAll',
  bank: 'noMovement',
  einvoice: 'noInvoice',
} as const

/** What a file holds and what becomes of it in the book: before importing as a forecast, afterwards as a result. */
export const Report = ({ report }: { report: ImportReport }) => {
  const t = useT()
  const format = useFormat()
  const { totals, created, updated, unchanged, period } = report
  const facts = useReportFacts(report)
  const family = familyOf(report.format)
  const bank = family === 'bank'
  const hasDocuments = !bank && (period !== null || family !== 'table')
  const kinds = family === 'einvoice' ? (['invoices', 'creditNotes'] as const) : documents
  return (
    <Stack gap="sm">
      <div className={classes.figures}>
        {hasDocuments && (
          <KeyFigure
            label={t(family === 'einvoice' ? 'imports:report.toCollect' : 'imports:report.open')}
            value={format.money(totals.open, totals.currency)}
            hint={period && family !== 'einvoice' && format.day(period.until)}
          />
        )}
        {bank && (
          <KeyFigure
            label={t('imports:report.credited')}
            value={format.money(totals.credit, totals.currency)}
            hint={period && format.day(period.until)}
          />
        )}
        <Counts title={t(report.dryRun ? 'imports:report.toCreate' : 'imports:report.created')}>
          {!bank && <Count label={t('imports:report.customers')} value={created.customers} />}
          {bank && <Count label={t('imports:report.bankLines')} value={created.bankLines} />}
          {hasDocuments &&
            kinds.map((kind) =>
              kind === 'adjustments' && created[kind] === 0 ? null : (
                <Count key={kind} label={t(`imports:report.${kind}`)} value={created[kind]} />
              ),
            )}
          {created.supplierLines > 0 && (
            <Count label={t('imports:report.supplierLines')} value={created.supplierLines} />
          )}
        </Counts>
        {updated + unchanged > 0 && (
          <Counts title={t('imports:report.known')}>
            {updated > 0 && (
              <Count
                label={t(family === 'einvoice' ? 'imports:report.completed' : 'imports:report.updated')}
                value={updated}
              />
            )}
            <Count label={t('imports:report.unchanged')} value={unchanged} />
          </Counts>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {report.dryRun && report.rejectedCount === 0 && bringsNothing(report) && (
        <Note>{t(report.unchanged > 0 ? 'imports:report.nothingNew' : `imports:report.${NOTHING[family]}`)}</Note>
      )}
      <Warnings warnings={report.warnings} />
      <RefusedLines report={report} />
    </Stack>
  )
}

const Counts = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <span className={classes.title}>{title}</span>
    <dl className={classes.counts}>{children}</dl>
  </div>
)

const Count = ({ label, value }: { label: string; value: number }) => {
  const format = useFormat()
  return (
    <div className={classes.count}>
      <dt>{label}</dt>
      <dd data-zero={value === 0 || undefined}>{value === 0 ? '–' : format.number(value)}</dd>
    </div>
  )
}
