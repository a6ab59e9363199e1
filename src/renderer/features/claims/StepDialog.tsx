import { Button, FileButton, Group, SegmentedControl, Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Handover, HandoverStep } from '../../../main/core/handovers/handovers.contract.ts'
import { ANNOUNCED, SERVED, stepsOf } from '../../../main/core/handovers/procedure.rules.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'

/** Writes down what happened: which step, when, with its paper. */
export const StepDialog = ({ handover, onClose }: { handover: Handover; onClose: () => void }) => {
  const t = useT()
  const today = useWorkingDay()
  const codes = stepsOf(handover.procedure)
  const [code, setCode] = useState<HandoverStep['code']>(codes[0] ?? 'sent')
  const [day, setDay] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const [inPerson, setInPerson] = useState(true)
  const [amount, setAmount] = useState<number | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const currency = handover.totals[0]?.currency ?? 'EUR'
  const add = useCommand(api.handovers.addStep.mutationOptions(), {
    done: t('claims:steps.saved'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('claims:steps.addTitle')}
      onClose={onClose}
      submit={t('claims:steps.save')}
      disabled={day === null}
      pending={add.isPending}
      error={add.error}
      onSubmit={() =>
        day &&
        add.mutate({
          id: handover.id,
          code,
          day,
          note,
          amount,
          inPerson: SERVED.has(code) ? inPerson : null,
          file,
          name: file?.name ?? '',
        })
      }
    >
      <Select
        data-autofocus
        required
        allowDeselect={false}
        label={t('claims:steps.code')}
        data={codes.map((value) => ({ value, label: t(`claims:steps.codes.${value}`) }))}
        value={code}
        onChange={(value) => value && setCode(value)}
      />
      <Group align="flex-end">
        <DayInput
          required
          label={t('claims:steps.day')}
          value={day}
          onChange={setDay}
          minDate={handover.on}
          {...(!ANNOUNCED.has(code) && { maxDate: today })}
        />
        <MoneyInput w={160} label={t('claims:steps.amount')} currency={currency} value={amount} onChange={setAmount} />
      </Group>
      {SERVED.has(code) && (
        <div>
          <Text size="sm" fw={500}>
            {t('claims:steps.inPerson')}
          </Text>
          <SegmentedControl
            aria-label={t('claims:steps.inPerson')}
            value={inPerson ? 'yes' : 'no'}
            onChange={(value) => setInPerson(value === 'yes')}
            data={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`claims:steps.inPersonChoices.${value}`),
            }))}
          />
        </div>
      )}
      <Textarea
        autosize
        minRows={2}
        maxLength={1000}
        label={t('claims:steps.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="sm">
        <FileButton onChange={setFile}>
          {(button) => (
            <Button variant="default" size="compact-sm" {...button}>
              {t('claims:steps.chooseFile')}
            </Button>
          )}
        </FileButton>
        {file && <Text size="sm">{t('claims:steps.fileChosen', { name: file.name })}</Text>}
      </Group>
    </FormDialog>
  )
}
