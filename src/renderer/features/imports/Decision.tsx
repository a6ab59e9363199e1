import { Button, Group } from '@mantine/core'
import type { ImportReport } from '../../../main/core/imports/imports.contract.ts'
import { useT } from '../../app/i18n.ts'
import { type QueuedFile, removeFile } from './queue.ts'
import type { Importing } from './useImporting.ts'

type Props = { queued: QueuedFile; report: ImportReport; importing: Importing }

/** A file goes in whole, or without its refused lines when the user says so. */
export const Decision = ({ queued, report, importing }: Props) => {
  const t = useT()
  const { id, mapping } = queued
  const refused = report.rejectedCount
  return (
    <Group gap="sm">
      {refused === 0 ? (
        <Button onClick={() => importing.run(id, false)}>{t('imports:decide.import')}</Button>
      ) : (
        <Button variant="outline" disabled={report.records === 0} onClick={() => importing.run(id, true)}>
          {t('imports:decide.skipping', { count: refused })}
        </Button>
      )}
      {mapping && (
        <Button variant="default" onClick={() => importing.reviewMapping(id)}>
          {t('imports:decide.mapping')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => removeFile(id)}>
        {t('imports:decide.leave')}
      </Button>
    </Group>
  )
}
