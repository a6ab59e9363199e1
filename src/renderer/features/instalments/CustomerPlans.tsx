import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import classes from './instalments.module.css'
import { PlanDetail } from './PlanDetail.tsx'

/** The instalment plans of a customer, those ended as well when asked for. */
export const CustomerPlans = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const [show, setShow] = useState<'current' | 'all'>('current')
  const { data, error } = useQuery(api.instalments.list.queryOptions({ input: { customerId: customer.id, show } }))
  return (
    <>
      <SegmentedControl
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('instalments:show.label')}
        value={show}
        onChange={(value) => setShow(value as typeof show)}
        data={(['current', 'all'] as const).map((value) => ({ value, label: t(`instalments:show.${value}`) }))}
      />
      <ErrorNote error={error} />
      {data?.plans.length === 0 && (
        <EmptyState
          title={t('instalments:empty.customer')}
          text={t('instalments:empty.text')}
          action={
            <ButtonLink to="/customers/$id" params={{ id: customer.id }} search={{ show: 'overdue' }} variant="default">
              {t('instalments:empty.action')}
            </ButtonLink>
          }
        />
      )}
      {data && data.plans.length > 0 && (
        <div className={classes.plans}>
          {data.plans.map((plan) => (
            <section
              key={plan.id}
              className={classes.plan}
              aria-label={t('instalments:planOf', { day: plan.agreedOn })}
            >
              <PlanDetail plan={plan} />
            </section>
          ))}
        </div>
      )}
    </>
  )
}
