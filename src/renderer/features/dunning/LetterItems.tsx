import { Table, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { z } from 'zod'
import type { segmentSchema } from '../../../main/core/interest/interest.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyText } from '../../components/MoneyText.tsx'

type Item = {
  itemId: string
  number: string
  due: string
  open: number
  disputed: number
  interest: number
  indemnity: number
  segments: z.infer<typeof segmentSchema>[]
}

/** Items of a letter; under each, the periods its interest is made of. */
export const LetterItems = ({ items, currency }: { items: readonly Item[]; currency: string }) => {
  const t = useT()
  const format = useFormat()
  return (
    <Table horizontalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('dunning:proposal.letter.columns.number')}</Table.Th>
          <Table.Th ta="right">{t('dunning:proposal.letter.columns.open')}</Table.Th>
          <Table.Th ta="right">{t('dunning:proposal.letter.columns.interest')}</Table.Th>
          <Table.Th ta="right">{t('dunning:proposal.letter.columns.indemnity')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Fragment key={item.itemId}>
            <Table.Tr>
              <Table.Td>
                {item.number}
                <Text size="xs" c="dimmed">
                  {t('dunning:letters.dueOn', { day: format.day(item.due) })}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={item.open - item.disputed} currency={currency} />
                {item.disputed > 0 && (
                  <Text size="xs" c="dimmed">
                    {t('dunning:proposal.letter.disputed', { amount: format.money(item.disputed, currency) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={item.interest} currency={currency} />
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={item.indemnity} currency={currency} />
              </Table.Td>
            </Table.Tr>
            {item.segments.map((segment) => (
              <Table.Tr key={segment.from}>
                <Table.Td colSpan={2} pt={0} style={{ borderTop: 0 }}>
                  <Text size="xs" c="dimmed">
                    {t('dunning:letters.segment', {
                      from: format.day(segment.from),
                      to: format.day(segment.to),
                      days: segment.days,
                      rate: format.percent(segment.rate),
                    })}
                  </Text>
                </Table.Td>
                <Table.Td ta="right" pt={0}>
                  <Text size="xs" c="dimmed">
                    {format.amount(segment.interest, currency)}
                  </Text>
                </Table.Td>
                <Table.Td />
              </Table.Tr>
            ))}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  )
}
