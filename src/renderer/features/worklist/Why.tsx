import { Title } from '@mantine/core'
import type { WorklistRow } from '../../../main/core/worklist/worklist.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { signed } from './signed.ts'
import { useReasonWords } from './useReasonWords.ts'
import classes from './worklist.module.css'

/** The reasons of the place in the list, each with its points, and their sum. */
export const Why = ({ row: { reasons, points } }: { row: WorklistRow }) => {
  const t = useT()
  const format = useFormat()
  const words = useReasonWords()
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('worklist:sheet.why')}
      </Title>
      <ul className={classes.lines}>
        {reasons.map((reason) => (
          <li key={reason.code}>
            <span>{words.sentence(reason)}</span>
            <span className={classes.dim}>{signed(reason.points)}</span>
          </li>
        ))}
        <li className={classes.sum}>
          <span>{t('worklist:sheet.total')}</span>
          <span>
            {format.number(points)} {t('worklist:sheet.points')}
          </span>
        </li>
      </ul>
    </section>
  )
}
