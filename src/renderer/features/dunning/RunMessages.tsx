import { Button } from '@mantine/core'
import { IconMailDown, IconMailPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { type Prepared, RunMessagesDialog } from './RunMessagesDialog.tsx'
import type { Run } from './useRunColumns.tsx'

/** The letters of a run as messages: drafts for the user's own mail program, or into the outbox. What is left out is told. */
export const RunMessages = ({ run }: { run: Run }) => {
  const t = useT()
  const readOnly = useReadOnly()
  const failed = useErrorToast()
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const draft = useMutation({
    mutationFn: (everyChannel: boolean) => client.mail.drafts({ runId: run.id, everyChannel }),
    onSuccess: ({ name, file, ...told }, everyChannel) => {
      if (file) saveFile(name, file)
      setPrepared({ ...told, kind: 'drafts', everyChannel })
    },
    onError: failed,
  })
  const queue = useCommand(api.mail.queue.mutationOptions(), {
    onDone: ({ queued, ...told }) => setPrepared({ ...told, count: queued, kind: 'queue', everyChannel: false }),
  })
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconMailDown size={16} />}
        loading={draft.isPending}
        onClick={() => draft.mutate(false)}
      >
        {t('mail:run.drafts')}
      </Button>
      {!readOnly && run.toSend > 0 && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconMailPlus size={16} />}
          loading={queue.isPending}
          onClick={() => queue.mutate({ runId: run.id })}
        >
          {t('mail:run.queue')}
        </Button>
      )}
      {prepared && (
        <RunMessagesDialog
          run={run}
          prepared={prepared}
          onClose={() => setPrepared(null)}
          onEveryChannel={() => draft.mutate(true)}
        />
      )}
    </>
  )
}
