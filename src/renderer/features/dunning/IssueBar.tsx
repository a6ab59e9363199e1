import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ApproveLetters } from './ApproveLetters.tsx'
import classes from './dunning.module.css'
import { IssueConfirm } from './IssueConfirm.tsx'
import { groupByLevel, sumByCurrency } from './proposal.lines.ts'

type Props = {
  asOf: string
  catchUp: boolean
  /** Those ticked. */
  letters: readonly ProposedLetter[]
  /** Those that somebody has to approve first. */
  waiting: readonly ProposedLetter[]
  issuing: boolean
  onIssue: (letters: readonly ProposedLetter[]) => void
}

/** What leaves, level by level, and the button that issues it. */
export const IssueBar = ({ asOf, catchUp, letters, waiting, issuing, onIssue }: Props) => {
  const t = useT()
  const format = useFormat()
  const [mayIssue, mayApprove] = [!useReadOnly('issue'), !useReadOnly('approve')]
  const [asking, setAsking] = useState(false)
  const count = letters.length
  const confirmed = () => {
    setAsking(false)
    onIssue(letters)
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
            <Text key={group.key} size="sm" c="dimmed">
              {group.name} {format.number(group.letters.length)}
            </Text>
          ))}
        </Group>
      </div>
      {(mayIssue || mayApprove) && (
        <Group gap="xs">
          {mayApprove && waiting.length > 0 && <ApproveLetters letters={waiting} asOf={asOf} catchUp={catchUp} />}
          {mayIssue && (
            <Button disabled={count === 0} loading={issuing} onClick={() => setAsking(true)}>
              {t('dunning:proposal.issue.button', { count })}
            </Button>
          )}
        </Group>
      )}
      {asking && (
        <IssueConfirm
          asOf={asOf}
          catchUp={catchUp}
          letters={letters}
          onConfirm={confirmed}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
