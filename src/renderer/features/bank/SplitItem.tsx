import { Checkbox, NativeSelect } from '@mantine/core'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DayText } from '../../components/DayText.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './bank.module.css'
import { TAX_RATES } from './CandidateCard.tsx'
import { type RestChoice, restChoices, type SplitRow, shortOf } from './split.draft.ts'

type Props = {
  row: SplitRow
  currency: string
  /** What of the line is not placed yet. */
  left: Minor
  onChange: (row: SplitRow) => void
}

/** One open item: how much of the line goes on it, and what becomes of what would stay open. */
export const SplitItem = ({ row, currency, left, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  const { number, due, open, placed, rest, taxRate } = row
  const short = shortOf(row)
  const credit = open < 0
  const whole = credit ? open : Math.min(open, left > 0 ? left : open)
  const wrong = placed !== null && (Math.abs(placed) > Math.abs(open) || placed * open < 0)
  return (
    <>
      <tr>
        <td>
          <Checkbox
            size="xs"
            aria-label={t('bank:split.take', { number })}
            checked={placed !== null && placed !== 0}
            onChange={(event) => onChange({ ...row, placed: event.currentTarget.checked ? whole : null })}
          />
        </td>
        <td>{number}</td>
        <td>
          <DayText day={due} />
        </td>
        <td>
          <MoneyText amount={open} currency={currency} />
        </td>
        <td>
          <MoneyInput
            size="xs"
            data-amount
            aria-label={t('bank:split.amount', { number })}
            currency={currency}
            // A credit is deducted: it is typed as it stands on its paper, without the sign.
            leftSection={credit ? '−' : undefined}
            value={credit && placed !== null ? -placed : placed}
            onChange={(amount) => onChange({ ...row, placed: credit && amount !== null ? -amount : amount })}
            error={wrong}
          />
        </td>
      </tr>
      {short > 0 && (
        <tr className={classes.rest}>
          <td />
          <td colSpan={4}>
            <div>
              <span aria-hidden>{t('bank:split.short', { amount: format.money(short, currency) })}</span>
              <NativeSelect
                size="xs"
                aria-label={t('bank:split.rest', { amount: format.money(short, currency), number })}
                value={rest}
                data={restChoices.map((choice) => ({ value: choice, label: t(`bank:split.rests.${choice}`) }))}
                onChange={(event) => onChange({ ...row, rest: event.currentTarget.value as RestChoice })}
              />
              {rest === 'discount' && (
                <NativeSelect
                  size="xs"
                  aria-label={t('bank:split.taxRate')}
                  value={taxRate}
                  data={TAX_RATES.map((rate) => ({ value: rate, label: format.percent(rate) }))}
                  onChange={(event) => onChange({ ...row, taxRate: event.currentTarget.value })}
                />
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  )
}
