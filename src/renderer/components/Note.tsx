import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Note.module.css'
import type { Tone } from './tone.ts'

type Props = { tone?: Tone; title?: ReactNode; children?: ReactNode; role?: 'alert' | 'status' }

/** A few sentences on the tint of their meaning. */
export const Note = ({ tone = 'neutral', title, children, role }: Props) => (
  <div className={classes.note} data-tone={tone} role={role}>
    {title && (
      <Text size="sm" fw={600} className={classes.title}>
        {title}
      </Text>
    )}
    {children}
  </div>
)
