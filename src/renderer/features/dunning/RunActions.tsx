import { Button, Group, Text } from '@mantine/core'
import { IconDownload, IconFolderDown, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { PrintDialog } from '../../components/papers/PrintDialog.tsx'
import classes from './dunning.module.css'
import { canWriteToFolder } from './folder.ts'
import { MarkSent } from './MarkSent.tsx'
import { RunMessages } from './RunMessages.tsx'
import type { Run } from './useRunColumns.tsx'
import { useWriteToFolder } from './useWriteToFolder.ts'

/** What to do with the letters of a run: take them out, then record that they were sent. */
export const RunActions = ({ run, justIssued: issued }: { run: Run; justIssued: boolean }) => {
  const t = useT()
  const format = useFormat()
  const failed = useErrorToast()
  const readOnly = useReadOnly('issue')
  const take = useMutation({
    mutationFn: () => client.dunning.exportRun({ runId: run.id, format: 'zip' }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  const write = useWriteToFolder(run.id)
  const justIssued = issued && run.toSend > 0
  const [printing, setPrinting] = useState(false)
  return (
    <div className={classes.barTall} role={justIssued ? 'status' : undefined}>
      <div>
        <Text fw={600}>
          {justIssued
            ? t('dunning:letters.issued', { count: run.letters })
            : `${t('dunning:letters.run', { number: run.number })} ${t('dunning:letters.runDay', { day: format.day(run.asOf) })}, ${t('dunning:letters.by', { user: run.user })}`}
        </Text>
        <Text size="sm" c="dimmed">
          {justIssued
            ? t('dunning:letters.issuedText')
            : [
                t('dunning:letters.sentOf', { sent: run.sent, letters: run.letters }),
                run.cancelled > 0 && t('dunning:letters.cancelled', { count: run.cancelled }),
              ]
                .filter(Boolean)
                .join(', ')}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} />}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {t('dunning:letters.zip')}
        </Button>
        <Button variant="default" size="xs" leftSection={<IconPrinter size={16} />} onClick={() => setPrinting(true)}>
          {t('papers:print.action')}
        </Button>
        {canWriteToFolder() && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconFolderDown size={16} />}
            loading={write.isPending}
            onClick={() => write.mutate()}
          >
            {t('dunning:letters.folder')}
          </Button>
        )}
        <RunMessages run={run} />
        {printing && (
          <PrintDialog
            title={t('papers:print.titleRun', { number: run.number })}
            which={{ runId: run.id }}
            onClose={() => setPrinting(false)}
          />
        )}
        {!readOnly && run.toSend > 0 && (
          <MarkSent runId={run.id} count={run.toSend} variant={justIssued ? 'filled' : 'default'} />
        )}
      </Group>
    </div>
  )
}
