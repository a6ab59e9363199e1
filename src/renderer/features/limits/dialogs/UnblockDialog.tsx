import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Block } from '../../../../main/core/limits/limits.contract.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { FormDialog } from '../../../components/FormDialog.tsx'

type Props = { customer: { id: string; name: string }; block: Block; onClose: () => void }

/** Lets a customer buy again; the exclusion stays in the file with why it was lifted. */
export const UnblockDialog = ({ customer, block, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const [reason, setReason] = useState('')
  const unblock = useCommand(api.limits.unblock.mutationOptions(), {
    done: t('limits:unblock.done', { name: customer.name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('limits:unblock.title', { name: customer.name })}
      onClose={onClose}
      submit={t('limits:unblock.submit')}
      disabled={reason.trim() === ''}
      pending={unblock.isPending}
      error={unblock.error}
      onSubmit={() => unblock.mutate({ id: block.id, reason })}
    >
      <Text size="sm">
        {t('limits:unblock.text', { day: format.day(block.from), by: block.by, reason: block.reason })}
      </Text>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={500}
        label={t('limits:unblock.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
