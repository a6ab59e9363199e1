import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Alert } from '../../../main/core/alerts/alerts.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'

/** Why an alert needs no review. */
export const SeenDialog = ({ alert, onClose }: { alert: Alert; onClose: () => void }) => {
  const t = useT()
  const { customerId, kind, occurrence, name } = alert
  const [because, setBecause] = useState('')
  const seen = useCommand(api.alerts.seen.mutationOptions(), {
    done: t('alerts:seen.done', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('alerts:seen.title', { kind: t(`credit:alert.kind.${kind}`), name })}
      onClose={onClose}
      submit={t('alerts:seen.submit')}
      disabled={because.trim() === ''}
      pending={seen.isPending}
      error={seen.error}
      onSubmit={() => seen.mutate({ customerId, kind, occurrence, because })}
    >
      <Note>
        <Text size="sm">{t('alerts:seen.consequence')}</Text>
      </Note>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={500}
        label={t('alerts:seen.because')}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
    </FormDialog>
  )
}
