import { Text } from '@mantine/core'
import type { Customer, Position } from '../../../main/core/customers/customers.contract.ts'
import { CustomerLimit } from '../../app/customerParts.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './customers.module.css'

type Props = { customer: Pick<Customer, 'id'>; positions: Position[] }

/** Balance, overdue and not allocated, in each currency the customer owes or is owed; its limit beside the first. */
export const CustomerFigures = ({ customer, positions }: Props) => {
  const t = useT()
  const format = useFormat()
  const limit = <CustomerLimit customerId={customer.id} />
  if (positions.length === 0)
    return (
      <div className={classes.figures}>
        <Text c="dimmed">{t('customers:page.nothing')}</Text>
        {limit}
      </div>
    )
  return positions.map(({ currency, balance, overdue, unallocated, oldestDue }, i) => (
    <div key={currency} className={classes.figures}>
      <KeyFigure
        label={t('customers:page.balance')}
        value={<MoneyText amount={balance} currency={currency} showCurrency />}
      />
      <KeyFigure
        label={t('customers:page.overdue')}
        value={<MoneyText amount={overdue} currency={currency} showCurrency />}
        tone={overdue > 0 ? 'late' : 'neutral'}
        hint={oldestDue ? t('customers:page.oldest', { day: format.day(oldestDue) }) : undefined}
      />
      {unallocated !== 0 && (
        <KeyFigure
          label={t('customers:page.unallocated')}
          value={<MoneyText amount={unallocated} currency={currency} showCurrency />}
        />
      )}
      {i === 0 && limit}
    </div>
  ))
}
