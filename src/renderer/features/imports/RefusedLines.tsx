import { Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react'
import type { ImportReport } from '../../../main/core/imports/imports.contract.ts'
import { saveFile } from '../../api/download.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { csvFile } from './csv.ts'
import classes from './RefusedLines.module.css'

type Refused = ImportReport['rejected'][number]

/** The lines that cannot be taken, each with its column, value and reason. */
export const RefusedLines = ({ report }: { report: ImportReport }) => {
  const t = useT()
  const language = useLanguage()
  const { rejected, rejectedCount, file, dryRun, format } = report
  if (rejectedCount === 0) return null
  const inFiles = format === 'einvoice'
  const title = t(inFiles ? 'imports:refused.invoices' : 'imports:refused.title', { count: rejectedCount })
  const download = () => {
    const columns = ['line', 'field', 'value', 'reason'] as const
    const header = columns.map((column) => t(`imports:refused.${column}`))
    const rows = rejected.map(({ line, field, value, reason }) => [
      String(line),
      field,
      value,
      t(`imports:refused.reasons.${reason}`),
    ])
    saveFile(t('imports:refused.fileName', { name: file.replace(/\.\w+$/, '') }), csvFile([header, ...rows], language))
  }
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Group justify="space-between" gap="sm">
        <Group gap={6} c="var(--risk)">
          <IconAlertTriangle size={18} aria-hidden />
          <Text fw={600}>{title}</Text>
        </Group>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={download}
        >
          {t('imports:refused.download')}
        </Button>
      </Group>
      <RefusedTable rejected={rejected} inFiles={inFiles} />
      <Text size="sm" c="dimmed">
        {dryRun
          ? t(inFiles ? 'imports:refused.wholeLot' : 'imports:refused.whole')
          : t('imports:refused.left', { count: rejectedCount })}{' '}
        {rejected.length < rejectedCount && t('imports:refused.shown', { shown: rejected.length })}
      </Text>
    </Stack>
  )
}

type TableProps = { rejected: readonly Refused[] /** Of an archive: each line says which file. */; inFiles: boolean }

export const RefusedTable = ({ rejected, inFiles }: TableProps) => {
  const t = useT()
  return (
    <ScrollArea.Autosize
      mah={280}
      type="auto"
      className={classes.frame}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('imports:refused.reason') }}
    >
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={80}>
              {t('imports:refused.line')}
            </Table.Th>
            <Table.Th>{t(inFiles ? 'imports:refused.file' : 'imports:refused.field')}</Table.Th>
            <Table.Th>{t('imports:refused.value')}</Table.Th>
            <Table.Th miw={220}>{t('imports:refused.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rejected.map(({ line, field, value, reason }, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line may be refused twice for one column
            <Table.Tr key={position}>
              <Table.Td ta="right">{line}</Table.Td>
              <Table.Td>{field || <i>{t('imports:refused.wholeLine')}</i>}</Table.Td>
              <Table.Td className={classes.value}>{value || <i>{t('imports:refused.empty')}</i>}</Table.Td>
              <Table.Td>{t(`imports:refused.reasons.${reason}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
