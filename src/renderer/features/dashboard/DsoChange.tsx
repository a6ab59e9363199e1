import { SegmentedControl, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { monthsBefore } from '../../../main/core/figures/figures.rules.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'
import classes from './dashboard.module.css'
import { changePeriods } from './dashboard.search.ts'

type Period = (typeof changePeriods)[number]
type Props = { asOf: string; since: Period; onSince: (since: Period | undefined) => void }

/** A waterfall from the DSO of a day to that of another: what each part of receivables did to it, then who. */
export const DsoChange = ({ asOf, since, onSince }: Props) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery({
    ...api.dashboard.dsoChange.queryOptions({ input: { from: monthsBefore(asOf, Number(since)), until: asOf } }),
    placeholderData: keepPreviousData,
  })
  const days = (value: string) => t('dashboard:days', { value: format.decimal(value) })
  const signed = (value: string) => {
    if (Number(value) === 0) return '–'
    return value.startsWith('-') ? `−${days(value.slice(1))}` : `+${days(value)}`
  }
  const difference = (amount: number) =>
    amount === 0 ? '–' : `${amount > 0 ? '+' : ''}${format.money(amount, data?.currency ?? '')}`
  const start = Number(data?.before.value ?? 0)
  let at = start
  const bars = (data?.steps ?? [])
    .filter(({ before, after }) => before !== 0 || after !== 0)
    .map((step) => {
      const from = at
      at += Number(step.days)
      return { ...step, from, to: at }
    })
  const places = [start, at, ...bars.flatMap(({ from, to }) => [from, to])]
  // Only what moves is drawn: from a little below the lowest point to a little above the highest.
  const [low, high] = [Math.min(...places), Math.max(...places)]
  const room = Math.max((high - low) * 0.08, 0.1)
  const place = (value: number) => (100 * (value - low + room)) / (high - low + 2 * room)
  const bar = (from: number, to: number) =>
    ({
      '--from': `${place(Math.min(from, to))}%`,
      '--to': `${Math.max(0.8, Math.abs(place(to) - place(from)))}%`,
    }) as CSSProperties
  return (
    <section>
      <div className={classes.head}>
        <Title order={2} id="board-change">
          {t('dashboard:change.title')}
        </Title>
        <SegmentedControl
          aria-label={t('dashboard:change.since')}
          value={since}
          onChange={(value) => onSince(changePeriods.find((one) => one === value && one !== '3'))}
          data={changePeriods.map((value) => ({ value, label: t(`dashboard:change.periods.${value}`) }))}
        />
      </div>
      {data && data.change === null && (
        <p className={classes.quiet}>
          {data.after.why
            ? t('dashboard:change.none', { why: t(`figures:why.${data.after.why}`).toLowerCase() })
            : data.before.why &&
              t('dashboard:change.noneBefore', {
                day: format.day(data.from),
                why: t(`figures:why.${data.before.why}`).toLowerCase(),
              })}
        </p>
      )}
      {data && data.change !== null && (
        <>
          <Text size="xs" c="dimmed">
            {t('dashboard:change.about', {
              before: format.decimal(data.before.value ?? ''),
              after: format.decimal(data.after.value ?? ''),
            })}
          </Text>
          <table className={`${classes.table} ${classes.falling}`} aria-labelledby="board-change">
            <thead>
              <tr>
                <th scope="col">{t('dashboard:change.label')}</th>
                <td className={classes.fall} />
                <th scope="col" className={classes.right}>
                  {t('dashboard:change.days')}
                </th>
                <th scope="col" className={classes.right}>
                  {t('dashboard:change.amounts')}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr className={classes.end}>
                <th scope="row">{t('dashboard:change.before', { day: format.day(data.from) })}</th>
                <td className={classes.fall}>
                  <span className={classes.step} data-end style={bar(low - room, start)} aria-hidden />
                </td>
                <td className={classes.right}>{days(data.before.value ?? '')}</td>
                <td />
              </tr>
              {bars.map(({ name, days: moved, before, after, from, to }) => (
                <tr key={name}>
                  <th scope="row">{t(`dashboard:change.steps.${name}`)}</th>
                  <td className={classes.fall}>
                    <span
                      className={classes.step}
                      data-tone={to > from ? 'late' : 'settled'}
                      style={bar(from, to)}
                      aria-hidden
                    />
                  </td>
                  <td className={classes.right} data-tone={to > from ? 'late' : to < from ? 'settled' : undefined}>
                    {signed(moved)}
                  </td>
                  <td className={classes.amounts}>{difference(after - before)}</td>
                </tr>
              ))}
              <tr className={classes.end}>
                <th scope="row">{t('dashboard:change.after', { day: format.day(data.until) })}</th>
                <td className={classes.fall}>
                  <span className={classes.step} data-end style={bar(low - room, at)} aria-hidden />
                </td>
                <td className={classes.right}>{days(data.after.value ?? '')}</td>
                <td className={classes.amounts}>{t('dashboard:change.inAll', { change: signed(data.change) })}</td>
              </tr>
            </tbody>
          </table>
          {data.customers.length > 0 && (
            <p className={classes.movers}>
              {t('dashboard:change.customers')}{' '}
              {data.customers.map(({ customerId, name, days: moved }, n) => (
                <span key={customerId ?? 'others'}>
                  {n > 0 && ' · '}
                  {customerId === null ? (
                    t('dashboard:change.others')
                  ) : (
                    <AnchorLink to="/customers/$id" params={{ id: customerId }}>
                      {name}
                    </AnchorLink>
                  )}{' '}
                  {signed(moved)}
                </span>
              ))}
            </p>
          )}
        </>
      )}
    </section>
  )
}
