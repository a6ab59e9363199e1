import { Table, Text } from '@mantine/core'
import type { Handover } from '../../../main/core/handovers/handovers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyText } from '../../components/MoneyText.tsx'

/** What was handed over, item by item, beside what is open of it now. */
export const HandoverItems = ({ handover: { items, on } }: { handover: Handover }) => {
  const t = useT()
  const format = useFormat()
  return (
    <Table horizontalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('dunning:handovers.item.number')}</Table.Th>
          <Table.Th ta="right">{t('dunning:handovers.item.handed')}</Table.Th>
          <Table.Th ta="right">{t('dunning:handovers.item.open')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ itemId, number, due, currency, handed, open }) => (
          <Table.Tr key={itemId}>
            <Table.Td>
              {number}
              <Text size="xs" c="dimmed">
                {t(`dunning:handovers.${handed < 0 ? 'credit' : due < on ? 'dueOn' : 'dueLater'}`, {
                  day: format.day(due),
                })}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <MoneyText amount={handed} currency={currency} showCurrency />
            </Table.Td>
            <Table.Td ta="right">
              <MoneyText amount={open} currency={currency} showCurrency />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
