import { Checkbox, Group, Input, Stack, Text, Title } from '@mantine/core'
import type { Plan, PlanUse } from '../../../main/core/dunning/dunning.plan.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'

/** More names than that are counted. */
const NAMED = 12

/** Whom a plan serves: segments are ticked here, customers and items chosen on their own pages. */
export const PlanUsers = ({ plan, use }: { plan: Plan; use: PlanUse }) => {
  const t = useT()
  const choose = useCommand(api.dunning.setPlan.mutationOptions(), { done: t('dunning:plan.users.done') })
  const customers = use.customers.filter(({ planId }) => planId === plan.id)
  const items = use.items.filter(({ planId }) => planId === plan.id)
  return (
    <Stack gap="xs">
      <Title order={2}>{t('dunning:plan.users.title')}</Title>
      {plan.isDefault && <Text size="sm">{t('dunning:plan.users.default')}</Text>}
      {use.segments.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('dunning:plan.users.noSegments')}
        </Text>
      ) : (
        <Input.Wrapper label={t('dunning:plan.users.segments')} labelElement="div">
          <Group gap="md" mt={4}>
            {use.segments.map(({ segment, planId, customers: count }) => {
              const own = planId === plan.id
              return (
                <Checkbox
                  key={segment}
                  disabled={plan.archivedOn !== null || choose.isPending}
                  label={`${segment} (${t('dunning:count.customers', { count })})`}
                  checked={own}
                  onChange={() => choose.mutate({ segment, planId: own ? null : plan.id })}
                />
              )
            })}
          </Group>
        </Input.Wrapper>
      )}
      {customers.length > 0 && (
        <Text size="sm">
          {t('dunning:plan.users.customers', { count: customers.length })}{' '}
          {customers.slice(0, NAMED).map(({ customerId, name }, i) => (
            <span key={customerId}>
              {i > 0 && ', '}
              <AnchorLink to="/customers/$id" params={{ id: customerId }}>
                {name}
              </AnchorLink>
            </span>
          ))}
          {customers.length > NAMED && ` +${customers.length - NAMED}`}
        </Text>
      )}
      {items.length > 0 && (
        <Text size="sm">
          {t('dunning:plan.users.items', { count: items.length })}{' '}
          {items.slice(0, NAMED).map(({ itemId, number, customerId, name }, i) => (
            <span key={itemId}>
              {i > 0 && ', '}
              <AnchorLink to="/customers/$id" params={{ id: customerId }}>
                {number} ({name})
              </AnchorLink>
            </span>
          ))}
          {items.length > NAMED && ` +${items.length - NAMED}`}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('dunning:plan.users.nearest')}
      </Text>
    </Stack>
  )
}
