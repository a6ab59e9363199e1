import { outcomes, taskKinds } from '../../../main/core/calls/calls.contract.ts'
import type { TimelineEntry } from '../../../main/core/customers/customers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'

const kinds = ['promise', 'promise_cancelled', 'talk', 'task', 'task_done'] as const
type TalkKind = (typeof kinds)[number]
type Words = { what: string; more: string[] }

export const isOfTalks = (kind: TimelineEntry['kind']): kind is TalkKind => kinds.some((one) => one === kind)

/** What was said, promised and set to be done: what it was, and what is to be known beside. */
export const useTalkWords = (): ((kind: TalkKind, entry: TimelineEntry) => Words) => {
  const t = useT()
  const format = useFormat()
  return (kind, { title, user, details }) => {
    const dayOf = (name: string): string => (typeof details[name] === 'string' ? format.day(details[name]) : '')
    const taskOf = (name: string): string => {
      const task = taskKinds.find((one) => one === details[name])
      return task ? t(`talks:task.${task}`) : ''
    }
    const named = title ? [title] : []
    const by = user ? [user] : []
    switch (kind) {
      case 'promise':
        return { what: t('customers:timeline.promise', { day: dayOf('day') }), more: [...named, ...by] }
      case 'promise_cancelled':
        return {
          what: details.replacedBy
            ? t('customers:timeline.promise_replaced')
            : t('customers:timeline.promise_cancelled', { title }),
          more: by,
        }
      case 'talk': {
        const outcome = outcomes.find((one) => one === details.outcome)
        const next = taskOf('next')
        return {
          what: t('customers:timeline.talk', { outcome: outcome ? t(`talks:outcome.${outcome}`) : '' }),
          more: [
            ...named,
            ...(next ? [t('customers:timeline.talkNext', { task: next, day: dayOf('nextDay') })] : []),
            ...by,
          ],
        }
      }
      case 'task':
      case 'task_done':
        return { what: t(`customers:timeline.${kind}`, { task: taskOf('task') }), more: [...named, ...by] }
    }
  }
}
