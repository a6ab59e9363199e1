import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useTask } from '../../app/tasks.ts'
import classes from './dunning.module.css'
import { IssueConfirm } from './IssueConfirm.tsx'
import { groupByLevel, sumByCurrency } from './proposal.lines.ts'

type Props = { asOf: string; catchUp: boolean; letters: readonly ProposedLetter[] }

/** What leaves, level by level, and the button that issues it; the work goes on in the task tray. */
export const IssueBar = ({ asOf, catchUp, letters }: Props) => {
  const t = useT()
  const format = useFormat()
  const task = useTask()
  const navigate = useNavigate()
  const readOnly = useReadOnly()
  const [asking, setAsking] = useState(false)
  const count = letters.length
  const issue = useMutation({
    mutationFn: () =>
      task.run(t('dunning:proposal.issue.task', { count }), (signal) =>
        client.dunning.issue(
          {
            asOf,
            catchUp,
            keys: letters.map(({ key }) => key),
            confirmed: letters.some(({ needsConfirmation }) => needsConfirmation),
          },
          { signal },
        ),
      ),
  })
  const go = () => {
    setAsking(false)
    // Whoever has left for another screen stays there.
    issue.mutate(undefined, {
      onSuccess: ({ run }) => navigate({ to: '/dunning/letters', search: { run: run.id, issued: true } }),
    })
  }
  return (
    <div className={classes.bar}>
      <div>
        <Text fw={600}>
          {count === 0
            ? t('dunning:proposal.issue.none')
            : [
                t('dunning:proposal.issue.selected', { count }),
                ...sumByCurrency(letters).map(({ currency, total }) => format.money(total, currency)),
              ].join(' · ')}
        </Text>
        <Group gap="md">
          {groupByLevel(letters).map((group) => (
            <Text key={group.level} size="sm" c="dimmed">
              {group.name} {format.number(group.letters.length)}
            </Text>
          ))}
        </Group>
      </div>
      {!readOnly && (
        <Button disabled={count === 0} loading={issue.isPending} onClick={() => setAsking(true)}>
          {t('dunning:proposal.issue.button', { count })}
        </Button>
      )}
      {asking && <IssueConfirm asOf={asOf} letters={letters} onConfirm={go} onClose={() => setAsking(false)} />}
    </div>
  )
}
