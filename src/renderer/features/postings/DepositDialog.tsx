import { Text } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'

/** Names what cannot be taken back: letters handed in are sent. */
export const DepositDialog = ({ letterIds, onClose }: { letterIds: string[]; onClose: () => void }) => {
  const t = useT()
  const today = useWorkingDay()
  const count = letterIds.length
  const [day, setDay] = useState<Day | null>(today)
  const deposit = useCommand(api.postings.deposit.mutationOptions(), {
    quiet: true,
    done: ({ deposited }) => t('postings:deposit.done', { count: deposited }),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('postings:deposit.title')}
      submit={t('postings:deposit.submit', { count })}
      disabled={day === null}
      pending={deposit.isPending}
      error={deposit.error}
      focusSubmit
      onSubmit={() => day && deposit.mutate({ letterIds, day })}
      onClose={onClose}
    >
      <Text size="sm">{t('postings:deposit.text', { count })}</Text>
      <DayInput label={t('postings:deposit.day')} value={day} onChange={setDay} maxDate={today} />
    </FormDialog>
  )
}
