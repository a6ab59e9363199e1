import { Button, List, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'

type Props = { letters: readonly ProposedLetter[]; asOf: string; catchUp: boolean }

/** More names than that are counted. */
const NAMED = 8

/** Approves letters for somebody else to issue; says so before. */
export const ApproveLetters = ({ letters, asOf, catchUp }: Props) => {
  const t = useT()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const count = letters.length
  const approve = useCommand(api.dunning.approve.mutationOptions(), {
    done: ({ approved }) => t('dunning:plan.bench.approveDone', { count: approved }),
    onDone: () => {
      setAsking(false)
      setNote('')
    },
    quiet: true,
  })
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('dunning:plan.bench.approve', { count })}
      </Button>
      {asking && (
        <FormDialog
          title={t('dunning:plan.bench.approveTitle', { count })}
          onClose={() => setAsking(false)}
          submit={t('dunning:plan.bench.approve', { count })}
          pending={approve.isPending}
          error={approve.error}
          onSubmit={() => approve.mutate({ asOf, catchUp, keys: letters.map(({ key }) => key), note })}
        >
          <Text size="sm">{t('dunning:plan.bench.approveText')}</Text>
          <List size="sm">
            {letters.slice(0, NAMED).map(({ key, customerName, levelName, total, currency }) => (
              <List.Item key={key}>
                {customerName}, {levelName}, {format.money(total, currency)}
              </List.Item>
            ))}
            {count > NAMED && <List.Item>+{count - NAMED}</List.Item>}
          </List>
          <Textarea
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            label={t('dunning:plan.bench.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  )
}
