import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CallSheet } from '../../../main/core/worklist/worklist.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { capital } from '../../components/capital.ts'
import classes from './worklist.module.css'

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <Title order={3} className={classes.title}>
      {title}
    </Title>
    <ul className={classes.lines}>{children}</ul>
  </section>
)

/** What is to be done, the last talks, promises and letters. */
export const History = ({ sheet: { tasks, calls, promises, letters } }: { sheet: CallSheet }) => {
  const t = useT()
  const format = useFormat()
  if (tasks.length + calls.length + promises.length + letters.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('worklist:sheet.noHistory')}
      </Text>
    )
  return (
    <>
      {tasks.length > 0 && (
        <Part title={t('worklist:sheet.tasks')}>
          {tasks.map(({ id, kind, day, note }) => (
            <li key={id}>
              <span>{capital(t(`talks:task.${kind}`))}</span>
              <span>{format.day(day)}</span>
              {note !== '' && <span className={classes.note}>{note}</span>}
            </li>
          ))}
        </Part>
      )}
      {promises.length > 0 && (
        <Part title={t('worklist:sheet.promises')}>
          {promises.map(({ id, amount, currency, day, state }) => (
            <li key={id}>
              <span>
                {t('worklist:sheet.promised', { amount: format.money(amount, currency), day: format.day(day) })}
              </span>
              <span>{t(`talks:promiseState.${state}`)}</span>
            </li>
          ))}
        </Part>
      )}
      {calls.length > 0 && (
        <Part title={t('worklist:sheet.talks')}>
          {calls.map(({ id, outcome, day, contact, note }) => (
            <li key={id}>
              <span>{capital([t(`talks:outcome.${outcome}`), contact].filter(Boolean).join(', '))}</span>
              <span>{format.day(day)}</span>
              {note !== '' && <span className={classes.note}>{note}</span>}
            </li>
          ))}
        </Part>
      )}
      {letters.length > 0 && (
        <Part title={t('worklist:sheet.letters')}>
          {letters.map(({ id, levelName, reference, day, deadline, total, currency }) => (
            <li key={id}>
              <span>{`${levelName} ${reference}`}</span>
              <span>{format.day(day)}</span>
              <span className={classes.note}>
                {[
                  format.money(total, currency),
                  deadline && t('worklist:sheet.deadline', { day: format.day(deadline) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </Part>
      )}
    </>
  )
}
