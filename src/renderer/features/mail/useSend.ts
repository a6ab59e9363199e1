import { notifications } from '@mantine/notifications'
import { client } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useTask } from '../../app/tasks.ts'

const outcomes = ['sent', 'failed', 'uncertain', 'left'] as const

/** Sends in the task tray; what became of the messages is said in a toast, an error by the task. */
export const useSend = () => {
  const t = useT()
  const task = useTask()
  return ({ count, ids, password }: { count: number; ids: string[] | undefined; password: string | null }) => {
    task
      .run(
        t('mail:outbox.task', { count }),
        (signal) => client.mail.send({ ...(ids && { ids }), password }, { signal }),
        { inSteps: true },
      )
      .then(
        (result) => {
          const words = outcomes
            .filter((one) => result[one] > 0)
            .map((one) => t(`mail:outbox.${one}`, { count: result[one] }))
          const whole = result.sent > 0 && words.length === 1
          notifications.show({
            message: words.join(', ') || t('mail:outbox.nothing'),
            color: whole ? undefined : 'orange',
            autoClose: whole ? 6000 : false,
            role: 'status',
            closeButtonProps: { 'aria-label': t('common:close') },
          })
        },
        () => {},
      )
  }
}
