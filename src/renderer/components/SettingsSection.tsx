import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './SettingsSection.module.css'

type Props = { title: string; about: string; children: ReactNode }

/** What a group of settings is for at the left, its fields at the right. */
export const SettingsSection = ({ title, about, children }: Props) => (
  <section className={classes.section} aria-label={title}>
    <div>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
    </div>
    <div className={classes.fields}>{children}</div>
  </section>
)
