import type { Aged } from '../../../main/core/receivables/receivables.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ageingColour } from '../../app/theme.ts'
import classes from './aged.module.css'
import { shareOf } from './aged.rows.ts'
import { useColumnLabel } from './useColumnLabel.ts'

/** Debits by age as one bar, with its legend; credits not allocated are no part of it. */
export const AgedBar = ({ aged }: { aged: Aged }) => {
  const t = useT()
  const format = useFormat()
  const label = useColumnLabel(aged.basis)
  const columns = aged.columns.filter((column) => column !== 'unallocated')
  const debits = columns.reduce((sum, column) => sum + Math.max(0, aged.total.values[column] ?? 0), 0)
  if (debits === 0) return null
  const parts = columns.map((column, i) => {
    const amount = Math.max(0, aged.total.values[column] ?? 0)
    return { column, amount, colour: ageingColour(i, columns.length), share: shareOf(amount, debits) ?? '0.0' }
  })
  return (
    <figure className={classes.figure} aria-label={t('receivables:aged.bar')}>
      <div className={classes.bar} aria-hidden>
        {parts
          .filter(({ amount }) => amount > 0)
          .map(({ column, amount, colour }) => (
            <div key={column} style={{ flexGrow: amount / debits, background: colour }} />
          ))}
      </div>
      <figcaption className={classes.legend}>
        {parts.map(({ column, colour, share }) => (
          <span key={column}>
            <i className={classes.swatch} style={{ background: colour }} />
            {label(column)} <strong>{format.percent(share)}</strong>
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
