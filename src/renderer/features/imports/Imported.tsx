import { Button, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ImportReport } from '../../../main/core/imports/imports.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ButtonLink } from '../../components/links.tsx'
import { removeFile } from './queue.ts'
import { familyOf } from './useReportFacts.ts'

/** What the import leads to: the balance on the last day of the file, the customers. */
export const Imported = ({ id, report }: { id: string; report: ImportReport }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const family = familyOf(report.format)
  const asOf = report.period && report.period.until < today ? report.period.until : today
  return (
    <Group gap="sm">
      <Group gap={4} c="var(--settled)" role="status">
        <IconCheck size={18} aria-hidden />
        <Text fw={600}>{t('imports:done.title')}</Text>
      </Group>
      {family === 'bank' && <MatchLines />}
      {family !== 'bank' && report.format !== 'customers' && (
        <ButtonLink to="/receivables/aged" search={{ asOf }}>
          {t('imports:done.aged', { day: format.day(asOf) })}
        </ButtonLink>
      )}
      {family !== 'bank' && (
        <ButtonLink to="/customers" variant="default">
          {t('imports:done.customers')}
        </ButtonLink>
      )}
      <Button variant="subtle" color="gray" onClick={() => removeFile(id)}>
        {t('imports:done.close')}
      </Button>
    </Group>
  )
}

/** To the lines that wait for a customer; to the statements when none does. */
const MatchLines = () => {
  const t = useT()
  const counts = useQuery(api.bank.lines.queryOptions({ input: { limit: 1 } })).data?.counts
  if (!counts) return null
  const count = counts.receipts + counts.returns
  return count > 0 ? (
    <ButtonLink to="/bank">{t('imports:done.match', { count })}</ButtonLink>
  ) : (
    <ButtonLink to="/bank/statements">{t('imports:done.statements')}</ButtonLink>
  )
}
