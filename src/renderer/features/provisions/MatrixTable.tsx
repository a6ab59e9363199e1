import type { MatrixGroup } from '../../../main/core/provisions/provisions.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './provisions.module.css'

const sums = ['gross', 'cases', 'credits', 'tax', 'insured', 'base'] as const

/** A line for each age: from what is open to what is to be covered, the rate, and what it comes to. */
export const MatrixTable = ({ group, currency }: { group: MatrixGroup; currency: string }) => {
  const t = useT()
  const format = useFormat()
  const amount = (value: number) => (value === 0 ? '–' : format.amount(value, currency))
  const total = (of: (typeof sums)[number]) => group.lines.reduce((sum, line) => sum + line[of], 0)
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={group.segment ?? t('provisions:view.matrix')}>
        <thead>
          <tr>
            <th scope="col">{t('provisions:matrix.columns.bucket')}</th>
            {([...sums, 'own', 'rate', 'amount'] as const).map((name) => (
              <th key={name} scope="col" className={classes.right}>
                {t(`provisions:matrix.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.lines.map((line) => (
            <tr key={line.bucket}>
              <th scope="row">{t(`provisions:bucket.${line.bucket}`)}</th>
              {sums.map((name) => (
                <td key={name} className={`${classes.right} ${name === 'base' ? '' : classes.dim}`}>
                  {amount(name === 'gross' || name === 'base' ? line[name] : -line[name])}
                </td>
              ))}
              <td className={`${classes.right} ${classes.dim}`}>
                {line.own === null ? '–' : format.percent(line.own)}
              </td>
              <td className={classes.right}>
                {line.rate === null ? '–' : format.percent(line.rate)}
                {line.byHand && <span className={classes.dim}> {t('provisions:matrix.byHand')}</span>}
              </td>
              <td className={`${classes.right} ${classes.strong}`}>
                {line.amount === null && line.why ? t('provisions:matrix.unknown') : amount(line.amount ?? 0)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('provisions:matrix.sum')}</th>
            {sums.map((name) => (
              <td key={name} className={classes.right}>
                {amount(name === 'gross' || name === 'base' ? total(name) : -total(name))}
              </td>
            ))}
            <td />
            <td />
            <td className={classes.right}>
              {group.amount === null ? t('provisions:matrix.unknown') : format.money(group.amount, currency)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
