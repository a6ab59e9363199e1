import type { Proposal, ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { daysBetween } from '../../../main/core/kernel/day.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import classes from './dunning.module.css'
import { sumByCurrency } from './proposal.lines.ts'

/** From here on a customer may well have paid without the book knowing. */
const OLD_AFTER_DAYS = 7

/** What the ticked letters claim, and how fresh the receipts are that they deduct. */
export const ProposalFigures = ({ proposal, ticked }: { proposal: Proposal; ticked: readonly ProposedLetter[] }) => {
  const t = useT()
  const format = useFormat()
  const { asOf, lastPayment, lastBankDay, lastRun } = proposal
  const age = lastPayment ? daysBetween(lastPayment, asOf) : null
  const old = age === null || age > OLD_AFTER_DAYS
  const counted = ticked.length > 0 ? ticked : proposal.letters
  const sums = sumByCurrency(counted)
  const customers = new Set(counted.map(({ customerId }) => customerId)).size
  return (
    <div className={classes.facts}>
      <div className={classes.figures}>
        {sums.map(({ currency, total }, i) => (
          <KeyFigure
            key={currency}
            label={t('dunning:proposal.figure', { day: format.day(asOf) })}
            value={format.money(total, currency)}
            {...(i === 0 && {
              hint: `${t('dunning:count.letters', { count: counted.length })}, ${t('dunning:count.customers', { count: customers })}`,
            })}
          />
        ))}
      </div>
      <div className={classes.sentences} data-old={old || undefined}>
        <div>
          <strong>
            {lastPayment
              ? t('dunning:proposal.lastPayment', { day: format.day(lastPayment) })
              : t('dunning:proposal.noPayment')}
          </strong>
        </div>
        {age !== null && age > 0 && (
          <div>
            {age > OLD_AFTER_DAYS
              ? t('dunning:proposal.lastPaymentOld', { count: age })
              : t('dunning:proposal.lastPaymentHelp')}
          </div>
        )}
        {lastBankDay && <div>{t('dunning:plan.bench.lastBank', { day: format.day(lastBankDay) })}</div>}
        <div>
          {lastRun
            ? t('dunning:proposal.lastRun', { number: lastRun.number, day: format.day(lastRun.asOf) })
            : t('dunning:proposal.noRun')}
        </div>
      </div>
    </div>
  )
}
