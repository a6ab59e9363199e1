import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './talksTab.module.css'

type Props = {
  title: string
  /** A figure of the whole list. */
  hint?: string | undefined
  action?: ReactNode
  /** Said when there is no entry. */
  none: string
  empty: boolean
  children: ReactNode
}

/** A list of the tab under its title. */
export const Part = ({ title, hint, action, none, empty, children }: Props) => {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={3} id={id} className={classes.title}>
          {title}
        </Title>
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        <span className={classes.action}>{action}</span>
      </div>
      {empty ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <ul className={classes.entries}>{children}</ul>
      )}
    </section>
  )
}
