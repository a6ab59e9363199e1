import type { Behaviour } from '../../../main/core/behaviour/behaviour.contract.ts'
import { isBounded } from '../../../main/core/behaviour/behaviour.rules.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './credit.module.css'
import { signed } from './signed.ts'

type Line = Behaviour['lines'][number]

/** How the customer pays: each finding with the points it gives or takes, which add up to the score. */
export const BehaviourSheet = ({ behaviour }: { behaviour: Behaviour }) => {
  const t = useT()
  const format = useFormat()
  const { score, lines, currency, from, index } = behaviour
  const day = format.day(from)
  if (score === null) return <p className={classes.words}>{t('credit:behaviour.noHistory', { day })}</p>
  const found = ({ code, value }: Line): string => {
    if (value === null) return t('credit:behaviour.none')
    if (code === 'share') return format.percent(value)
    if (code === 'plans' || code === 'promises' || code === 'bounced')
      return Number(value) === 0 ? t('credit:behaviour.none') : value
    const days = format.decimal(code === 'trend' ? signed(value) : value)
    return t('credit:behaviour.days', { days })
  }
  return (
    <div className={classes.stack}>
      <table className={classes.sheet} aria-label={t('credit:behaviour.title')}>
        <thead>
          <tr>
            <th scope="col">{t('credit:behaviour.columns.line')}</th>
            <th scope="col" className={classes.right}>
              {t('credit:behaviour.columns.value')}
            </th>
            <th scope="col" className={classes.right}>
              {t('credit:behaviour.columns.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code} data-off={Number(line.points) === 0 || undefined}>
              <th scope="row">{t(`credit:behaviour.line.${line.code}`)}</th>
              <td className={classes.right}>{found(line)}</td>
              <td className={classes.right}>
                {format.decimal(line.code === 'average' ? line.points : signed(line.points))}
              </td>
            </tr>
          ))}
          <tr data-total>
            <th scope="row">
              {t('credit:behaviour.score')}
              {isBounded(lines) && <span className={classes.small}> ({t('credit:behaviour.bounded')})</span>}
            </th>
            <td />
            <td className={classes.right}>{t('credit:behaviour.of', { score })}</td>
          </tr>
        </tbody>
      </table>
      <p className={classes.small}>
        {t('credit:behaviour.about', {
          amount: format.money(behaviour.paid.amount, currency),
          late: format.money(behaviour.paid.late, currency),
          day,
        })}
        {index && ` ${t('credit:behaviour.index', { value: index.value })}.`}
        {behaviour.leftOut > 0 && ` ${t('credit:behaviour.leftOut', { count: behaviour.leftOut })}.`}
      </p>
    </div>
  )
}
