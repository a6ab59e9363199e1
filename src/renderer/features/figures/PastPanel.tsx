import '@mantine/charts/styles.css'
import { LineChart } from '@mantine/charts'
import { Anchor, Text } from '@mantine/core'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { SidePanel } from '../../components/SidePanel.tsx'
import classes from './figures.module.css'
import { askedPast, explain, numberOf, readFigure, type Told } from './figures.rows.ts'
import type { ShownPast } from './figures.search.ts'

type Props = Told & { shown: ShownPast; onDay: (day: string) => void; onClose: () => void }

/** The months of a figure beside the table, the newest first; a click on one tells all figures of its day. */
const PastPanel = ({ shown, onDay, onClose, ...told }: Props) => {
  const t = useT()
  const format = useFormat()
  const { currency } = told.report
  const { figure: name, of, past = [] } = askedPast(shown, told)
  const read = (value: string | null) => readFigure(name, value, t, format, currency)
  return (
    <SidePanel opened title={of ?? t(`figures:names.${name}`)} onClose={onClose}>
      {of === null && <Text size="sm">{explain(name, told, t, format)}</Text>}
      <Text size="xs" c="dimmed" mt={4}>
        {t('figures:past.about')}
      </Text>
      <LineChart
        h={140}
        my={12}
        data={past.map(({ day, figure }) => ({ month: format.day(day).slice(3), value: numberOf(figure) }))}
        dataKey="month"
        series={[
          { name: 'value', label: of ?? t(`figures:names.${name}`), color: 'var(--mantine-primary-color-filled)' },
        ]}
        valueFormatter={(value) => read(String(value))}
        curveType="linear"
        connectNulls={false}
        withDots={false}
        xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 24 }}
        yAxisProps={{ width: 64, tickCount: 4, tickFormatter: (value: number) => format.number(value) }}
        lineProps={{ isAnimationActive: false }}
        lineChartProps={{ accessibilityLayer: false, margin: { top: 10, right: 12 } }}
        tooltipAnimationDuration={0}
      />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures:past.day')}</th>
            <th scope="col" className={classes.right}>
              {t('figures:table.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {past.toReversed().map(({ day, figure }) => (
            <tr key={day}>
              <th scope="row">
                <Anchor component="button" type="button" size="sm" onClick={() => onDay(day)}>
                  {format.day(day)}
                </Anchor>
              </th>
              <td className={classes.amount} data-none={figure.value === null || undefined}>
                {figure.why ? t(`figures:why.${figure.why}`) : read(figure.value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SidePanel>
  )
}
export default PastPanel
