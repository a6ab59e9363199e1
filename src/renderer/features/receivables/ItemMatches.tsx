import { Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './receivables.module.css'

/** What settled an item and when; a match dated after the day shown is there but not counted in what is open. */
export const ItemMatches = ({ item, asOf }: { item: ItemRow; asOf: string }) => {
  const t = useT()
  const format = useFormat()
  const { data, error } = useQuery(api.receivables.matches.queryOptions({ input: { itemId: item.id } }))
  const origin = (name: string) =>
    name === 'lettering' || name === 'import' || name === 'manual' ? t(`receivables:item.origin.${name}`) : name
  return (
    <Stack gap={4}>
      <Title order={3}>{t('receivables:item.matches')}</Title>
      <ErrorNote error={error} />
      {data?.matches.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('receivables:item.noMatch')}
        </Text>
      )}
      {data && data.matches.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('receivables:item.matchDay')}</Table.Th>
              <Table.Th>{t('receivables:item.matchWith')}</Table.Th>
              <Table.Th ta="right">{t('receivables:item.matchAmount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.matches.map((match, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: matches have no id of their own and are replaced together
              <Table.Tr key={i}>
                <Table.Td className={match.day > asOf ? classes.dim : undefined}>{format.day(match.day)}</Table.Td>
                <Table.Td>
                  {t(`receivables:kind.${match.kind}`)} {match.number}
                  <Text size="xs" c="dimmed">
                    {match.day > asOf
                      ? t('receivables:item.laterMatch', { day: format.day(asOf) })
                      : origin(match.origin)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText amount={match.amount} currency={item.currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
