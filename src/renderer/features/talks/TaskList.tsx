import { Button, Kbd } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Task } from '../../../main/core/calls/calls.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { capital } from '../../components/capital.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { Part } from './Part.tsx'
import { PostponeTask } from './PostponeTask.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import classes from './talksTab.module.css'

/** What is to be done with a customer, by day; each is said to be done or put off. */
export const TaskList = ({ customerId, readOnly }: { customerId: string; readOnly: boolean }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { data, error } = useQuery(api.calls.tasks.queryOptions({ input: { customerId } }))
  const [adding, setAdding] = useState(false)
  const [later, setLater] = useState<Task | null>(null)
  const finish = useCommand(api.calls.doTask.mutationOptions(), {
    done: t('talks:tasks.finished'),
    undo: (_, { id }) => client.calls.doTask({ id, done: false }),
  })
  useShortcuts(readOnly ? [] : [{ key: 'a', label: t('talks:tasks.add'), run: () => setAdding(true) }])
  return (
    <>
      <Part
        title={t('talks:tasks.title')}
        none={t('talks:tasks.none')}
        empty={data?.tasks.length === 0}
        action={
          <Button
            size="compact-sm"
            variant="default"
            disabled={readOnly}
            rightSection={<Kbd size="xs">a</Kbd>}
            onClick={() => setAdding(true)}
          >
            {t('talks:tasks.add')}
          </Button>
        }
      >
        <ErrorNote error={error} />
        {data?.tasks.map((task) => {
          const { id, kind, day, note, owner } = task
          const what = t(`talks:task.${kind}`)
          return (
            <li key={id} className={classes.entry}>
              <span className={classes.mark}>
                <ToneBadge tone={day < today ? 'late' : 'neutral'}>
                  {day === today ? t('talks:tasks.today') : format.day(day)}
                </ToneBadge>
              </span>
              <span className={classes.said}>
                <strong>{capital(what)}</strong>
                {note && <span>{note}</span>}
              </span>
              <span className={classes.buttons}>
                <span className={classes.dim}>{owner}</span>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={readOnly || finish.isPending}
                  aria-label={t('talks:tasks.doneOf', { kind: what, day: format.day(day) })}
                  onClick={() => finish.mutate({ id, done: true })}
                >
                  {t('talks:tasks.done')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={readOnly}
                  aria-label={t('talks:tasks.laterOf', { kind: what, day: format.day(day) })}
                  onClick={() => setLater(task)}
                >
                  {t('talks:tasks.later')}
                </Button>
              </span>
            </li>
          )
        })}
      </Part>
      {adding && <TaskDialog customerId={customerId} onClose={() => setAdding(false)} />}
      {later && <PostponeTask task={later} onClose={() => setLater(null)} />}
    </>
  )
}
