import { Button, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ImportReport } from '../../../main/core/imports/imports.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ButtonLink } from '../../components/links.tsx'
import { removeFile } from './queue.ts'

/** What the import leads to: the balance on the last day of the file, the customers. */
export const Imported = ({ id, report }: { id: string; report: ImportReport }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const asOf = report.period && report.period.until < today ? report.period.until : today
  return (
    <Group gap="sm">
      <Group gap={4} c="var(--settled)" role="status">
        <IconCheck size={18} aria-hidden />
        <Text fw={600}>{t('imports:done.title')}</Text>
      </Group>
      {report.format !== 'customers' && (
        <ButtonLink to="/receivables/aged" search={{ asOf }}>
          {t('imports:done.aged', { day: format.day(asOf) })}
        </ButtonLink>
      )}
      <ButtonLink to="/customers" variant="default">
        {t('imports:done.customers')}
      </ButtonLink>
      <Button variant="subtle" color="gray" onClick={() => removeFile(id)}>
        {t('imports:done.close')}
      </Button>
    </Group>
  )
}
