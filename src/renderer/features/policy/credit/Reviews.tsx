import { SimpleGrid } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import type { EditProps } from '../clauses/clause.ts'
import { Amount, creditOf, PerClass, WholeNumber } from './fields.tsx'

/** How often each class is looked at, and how old a report may be. */
export const EditReviews = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  return (
    <>
      <PerClass
        label={t('policy:reviews.months')}
        render={(at, label) => (
          <WholeNumber
            size="xs"
            min={1}
            max={60}
            aria-label={label}
            value={credit.reviewMonths[at]}
            onChange={(months) =>
              put({ reviewMonths: credit.reviewMonths.with(at, months) as typeof credit.reviewMonths })
            }
          />
        )}
      />
      <WholeNumber
        w={340}
        label={t('policy:reviews.staleMonths')}
        min={1}
        max={60}
        value={credit.staleMonths}
        onChange={(staleMonths) => put({ staleMonths })}
      />
    </>
  )
}

export const EditNewCustomers = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  const { newCustomers } = credit
  return (
    <SimpleGrid cols={2} spacing="sm">
      <WholeNumber
        label={t('policy:newCustomers.months')}
        max={36}
        value={newCustomers.months}
        onChange={(months) => put({ newCustomers: { ...newCustomers, months } })}
      />
      <Amount
        label={t('policy:newCustomers.ceiling')}
        value={newCustomers.ceiling}
        onChange={(ceiling) => put({ newCustomers: { ...newCustomers, ceiling } })}
      />
    </SimpleGrid>
  )
}

const marks = [
  { key: 'lateRise', max: 120 },
  { key: 'scoreDrop', max: 100 },
  { key: 'inactiveMonths', max: 60 },
  { key: 'endingDays', max: 180 },
] as const

/** What calls for a review before its day. */
export const EditAlerts = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      {marks.map(({ key, max }) => (
        <WholeNumber
          key={key}
          label={t(`policy:alerts.${key}`)}
          min={1}
          max={max}
          value={credit.alerts[key]}
          onChange={(value) => put({ alerts: { ...credit.alerts, [key]: value } })}
        />
      ))}
    </SimpleGrid>
  )
}
