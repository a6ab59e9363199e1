import { CustomerLight } from '../../app/customerHead.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './customers.module.css'
import type { CustomerView } from './useCustomer.ts'

// Beyond a month a delay is no longer an oversight.
const AT_RISK = 30

/** The traffic light, in words: what the rules of credit say, else how late the customer is. */
export const CustomerState = ({ data, hold, daysLate }: Pick<CustomerView, 'data' | 'hold' | 'daysLate'>) => {
  const t = useT()
  const format = useFormat()
  const tone = daysLate === 0 ? 'settled' : daysLate > AT_RISK ? 'risk' : 'late'
  return (
    <>
      {data && (
        <CustomerLight
          customerId={data.customer.id}
          otherwise={
            <span className={classes.state} data-tone={tone}>
              {tone === 'settled' ? t('customers:state.settled') : t(`customers:state.${tone}`, { count: daysLate })}
            </span>
          }
        />
      )}
      {hold && (
        <ToneBadge>
          {hold.until ? t('customers:state.onHoldUntil', { day: format.day(hold.until) }) : t('customers:state.onHold')}
          {` · ${hold.reason}`}
          {hold.owner !== '' && ` · ${hold.owner}`}
        </ToneBadge>
      )}
      {data?.customer.noReminders && <ToneBadge>{t('customers:state.excluded')}</ToneBadge>}
    </>
  )
}
