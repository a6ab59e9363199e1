import { Select, Textarea } from '@mantine/core'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { OwnerInput } from '../../components/OwnerInput.tsx'
import { useReasons } from '../../components/useReasons.ts'
import classes from './disputes.module.css'

export type DisputeDraft = {
  reason: string | null
  amount: Minor | null
  owner: string
  deadline: Day | null
  description: string
}

type Props = {
  draft: DisputeDraft
  change: (part: Partial<DisputeDraft>) => void
  currency: string
  /** Most that may be contested. */
  available: Minor
  /** Given up already: it must contest more. */
  conceded?: Minor
  openedOn: Day
  onOpenedOn?: (day: Day | null) => void
  earliest?: Day
  latest?: Day
}

/** What is wrong with the amount, in words; null when it can be contested. */
export const amountProblem = (draft: DisputeDraft, available: Minor, conceded = 0): 'tooMuch' | 'conceded' | null => {
  if (draft.amount === null) return null
  if (draft.amount > available) return 'tooMuch'
  return conceded > 0 && draft.amount <= conceded ? 'conceded' : null
}

/** Reason, amount, owner, deadline and description of a dispute: to open it and to change it. */
export const DisputeFields = (props: Props) => {
  const { draft, change, currency, available, conceded = 0, openedOn, onOpenedOn } = props
  const t = useT()
  const format = useFormat()
  const { offered, all, days } = useReasons()
  // One that is no longer offered stays with the dispute that has it.
  const kept = all.filter(({ value }) => value === draft.reason && !offered.some((one) => one.value === value))
  const money = (amount: Minor) => format.money(amount, currency)
  const problem = amountProblem(draft, available, conceded)
  return (
    <div className={classes.two}>
      <Select
        data-autofocus
        required
        searchable
        openOnFocus={false}
        selectFirstOptionOnChange
        allowDeselect={false}
        label={t('disputes:form.reason')}
        description={'\u00a0'}
        data={[...offered, ...kept]}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <MoneyInput
        required
        label={t('disputes:form.amount')}
        description={t('disputes:form.amountHint', { available: money(available) })}
        currency={currency}
        value={draft.amount}
        onChange={(amount) => change({ amount })}
        error={problem && t(`disputes:form.${problem}`, { available: money(available), conceded: money(conceded) })}
      />
      <OwnerInput
        {...(!onOpenedOn && { description: '\u00a0' })}
        value={draft.owner}
        onChange={(owner) => change({ owner })}
        {...(onOpenedOn && { className: classes.full })}
      />
      {onOpenedOn && (
        <DayInput
          w="100%"
          required
          label={t('disputes:form.openedOn')}
          description={'\u00a0'}
          {...(props.earliest && { minDate: props.earliest })}
          {...(props.latest && { maxDate: props.latest })}
          value={openedOn}
          onChange={onOpenedOn}
        />
      )}
      <DayInput
        w="100%"
        clearable
        minDate={openedOn}
        label={t('disputes:form.deadline')}
        description={days === undefined ? '\u00a0' : t('disputes:form.deadlineHint', { count: days })}
        value={draft.deadline}
        onChange={(deadline) => change({ deadline })}
      />
      <Textarea
        className={classes.full}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        label={t('disputes:form.description')}
        description={t('disputes:form.descriptionHint')}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
    </div>
  )
}
