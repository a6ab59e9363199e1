import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type EventKind, eventKinds, eventStages } from '../../../main/core/registers/registers.contract.ts'
import { PROCEDURES } from '../../../main/core/registers/registers.rules.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import classes from './registers.module.css'

const stages = eventStages.filter((stage) => stage !== '')
const DEPARTMENT = /^(\d{2,3}|2[AB])?$/

/** Notes what a letter, a call or a notice told of a customer. */
export const RecordDialog = ({ customerId, onClose }: { customerId: string; onClose: () => void }) => {
  const t = useT()
  const today = useWorkingDay()
  const [kind, setKind] = useState<EventKind>('receivership')
  const [stage, setStage] = useState<(typeof stages)[number]>('opening')
  const [day, setDay] = useState<string | null>(today)
  const [publishedOn, setPublishedOn] = useState<string | null>(null)
  const [texts, setTexts] = useState({ court: '', department: '', reference: '', source: '' })
  const record = useCommand(api.registers.record.mutationOptions(), {
    done: t('registers:recording.done'),
    onDone: onClose,
    quiet: true,
  })
  const text = (field: keyof typeof texts, maxLength: number) => ({
    label: t(`registers:recording.${field}`),
    value: texts[field],
    maxLength,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const { value } = currentTarget
      setTexts((old) => ({ ...old, [field]: value }))
    },
  })
  const procedure = PROCEDURES.has(kind)
  const department = texts.department.trim().toUpperCase()
  const complete = day !== null && texts.source.trim() !== '' && DEPARTMENT.test(department)
  return (
    <FormDialog
      title={t('registers:recording.title')}
      onClose={onClose}
      size={600}
      submit={t('registers:recording.submit')}
      disabled={!complete}
      pending={record.isPending}
      error={record.error}
      onSubmit={() => day && record.mutate({ customerId, kind, stage, day, publishedOn, ...texts, department })}
    >
      <div className={classes.two}>
        <Select
          data-autofocus
          searchable
          openOnFocus={false}
          selectFirstOptionOnChange
          allowDeselect={false}
          label={t('registers:recording.kind')}
          data={eventKinds.map((value) => ({ value, label: t(`credit:insolvency.kind.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value as EventKind)}
        />
        {procedure ? (
          <Select
            allowDeselect={false}
            label={t('registers:recording.stage')}
            description={t(`registers:about.${stage}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={stages.map((value) => ({ value, label: t(`registers:stage.${value}`) }))}
            value={stage}
            onChange={(value) => value && setStage(value as typeof stage)}
          />
        ) : (
          <span />
        )}
        <DayInput
          w="auto"
          required
          label={t('registers:recording.day')}
          value={day}
          onChange={setDay}
          maxDate={today}
        />
        <DayInput
          w="auto"
          clearable
          label={t('registers:recording.publishedOn')}
          description={procedure && t('registers:recording.publishedHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={publishedOn}
          onChange={setPublishedOn}
          maxDate={today}
        />
        <TextInput {...text('court', 200)} />
        <TextInput
          {...text('department', 3)}
          error={!DEPARTMENT.test(department) && t('registers:recording.departmentInvalid')}
        />
        <TextInput {...text('source', 200)} required placeholder={t('registers:recording.sourceHint')} />
        <TextInput {...text('reference', 120)} placeholder={t('registers:recording.referenceHint')} />
      </div>
    </FormDialog>
  )
}
