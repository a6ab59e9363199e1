import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** What would be here. */
  text?: string
  /** The step that fills it. */
  action?: ReactNode
}

export const EmptyState = ({ title, text, action }: Props) => (
  <Stack align="center" justify="center" gap="xs" p="xl" mih={200} flex={1}>
    <Title order={2}>{title}</Title>
    {text && (
      <Text c="dimmed" ta="center" maw={480}>
        {text}
      </Text>
    )}
    {action}
  </Stack>
)
