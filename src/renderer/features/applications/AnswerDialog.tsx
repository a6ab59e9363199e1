import { NumberInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Reference, ReferenceAnswer } from '../../../main/core/applications/applications.contract.ts'
import { referenceMark } from '../../../main/core/applications/applications.rules.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import classes from './applications.module.css'

type Draft = Omit<ReferenceAnswer, 'answeredOn'> & { answeredOn: Day | null }
type Props = { reference: Reference; currency: string; onClose: () => void }

const empty: Omit<Draft, 'answeredOn'> = {
  respondent: '',
  capacity: '',
  customerSince: null,
  highestCredit: null,
  balance: null,
  overdue: null,
  terms: '',
  daysBeyondTerms: null,
  means: '',
  returned: null,
  disputes: '',
  guarantees: '',
  note: '',
}

const amounts = ['highestCredit', 'balance', 'overdue'] as const
const counts = ['daysBeyondTerms', 'returned'] as const

/** What a supplier answered; the mark follows while it is typed. */
export const AnswerDialog = ({ reference, currency, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const { supplier } = reference
  const [draft, setDraft] = useState<Draft>(reference.answer ?? { ...empty, answeredOn: today })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const record = useCommand(api.applications.answered.mutationOptions(), {
    done: t('applications:answer.done', { supplier }),
    onDone: onClose,
    quiet: true,
  })
  const mark = referenceMark(draft.daysBeyondTerms)
  const { answeredOn } = draft
  const text = (
    field: 'respondent' | 'capacity' | 'terms' | 'means' | 'disputes' | 'guarantees' | 'note',
    most: number,
  ) => (
    <TextInput
      label={t(`applications:answer.${field}`)}
      maxLength={most}
      value={draft[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <FormDialog
      title={t('applications:answer.title', { supplier })}
      onClose={onClose}
      size={720}
      submit={t('applications:answer.submit')}
      disabled={answeredOn === null}
      pending={record.isPending}
      error={record.error}
      summary={
        <Text size="sm" fw={mark === null ? 400 : 600}>
          {mark === null
            ? t('applications:answer.noMark')
            : `${t('applications:answer.mark')} ${t('applications:scoreOf', { score: mark })}`}
        </Text>
      }
      onSubmit={() => answeredOn && record.mutate({ id: reference.id, answer: { ...draft, answeredOn } })}
    >
      <div className={classes.three}>
        {counts.slice(0, 1).map((field) => (
          <Count key={field} first field={field} value={draft[field]} change={change} />
        ))}
        {amounts.map((field) => (
          <MoneyInput
            key={field}
            label={t(`applications:answer.${field}`)}
            currency={currency}
            value={draft[field]}
            onChange={(amount) => change({ [field]: amount })}
          />
        ))}
        {text('terms', 60)}
        <DayInput
          w="100%"
          clearable
          maxDate={today}
          label={t('applications:answer.customerSince')}
          value={draft.customerSince}
          onChange={(customerSince) => change({ customerSince })}
        />
        {text('means', 60)}
        <Count field="returned" value={draft.returned} change={change} />
        {text('disputes', 300)}
        {text('guarantees', 300)}
        {text('respondent', 120)}
        {text('capacity', 120)}
        <DayInput
          required
          w="100%"
          maxDate={today}
          {...(reference.askedOn && { minDate: reference.askedOn })}
          label={t('applications:answer.answeredOn')}
          value={answeredOn}
          onChange={(day) => change({ answeredOn: day })}
        />
        <div style={{ gridColumn: 'span 2' }}>{text('note', 1000)}</div>
      </div>
    </FormDialog>
  )
}

type CountProps = {
  field: (typeof counts)[number]
  value: number | null
  change: (part: Partial<Draft>) => void
  first?: boolean
}

const Count = ({ field, value, change, first = false }: CountProps) => {
  const t = useT()
  return (
    <NumberInput
      {...(first && { 'data-autofocus': true, placeholder: t('applications:answer.daysHint') })}
      label={t(`applications:answer.${field}`)}
      min={0}
      max={999}
      allowDecimal={false}
      value={value ?? ''}
      onChange={(next) => change({ [field]: next === '' ? null : Number(next) })}
    />
  )
}
