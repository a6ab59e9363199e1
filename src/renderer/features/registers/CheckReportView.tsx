import { Button, Group, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import type { CheckReport } from '../../../main/core/registers/registers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { Note } from '../../components/Note.tsx'
import { CheckedFiles } from './CheckedFiles.tsx'
import classes from './registers.module.css'
import { useFoundColumns } from './useFoundColumns.tsx'

type Props = {
  report: CheckReport
  /** Null when there is nothing left to keep. */
  onKeep: (() => void) | null
  onLeave: () => void
}

/** What the files say of the customers: new first, with state, day and source. */
export const CheckReportView = ({ report, onKeep, onLeave }: Props) => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { ref, width } = useElementSize()
  const columns = useFoundColumns(width)
  const { found, foundCount, newCount, withdrawn } = report
  return (
    <div className={classes.report}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Text fw={600} mb={6}>
            {t(report.dryRun ? 'registers:report.preview' : 'registers:report.kept')}
          </Text>
          <div className={classes.figures}>
            <KeyFigure
              label={t('registers:report.new')}
              value={format.number(newCount)}
              tone={newCount > 0 ? 'risk' : 'neutral'}
            />
            <KeyFigure label={t('registers:report.known')} value={format.number(foundCount - newCount)} />
            <KeyFigure label={t('registers:report.customers')} value={format.number(report.customers)} />
            <KeyFigure
              label={t('registers:report.unidentified')}
              value={format.number(report.unidentified)}
              tone={report.unidentified > 0 ? 'late' : 'neutral'}
              hint={t('registers:report.unidentifiedHint')}
            />
          </div>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={onLeave}>
            {t(onKeep ? 'registers:report.discard' : 'registers:drop.more')}
          </Button>
          {onKeep && (
            <Button onClick={onKeep}>
              {newCount > 0 ? t('registers:report.keep', { count: newCount }) : t('registers:report.keepNone')}
            </Button>
          )}
        </Group>
      </Group>
      {withdrawn > 0 && <Note tone="late">{t('registers:report.withdrawn', { count: withdrawn })}</Note>}
      <div className={classes.found} ref={ref}>
        <DataTable
          label={t('registers:found.label')}
          columns={columns}
          rows={found}
          rowId={({ id }) => id}
          onOpen={({ customerId }) =>
            navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'credit' } })
          }
          empty={
            <EmptyState
              title={t('registers:report.nothing')}
              text={t(onKeep ? 'registers:report.nothingText' : 'registers:report.nothingKept')}
            />
          }
        />
      </div>
      {foundCount > found.length && (
        <Text size="sm" c="dimmed">
          {t('registers:report.first', { shown: found.length, count: foundCount })}
        </Text>
      )}
      <CheckedFiles files={report.files} />
    </div>
  )
}
