import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { codeOf } from '../../api/errors.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PlanChoice } from '../../components/PlanChoice.tsx'
import { StatementButton } from '../../components/papers/StatementButton.tsx'
import { CustomerMenu } from '../../components/privacy/CustomerMenu.tsx'
import { CustomerFigures } from './CustomerFigures.tsx'
import { CustomerIdentity } from './CustomerIdentity.tsx'
import { CustomerState } from './CustomerState.tsx'
import { CustomerTabs } from './CustomerTabs.tsx'
import classes from './customers.module.css'
import type { CustomerSearch } from './customers.search.ts'
import { HoldForm } from './HoldForm.tsx'
import { Timeline } from './Timeline.tsx'
import { useCustomer } from './useCustomer.ts'

const route = getRouteApi('/book/customers/$id')

/** Everything about one customer: what it owes, its file, and what happened on the right. */
export const CustomerPage = () => {
  const t = useT()
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const readOnly = useReadOnly('edit')
  const view = useCustomer(id)
  const [holding, setHolding] = useState(false)
  const change = (part: CustomerSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const router = useRouter()
  useShortcuts([
    { key: 'Escape', label: t('customers:page.leave'), run: () => router.history.back() },
    ...(readOnly ? [] : [{ key: 'e', label: t('common:shortcuts.edit'), run: () => change({ tab: 'file' }) }]),
  ])
  const release = useCommand(api.dunning.releaseHold.mutationOptions(), {
    done: t('customers:hold.released'),
    undo: () => {
      const { customerId, itemId, reason, owner, until } = view.hold ?? {
        customerId: id,
        itemId: null,
        reason: '',
        owner: '',
        until: null,
      }
      return client.dunning.hold({ customerId, itemId, reason, owner, until })
    },
  })

  if (codeOf(view.error) === 'not-found' && view.error)
    return (
      <EmptyState
        title={t('customers:page.notFound')}
        text={t('customers:page.notFoundText')}
        action={<ButtonLink to="/customers">{t('customers:page.back')}</ButtonLink>}
      />
    )
  const { data, hold } = view
  if (!data || view.stale) return <ErrorNote error={view.error} />
  return (
    <>
      <PageHeader
        title={data.customer.name}
        actions={
          <>
            <StatementButton customer={data.customer} />
            {hold ? (
              <Button
                variant="default"
                leftSection={<IconPlayerPlay size={16} />}
                disabled={readOnly}
                loading={release.isPending}
                onClick={() => release.mutate({ id: hold.id })}
              >
                {t('customers:hold.release')}
              </Button>
            ) : (
              <Button
                variant="default"
                leftSection={<IconPlayerPause size={16} />}
                disabled={readOnly}
                onClick={() => setHolding(true)}
              >
                {t('customers:hold.action')}
              </Button>
            )}
            <CustomerMenu customerId={id} />
          </>
        }
      >
        <div className={classes.identity}>
          <CustomerIdentity data={data} />
          <CustomerState {...view} />
          <PlanChoice customerId={id} />
        </div>
      </PageHeader>
      <div className={classes.page}>
        <div className={classes.main}>
          <CustomerFigures customer={data.customer} positions={data.positions} />
          <CustomerTabs
            customer={data.customer}
            positions={data.positions}
            effectiveTerms={data.effectiveTerms}
            search={search}
            change={change}
          />
        </div>
        <section className={classes.timeline} aria-label={t('customers:timeline.title')}>
          <Timeline customerId={id} />
        </section>
      </div>
      <HoldForm customer={data.customer} opened={holding} onClose={() => setHolding(false)} />
    </>
  )
}
