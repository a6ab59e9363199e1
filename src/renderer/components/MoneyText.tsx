import type { Minor } from '../../main/core/kernel/money.ts'
import { useFormat } from '../app/format.ts'
import classes from './figures.module.css'

type Props = {
  amount: Minor
  currency: string
  strong?: boolean
  /** With its currency sign; without it where the header names the currency. */
  showCurrency?: boolean
}

/** An amount; zero is a dash. */
export const MoneyText = ({ amount, currency, strong = false, showCurrency = false }: Props) => {
  const format = useFormat()
  const text = showCurrency ? format.money(amount, currency) : format.amount(amount, currency)
  return (
    <span className={classes.figure} data-strong={strong || undefined} data-zero={amount === 0 || undefined}>
      {amount === 0 ? '–' : text}
    </span>
  )
}
