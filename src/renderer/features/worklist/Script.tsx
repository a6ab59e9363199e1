import { Title } from '@mantine/core'
import type { CallSheet } from '../../../main/core/worklist/worklist.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useFigures } from './useReasonWords.ts'
import classes from './worklist.module.css'

/** What to say at the stage the reminders have reached, what to rely on, how to close, and what follows. */
export const Script = ({ sheet: { script, currency } }: { sheet: CallSheet }) => {
  const t = useT()
  const figures = useFigures()
  if (script === null) return null
  const { stage, amount, daysLate, oldestDue, letter, next } = script
  const details = figures({ amount, currency, oldestDue, days: daysLate })
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('worklist:script.title')} <span className={classes.dim}>{t(`worklist:script.stage.${stage}`)}</span>
      </Title>
      <blockquote className={classes.said}>{t(`worklist:script.say.${stage}`, details)}</blockquote>
      <ul className={classes.hints}>
        {letter && (
          <li>{t(letter.deadline ? 'worklist:script.letterDeadline' : 'worklist:script.letter', figures(letter))}</li>
        )}
        <li>{t(`worklist:script.close.${stage}`)}</li>
        {next && <li>{t('worklist:script.next', next)}</li>}
      </ul>
    </section>
  )
}
