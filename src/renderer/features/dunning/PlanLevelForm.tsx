import { Checkbox, Group, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { approvals, bases, channels, effects } from '../../../main/core/dunning/dunning.plan.schema.ts'
import { handoverTargets } from '../../../main/core/handovers/handovers.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import type { LevelDraft } from './plan.draft.ts'
import styles from './plans.module.css'
import { useWordingName } from './useWordingName.ts'

type Props = {
  level: LevelDraft
  place: number
  last: boolean
  currencies: readonly string[]
  currency: string
  onChange: (part: Partial<LevelDraft>) => void
}

const numberOf = (value: string | number): number | null => (typeof value === 'number' ? value : null)

/** Every field of a level: when it comes, how it goes, what it claims, what happens besides. */
export const PlanLevelForm = ({ level, place, last, currencies, currency, onChange }: Props) => {
  const t = useT()
  const nameOf = useWordingName()
  const wordings = useQuery(api.dunning.wordings.queryOptions({ input: {} })).data?.wordings ?? []
  const keys = [...new Set(wordings.filter(({ of }) => of === 'reminder').map(({ key }) => key))]
  // A wording that is gone stays visible as the one chosen.
  const offered = keys.includes(level.wording) ? keys : [...keys, level.wording]
  const paper = level.channel !== 'call' && level.channel !== 'task'
  const days = { hideControls: true, allowDecimal: false, allowNegative: false, clampBehavior: 'none', w: 122 } as const
  const side = level.before && level.basis === 'due' ? 'before' : level.basis
  return (
    <>
      <div className={styles.row}>
        <TextInput
          w={184}
          label={t('dunning:plan.columns.name')}
          maxLength={80}
          value={level.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <NumberInput
          {...days}
          w={76}
          label={t('dunning:plan.columns.days')}
          suffix={` ${t('dunning:plan.days')}`}
          value={level.days ?? ''}
          onChange={(value) => onChange({ days: numberOf(value) })}
        />
        <Select
          w={214}
          allowDeselect={false}
          label={t('dunning:plan.columns.basis')}
          data={['before' as const, ...bases].map((value) => ({ value, label: t(`dunning:plan.bases.${value}`) }))}
          value={side}
          onChange={(value) =>
            value &&
            onChange(
              value === 'before'
                ? { before: true, basis: 'due' }
                : { before: false, basis: value as LevelDraft['basis'] },
            )
          }
        />
        <NumberInput
          {...days}
          w={104}
          label={t('dunning:plan.columns.gap')}
          suffix={` ${t('dunning:plan.days')}`}
          disabled={place === 1}
          value={level.minimumGap ?? ''}
          onChange={(value) => onChange({ minimumGap: numberOf(value) })}
        />
        {last && (
          <NumberInput
            {...days}
            label={t('dunning:plan.columns.repeat')}
            suffix={` ${t('dunning:plan.days')}`}
            placeholder={t('dunning:plan.never')}
            value={level.repeatDays ?? ''}
            onChange={(value) => onChange({ repeatDays: numberOf(value) })}
          />
        )}
      </div>
      <div className={styles.row}>
        <Select
          w={150}
          allowDeselect={false}
          label={t('dunning:plan.columns.channel')}
          data={channels.map((value) => ({ value, label: t(`dunning:channel.${value}`) }))}
          value={level.channel}
          onChange={(value) => value && onChange({ channel: value as LevelDraft['channel'] })}
        />
        <Select
          w={232}
          allowDeselect={false}
          label={t('dunning:plan.columns.wording')}
          disabled={!paper}
          data={offered.map((key) => ({ value: key, label: nameOf(key) }))}
          value={level.wording}
          onChange={(value) => value && onChange({ wording: value })}
        />
        <NumberInput
          {...days}
          label={t('dunning:plan.columns.deadline')}
          suffix={` ${t('dunning:plan.days')}`}
          placeholder={t('dunning:plan.noDeadline')}
          value={level.newDeadlineDays ?? ''}
          onChange={(value) => onChange({ newDeadlineDays: numberOf(value) })}
        />
      </div>
      <div className={styles.row}>
        <MoneyInput
          w={150}
          label={t('dunning:plan.columns.fee')}
          currency={currency}
          value={level.fee}
          onChange={(fee) => onChange({ fee })}
        />
        <NumberInput
          hideControls
          w={150}
          label={t('dunning:plan.columns.feePercent')}
          suffix=" %"
          decimalScale={4}
          allowNegative={false}
          value={Number(level.feePercent)}
          onChange={(value) => onChange({ feePercent: String(numberOf(value) ?? 0) })}
        />
        {currencies.map((one) => (
          <MoneyInput
            key={one}
            w={184}
            label={t('dunning:plan.columns.minimum')}
            placeholder={t('dunning:plan.none')}
            currency={one}
            value={level.minimumAmounts[one] ?? null}
            onChange={(amount) => onChange({ minimumAmounts: { ...level.minimumAmounts, [one]: amount } })}
          />
        ))}
        <Group gap="md" className={styles.ticks}>
          <Checkbox
            label={t('dunning:plan.columns.interest')}
            checked={level.claimsInterest}
            onChange={(event) => onChange({ claimsInterest: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('dunning:plan.columns.indemnity')}
            checked={level.claimsIndemnity}
            onChange={(event) => onChange({ claimsIndemnity: event.currentTarget.checked })}
          />
        </Group>
      </div>
      <div className={styles.row}>
        <Select
          w={304}
          allowDeselect={false}
          label={t('dunning:plan.columns.approval')}
          data={approvals.map((value) => ({ value, label: t(`dunning:plan.approvals.${value}`) }))}
          value={level.approval}
          onChange={(value) => value && onChange({ approval: value as LevelDraft['approval'] })}
        />
        <Select
          w={304}
          allowDeselect={false}
          label={t('dunning:plan.columns.effect')}
          data={[
            { value: 'none', label: t('dunning:plan.effects.none') },
            ...effects.map((value) => ({ value, label: t(`dunning:plan.effects.${value}`) })),
          ]}
          value={level.effect ?? 'none'}
          onChange={(value) =>
            onChange({
              effect: value === 'none' ? null : (value as LevelDraft['effect']),
              effectTarget: value === 'hand-over' ? 'agency' : null,
            })
          }
        />
        {level.effect === 'hand-over' && (
          <Select
            w={232}
            allowDeselect={false}
            label={t('dunning:handovers.toWhom')}
            data={handoverTargets.map((value) => ({ value, label: t(`dunning:handovers.to.${value}`) }))}
            value={level.effectTarget}
            onChange={(value) => value && onChange({ effectTarget: value as LevelDraft['effectTarget'] })}
          />
        )}
      </div>
      {level.effect && (
        <Text size="xs" c="dimmed">
          {t('dunning:plan.effectNote')}
        </Text>
      )}
      {side === 'before' && (
        <Text size="xs" c="dimmed">
          {t('dunning:plan.noticeNote')}
        </Text>
      )}
    </>
  )
}
