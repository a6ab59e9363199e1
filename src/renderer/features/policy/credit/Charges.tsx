import { Checkbox, Group, Select, Text } from '@mantine/core'
import { dayCounts } from '../../../../main/core/interest/interest.contract.ts'
import { policyTerms } from '../../../../main/core/policy/policy.terms.rules.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import type { EditProps } from '../clauses/clause.ts'
import { Decimal, WholeNumber } from './fields.tsx'

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What the invoices say of late and early payment (C. com. L441-9, L441-10). */
export const EditCharges = ({ draft, change }: EditProps) => {
  const t = useT()
  const { lateRate, dayCount, rateFollows, discount } = draft.charges
  const terms = policyTerms(useLanguage())
  const set = (part: Partial<typeof draft.charges>) => change({ charges: { ...draft.charges, ...part } })
  return (
    <>
      <Checkbox
        label={t('policy:charges.contractRate')}
        checked={lateRate !== null}
        onChange={(event) => set({ lateRate: event.currentTarget.checked ? '12' : null })}
      />
      {lateRate !== null && (
        <Decimal
          w={260}
          label={t('policy:charges.lateRate')}
          suffix={'\u00a0%'}
          value={lateRate}
          onChange={(value) => set({ lateRate: value })}
        />
      )}
      <Text size="xs" c="dimmed">
        {t('policy:charges.floor')}
      </Text>
      <Select
        size="sm"
        w={420}
        maw="100%"
        allowDeselect={false}
        label={t('policy:charges.dayCount')}
        data={dayCounts.map((value) => ({ value, label: sentence(terms.dayCount[value]) }))}
        value={dayCount}
        onChange={(value) => value && set({ dayCount: value as typeof dayCount })}
      />
      {lateRate === null && (
        <Select
          size="sm"
          w={420}
          maw="100%"
          allowDeselect={false}
          label={t('policy:charges.rateFollows')}
          data={(['law', 'frozen'] as const).map((value) => ({ value, label: sentence(terms.rateFollows[value]) }))}
          value={rateFollows}
          onChange={(value) => value && set({ rateFollows: value as typeof rateFollows })}
        />
      )}
      <Checkbox
        label={t('policy:charges.offersDiscount')}
        checked={discount !== null}
        onChange={(event) => set({ discount: event.currentTarget.checked ? { percent: '1', days: 10 } : null })}
      />
      {discount !== null && (
        <Group gap="sm">
          <Decimal
            w={180}
            label={t('policy:charges.discountPercent')}
            suffix={'\u00a0%'}
            max={100}
            value={discount.percent}
            onChange={(percent) => set({ discount: { ...discount, percent } })}
          />
          <WholeNumber
            w={220}
            label={t('policy:charges.discountDays')}
            min={1}
            max={90}
            value={discount.days}
            onChange={(days) => set({ discount: { ...discount, days } })}
          />
        </Group>
      )}
    </>
  )
}
