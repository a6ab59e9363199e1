import { Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { OrderRow } from '../../../main/core/orders/orders.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { OrderActions } from './OrderActions.tsx'
import { OrderState } from './OrderState.tsx'
import { VerdictView } from './VerdictView.tsx'

/** When the rules are asked about an order of the book again. */
const purposes = { held: 'release', open: 'order', closed: 'reopening', cancelled: 'reopening' } as const

/** One order: what it is, what the rules say of it today, and what can be done. */
export const OrderPanel = ({ order, onClose }: { order: OrderRow; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const { customerId, amount, delivered, currency, prepaid, number, state } = order
  const { data: verdict, error } = useQuery({
    ...api.limits.verdict.queryOptions({
      input: {
        customerId,
        amount: Math.max(0, amount - delivered),
        currency,
        prepaid,
        purpose: purposes[state],
        orderNumber: number,
      },
    }),
    placeholderData: keepPreviousData,
  })
  const running = state === 'held' || state === 'open'
  return (
    <SidePanel opened onClose={onClose} title={t('orders:panel.title', { number })}>
      <AnchorLink to="/customers/$id" params={{ id: customerId }} search={{ tab: 'credit' }} fw={600}>
        {order.customerName}
      </AnchorLink>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <KeyFigure
          label={t('orders:columns.amount')}
          value={format.money(amount, currency)}
          tone={state === 'held' ? 'risk' : 'neutral'}
        />
        <OrderState state={state} />
      </Group>
      <OrderActions order={order} verdict={verdict ?? null} onClose={onClose} />
      <ErrorNote error={error} />
      {verdict && running && (
        <VerdictView compact verdict={verdict} about={`${t('orders:panel.now')}, ${format.day(verdict.asOf)}`} />
      )}
      <Facts
        facts={[
          [t('orders:panel.day'), format.day(order.day)],
          [t('orders:panel.expected'), order.expected ? format.day(order.expected) : t('orders:panel.notExpected')],
          prepaid && [t('orders:panel.prepaid'), t('common:yes')],
          delivered > 0 && [t('orders:panel.delivered'), format.money(delivered, currency)],
          [
            t('orders:panel.changed'),
            t('orders:panel.by', { day: format.day(order.changedOn), user: order.changedBy }),
          ],
        ]}
      />
      {order.note !== '' && <Text size="sm">{order.note}</Text>}
    </SidePanel>
  )
}
