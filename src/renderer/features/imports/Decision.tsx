import { Button, Group } from '@mantine/core'
import type { ImportReport } from '../../../main/core/imports/imports.contract.ts'
import { useT } from '../../app/i18n.ts'
import { type QueuedFile, removeFile } from './queue.ts'
import type { Importing } from './useImporting.ts'
import { bringsNothing, isReady } from './useReportFacts.ts'

type Props = { queued: QueuedFile; report: ImportReport; importing: Importing }

/** A file goes in whole, or without its refused lines when the user says so; not at all when it brings nothing. */
export const Decision = ({ queued, report, importing }: Props) => {
  const t = useT()
  const { id, mapping } = queued
  return (
    <Group gap="sm">
      {isReady(report) && <Button onClick={() => importing.run(id, false)}>{t('imports:decide.import')}</Button>}
      {report.rejectedCount > 0 && !bringsNothing(report) && (
        <Button variant="outline" onClick={() => importing.run(id, true)}>
          {t(report.format === 'einvoice' ? 'imports:decide.skippingInvoices' : 'imports:decide.skipping', {
            count: report.rejectedCount,
          })}
        </Button>
      )}
      {mapping && (
        <Button variant="default" onClick={() => importing.reviewMapping(id)}>
          {t('imports:decide.mapping')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => removeFile(id)}>
        {t(bringsNothing(report) ? 'imports:done.close' : 'imports:decide.leave')}
      </Button>
    </Group>
  )
}
