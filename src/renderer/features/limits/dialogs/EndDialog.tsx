import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../../main/core/kernel/day.ts'
import type { Limit } from '../../../../main/core/limits/limits.contract.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { AboveAuthority } from '../../../components/credit/AboveAuthority.tsx'
import { DayInput } from '../../../components/DayInput.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { Note } from '../../../components/Note.tsx'
import { endOf, type Owner } from './limit.draft.ts'

type Props = { owner: Owner; limit: Limit; onClose: () => void }

/** Ends a limit, a cover or a guarantee: no zero, but none any more. */
export const EndDialog = ({ owner, limit, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [from, setFrom] = useState<Day | null>(today)
  const [reason, setReason] = useState('')
  const end = useCommand(api.limits.set.mutationOptions(), {
    done: t(`limits:end.done.${limit.kind}`, { name: owner.name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t(`limits:end.title.${limit.kind}`, { name: owner.name })}
      onClose={onClose}
      grave
      submit={t('limits:end.submit')}
      disabled={from === null || reason.trim() === ''}
      pending={end.isPending}
      error={end.error}
      onSubmit={() => from && end.mutate(endOf(limit, from, reason))}
    >
      <Note tone="late">
        <Text size="sm">
          {t(`limits:end.text.${limit.kind}`, { amount: format.money(limit.amount ?? 0, limit.currency) })}
        </Text>
      </Note>
      <DayInput required label={t('limits:end.from')} value={from} onChange={setFrom} />
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={1000}
        label={t('limits:decide.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <AboveAuthority error={end.error} owner={owner} onClose={onClose} />
    </FormDialog>
  )
}
