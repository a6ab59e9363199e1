import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type Day, maxDay } from '../../../main/core/kernel/day.ts'
import type { Policy, PolicyContent } from '../../../main/core/policy/policy.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { ChangeList } from './ChangeList.tsx'
import classes from './policy.module.css'
import { useChanges } from './useChanges.ts'

type Props = { last: Policy; content: PolicyContent; onClose: () => void; onDone: () => void }

/** Publishes a new version: what changes is read again, with the words and the day it gets. */
export const PublishDialog = ({ last, content, onClose, onDone }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const changes = useChanges()(last.content, content)
  const [summary, setSummary] = useState('')
  const [from, setFrom] = useState<Day | null>(last.inForceFrom ? maxDay(today, last.inForceFrom) : today)
  const version = last.version + 1
  const save = useCommand(api.policy.save.mutationOptions(), {
    done: (saved) => t('policy:save.done', { version: saved.version, day: format.day(saved.inForceFrom ?? today) }),
    onDone,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('policy:save.title', { version })}
      onClose={onClose}
      submit={t('policy:save.publish', { version })}
      disabled={from === null}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => from && save.mutate({ content, summary, inForceFrom: from })}
    >
      <Note>
        <div className={classes.text}>
          <ChangeList changes={changes} />
        </div>
      </Note>
      <Text size="sm">{t('policy:save.effect')}</Text>
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        label={t('policy:save.summary')}
        description={t('policy:save.summaryHint')}
        value={summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <DayInput
        required
        w={220}
        label={t('policy:save.inForceFrom')}
        {...(last.inForceFrom && {
          minDate: last.inForceFrom,
          description: t('policy:save.inForceHint', { day: format.day(last.inForceFrom) }),
        })}
        value={from}
        onChange={setFrom}
      />
    </FormDialog>
  )
}
