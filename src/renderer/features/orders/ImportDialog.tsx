import { Button, Checkbox, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useT } from '../../app/i18n.ts'
import { useTask } from '../../app/tasks.ts'
import { Facts } from '../../components/Facts.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import classes from './orders.module.css'

const HEADER = 'number,customer,day,amount,currency,prepaid,expected,state\r\n'
const SHOWN = 20

/** Orders from a table: first what it would change, then the import of it. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const task = useTask()
  const [file, setFile] = useState<File | null>(null)
  const [skip, setSkip] = useState(false)
  const tried = useMutation({
    mutationFn: (chosen: File) =>
      task.run(
        t('orders:import.reading', { name: chosen.name }),
        (signal) =>
          client.orders.importFile({ name: chosen.name, file: chosen, skipInvalid: true, dryRun: true }, { signal }),
        { quiet: true },
      ),
  })
  const taken = useMutation({
    mutationFn: (chosen: File) =>
      task.run(
        t('orders:import.task', { name: chosen.name }),
        (signal) => client.orders.importFile({ name: chosen.name, file: chosen, skipInvalid: skip }, { signal }),
        { quiet: true },
      ),
    onSuccess: ({ created, updated }) => {
      notifications.show({
        message: t('orders:import.done', { count: created + updated }),
        closeButtonProps: { 'aria-label': t('common:close') },
      })
      onClose()
    },
  })
  const choose = (chosen: File) => {
    setFile(chosen)
    setSkip(false)
    tried.mutate(chosen)
  }
  const report = tried.data
  const news = report ? report.created + report.updated : 0
  return (
    <FormDialog
      title={t('orders:import.title')}
      onClose={onClose}
      size={600}
      submit={report && news === 0 ? t('orders:import.nothing') : t('orders:import.submit', { count: news })}
      disabled={!report || news === 0 || (report.rejected.length > 0 && !skip)}
      pending={taken.isPending}
      error={tried.error ?? taken.error}
      onSubmit={() => file && taken.mutate(file)}
    >
      {report && file ? (
        <>
          <Group justify="space-between" wrap="nowrap">
            <Text fw={600} truncate>
              {file.name}
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={() => tried.reset()}>
              {t('orders:import.other')}
            </Button>
          </Group>
          <Text size="sm">{t('orders:import.records', { count: report.records })}</Text>
          <Facts
            facts={[
              [t('orders:import.created'), report.created],
              [t('orders:import.updated'), report.updated],
              [t('orders:import.unchanged'), report.unchanged],
              [t('orders:import.held'), report.held],
              report.rejected.length > 0 && [t('orders:import.rejected'), report.rejected.length],
            ]}
          />
          <Rejected rejected={report.rejected} />
          {report.rejected.length > 0 && (
            <Checkbox
              label={t('orders:import.skip')}
              checked={skip}
              onChange={(event) => setSkip(event.currentTarget.checked)}
            />
          )}
        </>
      ) : (
        <FileDrop accept=".csv,.txt,.xlsx" title={t('orders:import.drop')} onFile={choose} disabled={tried.isPending}>
          <Text size="sm" c="dimmed" ta="center" maw={460}>
            {t('orders:import.columns')}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => saveFile(t('orders:import.templateName'), new Blob([HEADER], { type: 'text/csv' }))}
          >
            {t('orders:import.template')}
          </Button>
        </FileDrop>
      )}
    </FormDialog>
  )
}

type Line = { line: number; field: string; value: string; reason: string }

const Rejected = ({ rejected }: { rejected: readonly Line[] }) => {
  const t = useT()
  if (rejected.length === 0) return null
  return (
    <ul className={classes.rejected}>
      {rejected.slice(0, SHOWN).map(({ line, field, value, reason }) => (
        <li key={`${line} ${field}`}>
          <Text size="sm" component="span" fw={500}>
            {t('orders:import.line', { line, field })}
          </Text>
          {' · '}
          {value === ''
            ? t('orders:import.reason.empty')
            : t(
                reason === 'missing' && field === 'customer'
                  ? 'orders:import.reason.missing'
                  : 'orders:import.reason.other',
                {
                  value,
                },
              )}
        </li>
      ))}
      {rejected.length > SHOWN && <li>{t('orders:import.more', { count: rejected.length - SHOWN })}</li>}
    </ul>
  )
}
