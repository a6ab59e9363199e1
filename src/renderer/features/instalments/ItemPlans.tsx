import { Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Facts } from '../../components/Facts.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { PlanState } from './PlanState.tsx'

/** The plan an item is spread over, with the instalments that are still to be paid. */
export const ItemPlans = ({ item }: { item: ItemRow }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(
    api.instalments.list.queryOptions({ input: { customerId: item.customerId, show: 'current' } }),
  )
  const plans = (data?.plans ?? []).filter(({ items }) => items.some(({ itemId }) => itemId === item.id))
  if (plans.length === 0) return null
  return plans.map((plan) => {
    const toPay = plan.instalments.filter(({ open }) => open > 0)
    return (
      <Stack key={plan.id} gap={4}>
        <Group justify="space-between">
          <Title order={3}>{t('instalments:planOf', { day: format.day(plan.agreedOn) })}</Title>
          <PlanState plan={plan} />
        </Group>
        <Facts facts={toPay.map(({ due, open }) => [format.day(due), format.money(open, plan.currency)] as const)} />
        <Text size="sm">
          <AnchorLink to="/customers/$id" params={{ id: item.customerId }} search={{ tab: 'plans' }}>
            {t('instalments:seePlan')}
          </AnchorLink>
        </Text>
      </Stack>
    )
  })
}
