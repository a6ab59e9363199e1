import { Kbd, NativeSelect } from '@mantine/core'
import type { BankLine, BankProposal } from '../../../main/core/bank/bank.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './bank.module.css'
import { useReasonWords } from './useReasonWords.ts'

type Props = {
  line: BankLine
  proposal: BankProposal
  /** From 1; keys go up to 9. */
  place: number
  chosen: boolean
  onChoose: () => void
  onAccept: () => void
  taxRate: string
  onTaxRate: (rate: string) => void
}

const SHORT = 3
export const TAX_RATES = ['20', '10', '5.5', '2.1', '0'] as const

/** Who may have paid, how likely it is and why, and what would be settled. */
export const CandidateCard = ({ line, proposal, place, chosen, onChoose, onAccept, taxRate, onTaxRate }: Props) => {
  const t = useT()
  const format = useFormat()
  const words = useReasonWords()
  const { currency } = line
  const money = (amount: number) => format.money(amount, currency)
  const { items, credits, reasons, score, action, customerName, customerCode, discount, writeOff, unallocated } =
    proposal
  const shown = chosen ? items : items.slice(0, SHORT)
  const hidden = items.length - shown.length
  return (
    <li className={classes.card} data-chosen={chosen || undefined}>
      <button
        type="button"
        className={classes.choose}
        aria-pressed={chosen}
        // A second press takes the candidate: after a click on it, Enter does what it does everywhere on the screen.
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !chosen) return
          event.preventDefault()
          onAccept()
        }}
        onClick={(event) => {
          onChoose()
          // A click by mouse leaves the keys to the list.
          if (event.detail > 0) event.currentTarget.blur()
        }}
      >
        {place <= 9 && <Kbd size="xs">{place}</Kbd>}
        <span className={classes.customer}>{customerName}</span>
        <span className={classes.code}>{customerCode}</span>
      </button>
      <span className={classes.score}>
        {proposal.ready && <ToneBadge tone="settled">{t('bank:candidates.ready')}</ToneBadge>}
        {action === 'link' && <ToneBadge>{t('bank:candidates.link')}</ToneBadge>}
        {action === 'bounce' && <ToneBadge tone="risk">{t('bank:candidates.bounce')}</ToneBadge>}
        <span role="img" aria-label={t('bank:candidates.scoreLabel', { score })}>
          {t('bank:candidates.score', { score })}
        </span>
      </span>
      <p className={classes.reasons}>{reasons.map((reason) => words(reason, currency)).join(' · ')}</p>
      {items.length > 0 && (
        <table className={classes.items}>
          <tbody>
            {shown.map(({ itemId, number, due, open, amount }) => (
              <tr key={itemId}>
                <td>{number}</td>
                <td>
                  {t(action === 'settle' ? 'bank:candidates.due' : 'bank:candidates.receiptOf', {
                    day: format.day(due),
                  })}
                </td>
                <td>{action === 'settle' && t('bank:candidates.open', { amount: format.amount(open, currency) })}</td>
                <td>
                  {t(action === 'bounce' ? 'bank:candidates.takenBack' : 'bank:candidates.placed', {
                    amount: format.amount(amount, currency),
                  })}
                </td>
              </tr>
            ))}
            {credits.map(({ itemId, number, amount }) => (
              <tr key={itemId}>
                <td>{number}</td>
                <td colSpan={2}>{t('bank:candidates.credit')}</td>
                <td>{format.amount(-amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && <p className={classes.note}>{t('bank:candidates.more', { count: hidden })}</p>}
      {discount > 0 && (
        <div className={classes.discount}>
          <span>{t('bank:candidates.discount', { amount: money(discount) })}</span>
          {chosen && (
            <NativeSelect
              size="xs"
              w={96}
              aria-label={t('bank:split.taxRate')}
              value={taxRate}
              data={TAX_RATES.map((rate) => ({ value: rate, label: format.percent(rate) }))}
              onChange={(event) => onTaxRate(event.currentTarget.value)}
            />
          )}
        </div>
      )}
      {writeOff > 0 && <p className={classes.note}>{t('bank:candidates.writeOff', { amount: money(writeOff) })}</p>}
      {unallocated > 0 && (
        <p className={classes.note}>{t('bank:candidates.unallocated', { amount: money(unallocated) })}</p>
      )}
      {chosen && action !== 'settle' && <p className={classes.note}>{t(`bank:candidates.${action}Words`)}</p>}
    </li>
  )
}
