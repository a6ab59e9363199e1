import { Group } from '@mantine/core'
import type { ReactNode } from 'react'

/** Search, filters and choices above a list; `end` stands at the right. */
export const Toolbar = ({ children, end, label }: { children?: ReactNode; end?: ReactNode; label?: string }) => (
  <Group justify="space-between" gap="sm" wrap="wrap" role={label ? 'group' : undefined} aria-label={label}>
    <Group gap="sm" wrap="wrap">
      {children}
    </Group>
    {end && <Group gap="sm">{end}</Group>}
  </Group>
)
