import '@mantine/charts/styles.css'
import { LineChart } from '@mantine/charts'
import { Button, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import type { Report } from './figures.rows.ts'
import type { ShownList } from './figures.search.ts'
import classes from './payables.module.css'

type Props = {
  report: Report
  months: number
  onList: (list: ShownList) => void
  onDay: (day: Day) => void
}

/** Told apart by their dashes too. */
const lines = [
  { name: 'dso', color: 'var(--mantine-primary-color-filled)' },
  { name: 'dpo', color: 'var(--mantine-color-dimmed)', strokeDasharray: '5 4' },
] as const

const number = (value: string | null): number | null => (value === null ? null : Number(value))

/** How long the firm waits for its customers against how long its suppliers wait for it. */
const Payables = ({ report, months, onList, onDay }: Props) => {
  const t = useT()
  const format = useFormat()
  const { asOf, figures, points } = report
  const { data } = useQuery(api.payables.figures.queryOptions({ input: { asOf, months, history: 0 } }))
  if (!data) return null
  const { known, owed, purchases, period, dpo, currency } = data
  const ends = known && { from: format.day(known.from), until: format.day(known.until) }
  return (
    <section aria-label={t('figures:payables.title')} className={classes.section}>
      <Title order={2}>{t('figures:payables.title')}</Title>
      {dpo.why ? (
        <div className={classes.missing}>
          <Text size="sm">{t(`figures:payables.why.${dpo.why}`, { ...ends })}</Text>
          {dpo.why === 'no-suppliers' && (
            <ButtonLink to="/imports" variant="default" size="xs">
              {t('figures:payables.import')}
            </ButtonLink>
          )}
          {dpo.why === 'ledger-ends' && known && (
            <Button variant="default" size="xs" onClick={() => onDay(known.until)}>
              {t('figures:payables.lookAt', { day: format.day(known.until) })}
            </Button>
          )}
        </div>
      ) : (
        <>
          <Text size="xs" c="dimmed">
            {t('figures:payables.about')}
          </Text>
          <div className={classes.columns}>
            <div className={classes.figures}>
              <KeyFigure
                label={t('figures:payables.dpo')}
                value={t('figures:days', { value: format.decimal(dpo.value ?? '') })}
                hint={t('figures:payables.purchases', {
                  amount: format.money(purchases, currency),
                  days: format.number(period.days),
                })}
              />
              <KeyFigure
                label={t('figures:payables.gap')}
                value={
                  figures.dsoGap.value === null
                    ? t('figures:none')
                    : t('figures:days', { value: format.decimal(figures.dsoGap.value) })
                }
                hint={<Gap gap={figures.dsoGap} />}
              />
              <div>
                <KeyFigure label={t('figures:payables.owed')} value={format.money(owed ?? 0, currency)} />
                <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => onList({ list: 'suppliers' })}>
                  {t('figures:payables.list')}
                </Button>
              </div>
            </div>
            <LineChart
              h={220}
              className={classes.lines ?? ''}
              data={points.map((point) => ({
                month: format.day(point.day).slice(3),
                dso: number(point.figures.dso.value),
                dpo: number(point.figures.dpo.value),
              }))}
              dataKey="month"
              series={lines.map((line) => ({ ...line, label: t(`figures:payables.${line.name}`) }))}
              valueFormatter={(value) => t('figures:days', { value: format.number(value) })}
              curveType="linear"
              connectNulls={false}
              withDots={false}
              withLegend
              legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
              xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 24 }}
              yAxisProps={{ width: 46, tickCount: 5 }}
              lineProps={{ isAnimationActive: false }}
              lineChartProps={{ accessibilityLayer: false, margin: { top: 10, right: 12 } }}
              tooltipAnimationDuration={0}
            />
          </div>
          {ends && (
            <Text size="xs" c="dimmed">
              {t('figures:payables.until', ends)}
            </Text>
          )}
        </>
      )}
    </section>
  )
}

const Gap = ({ gap: { value, why } }: { gap: Report['figures']['dsoGap'] }) => {
  const t = useT()
  const format = useFormat()
  if (value === null) return why && t(`figures:why.${why}`)
  const days = Math.abs(Number(value))
  if (days < 1) return t('figures:payables.even')
  return t(Number(value) > 0 ? 'figures:payables.pays' : 'figures:payables.paid', { days: format.number(days) })
}
export default Payables
