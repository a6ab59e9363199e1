import { Title } from '@mantine/core'
import type { CallSheet } from '../../../main/core/worklist/worklist.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useFigures } from './useReasonWords.ts'
import classes from './worklist.module.css'

/** What to ask, in the order of the talk. */
export const Questions = ({ sheet: { questions } }: { sheet: CallSheet }) => {
  const t = useT()
  const figures = useFigures()
  if (questions.length === 0) return null
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('worklist:sheet.ask')}
      </Title>
      <ol className={classes.asked}>
        {questions.map(({ code, details }) => (
          <li key={code}>{t(`worklist:ask.${code}`, figures(details))}</li>
        ))}
      </ol>
    </section>
  )
}
