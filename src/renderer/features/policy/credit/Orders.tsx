import { Checkbox, Select, SimpleGrid, Text } from '@mantine/core'
import { brokenPromiseEffects, exposureParts } from '../../../../main/core/policy/credit-policy.schema.ts'
import { policyTerms } from '../../../../main/core/policy/policy.terms.rules.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import type { EditProps } from '../clauses/clause.ts'
import classes from '../policy.module.css'
import { Amount, creditOf, WholeNumber } from './fields.tsx'

/** What counts as exposure, and from which share of the limit it is watched or refused. */
export const EditExposure = (props: EditProps) => {
  const t = useT()
  const names = policyTerms(useLanguage()).parts
  const { credit, put } = creditOf(props)
  const { exposure } = credit
  return (
    <>
      <Checkbox.Group
        label={t('policy:exposure.parts')}
        value={exposureParts.filter((part) => exposure[part])}
        onChange={(on) =>
          put({
            exposure: Object.fromEntries(exposureParts.map((part) => [part, on.includes(part)])) as typeof exposure,
          })
        }
      >
        <SimpleGrid cols={2} spacing={4} mt={4}>
          {exposureParts.map((part) => (
            <Checkbox key={part} value={part} label={names[part]} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <SimpleGrid cols={2} spacing="sm">
        <WholeNumber
          label={t('policy:exposure.watch')}
          suffix={'\u00a0%'}
          min={1}
          max={100}
          value={credit.watchPercent}
          onChange={(watchPercent) => put({ watchPercent })}
        />
        <WholeNumber
          label={t('policy:exposure.tolerance')}
          suffix={'\u00a0%'}
          max={100}
          value={credit.tolerancePercent}
          onChange={(tolerancePercent) => put({ tolerancePercent })}
        />
      </SimpleGrid>
    </>
  )
}

/** What a late payment does to new orders. */
export const EditLate = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  const { late } = credit
  const set = (part: Partial<typeof late>) => put({ late: { ...late, ...part } })
  return (
    <>
      <SimpleGrid cols={3} spacing="sm">
        <Amount label={t('policy:late.minimum')} value={late.minimum} onChange={(minimum) => set({ minimum })} />
        <WholeNumber
          label={t('policy:late.warnDays')}
          min={1}
          value={late.warnDays}
          onChange={(warnDays) => set({ warnDays })}
        />
        <WholeNumber
          label={t('policy:late.refuseDays')}
          min={1}
          value={late.refuseDays}
          onChange={(refuseDays) => set({ refuseDays })}
        />
      </SimpleGrid>
      {late.refuseDays < late.warnDays && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:late.order')}
        </Text>
      )}
      <Select
        w={320}
        allowDeselect={false}
        label={t('policy:late.brokenPromise')}
        data={brokenPromiseEffects.map((value) => ({ value, label: t(`policy:late.effect.${value}`) }))}
        value={credit.brokenPromise}
        onChange={(value) =>
          put({ brokenPromise: brokenPromiseEffects.find((one) => one === value) ?? credit.brokenPromise })
        }
      />
    </>
  )
}
