import { Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeliveryRow } from '../../../main/core/deliveries/deliveries.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { toldOf } from './delivery.told.ts'

/** Names the invoice made of a delivery: it no longer waits. */
export const InvoiceDialog = ({ delivery, onClose }: { delivery: DeliveryRow; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const [itemId, setItemId] = useState<string | null>(delivery.itemId)
  const invoices = useQuery(
    api.receivables.items.queryOptions({
      input: {
        customerId: delivery.customerId,
        kind: 'invoice',
        show: 'all',
        sort: 'issued',
        descending: true,
        limit: 1000,
      },
    }),
  ).data?.items
  const update = useCommand(api.deliveries.update.mutationOptions(), {
    done: ({ itemNumber }) => t('deliveries:invoice.done', { number: itemNumber }),
    undo: () => client.deliveries.update(toldOf(delivery)),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('deliveries:invoice.title', { reference: delivery.reference })}
      onClose={onClose}
      submit={t('deliveries:invoice.submit')}
      disabled={itemId === null}
      pending={update.isPending}
      error={update.error}
      onSubmit={() => update.mutate({ ...toldOf(delivery), itemId })}
    >
      <Text size="sm">{t('deliveries:invoice.about')}</Text>
      {invoices?.length === 0 ? (
        <Note tone="late">
          <Text size="sm">{t('deliveries:invoice.none')}</Text>
        </Note>
      ) : (
        <Select
          data-autofocus
          required
          searchable
          selectFirstOptionOnChange
          label={t('deliveries:invoice.number')}
          data={(invoices ?? []).map(({ id, number, issued, amount, currency }) => ({
            value: id,
            label: t('deliveries:invoice.option', {
              number,
              day: format.day(issued),
              amount: format.money(amount, currency),
            }),
          }))}
          value={itemId}
          onChange={setItemId}
        />
      )}
    </FormDialog>
  )
}
