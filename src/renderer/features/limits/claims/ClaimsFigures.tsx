import type { Claim } from '../../../../main/core/limits/covers.schema.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { KeyFigure } from '../../../components/KeyFigure.tsx'
import classes from '../limits.module.css'

/** What insurers would bear of what is not declared yet, the next day to do so, and what is too late. */
export const ClaimsFigures = ({ claims }: { claims: readonly Claim[] }) => {
  const t = useT()
  const format = useFormat()
  const waiting = claims.filter(({ state }) => state !== 'declared')
  const next = waiting.find(({ state }) => state !== 'late')
  const late = waiting.filter(({ state }) => state === 'late')
  if (waiting.length === 0) return null
  return (
    <div className={classes.figures}>
      {[...Map.groupBy(waiting, ({ currency }) => currency)].map(([currency, some]) => (
        <KeyFigure
          key={currency}
          label={t('limits:claims.insured')}
          value={format.money(
            some.reduce((sum, { insured }) => sum + insured, 0),
            currency,
          )}
          hint={t('limits:claims.insuredHint', { count: some.length })}
        />
      ))}
      {next && (
        <KeyFigure
          label={t('limits:claims.next')}
          value={format.day(next.deadline)}
          tone={next.state === 'declare' ? 'late' : 'neutral'}
          hint={`${next.customerName}, ${next.number}`}
        />
      )}
      {late.length > 0 && <KeyFigure label={t('limits:claims.late')} value={format.number(late.length)} tone="risk" />}
    </div>
  )
}
