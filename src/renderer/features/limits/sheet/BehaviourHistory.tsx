import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import classes from './sheet.module.css'

const MONTHS = 12
// Charts are a library of their own: it loads when one is shown.
const ScoreChart = lazy(() => import('./ScoreChart.tsx').then((file) => ({ default: file.ScoreChart })))

/** The payment score at the end of each of the last twelve months. */
export const BehaviourHistory = ({ customerId }: { customerId: string }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(api.behaviour.history.queryOptions({ input: { customerId, months: MONTHS } }))
  if (!data) return <div className={classes.chart} />
  const known = data.points.filter(({ score }) => score !== null)
  const [first, last] = [known[0], known.at(-1)]
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{t('limits:sheet.history')}</figcaption>
      {first && last ? (
        <>
          <div className={classes.chart} aria-hidden>
            <Suspense>
              <ScoreChart points={data.points} />
            </Suspense>
          </div>
          <Text size="xs" c="dimmed">
            {t('limits:sheet.historyText', {
              from: format.day(first.asOf),
              until: format.day(last.asOf),
              first: first.score,
              last: last.score,
            })}
          </Text>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('limits:sheet.historyNone')}
        </Text>
      )}
    </figure>
  )
}
