import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useProblem } from './useProblem.ts'

/** Why letters cannot go, once for each reason, with the way that mends it. */
export const ProblemsNote = ({ letters }: { letters: readonly ProposedLetter[] }) => {
  const t = useT()
  const problemOf = useProblem()
  const blocked = letters.filter(({ problems }) => problems.length > 0)
  if (blocked.length === 0) return null
  const reasons = new Map(
    blocked.flatMap((letter) => letter.problems.map((code) => problemOf(code, letter))).map((one) => [one.text, one]),
  )
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} py="xs">
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {t('dunning:proposal.problems', { count: blocked.length })}
        </Text>
        {[...reasons.values()].slice(0, 4).map(({ text, action, to }) => (
          <Group key={text} gap="sm">
            <Text size="sm">{text}</Text>
            {to && (
              <Anchor component={Link} to={to} size="sm">
                {action}
              </Anchor>
            )}
          </Group>
        ))}
      </Stack>
    </Alert>
  )
}
