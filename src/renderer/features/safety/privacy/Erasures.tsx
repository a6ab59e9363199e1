import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useTask } from '../../../app/tasks.ts'
import { Note } from '../../../components/Note.tsx'
import { SafetyPart } from '../SafetyPart.tsx'
import classes from './privacy.module.css'

/** What was erased; where the file could not be written anew, the way to do it. */
export const Erasures = () => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('administer')
  const task = useTask()
  const [pending, setPending] = useState(false)
  const erasures = useQuery(api.privacy.erasures.queryOptions({ input: {} })).data?.erasures ?? []
  const compact = async () => {
    setPending(true)
    try {
      const { complete } = await task.run(
        t('safety:privacy.done.compact'),
        (signal) => client.privacy.compact({}, { signal }),
        {
          inSteps: true,
        },
      )
      notifications.show({
        message: t(complete ? 'safety:privacy.done.compacted' : 'safety:privacy.done.busy'),
        closeButtonProps: { 'aria-label': t('common:close') },
      })
    } catch {
      // Said by the task.
    } finally {
      setPending(false)
    }
  }
  return (
    <SafetyPart title={t('safety:privacy.done.title')} about={t('safety:privacy.done.about')}>
      {erasures.some(({ complete }) => !complete) && (
        <Note tone="late">
          <Group justify="space-between">
            <Text size="sm">{t('safety:privacy.done.incomplete')}</Text>
            <Button size="xs" variant="default" disabled={readOnly} loading={pending} onClick={compact}>
              {t('safety:privacy.done.compact')}
            </Button>
          </Group>
        </Note>
      )}
      {erasures.length === 0 ? (
        <Text size="sm">{t('safety:privacy.done.none')}</Text>
      ) : (
        <ul className={classes.erasures}>
          {erasures.map(({ id, kind, customer, day, by, rows, documents, entries }) => (
            <li key={id}>
              <Text size="sm" fw={500}>
                {customer.name} · {t(`safety:privacy.kinds.${kind}`)}
              </Text>
              <Text size="sm" c="dimmed">
                {t('safety:privacy.done.line', { day: format.day(day), by, rows, documents, entries })}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </SafetyPart>
  )
}
