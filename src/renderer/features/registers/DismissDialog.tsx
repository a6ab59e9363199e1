import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { RegisterEvent } from '../../../main/core/registers/registers.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { eventWords } from './event.words.ts'

export const DismissDialog = ({ event, onClose }: { event: RegisterEvent; onClose: () => void }) => {
  const t = useT()
  const [reason, setReason] = useState('')
  const dismiss = useCommand(api.registers.dismiss.mutationOptions(), {
    done: t('registers:dismissing.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('registers:dismissing.title', { event: eventWords(event, t) })}
      onClose={onClose}
      submit={t('registers:dismissing.submit')}
      disabled={reason.trim() === ''}
      pending={dismiss.isPending}
      error={dismiss.error}
      grave
      onSubmit={() => dismiss.mutate({ id: event.id, reason })}
    >
      <Text size="sm">{t('registers:dismissing.text')}</Text>
      <Textarea
        required
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        data-autofocus
        label={t('registers:dismissing.reason')}
        placeholder={t('registers:dismissing.example')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  )
}
