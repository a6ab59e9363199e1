import '@mantine/charts/styles.css'
import { BarChart, LineChart } from '@mantine/charts'
import { Text, Title } from '@mantine/core'
import type { ForecastWeek } from '../../../main/core/forecasts/forecasts.contract.ts'
import { inflowKinds } from '../../../main/core/forecasts/forecasts.rules.ts'
import { decimalsOf } from '../../../main/core/kernel/money.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './forecasts.module.css'

const colours = {
  habit: 'var(--mantine-primary-color-filled)',
  promise: 'var(--settled)',
  plan: 'var(--late)',
} as const
const lines = [
  { name: 'high', color: 'var(--settled)', dash: '7 4' },
  { name: 'central', color: 'var(--mantine-primary-color-filled)', dash: undefined },
  { name: 'low', color: 'var(--late)', dash: '2 4' },
] as const

/** Cash of each week by what it rests on, and the running total with its low and high line. */
const ForecastCharts = ({ weeks, currency }: { weeks: readonly ForecastWeek[]; currency: string }) => {
  const t = useT()
  const format = useFormat()
  // With a decimal: a small book has something to show as well.
  const inThousands = (amount: number) => Math.round(amount / (100 * 10 ** decimalsOf(currency))) / 10
  const shared = {
    h: 220,
    mt: 4,
    dataKey: 'week',
    valueFormatter: (value: number) => format.number(value),
    withLegend: true,
    legendProps: { verticalAlign: 'bottom', itemSorter: null },
    xAxisProps: { interval: 'preserveStartEnd', minTickGap: 20 },
    yAxisProps: { width: 56, tickCount: 5 },
    tooltipAnimationDuration: 0,
  } as const
  return (
    <div className={classes.charts}>
      <section aria-label={t('forecasts:weekly.title')}>
        <Title order={2}>{t('forecasts:weekly.title')}</Title>
        <Text size="xs" c="dimmed">
          {t('forecasts:weekly.about', { currency })}
        </Text>
        <BarChart
          {...shared}
          type="stacked"
          data={weeks.map(({ from, byKind }) => ({
            week: format.day(from).slice(0, 5),
            ...Object.fromEntries(inflowKinds.map((kind) => [kind, inThousands(byKind[kind])])),
          }))}
          series={inflowKinds.map((kind) => ({
            name: kind,
            label: t(`forecasts:weekly.${kind}`),
            color: colours[kind],
          }))}
          barProps={{ isAnimationActive: false, maxBarSize: 30 }}
          barChartProps={{ accessibilityLayer: false, margin: { top: 10 } }}
        />
      </section>
      <section aria-label={t('forecasts:upTo.title')}>
        <Title order={2}>{t('forecasts:upTo.title')}</Title>
        <Text size="xs" c="dimmed">
          {t('forecasts:upTo.about')}
        </Text>
        <LineChart
          {...shared}
          data={weeks.map(({ until, upTo }) => ({
            week: format.day(until).slice(0, 5),
            low: inThousands(upTo.low),
            central: inThousands(upTo.central),
            high: inThousands(upTo.high),
          }))}
          series={lines.map(({ name, color, dash }) => ({
            name,
            label: t(`forecasts:upTo.${name}`),
            color,
            ...(dash && { strokeDasharray: dash }),
          }))}
          curveType="linear"
          withDots={false}
          lineProps={{ isAnimationActive: false }}
          lineChartProps={{ accessibilityLayer: false, margin: { top: 10 } }}
        />
      </section>
    </div>
  )
}
export default ForecastCharts
