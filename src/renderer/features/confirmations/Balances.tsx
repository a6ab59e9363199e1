import type { Balance } from '../../../main/core/confirmations/confirmations.contract.ts'
import { MoneyText } from '../../components/MoneyText.tsx'

/** One amount a currency: most customers have one. */
export const Balances = ({ balances, strong = true }: { balances: readonly Balance[]; strong?: boolean }) =>
  balances.map(({ currency, total }, place) => (
    <span key={currency}>
      {place > 0 && ' · '}
      <MoneyText amount={total} currency={currency} showCurrency strong={strong} />
    </span>
  ))
