import type { WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import classes from './writeoffs.module.css'

/** What whoever decides should know of the items of a proposal. */
export const Warnings = ({ writeOff: { warnings, currency } }: { writeOff: WriteOff }) => {
  const t = useT()
  const format = useFormat()
  if (warnings.length === 0) return null
  return (
    <Note tone="late">
      <ul className={classes.warnings}>
        {warnings.map(({ kind, itemId, number, amount }) => (
          <li key={`${kind} ${itemId}`}>
            {t(`writeoffs:warning.${kind}`, {
              number,
              amount: amount === null ? '' : format.money(amount, currency),
            })}
          </li>
        ))}
      </ul>
    </Note>
  )
}
