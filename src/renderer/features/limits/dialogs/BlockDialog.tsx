import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../../main/core/kernel/day.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { Note } from '../../../components/Note.tsx'

type Props = { customer: { id: string; name: string }; onClose: () => void }

/** Excludes a customer from sales, until a day or until it is lifted. */
export const BlockDialog = ({ customer, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [from, setFrom] = useState<Day | null>(today)
  const [until, setUntil] = useState<Day | null>(null)
  const [reason, setReason] = useState('')
  const block = useCommand(api.limits.block.mutationOptions(), {
    done: t('limits:block.done', { name: customer.name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('limits:block.title', { name: customer.name })}
      onClose={onClose}
      grave
      submit={t('limits:block.submit')}
      disabled={from === null || reason.trim() === ''}
      pending={block.isPending}
      error={block.error}
      onSubmit={() => from && block.mutate({ customerId: customer.id, from, until, reason })}
    >
      <Note tone="late">
        <Text size="sm">{t('limits:block.text')}</Text>
      </Note>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={500}
        label={t('limits:block.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <DayInput required label={t('limits:block.from')} value={from} onChange={setFrom} />
      <DayInput
        clearable
        label={t('limits:block.until')}
        description={t('limits:block.untilHint')}
        {...(from && { minDate: from })}
        value={until}
        onChange={setUntil}
        w={220}
      />
    </FormDialog>
  )
}
