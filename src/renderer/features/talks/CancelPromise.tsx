import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PromiseToPay } from '../../../main/core/promises/promises.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'

/** Takes a running promise back: its invoices are reminded again. */
export const CancelPromise = ({ promise, onClose }: { promise: PromiseToPay; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const [reason, setReason] = useState('')
  const cancel = useCommand(api.promises.cancel.mutationOptions(), {
    done: t('talks:promises.cancelDone'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('talks:promises.cancelTitle', { day: format.day(promise.day) })}
      onClose={onClose}
      grave
      submit={t('talks:promises.cancelSubmit')}
      disabled={reason.trim() === ''}
      pending={cancel.isPending}
      error={cancel.error}
      onSubmit={() => cancel.mutate({ id: promise.id, reason })}
    >
      <Note tone="late">
        <Text size="sm">
          {t('talks:promises.cancelText', {
            count: promise.items.length,
            amount: format.money(promise.amount, promise.currency),
          })}
        </Text>
      </Note>
      <TextInput
        data-autofocus
        required
        label={t('talks:promises.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
