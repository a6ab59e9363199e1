import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './safety.module.css'

/** One matter of a section: what it is for, then its contents. */
export const SafetyPart = ({ title, about, children }: { title: string; about: string; children: ReactNode }) => (
  <section aria-label={title} className={classes.part}>
    <div>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
    </div>
    {children}
  </section>
)
