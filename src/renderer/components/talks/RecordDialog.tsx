import { Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { callChannels } from '../../../main/core/calls/calls.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DayInput } from '../DayInput.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { callOf, type Draft, draftOf, dueTasks, nextOf, type OutcomeProps, promisable } from './record.draft.ts'
import classes from './talks.module.css'

const NUMBERS_SHOWN = 4

/** Asks what an outcome must know, and says what follows. */
export const RecordDialog = (props: OutcomeProps) => {
  const { outcome, sheet, items, seconds, onClose, onDone } = props
  const t = useT()
  const format = useFormat()
  const [draft, setDraft] = useState<Draft>(() => draftOf(props))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const { amount, day, nextDay, replace, note, contact, channel, incoming, doneTaskIds } = draft
  const about = promisable(items)
  const currency = about[0]?.currency ?? sheet.currency
  const call = outcome === 'dispute' ? null : callOf(outcome, draft, { sheet, items, seconds })
  const record = useCommand(api.calls.record.mutationOptions(), {
    done: ({ next }) => t('talks:record.done', { kind: t(`talks:task.${next.kind}`), day: format.day(next.day) }),
    onDone: () => {
      onClose()
      onDone()
    },
    quiet: true,
    toast: 'worklist',
  })
  const due = dueTasks(sheet)
  const numbers = about.slice(0, NUMBERS_SHOWN).map(({ number }) => number)
  return (
    <FormDialog
      title={t(`talks:record.title.${outcome}`, { name: sheet.name })}
      onClose={onClose}
      submit={t(`talks:record.submit.${outcome}`, {
        amount: format.money(amount ?? 0, currency),
        day: nextDay ? format.day(nextDay) : '',
      })}
      focusSubmit={outcome !== 'promise'}
      disabled={call === null || (outcome !== 'promise' && nextDay === null)}
      pending={record.isPending}
      error={record.error}
      onSubmit={() => call && record.mutate(call)}
    >
      {outcome === 'promise' && (
        <>
          <div className={classes.pair}>
            <MoneyInput
              data-autofocus
              required
              label={t('talks:record.amount')}
              currency={currency}
              value={amount}
              onChange={(next) => change({ amount: next })}
            />
            <DayInput
              required
              w="100%"
              label={t('talks:record.day')}
              minDate={sheet.asOf}
              value={day}
              onChange={(next) => change({ day: next })}
            />
          </div>
          <Text size="sm">
            {about.length === 0
              ? t('talks:record.oldest')
              : t('talks:record.items', {
                  count: about.length,
                  numbers: `${numbers.join(', ')}${about.length > NUMBERS_SHOWN ? '…' : ''}`,
                })}
          </Text>
          {sheet.promises.some(({ state }) => state === 'running') && (
            <Checkbox
              label={t('talks:record.replace')}
              checked={replace}
              onChange={(event) => change({ replace: event.currentTarget.checked })}
            />
          )}
          <Text size="sm" c="dimmed">
            {t('talks:record.nextAfterPromise')}
          </Text>
        </>
      )}
      {outcome !== 'promise' && (
        <DayInput
          required
          w={220}
          label={t('talks:record.next', { kind: t(`talks:task.${nextOf(outcome, sheet.asOf).kind}`) })}
          minDate={sheet.asOf}
          value={nextDay}
          onChange={(next) => change({ nextDay: next })}
        />
      )}
      {due.length > 0 && (
        <Stack gap={4} role="group" aria-label={t('talks:record.doing')}>
          <Text size="sm" fw={500}>
            {t('talks:record.doing')}
          </Text>
          {due.map(({ id, kind, day: on }) => (
            <Checkbox
              key={id}
              size="xs"
              label={t('talks:record.task', { kind: t(`talks:task.${kind}`), day: format.day(on) })}
              checked={doneTaskIds.includes(id)}
              onChange={(event) =>
                change({
                  doneTaskIds: event.currentTarget.checked
                    ? [...doneTaskIds, id]
                    : doneTaskIds.filter((one) => one !== id),
                })
              }
            />
          ))}
        </Stack>
      )}
      <div className={classes.pair}>
        <TextInput
          label={t('talks:record.talkedTo')}
          maxLength={120}
          value={contact}
          onChange={(event) => change({ contact: event.currentTarget.value })}
        />
        <Select
          label={t('talks:record.channel')}
          allowDeselect={false}
          data={callChannels.map((value) => ({ value, label: t(`talks:channel.${value}`) }))}
          value={channel}
          onChange={(next) => change({ channel: callChannels.find((one) => one === next) ?? channel })}
        />
      </div>
      <Checkbox
        size="xs"
        label={t('talks:record.incoming')}
        checked={incoming}
        onChange={(event) => change({ incoming: event.currentTarget.checked })}
      />
      <Textarea
        autosize
        minRows={2}
        maxLength={4000}
        label={t('talks:record.note')}
        value={note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
