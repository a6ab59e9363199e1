import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { DisputeRow } from '../../../main/core/disputes/disputes.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'

type Props = { what: 'note' | 'reopen'; dispute: DisputeRow; onClose: () => void }

/** What was done about a dispute, or why it is opened again: a few words. */
export const TextDialog = ({ what, dispute, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const [text, setText] = useState('')
  const feedback = { done: t(`disputes:${what}.done`), onDone: onClose, quiet: true }
  const note = useCommand(api.disputes.addStep.mutationOptions(), feedback)
  const reopen = useCommand(api.disputes.reopen.mutationOptions(), feedback)
  const command = what === 'note' ? note : reopen
  return (
    <FormDialog
      title={t(`disputes:${what}.title`, { number: dispute.itemNumber })}
      onClose={onClose}
      submit={t(`disputes:${what}.submit`)}
      disabled={text.trim() === ''}
      pending={command.isPending}
      error={command.error}
      onSubmit={() => command.mutate({ id: dispute.id, text })}
    >
      {what === 'reopen' && (
        <Note>
          <Text size="sm">
            {t('disputes:reopen.effect', {
              amount: format.money(dispute.amount - dispute.conceded, dispute.currency),
            })}
          </Text>
        </Note>
      )}
      <Textarea
        data-autofocus
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        label={t(`disputes:${what}.text`)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
    </FormDialog>
  )
}
