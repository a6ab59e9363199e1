import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExchangeRate } from '../../../../main/core/exchange/exchange.contract.ts'
import { api, client } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useShortcuts } from '../../../app/shortcuts.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { RateDialog } from './RateDialog.tsx'

/** The exchange rates kept, by day: what items and receipts in other currencies are worth at home. */
export const ExchangeRates = () => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('configure')
  const { data, error } = useQuery(api.exchange.rates.queryOptions({ input: {} }))
  const [adding, setAdding] = useState(false)
  const remove = useCommand(api.exchange.removeRate.mutationOptions(), {
    done: (_, { currency, day }) => t('exchange:rates.removed', { currency, day: format.day(day) }),
    undo: (_, { currency, day }) => {
      const kept = data?.rates.find((rate) => rate.currency === currency && rate.day === day)
      return kept ? client.exchange.setRate(kept) : Promise.resolve()
    },
  })
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('exchange:rates.add'), run: () => setAdding(true) }])
  const add = (
    <Button disabled={readOnly} onClick={() => setAdding(true)}>
      {t('exchange:rates.add')}
    </Button>
  )
  return (
    <Stack gap="md" maw={840}>
      <Text c="dimmed" maw={720}>
        {t('exchange:rates.about')}
      </Text>
      <ErrorNote error={error} />
      {data?.rates.length === 0 && (
        <EmptyState title={t('exchange:rates.empty.title')} text={t('exchange:rates.empty.text')} action={add} />
      )}
      {data && data.rates.length > 0 && (
        <>
          <Group>{add}</Group>
          <Table aria-label={t('exchange:rates.title')} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={110}>{t('exchange:rates.currency')}</Table.Th>
                <Table.Th w={130}>{t('exchange:rates.day')}</Table.Th>
                <Table.Th ta="right">{t('exchange:rates.rate', { home: data.home })}</Table.Th>
                <Table.Th>{t('exchange:rates.source')}</Table.Th>
                <Table.Th w={110} aria-label={t('exchange:rates.remove')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.rates.map((rate) => (
                <Table.Tr key={`${rate.currency} ${rate.day}`}>
                  <Table.Td fw={600}>{rate.currency}</Table.Td>
                  <Table.Td>{format.day(rate.day)}</Table.Td>
                  <Table.Td ta="right">{format.decimal(rate.rate)}</Table.Td>
                  <Table.Td c={rate.source ? undefined : 'dimmed'}>{rate.source || t('common:none')}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-sm"
                      disabled={readOnly}
                      aria-label={t('exchange:rates.removeOf', { currency: rate.currency, day: format.day(rate.day) })}
                      onClick={() => remove.mutate(pick(rate))}
                    >
                      {t('exchange:rates.remove')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
      {adding && data && <RateDialog home={data.home} rates={data.rates} onClose={() => setAdding(false)} />}
    </Stack>
  )
}

const pick = ({ currency, day }: ExchangeRate) => ({ currency, day })
