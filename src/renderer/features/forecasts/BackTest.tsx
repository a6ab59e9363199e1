import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './forecasts.module.css'

/** Past forecasts held against what came; read after the rest of the screen, since each is a forecast of its own. */
export const BackTest = ({ asOf }: { asOf: string }) => {
  const t = useT()
  const format = useFormat()
  const { data, error } = useQuery(api.forecasts.backTest.queryOptions({ input: { asOf } }))
  const errors = (data?.points ?? []).flatMap((point) => (point.error === null ? [] : [Number(point.error)]))
  const mean = errors.length === 0 ? null : errors.reduce((sum, one) => sum + one, 0) / errors.length
  const isTold = data?.points.some(({ forecast, actual }) => forecast !== 0 || actual !== 0) ?? false
  return (
    <section>
      <Title order={2} id="forecast-test">
        {t('forecasts:test.title')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('forecasts:test.about')}
      </Text>
      <ErrorNote error={error} />
      {data && !isTold && (
        <Text size="sm" c="dimmed" mt={8}>
          {t('forecasts:test.none')}
        </Text>
      )}
      {data && isTold && (
        <table className={classes.table} aria-labelledby="forecast-test">
          <thead>
            <tr>
              <th scope="col">{t('forecasts:test.month')}</th>
              {(['forecast', 'range', 'actual', 'error'] as const).map((name) => (
                <th key={name} scope="col" className={classes.right}>
                  {t(`forecasts:test.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.points.map(({ asOf: day, forecast, low, high, actual, error: off }) => (
              <tr key={day}>
                <th scope="row">{format.day(day)}</th>
                <td className={classes.right}>{format.money(forecast, data.currency)}</td>
                <td className={classes.right} data-dim>
                  {format.money(low, data.currency)} – {format.money(high, data.currency)}
                </td>
                <td className={classes.right}>{format.money(actual, data.currency)}</td>
                <td className={classes.right}>{off === null ? t('forecasts:test.nothing') : format.percent(off)}</td>
              </tr>
            ))}
          </tbody>
          {mean !== null && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={4}>
                  {t('forecasts:test.mean')}
                </th>
                <td className={classes.right}>{format.percent(mean.toFixed(1))}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </section>
  )
}
