import { IconAlertTriangle, IconBan, IconInfoCircle } from '@tabler/icons-react'
import type { Reason } from '../../../main/core/limits/verdict.schema.ts'
import { useT } from '../../app/i18n.ts'
import classes from './ReasonList.module.css'
import { useVerdictWords } from './useVerdictWords.ts'

const icons = { refuse: IconBan, warn: IconAlertTriangle, note: IconInfoCircle }
const tones = { refuse: 'risk', warn: 'late', note: 'neutral' }

/** Every reason of a verdict, the heaviest first: what was found, and who may lift it. */
export const ReasonList = ({ reasons, currency }: { reasons: readonly Reason[]; currency: string }) => {
  const t = useT()
  const words = useVerdictWords()
  if (reasons.length === 0) return null
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => {
        const Icon = icons[reason.weight]
        const lifting = words.lifting(reason)
        return (
          <li key={reason.code} className={classes.reason} data-tone={tones[reason.weight]}>
            <Icon size={16} stroke={1.8} aria-hidden />
            <span>
              <strong>{t(`verdict:weight.${reason.lifted ? 'lifted' : reason.weight}`)}</strong>
              {' · '}
              {words.reason(reason, currency)}
              {lifting !== '' && <span className={classes.lifting}>{lifting}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
