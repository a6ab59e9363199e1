import { Checkbox, SegmentedControl, SimpleGrid, Text } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import type { EditProps } from '../clauses/clause.ts'
import { Amount, creditOf, Decimal, PerClass, WholeNumber } from './fields.tsx'

const percents = [
  'taxRate',
  'equityPercent',
  'supplierPercent',
  'workingCapitalPercent',
  'revenuePercent',
  'ownRevenuePercent',
] as const

/** How a limit is worked out: coefficients, and how the candidates are combined. */
export const EditLimits = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  const limits = credit.limits
  const set = (part: Partial<typeof limits>) => put({ limits: { ...limits, ...part } })
  return (
    <>
      <SegmentedControl
        aria-label={t('policy:limits.combine')}
        style={{ alignSelf: 'flex-start' }}
        data={[
          { value: 'blend', label: t('policy:limits.blend') },
          { value: 'lowest', label: t('policy:limits.lowest') },
        ]}
        value={limits.combine}
        onChange={(combine) => set({ combine: combine === 'lowest' ? 'lowest' : 'blend' })}
      />
      <Text size="xs" c="dimmed">
        {t(`policy:limits.${limits.combine}Text`)}
      </Text>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {percents.map((key) => (
          <Decimal
            key={key}
            label={t(`policy:limits.${key}`)}
            suffix={'\u00a0%'}
            value={limits[key]}
            onChange={(value) => set({ [key]: value })}
          />
        ))}
        <WholeNumber
          label={t('policy:limits.usualDelayDays')}
          max={90}
          value={limits.usualDelayDays}
          onChange={(usualDelayDays) => set({ usualDelayDays })}
        />
        <div>
          <Checkbox
            mb={6}
            label={t('policy:limits.ownRevenue')}
            checked={limits.ownRevenue !== null}
            onChange={(event) => set({ ownRevenue: event.currentTarget.checked ? 0 : null })}
          />
          {limits.ownRevenue !== null && (
            <Amount
              aria-label={t('policy:limits.ownRevenue')}
              value={limits.ownRevenue}
              onChange={(ownRevenue) => set({ ownRevenue })}
            />
          )}
        </div>
      </SimpleGrid>
      <PerClass
        label={t('policy:limits.scoreFactors')}
        render={(at, label) => (
          <Decimal
            size="xs"
            max={99}
            aria-label={label}
            value={limits.scoreFactors[at]}
            onChange={(value) =>
              set({ scoreFactors: limits.scoreFactors.with(at, value) as typeof limits.scoreFactors })
            }
          />
        )}
      />
    </>
  )
}
