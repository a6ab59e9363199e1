import { Checkbox, Fieldset, Group, NumberInput, Pill, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { confirmationForms } from '../../../main/core/confirmations/confirmations.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { CustomerInput } from '../../components/CustomerInput.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { CountrySelect } from '../../components/PlaceSelects.tsx'
import classes from './confirmations.module.css'
import type { Draft } from './round.draft.ts'

const MOST = 5000

type Props = { draft: Draft; currency: string; change: (part: Partial<Draft>) => void }

/** Day, form, customers and auditor of a round. */
export const DraftForm = ({ draft, currency, change }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const { asOf, form, auditor, deadline, criteria, chosen } = draft
  const choose = (part: Partial<Draft['criteria']>) => change({ criteria: { ...criteria, ...part } })
  const address = (part: Partial<Draft['auditor']>) => change({ auditor: { ...auditor, ...part } })
  const count = (value: string | number) => Math.min(MOST, Math.max(0, Number(value) || 0))
  return (
    <div className={classes.form}>
      <Group gap="md" align="flex-end">
        <DayInput
          label={t('confirmations:draft.asOf')}
          value={asOf}
          maxDate={today}
          onChange={(day) => day && change({ asOf: day })}
        />
        <DayInput
          label={t('confirmations:draft.deadline')}
          value={deadline}
          onChange={(day) => day && change({ deadline: day })}
        />
      </Group>
      <Radio.Group
        label={t('confirmations:draft.form')}
        value={form}
        onChange={(value) => change({ form: value as Draft['form'] })}
      >
        <Stack gap={6} mt={4}>
          {confirmationForms.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`confirmations:form.${one}`)}
              description={t(`confirmations:formAbout.${one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Fieldset legend={t('confirmations:draft.who')}>
        <Stack gap="xs">
          <Checkbox
            label={t('confirmations:draft.all')}
            checked={criteria.all}
            onChange={(event) => choose({ all: event.currentTarget.checked })}
          />
          {!criteria.all && (
            <>
              <NumberInput
                label={t('confirmations:draft.largest')}
                value={criteria.largest}
                min={0}
                max={MOST}
                allowDecimal={false}
                onChange={(value) => choose({ largest: count(value) })}
              />
              <MoneyInput
                label={t('confirmations:draft.above')}
                value={criteria.above}
                currency={currency}
                onChange={(above) => choose({ above: above !== null && above > 0 ? above : null })}
              />
              <NumberInput
                label={t('confirmations:draft.random')}
                value={criteria.random}
                min={0}
                max={MOST}
                allowDecimal={false}
                onChange={(value) => choose({ random: count(value) })}
              />
              {criteria.random > 0 && (
                <TextInput
                  label={t('confirmations:draft.seed')}
                  description={t('confirmations:draft.seedAbout')}
                  maxLength={60}
                  value={criteria.seed}
                  onChange={(event) => choose({ seed: event.currentTarget.value })}
                />
              )}
            </>
          )}
          <Checkbox
            label={t('confirmations:draft.zero')}
            checked={criteria.zero}
            onChange={(event) => choose({ zero: event.currentTarget.checked })}
          />
          <CustomerInput
            key={chosen.length}
            label={t('confirmations:draft.add')}
            value={null}
            onChange={(one) => one && change({ chosen: [...chosen.filter(({ id }) => id !== one.id), one] })}
          />
          {chosen.length > 0 && (
            <Pill.Group>
              {chosen.map(({ id, name }) => (
                <Pill
                  key={id}
                  withRemoveButton
                  removeButtonProps={{ 'aria-label': t('confirmations:draft.remove', { name }) }}
                  onRemove={() => change({ chosen: chosen.filter((one) => one.id !== id) })}
                >
                  {name}
                </Pill>
              ))}
            </Pill.Group>
          )}
        </Stack>
      </Fieldset>
      <Fieldset legend={t('confirmations:draft.auditor')}>
        <Stack gap="xs">
          {(['name', 'firm'] as const).map((field) => (
            <TextInput
              key={field}
              label={t(`confirmations:draft.${field}`)}
              required={field === 'name'}
              maxLength={120}
              value={auditor[field]}
              onChange={(event) => address({ [field]: event.currentTarget.value })}
            />
          ))}
          <Textarea
            label={t('confirmations:draft.street')}
            autosize
            minRows={1}
            maxRows={3}
            maxLength={300}
            value={auditor.street}
            onChange={(event) => address({ street: event.currentTarget.value })}
          />
          <Group gap="xs" wrap="nowrap">
            <TextInput
              w={110}
              label={t('confirmations:draft.postalCode')}
              maxLength={20}
              value={auditor.postalCode}
              onChange={(event) => address({ postalCode: event.currentTarget.value })}
            />
            <TextInput
              flex={1}
              label={t('confirmations:draft.city')}
              maxLength={100}
              value={auditor.city}
              onChange={(event) => address({ city: event.currentTarget.value })}
            />
          </Group>
          <CountrySelect
            label={t('confirmations:draft.country')}
            value={auditor.country}
            onChange={(country) => address({ country })}
          />
          <TextInput
            label={t('confirmations:draft.email')}
            type="email"
            maxLength={200}
            value={auditor.email}
            onChange={(event) => address({ email: event.currentTarget.value })}
          />
        </Stack>
      </Fieldset>
    </div>
  )
}
