import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ChargesOfCustomer, chargeKinds } from '../../../main/core/charges/charges.contract.ts'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ChargeEntries } from './ChargeEntries.tsx'
import { CostDialog } from './CostDialog.tsx'
import { openByCurrency } from './charges.lines.ts'
import classes from './charges.module.css'
import { PayDialog } from './PayDialog.tsx'
import { WaiveDialog } from './WaiveDialog.tsx'

type Asked = 'pay' | 'waive' | 'cost'

/** What was claimed of a customer beside its invoices, what became of it, and what is left. */
export const ChargesTab = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const { data, error } = useQuery(api.charges.ofCustomer.queryOptions({ input: { customerId: customer.id } }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const open = data ? openByCurrency(data).filter(([, amount]) => amount > 0) : []
  const owes = open.length > 0
  useShortcuts(
    readOnly
      ? []
      : [
          { key: 'f', label: t('charges:act.cost'), run: () => setAsked('cost') },
          ...(owes ? [{ key: 'r', label: t('charges:act.pay'), run: () => setAsked('pay') }] : []),
        ],
  )
  const addCost = (
    <Button variant="default" disabled={readOnly} onClick={() => setAsked('cost')}>
      {t('charges:act.cost')}
    </Button>
  )
  const close = () => setAsked(null)
  return (
    <Stack gap="md">
      <ErrorNote error={error} />
      {data?.entries.length === 0 && (
        <EmptyState title={t('charges:empty.title')} text={t('charges:empty.text')} action={addCost} />
      )}
      {data && data.entries.length > 0 && (
        <>
          <Group justify="space-between" align="flex-end" wrap="nowrap">
            <Group gap="xl">
              {owes ? (
                open.map(([currency, amount]) => (
                  <KeyFigure
                    key={currency}
                    label={t('charges:open')}
                    value={format.money(amount, currency)}
                    tone="late"
                  />
                ))
              ) : (
                <KeyFigure label={t('charges:open')} value={t('charges:none')} />
              )}
            </Group>
            <Group gap="xs" wrap="nowrap">
              {addCost}
              <Button variant="default" disabled={readOnly || !owes} onClick={() => setAsked('waive')}>
                {t('charges:act.waive')}
              </Button>
              <Button disabled={readOnly || !owes} onClick={() => setAsked('pay')}>
                {t('charges:act.pay')}
              </Button>
            </Group>
          </Group>
          <Text size="sm" c="dimmed">
            {t('charges:about')}
          </Text>
          <Totals charges={data} />
          <Title order={3}>{t('charges:entries')}</Title>
          <ChargeEntries entries={data.entries} />
        </>
      )}
      {asked === 'cost' && <CostDialog customer={customer} onClose={close} />}
      {data && asked === 'waive' && <WaiveDialog customerId={customer.id} charges={data} onClose={close} />}
      {data && asked === 'pay' && <PayDialog customerId={customer.id} charges={data} onClose={close} />}
    </Stack>
  )
}

const columns = ['claimed', 'paid', 'waived', 'withdrawn', 'open'] as const

const Totals = ({ charges: { totals } }: { charges: ChargesOfCustomer }) => {
  const t = useT()
  const format = useFormat()
  return [...Map.groupBy(totals, ({ currency }) => currency)].map(([currency, group]) => (
    <Table key={currency} maw={880} aria-label={t('charges:table')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('charges:column.kind', { currency })}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={column} ta="right">
              {t(`charges:column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {chargeKinds
          .flatMap((kind) => group.find((one) => one.kind === kind) ?? [])
          .map((one) => (
            <Table.Tr key={one.kind}>
              <Table.Td>{t(`charges:kind.${one.kind}`)}</Table.Td>
              {columns.map((column) => (
                <Table.Td key={column} className={classes.amount ?? ''}>
                  {format.amount(one[column], currency)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        <Table.Tr className={classes.total ?? ''}>
          <Table.Td>{t('charges:total')}</Table.Td>
          {columns.map((column) => (
            <Table.Td key={column} className={classes.amount ?? ''}>
              {format.amount(
                group.reduce((sum, one) => sum + one[column], 0),
                currency,
              )}
            </Table.Td>
          ))}
        </Table.Tr>
      </Table.Tbody>
    </Table>
  ))
}
