import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { Text, Title } from '@mantine/core'
import type { FigureKey } from '../../../main/core/financials/figure-keys.schema.ts'
import { figureDefinitions } from '../../../main/core/financials/figures.rules.ts'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { decimalsOf } from '../../../main/core/kernel/money.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'

const series: readonly { key: FigureKey; color: string }[] = [
  { key: 'revenue', color: 'var(--mantine-color-dimmed)' },
  { key: 'grossOperatingSurplus', color: 'var(--mantine-primary-color-filled)' },
  { key: 'netResult', color: 'var(--settled)' },
  { key: 'equity', color: 'var(--late)' },
]

/** Revenue, EBITDA, result and equity of the years, from the oldest to the newest. */
const TrendChart = ({ statements }: { statements: readonly Statement[] }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const currency = statements[0]?.currency ?? ''
  const thousand = 1000 * 10 ** decimalsOf(currency)
  const years = statements.filter((one) => one.currency === currency).toReversed()
  return (
    <section aria-label={t('financials:chart.title')}>
      <Title order={2}>{t('financials:chart.title')}</Title>
      <Text size="xs" c="dimmed">
        {t('financials:chart.about', { currency })}
      </Text>
      <BarChart
        h={220}
        mt={4}
        data={years.map(({ closedOn, figures }) => ({
          year: format.day(closedOn),
          ...Object.fromEntries(
            series.map(({ key }) => {
              const figure = figures[key]
              return [key, figure ? Math.round(figure.amount / thousand) : null]
            }),
          ),
        }))}
        dataKey="year"
        series={series.map(({ key, color }) => ({ name: key, label: figureDefinitions[key][language], color }))}
        valueFormatter={(value) => format.number(value)}
        withLegend
        legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
        barProps={{ isAnimationActive: false, maxBarSize: 26 }}
        yAxisProps={{ width: 64, tickCount: 5, interval: 0 }}
        barChartProps={{ margin: { top: 10 } }}
        tooltipAnimationDuration={0}
      />
    </section>
  )
}
export default TrendChart
