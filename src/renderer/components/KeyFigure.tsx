import type { ReactNode } from 'react'
import classes from './figures.module.css'
import type { Tone } from './tone.ts'

type Props = {
  label: string
  value: ReactNode
  tone?: Tone
  /** Day, currency or share: a few words under the figure. */
  hint?: ReactNode
}

/** The figure of a screen: the largest thing on it. */
export const KeyFigure = ({ label, value, tone = 'neutral', hint }: Props) => (
  <div className={classes.key}>
    <span className={classes.keyLabel}>{label}</span>
    <span className={classes.keyValue} data-tone={tone}>
      {value}
    </span>
    {hint !== undefined && <span className={classes.keyLabel}>{hint}</span>}
  </div>
)
