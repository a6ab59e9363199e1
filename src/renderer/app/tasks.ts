import { notifications } from '@mantine/notifications'
import { useMemo, useSyncExternalStore } from 'react'
import type { Progress } from '../../main/core/kernel/contract.ts'
import { codeOf, errorText } from '../api/errors.ts'
import { refetchAll } from '../api/queries.ts'
import { useT } from './i18n.ts'

export type TaskState = 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted'
export type Task = {
  id: string
  title: string
  state: TaskState
  progress: Progress | null
  cancel: () => void
}

type Stream<T> = AsyncIterator<Progress, T>

let tasks: readonly Task[] = []
const listeners = new Set<() => void>()

const set = (next: readonly Task[]) => {
  tasks = next
  for (const listener of listeners) listener()
}
const change = (id: string, part: Partial<Task>) =>
  set(tasks.map((task) => (task.id === id ? { ...task, ...part } : task)))

export const clearFinishedTasks = () => set(tasks.filter((task) => task.state === 'running'))

export const useTasks = (): readonly Task[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => tasks,
  )

/** A task runs on when the screen that started it is left; the tray at the bottom shows it and can cancel it. */
const follow = async <T>(
  title: string,
  start: (signal: AbortSignal) => Stream<T> | Promise<Stream<T>>,
  inSteps: boolean,
): Promise<T> => {
  const id = crypto.randomUUID()
  const abort = new AbortController()
  set([...tasks, { id, title, state: 'running', progress: null, cancel: () => abort.abort() }])
  try {
    const stream = await start(abort.signal)
    for (;;) {
      const step = await stream.next()
      if (step.done) {
        change(id, { state: 'done', progress: null })
        await refetchAll()
        return step.value
      }
      change(id, { progress: step.value })
    }
  } catch (error) {
    const cancelled = abort.signal.aborted || codeOf(error) === 'cancelled'
    const stopped = inSteps ? 'interrupted' : 'cancelled'
    change(id, { state: cancelled ? stopped : 'failed', progress: null })
    if (inSteps) await refetchAll()
    throw cancelled ? new DOMException(title, 'AbortError') : error
  }
}

/**
 * Long jobs. `run` resolves with the job's result, and rejects with its error or an AbortError when it was cancelled;
 * what went wrong is also said in a toast, unless the screen says it itself. What an errand did before it was cancelled
 * (`inSteps`) stays done.
 */
export const useTask = () => {
  const t = useT()
  return useMemo(
    () => ({
      run: <T>(
        title: string,
        start: (signal: AbortSignal) => Stream<T> | Promise<Stream<T>>,
        { quiet = false, inSteps = false } = {},
      ): Promise<T> =>
        follow(title, start, inSteps).catch((error) => {
          if (!quiet && codeOf(error) !== 'cancelled')
            notifications.show({
              color: 'red',
              title,
              message: errorText(error, t),
              autoClose: 12_000,
              role: 'alert',
              closeButtonProps: { 'aria-label': t('common:close') },
            })
          throw error
        }),
    }),
    [t],
  )
}
