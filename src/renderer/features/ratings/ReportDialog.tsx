import { Button, Select, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Rating } from '../../../main/core/ratings/ratings.contract.ts'
import { type Provider, providers } from '../../../main/core/ratings/scales.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { CurrencySelect } from '../../components/PlaceSelects.tsx'
import { OwnValues } from './OwnValues.tsx'
import classes from './ratings.module.css'
import { draftOfReport, inputOfReport, newOwn, newReport, type ReportDraft } from './report.draft.ts'
import { ScaleFields } from './ScaleFields.tsx'
import type { Scale } from './scale.ts'

type Props = { customer: Customer; rating: Rating | null; scales: readonly Scale[]; onClose: () => void }

/** The report of an agency, typed: the agency chosen, its scales are the fields. */
export const ReportDialog = ({ customer, rating, scales, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [draft, setDraft] = useState<ReportDraft>(() => (rating ? draftOfReport(rating) : newReport(today)))
  const change = (part: Partial<ReportDraft>) => setDraft((old) => ({ ...old, ...part }))
  const save = useCommand(api.ratings.save.mutationOptions(), {
    done: t('ratings:form.saved'),
    onDone: onClose,
    quiet: true,
  })
  const input = inputOfReport(draft, customer.id)
  const text = (field: 'providerName' | 'companyName' | 'siren' | 'duns', maxLength: number) => ({
    value: draft[field],
    maxLength,
    onChange: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  })
  return (
    <FormDialog
      title={rating ? t('ratings:form.editTitle', { day: format.day(rating.day) }) : t('ratings:form.newTitle')}
      onClose={onClose}
      size={680}
      submit={t('ratings:form.submit')}
      disabled={!input}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => input && save.mutate(input)}
    >
      <div className={classes.two}>
        <Select
          data-autofocus
          allowDeselect={false}
          label={t('ratings:form.provider')}
          data={providers.map((value) => ({ value, label: t(`credit:ratings.provider.${value}`) }))}
          value={draft.provider}
          onChange={(provider) => provider && change({ provider: provider as Provider })}
        />
        <DayInput
          w="auto"
          required
          label={t('ratings:form.day')}
          maxDate={today}
          value={draft.day}
          onChange={(day) => change({ day })}
        />
        {draft.provider === 'other' && (
          <TextInput required label={t('ratings:form.providerName')} {...text('providerName', 80)} />
        )}
      </div>
      <fieldset className={classes.fieldset}>
        <legend>{t('ratings:form.values')}</legend>
        <ScaleFields
          scales={scales.filter(({ provider }) => provider === draft.provider)}
          values={draft.known}
          onChange={(known) => change({ known })}
        />
        <OwnValues values={draft.own} onChange={(own) => change({ own })} />
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => change({ own: [...draft.own, newOwn()] })}
        >
          {t('ratings:form.own')}
        </Button>
      </fieldset>
      <div className={classes.two}>
        <MoneyInput
          label={t('ratings:form.limit')}
          currency={draft.currency}
          value={draft.recommendedLimit}
          onChange={(recommendedLimit) => change({ recommendedLimit })}
        />
        <CurrencySelect
          label={t('ratings:mapping.field.currency')}
          value={draft.currency}
          onChange={(currency) => change({ currency })}
        />
        <TextInput label={t('ratings:form.company')} {...text('companyName', 200)} />
        <TextInput label={t('ratings:form.siren')} {...text('siren', 20)} />
        <TextInput label={t('ratings:form.duns')} {...text('duns', 20)} />
      </div>
      <Text size="xs" c="dimmed">
        {t('ratings:form.identity')}
      </Text>
      <Textarea
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        label={t('ratings:form.note')}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
