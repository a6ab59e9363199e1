import type { ConfirmationRun, ConfirmationState } from '../../../main/core/confirmations/confirmations.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import classes from './confirmations.module.css'
import { partIn, shareOf } from './share.ts'

/** What an auditor looks at first: how much was asked about, and how much of that is confirmed. */
export const RoundFigures = ({ run }: { run: ConfirmationRun }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { population, drawn, standings, deadline, form } = run
  const partsOf = (state: ConfirmationState) => standings.find((one) => one.state === state)?.parts ?? []
  const late = deadline < today
  return (
    <div className={classes.currencies}>
      {drawn.map(({ currency, gross, count }) => {
        const whole = partIn(population, currency)
        const covered = shareOf(gross, whole.gross)
        const agreed = partIn(partsOf('agrees'), currency)
        const waiting = partIn(partsOf('waiting'), currency)
        const confirmed = shareOf(agreed.gross, gross)
        return (
          <div key={currency} className={classes.figures}>
            <KeyFigure
              label={`${t('confirmations:coverage.drawn')} (${format.number(count)} ${t('confirmations:coverage.ofAccounts', { count: whole.count })})`}
              value={format.money(gross, currency)}
              hint={
                covered !== null &&
                t('confirmations:coverage.ofPopulation', {
                  share: format.percent(covered),
                  amount: format.money(whole.gross, currency),
                })
              }
            />
            <KeyFigure
              label={t('confirmations:coverage.agreed')}
              value={format.money(agreed.gross, currency)}
              tone={agreed.count > 0 ? 'settled' : 'neutral'}
              hint={confirmed !== null && t('confirmations:coverage.ofDrawn', { share: format.percent(confirmed) })}
            />
            <KeyFigure
              label={t(form === 'negative' ? 'confirmations:coverage.silent' : 'confirmations:coverage.waiting')}
              value={format.money(waiting.gross, currency)}
              tone={late && waiting.count > 0 && form === 'positive' ? 'late' : 'neutral'}
              hint={t(late ? 'confirmations:coverage.deadlinePast' : 'confirmations:coverage.deadline', {
                day: format.day(deadline),
              })}
            />
          </div>
        )
      })}
    </div>
  )
}
