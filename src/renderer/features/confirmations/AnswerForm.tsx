import { Button, FileButton, Group, Radio, Select, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import {
  type Confirmation,
  type DifferenceReason,
  differenceReasons,
} from '../../../main/core/confirmations/confirmations.contract.ts'
import { differencesOf } from '../../../main/core/confirmations/draw.rules.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'

const outcomes = ['agrees', 'differs', 'none'] as const
type Outcome = (typeof outcomes)[number]

type Props = { letter: Confirmation; madeOn: Day; onDone: () => void }

/** What the customer answered, by number key; a wrong entry is corrected by another, or taken back. */
export const AnswerForm = ({ letter, madeOn, onDone }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const today = useWorkingDay()
  const last = letter.state === 'waiting' ? undefined : letter.answers[0]
  const [outcome, setOutcome] = useState<Outcome | null>(letter.state === 'waiting' ? null : letter.state)
  const [stated, setStated] = useState<Record<string, Minor | null>>(() =>
    Object.fromEntries((last?.stated ?? []).map(({ currency, total }) => [currency, total])),
  )
  const [reason, setReason] = useState<DifferenceReason | null>(last?.reason ?? null)
  const [note, setNote] = useState(last?.note ?? '')
  const [day, setDay] = useState<Day | null>(last?.answeredOn ?? today)
  const [file, setFile] = useState<File | null>(null)
  const save = useCommand(api.confirmations.record.mutationOptions(), {
    quiet: true,
    toast: 'confirmations',
    done: (_kept, told) =>
      t(told.outcome === 'taken-back' ? 'confirmations:answer.takenBack' : 'confirmations:answer.saved'),
    onDone: (_kept, told) => told.outcome !== 'taken-back' && onDone(),
  })
  useShortcuts(
    readOnly
      ? []
      : outcomes.map((one, place) => ({
          key: String(place + 1),
          label: t(`confirmations:answer.${one}`),
          run: () => setOutcome(one),
        })),
  )
  const named = letter.balances.flatMap(({ currency }) => {
    const total = stated[currency]
    return total === null || total === undefined ? [] : [{ currency, total }]
  })
  const differences = differencesOf(letter.balances, named)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (outcome && day)
          save.mutate({
            ...{ id: letter.id, outcome, note, answeredOn: day },
            ...(outcome === 'differs' && { stated: named, reason }),
            ...(file && { name: file.name, file }),
          })
      }}
    >
      <Stack gap="sm">
        <Title order={3}>{t('confirmations:answer.what')}</Title>
        <Radio.Group
          aria-label={t('confirmations:answer.what')}
          description={t('confirmations:answer.keys')}
          value={outcome ?? ''}
          onChange={(value) => setOutcome(value as Outcome)}
        >
          <Stack gap={6} mt={6}>
            {outcomes.map((one, place) => (
              <Radio
                key={one}
                value={one}
                disabled={readOnly}
                label={`${place + 1}  ${t(`confirmations:answer.${one}`)}`}
              />
            ))}
          </Stack>
        </Radio.Group>
        {outcome === 'none' && (
          <Text size="sm" c="dimmed">
            {t('confirmations:answer.noneAbout')}
          </Text>
        )}
        {outcome === 'differs' && (
          <>
            {letter.balances.map(({ currency }) => (
              <MoneyInput
                key={currency}
                label={t('confirmations:answer.stated', { currency })}
                value={stated[currency] ?? null}
                currency={currency}
                onChange={(total) => setStated((old) => ({ ...old, [currency]: total }))}
              />
            ))}
            {differences.map(({ currency, total }) => (
              <Text key={currency} size="sm" fw={600}>
                {t('confirmations:answer.difference', { amount: format.money(total, currency) })}
              </Text>
            ))}
            <Select
              label={t('confirmations:answer.reason')}
              data={differenceReasons.map((value) => ({ value, label: t(`confirmations:reasons.${value}`) }))}
              value={reason}
              onChange={(value) => setReason(value as DifferenceReason | null)}
            />
          </>
        )}
        {outcome && (
          <Textarea
            label={t('confirmations:answer.note')}
            autosize
            minRows={1}
            maxRows={5}
            maxLength={2000}
            value={note}
            disabled={readOnly}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <Group align="flex-end">
          <DayInput
            label={t('confirmations:answer.day')}
            value={day}
            onChange={setDay}
            minDate={madeOn}
            maxDate={today}
            disabled={readOnly}
          />
          {!readOnly && (
            <FileButton onChange={setFile} accept="application/pdf,image/*">
              {(button) => (
                <Button {...button} variant="default" leftSection={<IconPaperclip size={16} />}>
                  {file?.name ?? t('confirmations:answer.slip')}
                </Button>
              )}
            </FileButton>
          )}
        </Group>
        <ErrorNote error={save.error} />
        {!readOnly && (
          <Group>
            <Button type="submit" disabled={!outcome || !day} loading={save.isPending}>
              {t('confirmations:answer.save')}
            </Button>
            {letter.state !== 'waiting' && (
              <Button
                variant="default"
                onClick={() => save.mutate({ id: letter.id, outcome: 'taken-back', answeredOn: today })}
              >
                {t('confirmations:answer.takeBack')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  )
}
