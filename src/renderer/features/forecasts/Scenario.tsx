import { Button, Slider, Text, Title } from '@mantine/core'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'
import classes from './forecasts.module.css'

type Props = {
  largest: readonly { customerId: string; code: string; name: string; amount: number }[]
  currency: string
  /** Days by customer; zero and missing are the same. */
  shifts: Readonly<Record<string, number>>
  onShift: (shifts: Record<string, number>) => void
}

const STEP = 5
const MOST = 90
const SHOWN = 5

/** Sliders that make the largest payers come later or sooner. */
export const Scenario = ({ largest, currency, shifts, onShift }: Props) => {
  const t = useT()
  const format = useFormat()
  const days = (count: number) =>
    count === 0
      ? t('forecasts:scenario.none')
      : `${count > 0 ? '+' : '−'}${t('forecasts:scenario.days', { count: Math.abs(count) })}`
  const moved = Object.values(shifts).some((count) => count !== 0)
  return (
    <section>
      <Title order={2} id="forecast-scenario">
        {t('forecasts:scenario.title')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('forecasts:scenario.about')}
      </Text>
      <table className={classes.table} aria-labelledby="forecast-scenario">
        <thead>
          <tr>
            <th scope="col">{t('forecasts:scenario.customer')}</th>
            <th scope="col" className={classes.right}>
              {t('forecasts:scenario.amount')}
            </th>
            <th scope="col" className={classes.slider}>
              {t('forecasts:scenario.shift')}
            </th>
            <td className={classes.days} />
          </tr>
        </thead>
        <tbody>
          {largest.slice(0, SHOWN).map(({ customerId, name, amount }) => (
            <tr key={customerId}>
              <th scope="row">
                <AnchorLink to="/customers/$id" params={{ id: customerId }}>
                  {name}
                </AnchorLink>
              </th>
              <td className={classes.right}>{format.money(amount, currency)}</td>
              <td>
                <Slider
                  thumbLabel={t('forecasts:scenario.shiftOf', { name })}
                  size="sm"
                  min={-MOST}
                  max={MOST}
                  step={STEP}
                  startPointValue={0}
                  label={null}
                  value={shifts[customerId] ?? 0}
                  onChange={(count) => onShift({ ...shifts, [customerId]: count })}
                />
              </td>
              <td className={classes.days}>{days(shifts[customerId] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moved && (
        <div className={classes.bar}>
          <Text size="sm" c="var(--late)">
            {t('forecasts:scenario.active')}
          </Text>
          <Button variant="default" size="xs" onClick={() => onShift({})}>
            {t('forecasts:scenario.reset')}
          </Button>
        </div>
      )}
    </section>
  )
}
