import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './sheet.module.css'

type Props = { id: string; title: string; end?: ReactNode; children: ReactNode }

/** A part of the sheet, with its title and the address that a key or a link leads to. */
export const Section = ({ id, title, end, children }: Props) => (
  <section id={`credit-${id}`} className={classes.section} aria-labelledby={`credit-${id}-title`}>
    <header className={classes.head}>
      <Title order={2} id={`credit-${id}-title`}>
        {title}
      </Title>
      {end}
    </header>
    {children}
  </section>
)
