import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { IconMailDown, IconMailPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import type { Brought } from './RunMessages.tsx'
import type { Run } from './useRunColumns.tsx'

type Props = {
  run: Run
  drafting: boolean
  queueing: boolean
  onDraft: (brought: Brought) => void
  onQueue: (brought: Brought) => void
  onClose: () => void
}

/** What the messages of a run bring beside the letter, and which way they go; the settings say what is ticked at first. */
export const RunMessagesChoice = ({ run, drafting, queueing, onDraft, onQueue, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('issue')
  const { data } = useQuery(api.mail.settings.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState<Partial<Brought>>({})
  if (!data) return null
  const brought = {
    withStatement: chosen.withStatement ?? data.settings.withStatement,
    withInvoices: chosen.withInvoices ?? data.settings.withInvoices,
  }
  const queues = !readOnly && run.toSend > 0
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={t('mail:run.messagesTitle', { number: run.number })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm">{t('mail:run.byEmailOnly')}</Text>
        <Checkbox
          data-autofocus
          label={t('mail:run.withStatement', { day: format.day(run.asOf) })}
          description={t('mail:run.withStatementHelp')}
          checked={brought.withStatement}
          onChange={(event) => setChosen({ ...chosen, withStatement: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('mail:run.withInvoices')}
          description={t('mail:run.withInvoicesHelp')}
          checked={brought.withInvoices}
          onChange={(event) => setChosen({ ...chosen, withInvoices: event.currentTarget.checked })}
        />
        <Group justify="flex-end">
          <Button variant="default" mr="auto" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            variant={queues ? 'default' : 'filled'}
            leftSection={<IconMailDown size={16} />}
            loading={drafting}
            onClick={() => onDraft(brought)}
          >
            {t('mail:run.drafts')}
          </Button>
          {queues && (
            <Button leftSection={<IconMailPlus size={16} />} loading={queueing} onClick={() => onQueue(brought)}>
              {t('mail:run.queue')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
