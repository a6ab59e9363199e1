import { CustomerLight } from '../../app/customerParts.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './customers.module.css'
import type { CustomerView } from './useCustomer.ts'

/** The traffic light, in words: what the rules of credit say, else how late the customer is. */
export const CustomerState = ({ data, hold, daysLate }: Pick<CustomerView, 'data' | 'hold' | 'daysLate'>) => {
  const t = useT()
  const format = useFormat()
  const late = daysLate > 0
  const returned = data?.warnings.find(({ code }) => code === 'address-returned')
  return (
    <>
      {data && (
        <CustomerLight
          customerId={data.customer.id}
          otherwise={
            <span className={classes.state} data-tone={late ? 'late' : 'settled'}>
              {late ? t('customers:state.late', { count: daysLate }) : t('customers:state.settled')}
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
      {returned && (
        <ToneBadge tone="risk">
          {t('customers:state.addressReturned', { day: format.day(String(returned.details.day)) })}
        </ToneBadge>
      )}
      {data?.customer.noReminders && <ToneBadge>{t('customers:state.excluded')}</ToneBadge>}
    </>
  )
}
