import { Button, FileButton, Group, NumberInput, Select, Text, Textarea } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import {
  type Ground,
  grounds,
  type ProvisionCase,
  percentSchema,
} from '../../../main/core/provisions/provisions.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'

type Props = { rows: readonly ProvisionCase[]; asOf: Day; onClose: (done: boolean) => void }

const usual = [25, 50, 75, 100] as const

/** Ground, probability and evidence of debts decided doubtful together. */
export const DecideDialog = ({ rows, asOf, currency, onClose }: Props & { currency: string }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [day, setDay] = useState<Day | null>(asOf)
  const [ground, setGround] = useState<Ground>(rows[0]?.decision?.ground ?? rows[0]?.signs[0]?.ground ?? 'other')
  const [probability, setProbability] = useState<number | string>(
    rows.length === 1 && rows[0]?.decision?.kind === 'doubtful' ? Number(rows[0].decision.probability) : '',
  )
  const [note, setNote] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const decide = useCommand(api.provisions.decide.mutationOptions(), {
    done: ({ decided }) => t('provisions:decide.done', { count: decided }),
    onDone: () => onClose(true),
    quiet: true,
  })
  const base = rows.reduce((sum, row) => sum + row.base, 0)
  const fits = probability !== '' && percentSchema.safeParse(String(probability)).success
  return (
    <FormDialog
      title={t('provisions:decide.title', { count: rows.length })}
      onClose={() => onClose(false)}
      submit={t('provisions:decide.submit')}
      disabled={!fits || day === null || (ground === 'other' && note.trim() === '')}
      pending={decide.isPending}
      error={decide.error}
      onSubmit={() =>
        day &&
        decide.mutate({
          itemIds: rows.map(({ itemId }) => itemId),
          day,
          ground,
          probability: String(probability),
          note,
          evidence: file && { name: file.name, file },
        })
      }
    >
      <Text size="sm">{t('provisions:decide.text', { amount: format.money(base, currency) })}</Text>
      <Group align="flex-end" gap="xs">
        <NumberInput
          data-autofocus
          required
          w={210}
          label={t('provisions:decide.probability')}
          min={0}
          max={100}
          decimalScale={2}
          hideControls
          value={probability}
          onChange={setProbability}
        />
        {usual.map((percent) => (
          <Button key={percent} variant="default" px="sm" onClick={() => setProbability(percent)}>
            {format.percent(String(percent))}
          </Button>
        ))}
      </Group>
      <Group grow align="flex-start">
        <Select
          allowDeselect={false}
          label={t('provisions:decide.ground')}
          data={grounds.map((value) => ({ value, label: t(`provisions:ground.${value}`) }))}
          value={ground}
          onChange={(value) => value && setGround(value)}
        />
        <DayInput required label={t('provisions:decide.day')} maxDate={today} value={day} onChange={setDay} />
      </Group>
      <Textarea
        autosize
        minRows={2}
        maxLength={1000}
        required={ground === 'other'}
        label={t('provisions:decide.note')}
        description={t('provisions:decide.noteAbout')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs">
        <FileButton onChange={setFile}>
          {(button) => (
            <Button {...button} variant="default" size="xs" leftSection={<IconPaperclip size={14} aria-hidden />}>
              {t('provisions:decide.evidence')}
            </Button>
          )}
        </FileButton>
        {file && <Text size="sm">{file.name}</Text>}
      </Group>
    </FormDialog>
  )
}

/** Debts that are sound after all, and why. */
export const ClearDialog = ({ rows, asOf, onClose }: Props) => {
  const t = useT()
  const [note, setNote] = useState('')
  const clear = useCommand(api.provisions.clear.mutationOptions(), {
    done: ({ decided }) => t('provisions:clear.done', { count: decided }),
    onDone: () => onClose(true),
    quiet: true,
  })
  return (
    <FormDialog
      title={t('provisions:clear.title', { count: rows.length })}
      onClose={() => onClose(false)}
      submit={t('provisions:clear.submit')}
      disabled={note.trim() === ''}
      pending={clear.isPending}
      error={clear.error}
      onSubmit={() => clear.mutate({ itemIds: rows.map(({ itemId }) => itemId), day: asOf, note })}
    >
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={1000}
        label={t('provisions:clear.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
