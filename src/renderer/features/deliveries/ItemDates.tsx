import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Day, daysBetween } from '../../../main/core/kernel/day.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { Facts } from '../../components/Facts.tsx'
import { DatesDialog } from './DatesDialog.tsx'

/** Delivered, issued, sent: the days of an invoice and what passed between them. */
export const ItemDates = ({ item }: { item: ItemRow }) => (item.kind === 'invoice' ? <Dates item={item} /> : null)

const Dates = ({ item }: { item: ItemRow }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const { data } = useQuery(api.deliveries.dates.queryOptions({ input: { itemId: item.id } }))
  const [editing, setEditing] = useState(false)
  if (!data) return null
  const { deliveredOn, issued, sentOn } = data
  const shown = (day: Day | null) => (day ? format.day(day) : t('deliveries:dates.unknown'))
  const between = (from: Day | null, to: Day | null) => (from && to ? Math.max(0, daysBetween(from, to)) : null)
  const toInvoice = between(deliveredOn, issued)
  const toSending = between(issued, sentOn)
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Title order={3}>{t('deliveries:dates.title')}</Title>
        {!readOnly && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
            {t(deliveredOn || sentOn ? 'deliveries:dates.edit' : 'deliveries:dates.note')}
          </Button>
        )}
      </Group>
      <Facts
        facts={[
          [t('deliveries:dates.delivered'), shown(deliveredOn)],
          [t('deliveries:dates.issued'), shown(issued)],
          [t('deliveries:dates.sent'), shown(sentOn)],
        ]}
      />
      {toInvoice !== null && <Text size="sm">{t('deliveries:dates.toInvoice', { count: toInvoice })}</Text>}
      {toSending !== null && <Text size="sm">{t('deliveries:dates.toSending', { count: toSending })}</Text>}
      {editing && <DatesDialog items={[item]} known={data} onClose={() => setEditing(false)} />}
    </Stack>
  )
}
