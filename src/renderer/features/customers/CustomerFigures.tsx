import { Text } from '@mantine/core'
import type { Position } from '../../../main/core/customers/customers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './customers.module.css'

/** Balance, overdue and not allocated, in each currency the customer owes or is owed. */
export const CustomerFigures = ({ positions }: { positions: Position[] }) => {
  const t = useT()
  const format = useFormat()
  if (positions.length === 0) return <Text c="dimmed">{t('customers:page.nothing')}</Text>
  return positions.map(({ currency, balance, overdue, unallocated, oldestDue }) => (
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
    </div>
  ))
}
