import type { ReactNode } from 'react'
import classes from './figures.module.css'
import type { Tone } from './tone.ts'

/** A word on the tint of its meaning. */
export const ToneBadge = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={classes.badge} data-tone={tone}>
    {children}
  </span>
)
