import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { useTask } from '../../app/tasks.ts'
import { RunMessagesChoice } from './RunMessagesChoice.tsx'
import { type Prepared, RunMessagesDialog } from './RunMessagesDialog.tsx'
import type { Run } from './useRunColumns.tsx'

export type Brought = { withStatement: boolean; withInvoices: boolean }

/** The letters of a run as messages: drafts for the user's own mail program, or into the outbox. What is left out is told. */
export const RunMessages = ({ run }: { run: Run }) => {
  const t = useT()
  const failed = useErrorToast()
  const task = useTask()
  const [choosing, setChoosing] = useState(false)
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const show = (what: Prepared) => {
    setChoosing(false)
    setPrepared(what)
  }
  const draft = useMutation({
    mutationFn: ({ everyChannel, ...brought }: Brought & { everyChannel: boolean }) =>
      client.mail.drafts({ runId: run.id, everyChannel, ...brought }),
    onSuccess: ({ name, file, ...told }, { everyChannel, withStatement, withInvoices }) => {
      if (file) saveFile(name, file)
      show({ ...told, kind: 'drafts', everyChannel, brought: { withStatement, withInvoices } })
    },
    onError: failed,
  })
  const queue = useMutation({
    mutationFn: (brought: Brought) =>
      task.run(t('mail:run.task', { number: run.number }), (signal) =>
        client.mail.queue({ runId: run.id, ...brought }, { signal }),
      ),
    onSuccess: ({ queued, ...told }, brought) =>
      show({ ...told, count: queued, kind: 'queue', everyChannel: false, brought }),
  })
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconMail size={16} />} onClick={() => setChoosing(true)}>
        {t('mail:run.messages')}
      </Button>
      {choosing && (
        <RunMessagesChoice
          run={run}
          drafting={draft.isPending}
          queueing={queue.isPending}
          onDraft={(brought) => draft.mutate({ ...brought, everyChannel: false })}
          onQueue={(brought) => queue.mutate(brought)}
          onClose={() => setChoosing(false)}
        />
      )}
      {prepared && (
        <RunMessagesDialog
          run={run}
          prepared={prepared}
          onClose={() => setPrepared(null)}
          onEveryChannel={() => draft.mutate({ ...prepared.brought, everyChannel: true })}
        />
      )}
    </>
  )
}
