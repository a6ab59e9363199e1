import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type TaskKind, taskKinds } from '../../../main/core/calls/calls.contract.ts'
import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import { nextWorkingDay } from '../../../main/core/kernel/working-days.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { capital } from '../../components/capital.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { OwnerInput } from '../../components/OwnerInput.tsx'
import classes from './talksTab.module.css'

/** Something to be done with a customer on a day: it comes onto the worklist then. */
export const TaskDialog = ({ customerId, onClose }: { customerId: string; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [kind, setKind] = useState<TaskKind>('call')
  const [day, setDay] = useState<Day | null>(() => nextWorkingDay(addDays(today, 1)))
  const [owner, setOwner] = useState('')
  const [note, setNote] = useState('')
  const add = useCommand(api.calls.addTask.mutationOptions(), {
    done: (task) => t('talks:tasks.added', { kind: t(`talks:task.${task.kind}`), day: format.day(task.day) }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('talks:tasks.new')}
      onClose={onClose}
      submit={t('talks:tasks.submit', { day: day ? format.day(day) : '' })}
      disabled={day === null}
      pending={add.isPending}
      error={add.error}
      onSubmit={() => day && add.mutate({ customerId, kind, day, owner, note })}
    >
      <div className={classes.pair}>
        <Select
          data-autofocus
          openOnFocus={false}
          allowDeselect={false}
          label={t('talks:tasks.what')}
          data={taskKinds.map((value) => ({ value, label: capital(t(`talks:task.${value}`)) }))}
          value={kind}
          onChange={(next) => setKind(taskKinds.find((one) => one === next) ?? kind)}
        />
        <DayInput required w="100%" label={t('talks:tasks.day')} minDate={today} value={day} onChange={setDay} />
      </div>
      <OwnerInput value={owner} placeholder={t('talks:tasks.me')} onChange={setOwner} />
      <Textarea
        autosize
        minRows={2}
        maxLength={500}
        label={t('talks:record.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
