import { Button, Group, Kbd, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import type { Verdict } from '../../../main/core/limits/verdict.schema.ts'
import type { OrderRow } from '../../../main/core/orders/orders.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { AllowOrders } from '../../components/credit/AllowOrders.tsx'
import { isLiftable } from './liftable.ts'
import { OrderDialog } from './OrderDialog.tsx'

const keys = { release: 'r', reopen: 'r', allow: 'a', close: 'c', edit: 'e', cancel: 'x', remove: 'Delete' } as const
type Doing = keyof typeof keys

/** What can be done with an order as it stands; letting it go only where the rules do, or somebody may lift them. */
const offered = ({ state }: OrderRow, verdict: Verdict | null): Doing[] => {
  const passes = verdict !== null && verdict.verdict !== 'refuse'
  const lifted = verdict !== null && isLiftable(verdict)
  if (state === 'open') return ['close', 'edit', 'cancel', 'remove']
  if (state === 'held')
    return [...(passes ? ['release' as const] : lifted ? ['allow' as const] : []), 'edit', 'cancel', 'remove']
  return [...(passes ? ['reopen' as const] : lifted ? ['allow' as const] : []), 'remove']
}

type Props = { order: OrderRow; verdict: Verdict | null; onClose: () => void }

/** What can be done about an order, each with its key. */
export const OrderActions = ({ order, verdict, onClose }: Props) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const mayAllow = !useReadOnly('approve')
  const [doing, setDoing] = useState<'edit' | 'allow' | null>(null)
  const { id, number } = order
  const open = useCommand(api.orders.open.mutationOptions(), {
    done: t(order.state === 'held' ? 'orders:released' : 'orders:reopened', { number }),
  })
  const close = useCommand(api.orders.close.mutationOptions(), {
    done: (_row, { cancelled }) => t(cancelled ? 'orders:cancel.done' : 'orders:closed', { number }),
    undo: () => client.orders.open({ id }),
  })
  const remove = useCommand(api.orders.remove.mutationOptions(), {
    done: t('orders:remove.done', { number }),
    onDone: onClose,
  })
  const ask = (what: 'cancel' | 'remove', run: () => void) =>
    modals.openConfirmModal({
      title: t(`orders:${what}.title`, { number }),
      children: <Text size="sm">{t(`orders:${what}.text`)}</Text>,
      labels: {
        confirm: t(`orders:${what}.confirm`),
        cancel: t(what === 'cancel' ? 'orders:cancel.keep' : 'common:cancel'),
      },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: run,
    })
  const run: Record<Doing, () => void> = {
    release: () => open.mutate({ id }),
    reopen: () => open.mutate({ id }),
    allow: () => setDoing('allow'),
    edit: () => setDoing('edit'),
    close: () => close.mutate({ id }),
    cancel: () => ask('cancel', () => close.mutate({ id, cancelled: true })),
    remove: () => ask('remove', () => remove.mutate({ id })),
  }
  const actions = readOnly ? [] : offered(order, verdict).filter((what) => mayAllow || what !== 'allow')
  useShortcuts(actions.map((what) => ({ key: keys[what], label: t(`orders:do.${what}`), run: run[what] })))
  const customer = { id: order.customerId, name: order.customerName }
  const leave = () => setDoing(null)
  if (actions.length === 0) return null
  return (
    <Group gap="xs">
      {actions.map((what, i) => (
        <Button
          key={what}
          variant={i === 0 ? 'filled' : 'default'}
          size="compact-md"
          fz="sm"
          loading={(what === 'release' || what === 'reopen') && open.isPending}
          rightSection={<Kbd size="xs">{what === 'remove' ? t('common:shortcuts.keys.delete') : keys[what]}</Kbd>}
          onClick={run[what]}
        >
          {t(`orders:do.${what}`)}
        </Button>
      ))}
      {doing === 'edit' && <OrderDialog customer={customer} draft={order} order={order} onClose={leave} />}
      {doing === 'allow' && verdict && (
        <AllowOrders customer={customer} amount={verdict.amount} orderNumber={number} orderId={id} onClose={leave} />
      )}
    </Group>
  )
}
