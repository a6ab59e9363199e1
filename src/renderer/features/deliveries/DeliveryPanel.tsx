import { Button, Group, Kbd, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import type { DeliveryRow } from '../../../main/core/deliveries/deliveries.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { keyName, useShortcuts } from '../../app/shortcuts.ts'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { DeliveryDialog } from './DeliveryDialog.tsx'
import { toldOf } from './delivery.told.ts'
import { InvoiceDialog } from './InvoiceDialog.tsx'
import { useDelivery } from './useDelivery.ts'

type Action = { what: 'invoice' | 'detach' | 'edit' | 'remove'; key: string; run: () => void }

/** One delivery: how long it waits, and what can be done about it. */
export const DeliveryPanel = ({ row, onClose }: { row: DeliveryRow; onClose: () => void }) => {
  const delivery = useDelivery(row)
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const [doing, setDoing] = useState<'edit' | 'invoice' | null>(null)
  const remove = useCommand(api.deliveries.remove.mutationOptions(), {
    done: t('deliveries:remove.done'),
    undo: async () => {
      const { itemId, id: _, ...told } = toldOf(delivery)
      const made = await client.deliveries.add(told)
      if (itemId) await client.deliveries.update({ ...told, id: made.id, itemId })
    },
    onDone: onClose,
  })
  const detach = useCommand(api.deliveries.update.mutationOptions(), {
    done: t('deliveries:invoice.detached'),
    undo: () => client.deliveries.update(toldOf(delivery)),
  })
  const ask = () =>
    modals.openConfirmModal({
      title: t('deliveries:remove.title', { reference: delivery.reference }),
      children: <Text size="sm">{t('deliveries:remove.text')}</Text>,
      labels: { confirm: t('deliveries:remove.confirm'), cancel: t('common:cancel') },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => remove.mutate({ id: delivery.id }),
    })
  const waiting = delivery.itemId === null
  const all: Action[] = [
    waiting
      ? { what: 'invoice', key: 'f', run: () => setDoing('invoice') }
      : { what: 'detach', key: 'f', run: () => detach.mutate({ ...toldOf(delivery), itemId: null }) },
    { what: 'edit', key: 'e', run: () => setDoing('edit') },
    { what: 'remove', key: 'Delete', run: ask },
  ]
  const actions = readOnly ? [] : all
  useShortcuts(actions.map(({ what, key, run }) => ({ key, label: t(`deliveries:do.${what}`), run })))
  return (
    <SidePanel opened onClose={onClose} title={delivery.reference}>
      <Text fw={600}>{delivery.customerName}</Text>
      <KeyFigure
        label={t('deliveries:detail.amount')}
        value={
          delivery.amount === null ? t('deliveries:detail.noAmount') : format.money(delivery.amount, delivery.currency)
        }
        hint={t(waiting ? 'deliveries:detail.waiting' : 'deliveries:detail.took', { count: delivery.days })}
        tone={waiting && delivery.late ? 'late' : 'neutral'}
      />
      <Group gap="xs">
        {actions.map(({ what, key, run }, i) => (
          <Button
            key={what}
            variant={i === 0 && waiting ? 'filled' : 'default'}
            size="compact-md"
            fz="sm"
            rightSection={<Kbd size="xs">{keyName(key, t)}</Kbd>}
            onClick={run}
          >
            {t(`deliveries:do.${what}`)}
          </Button>
        ))}
      </Group>
      <Facts
        facts={[
          [t('deliveries:columns.delivered'), format.day(delivery.deliveredOn)],
          delivery.itemNumber !== null && [t('deliveries:columns.invoice'), delivery.itemNumber],
          delivery.invoicedOn !== null && [t('deliveries:columns.invoiced'), format.day(delivery.invoicedOn)],
          delivery.note !== '' && [t('deliveries:detail.note'), delivery.note],
        ]}
      />
      <ButtonLink
        to="/customers/$id"
        params={{ id: delivery.customerId }}
        variant="default"
        style={{ alignSelf: 'flex-start' }}
      >
        {t('deliveries:list.openCustomer')}
      </ButtonLink>
      {doing === 'edit' && <DeliveryDialog delivery={delivery} onClose={() => setDoing(null)} />}
      {doing === 'invoice' && <InvoiceDialog delivery={delivery} onClose={() => setDoing(null)} />}
    </SidePanel>
  )
}
