import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { daysBetween } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './customers.module.css'

/** Days late that fill the height of the strip: what is later still is cut off there. */
const FULL = 60
/** Beyond a month a delay is no longer an oversight. */
const LONG = 30

const toneOf = (daysLate: number) => (daysLate > LONG ? 'risk' : daysLate > 0 ? 'late' : 'settled')

/** How a customer pays at a glance: each invoice paid in two years is a mark at its day, the higher the later it came. */
export const PayerStrip = ({ customerId, onOpen }: { customerId: string; onOpen: () => void }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(api.behaviour.paid.queryOptions({ input: { customerId } }))
  if (!data || data.count === 0) return null
  const { marks } = data
  const late = marks.filter(({ daysLate }) => daysLate > 0).length
  const long = marks.filter(({ daysLate }) => daysLate > LONG).length
  const length = Math.max(1, daysBetween(data.from, data.asOf))
  // Of one day, the lower stands before the higher.
  const shown = marks.toSorted((a, b) => b.daysLate - a.daysLate)
  const words = [
    t(data.count > marks.length ? 'customers:habit.newest' : 'customers:habit.paid', { count: marks.length }),
    t('customers:habit.onTime', { count: marks.length - late }),
    t('customers:habit.late', { count: late - long }),
    t('customers:habit.long', { count: long }),
  ]
  return (
    <section className={classes.habit} aria-label={t('customers:habit.title')}>
      <UnstyledButton className={classes.habitWords} onClick={onOpen}>
        {words.join(' · ')}
      </UnstyledButton>
      <div className={classes.marks} aria-hidden>
        {shown.map(({ itemId, number, amount, currency, paidOn, daysLate }) => (
          <span
            key={itemId}
            data-tone={toneOf(daysLate)}
            title={t('customers:habit.mark', {
              number,
              amount: format.money(amount, currency),
              day: format.day(paidOn),
              late:
                daysLate > 0
                  ? t('customers:habit.daysLate', { count: daysLate })
                  : daysLate < 0
                    ? t('customers:habit.daysEarly', { count: -daysLate })
                    : t('customers:habit.onDay'),
            })}
            style={
              {
                '--at': daysBetween(data.from, paidOn) / length,
                '--height': `${(100 * Math.min(FULL, Math.max(0, daysLate))) / FULL}%`,
              } as CSSProperties
            }
          />
        ))}
      </div>
    </section>
  )
}
