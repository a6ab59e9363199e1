import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { Text, Title } from '@mantine/core'
import { decimalsOf } from '../../main/core/kernel/money.ts'
import { useFormat } from '../app/format.ts'
import { useT } from '../app/i18n.ts'
import { ageingColour } from '../app/theme.ts'

/** What was owed at the end of a month, by age. */
type Point = { day: string; notDue: number; late: readonly number[] }

const columns = ['notDue', 'from1', 'from31', 'from61', 'over90'] as const

type Props = { report: { currency: string; points: readonly Point[] }; height?: number }

/** What was owed at the end of each month, by age. */
const AgeChart = ({ report: { currency, points }, height = 210 }: Props) => {
  const t = useT()
  const format = useFormat()
  // With a decimal: a small book has something to show as well.
  const inThousands = (amount: number) => Math.round(amount / (100 * 10 ** decimalsOf(currency))) / 10
  return (
    <section aria-label={t('figures:chart.title')}>
      <Title order={2}>{t('figures:chart.title')}</Title>
      <Text size="xs" c="dimmed">
        {t('figures:chart.about', { currency })}
      </Text>
      <BarChart
        h={height}
        mt={4}
        type="stacked"
        data={points.map(({ day, notDue, late }) => ({
          month: format.day(day).slice(3),
          ...Object.fromEntries(columns.map((name, at) => [name, inThousands([notDue, ...late][at] ?? 0)])),
        }))}
        dataKey="month"
        series={columns.map((name, at) => ({
          name,
          label: t(`figures:chart.${name}`),
          color: ageingColour(at, columns.length),
        }))}
        valueFormatter={(value) => format.number(value)}
        withLegend
        legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
        barProps={{ isAnimationActive: false, maxBarSize: 26 }}
        xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 16 }}
        yAxisProps={{ width: 64, tickCount: 5 }}
        barChartProps={{ accessibilityLayer: false, margin: { top: 10 } }}
        tooltipAnimationDuration={0}
      />
    </section>
  )
}
export default AgeChart
