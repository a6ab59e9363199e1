import { Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { CheckedInput, sirenCheck } from '../../components/CheckedInput.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { CurrencySelect } from '../../components/PlaceSelects.tsx'
import classes from './financials.module.css'
import type { StatementDraft } from './statement.draft.ts'

type Props = { draft: StatementDraft; onChange: (part: Partial<StatementDraft>) => void }

/** What a statement is, beside its lines. */
export const StatementFacts = ({ draft, onChange }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const { currency } = draft
  return (
    <div className={classes.facts}>
      <DayInput
        required
        label={t('financials:entry.closedOn')}
        maxDate={today}
        value={draft.closedOn}
        onChange={(closedOn) => onChange({ closedOn })}
      />
      <NumberInput
        label={t('financials:entry.months')}
        w={110}
        min={1}
        max={24}
        allowDecimal={false}
        value={draft.months}
        onChange={(months) => typeof months === 'number' && onChange({ months })}
      />
      <CurrencySelect
        label={t('financials:entry.currency')}
        w={150}
        value={currency}
        onChange={(code) => onChange({ currency: code })}
      />
      <div>
        <span className={classes.label} id="statement-unit">
          {t('financials:entry.unit')}
        </span>
        <SegmentedControl
          aria-labelledby="statement-unit"
          size="sm"
          value={String(draft.unit)}
          onChange={(value) => onChange({ unit: value === '1000' ? 1000 : 1 })}
          data={[
            { value: '1', label: t('financials:entry.unit1', { currency }) },
            { value: '1000', label: t('financials:entry.unit1000', { currency }) },
          ]}
        />
      </div>
      <TextInput
        label={t('financials:entry.source')}
        placeholder={t('financials:entry.sourceHint')}
        maxLength={120}
        w={220}
        value={draft.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <CheckedInput
        label={t('financials:entry.siren')}
        w={160}
        check={sirenCheck}
        value={draft.siren}
        onChange={(siren) => onChange({ siren })}
      />
      <TextInput
        label={t('financials:entry.note')}
        maxLength={2000}
        w={220}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <Checkbox
        mb={8}
        label={t('financials:entry.audited')}
        checked={draft.audited}
        onChange={(event) => onChange({ audited: event.currentTarget.checked })}
      />
      <Checkbox
        mb={8}
        label={t('financials:entry.consolidated')}
        checked={draft.consolidated}
        onChange={(event) => onChange({ consolidated: event.currentTarget.checked })}
      />
    </div>
  )
}
