import { Text, Title } from '@mantine/core'
import { type CSSProperties, Fragment } from 'react'
import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import type { History, LossDays } from '../../../main/core/provisions/provisions.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './provisions.module.css'

type Props = { history: History; lostAfter: LossDays; auto: boolean; asOf: Day; currency: string }

/** How far invoices of the past rolled before they were paid: what the rates come from. */
export const RollRates = ({ history, lostAfter, auto, asOf, currency }: Props) => {
  const t = useT()
  const format = useFormat()
  const { from, until, invoices, sold, unpaid, lost } = history
  const seen = addDays(until, lostAfter)
  const days = { from: format.day(from), until: format.day(until) }
  if (invoices === 0 || sold <= 0)
    return (
      <Text size="sm" c="dimmed" mt="sm">
        {t('provisions:roll.none', days)}
      </Text>
    )
  const stages = [
    { name: t('provisions:roll.sold'), amount: sold },
    ...(['due', 'd30', 'd60', 'd90'] as const).map((name, at) => ({
      name: t(`provisions:roll.${name}`),
      amount: unpaid[at] ?? 0,
    })),
    ...(lostAfter === 90 ? [] : [{ name: t('provisions:roll.lost', { days: lostAfter }), amount: lost }]),
  ]
  const share = (part: number, whole: number) => format.percent(((100 * part) / whole).toFixed(1))
  return (
    <>
      <Title order={3} mt="lg">
        {t('provisions:roll.title')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('provisions:roll.about', {
          ...days,
          count: invoices,
          amount: format.money(sold, currency),
          days: lostAfter,
        })}{' '}
        {auto && t('provisions:roll.auto')} {seen < asOf && t('provisions:roll.ends', { day: format.day(seen) })}
      </Text>
      <div className={classes.roll}>
        {stages.map(({ name, amount }, at) => (
          <Fragment key={name}>
            <span>{name}</span>
            <div className={classes.track} aria-hidden>
              <div
                className={classes.fill}
                data-last={at === stages.length - 1 || undefined}
                style={{ '--share': `${Math.min(100, (100 * amount) / sold)}%` } as CSSProperties}
              />
            </div>
            <span className={classes.right}>{share(amount, sold)}</span>
            <span className={classes.dim}>
              {at < stages.length - 1 && amount > 0 && t('provisions:roll.rate', { percent: share(lost, amount) })}
            </span>
          </Fragment>
        ))}
      </div>
      {lostAfter === 90 && lost > 0 && (
        <Text size="xs" c="dimmed" mt="xs" maw={900}>
          {t('provisions:roll.harsh')}
        </Text>
      )}
    </>
  )
}
