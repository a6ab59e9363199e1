import { Button, Kbd, Text } from '@mantine/core'
import { useState } from 'react'
import type { Contact } from '../../../main/core/customers/customers.contract.ts'
import type { Expected } from '../../../main/core/expectations/expectations.contract.ts'
import type { CallSheet } from '../../../main/core/worklist/worklist.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { DisputeStep } from './DisputeStep.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { type AskedOutcome, askedOutcomes } from './record.draft.ts'
import classes from './talks.module.css'
import type { Timer } from './useTimer.ts'

type Props = {
  sheet: CallSheet
  items: readonly Expected[]
  contact: Contact | undefined
  timer: Timer
  onRecorded: () => void
}

/** What came of the call, by button or by number; each asks the little that it must know. */
export const OutcomeBar = ({ sheet, items, contact, timer, onRecorded }: Props) => {
  const t = useT()
  const [asked, setAsked] = useState<AskedOutcome | null>(null)
  useShortcuts([
    {
      key: askedOutcomes.map((_, at) => String(at + 1)),
      label: t('talks:ask.keys'),
      run: (key) => setAsked(askedOutcomes[Number(key) - 1] ?? null),
    },
  ])
  const Dialog = asked === 'dispute' ? DisputeStep : RecordDialog
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {t('talks:ask.title')}
      </Text>
      <div className={classes.buttons}>
        {askedOutcomes.map((outcome, at) => (
          <Button
            key={outcome}
            size="compact-sm"
            h={30}
            variant="default"
            justify="space-between"
            rightSection={<Kbd size="xs">{at + 1}</Kbd>}
            onClick={() => setAsked(outcome)}
          >
            {t(`talks:ask.${outcome}`)}
          </Button>
        ))}
      </div>
      {asked && (
        <Dialog
          outcome={asked}
          sheet={sheet}
          items={items}
          contact={contact}
          seconds={timer.seconds}
          onClose={() => setAsked(null)}
          onDone={onRecorded}
        />
      )}
    </div>
  )
}
