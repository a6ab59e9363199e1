import { useState } from 'react'
import type { Task } from '../../../main/core/calls/calls.contract.ts'
import { addDays, type Day, maxDay } from '../../../main/core/kernel/day.ts'
import { nextWorkingDay } from '../../../main/core/kernel/working-days.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'

/** Another day for something to be done. */
export const PostponeTask = ({ task, onClose }: { task: Task; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [day, setDay] = useState<Day | null>(() => nextWorkingDay(addDays(maxDay(task.day, today), 1)))
  const postpone = useCommand(api.calls.postponeTask.mutationOptions(), {
    done: (moved) => t('talks:tasks.postponed', { day: format.day(moved.day) }),
    // A day that has passed cannot be set again.
    ...(task.day < today ? {} : { undo: () => client.calls.postponeTask({ id: task.id, day: task.day }) }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('talks:tasks.laterTitle', { kind: t(`talks:task.${task.kind}`) })}
      onClose={onClose}
      submit={t('talks:tasks.submitLater', { day: day ? format.day(day) : '' })}
      disabled={day === null}
      pending={postpone.isPending}
      error={postpone.error}
      onSubmit={() => day && postpone.mutate({ id: task.id, day })}
    >
      <DayInput data-autofocus required label={t('talks:tasks.day')} minDate={today} value={day} onChange={setDay} />
    </FormDialog>
  )
}
