import { Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'
import { useReasons } from '../../components/useReasons.ts'
import { DisputeState } from './DisputeState.tsx'

/** What is or was contested of an item. */
export const ItemDisputes = ({ item }: { item: ItemRow }) => {
  const t = useT()
  const format = useFormat()
  const { nameOf } = useReasons()
  const { data } = useQuery(api.disputes.list.queryOptions({ input: { itemId: item.id, show: 'all', limit: 100 } }))
  const disputes = data?.disputes ?? []
  if (disputes.length === 0) return null
  return (
    <Stack gap={6}>
      <Title order={3}>{t(disputes.length > 1 ? 'disputes:section.titles' : 'disputes:section.title')}</Title>
      {disputes.map((dispute) => (
        <Stack key={dispute.id} gap={0}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">
              {nameOf(dispute.reason)},{' '}
              <strong>
                {t('disputes:section.contested', { amount: format.money(dispute.amount, dispute.currency) })}
              </strong>
            </Text>
            <DisputeState dispute={dispute} />
          </Group>
          <Text size="sm" c="dimmed">
            {t('disputes:section.opened', { day: format.day(dispute.openedOn), user: dispute.openedBy })}
          </Text>
          <Text size="sm">
            <AnchorLink to="/disputes" search={{ id: dispute.id, ...(dispute.closedOn && { show: 'all' as const }) }}>
              {t('disputes:section.see')}
            </AnchorLink>
          </Text>
        </Stack>
      ))}
    </Stack>
  )
}
