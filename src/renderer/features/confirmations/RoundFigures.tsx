import { Text } from '@mantine/core'
import type { ConfirmationRun, ConfirmationState } from '../../../main/core/confirmations/confirmations.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useHome } from '../../app/useHome.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import classes from './confirmations.module.css'
import { partIn, shareOf } from './share.ts'

/** What an auditor looks at first: how much was asked about, and how much of that is confirmed. */
export const RoundFigures = ({ run }: { run: ConfirmationRun }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const home = useHome()
  const { population, drawn, standings, deadline, form } = run
  const partsOf = (state: ConfirmationState) => standings.find((one) => one.state === state)?.parts ?? []
  const late = deadline < today
  const [first, ...others] = [...drawn].sort((a, b) => Number(b.currency === home) - Number(a.currency === home))
  if (!first) return null
  const agreed = partIn(partsOf('agrees'), first.currency)
  const waiting = partIn(partsOf('waiting'), first.currency)
  const whole = partIn(population, first.currency)
  const covered = shareOf(first.gross, whole.gross)
  const confirmed = shareOf(agreed.gross, first.gross)
  return (
    <div>
      <div className={classes.threes}>
        <KeyFigure
          label={`${t('confirmations:coverage.drawn')} (${format.number(first.count)} ${t('confirmations:coverage.ofAccounts', { count: whole.count })})`}
          value={format.money(first.gross, first.currency)}
          hint={
            covered !== null &&
            t('confirmations:coverage.ofPopulation', {
              share: format.percent(covered),
              amount: format.money(whole.gross, first.currency),
            })
          }
        />
        <KeyFigure
          label={t('confirmations:coverage.agreed')}
          value={format.money(agreed.gross, first.currency)}
          tone={agreed.count > 0 ? 'settled' : 'neutral'}
          hint={confirmed !== null && t('confirmations:coverage.ofDrawn', { share: format.percent(confirmed) })}
        />
        <KeyFigure
          label={t(form === 'negative' ? 'confirmations:coverage.silent' : 'confirmations:coverage.waiting')}
          value={format.money(waiting.gross, first.currency)}
          tone={late && waiting.count > 0 && form === 'positive' ? 'late' : 'neutral'}
          hint={t(late ? 'confirmations:coverage.deadlinePast' : 'confirmations:coverage.deadline', {
            day: format.day(deadline),
          })}
        />
      </div>
      {others.map(({ currency, gross, count }) => (
        <Text key={currency} size="sm" c="dimmed" mt={4}>
          {t('confirmations:coverage.also', {
            drawn: format.money(gross, currency),
            accounts: format.number(count),
            of: format.number(partIn(population, currency).count),
            agreed: format.money(partIn(partsOf('agrees'), currency).gross, currency),
            waiting: format.money(partIn(partsOf('waiting'), currency).gross, currency),
          })}
        </Text>
      ))}
    </div>
  )
}
