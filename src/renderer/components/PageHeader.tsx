import { Group, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { setPageTitle } from '../app/pageTitle.ts'

type Props = { title: string; actions?: ReactNode; children?: ReactNode }

/** Title of a screen, also in the breadcrumb and the window's title, with its actions; children stand below it. */
export const PageHeader = ({ title, actions, children }: Props) => {
  useEffect(() => setPageTitle(title), [title])
  return (
    <header>
      <Group justify="space-between" align="center" wrap="nowrap" gap="md" mih={34}>
        <Title order={1} style={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {title}
        </Title>
        {actions && (
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </header>
  )
}
