import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { Warnings } from './Warnings.tsx'

type Props = { writeOff: WriteOff; onClose: () => void }

/** Books a proposal from a day on, with what whoever decides should know. */
export const ApproveDialog = ({ writeOff, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { id, reference, amount, currency, customerName, earliest } = writeOff
  const [day, setDay] = useState<Day | null>(today)
  const [answer, setAnswer] = useState('')
  const approve = useCommand(api.writeoffs.approve.mutationOptions(), {
    done: t('writeoffs:approve.done', { reference }),
    onDone: onClose,
    quiet: true,
  })
  const money = format.money(amount, currency)
  return (
    <FormDialog
      title={t('writeoffs:approve.title', { reference })}
      onClose={onClose}
      grave
      submit={t('writeoffs:approve.submit', { amount: money })}
      disabled={day === null}
      pending={approve.isPending}
      error={approve.error}
      onSubmit={() => day && approve.mutate({ id, day, answer })}
    >
      <Note tone="late">
        <Text size="sm">{t('writeoffs:approve.text', { amount: money, name: customerName })}</Text>
      </Note>
      <Warnings writeOff={writeOff} />
      <DayInput
        required
        w={200}
        label={t('writeoffs:approve.day')}
        maxDate={today}
        {...(earliest && { minDate: earliest })}
        value={day}
        onChange={setDay}
      />
      {earliest && (
        <Text size="sm" c="dimmed">
          {t('writeoffs:approve.earliest', { day: format.day(earliest) })}
        </Text>
      )}
      <Textarea
        data-autofocus
        autosize
        minRows={1}
        maxLength={1000}
        label={t('writeoffs:approve.answer')}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

/** Refuses a proposal with the reason, or withdraws one's own. */
export const RefuseDialog = ({ writeOff, onClose, how }: Props & { how: 'refuse' | 'withdraw' }) => {
  const t = useT()
  const { id, reference } = writeOff
  const [answer, setAnswer] = useState('')
  const feedback = { done: t(`writeoffs:${how}.done`, { reference }), onDone: onClose, quiet: true }
  const refuse = useCommand(api.writeoffs.refuse.mutationOptions(), feedback)
  const withdraw = useCommand(api.writeoffs.withdraw.mutationOptions(), feedback)
  const answering = how === 'refuse' ? refuse : withdraw
  return (
    <FormDialog
      title={t(`writeoffs:${how}.title`, { reference })}
      onClose={onClose}
      submit={t(`writeoffs:${how}.submit`)}
      disabled={how === 'refuse' && answer.trim() === ''}
      pending={answering.isPending}
      error={answering.error}
      onSubmit={() => answering.mutate({ id, answer })}
    >
      <Textarea
        data-autofocus
        required={how === 'refuse'}
        autosize
        minRows={2}
        maxLength={1000}
        label={t(`writeoffs:${how}.answer`)}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
