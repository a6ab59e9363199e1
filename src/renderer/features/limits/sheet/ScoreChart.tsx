import { LineChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import type { Day } from '../../../../main/core/kernel/day.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'

type Props = { points: readonly { asOf: Day; score: number | null }[] }

const WORST = 0
const BEST = 100

/** Points of 100, month by month; a month without a score is a gap. */
export const ScoreChart = ({ points }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <LineChart
      h={170}
      data={points.map(({ asOf, score }) => ({ month: format.day(asOf).slice(3), score }))}
      dataKey="month"
      series={[{ name: 'score', label: t('credit:behaviour.score'), color: 'var(--mantine-primary-color-filled)' }]}
      curveType="linear"
      connectNulls={false}
      yAxisProps={{ domain: [WORST, BEST], ticks: [0, 25, 50, 75, 100], width: 34 }}
      xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 24 }}
      lineChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 4, bottom: 0, left: 0 } }}
      lineProps={{ isAnimationActive: false }}
      tooltipAnimationDuration={0}
    />
  )
}
