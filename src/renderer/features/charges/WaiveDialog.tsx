import { Button, Select, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChargesOfCustomer } from '../../../main/core/charges/charges.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { keyOf, openLines } from './charges.lines.ts'
import classes from './charges.module.css'

type Props = { customerId: string; charges: ChargesOfCustomer; onClose: () => void }

/** What is given up of each charge, with the reason; never more than is left. */
export const WaiveDialog = ({ customerId, charges, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const open = openLines(charges)
  const currencies = [...new Set(open.map(({ currency }) => currency))]
  const [currency, setCurrency] = useState(currencies[0] ?? '')
  const [amounts, setAmounts] = useState<Record<string, number | null>>({})
  const [reason, setReason] = useState('')
  const lines = open.filter((line) => line.currency === currency)
  const parts = lines.flatMap((line) => {
    const amount = amounts[keyOf(line)] ?? 0
    return amount > 0 ? [{ line, amount }] : []
  })
  const total = parts.reduce((sum, { amount }) => sum + amount, 0)
  const above = parts.some(({ line, amount }) => amount > line.open)
  const waive = useCommand(api.charges.waive.mutationOptions(), {
    done: t('charges:waive.done', { amount: format.money(total, currency) }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('charges:waive.title')}
      size={680}
      submit={
        total > 0 ? t('charges:waive.submit', { amount: format.money(total, currency) }) : t('charges:waive.submitNone')
      }
      disabled={total === 0 || above || reason.trim() === ''}
      pending={waive.isPending}
      error={waive.error}
      onClose={onClose}
      onSubmit={() =>
        waive.mutate({
          customerId,
          currency,
          reason: reason.trim(),
          lines: parts.map(({ line: { kind, itemId }, amount }) => ({ kind, itemId, amount })),
        })
      }
    >
      <Text size="sm">{t('charges:waive.text')}</Text>
      {currencies.length > 1 && (
        <Select
          label={t('charges:cost.currency')}
          data={currencies}
          allowDeselect={false}
          value={currency}
          onChange={(value) => value && setCurrency(value)}
        />
      )}
      <div className={classes.waive}>
        <Table aria-label={t('charges:lines')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('charges:lines')}</Table.Th>
              <Table.Th ta="right">{t('charges:open')}</Table.Th>
              <Table.Th ta="right" w={170}>
                {t('charges:waive.amount')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={keyOf(line)}>
                <Table.Td>
                  {line.itemNumber
                    ? t('charges:ofInvoice', { kind: t(`charges:kind.${line.kind}`), number: line.itemNumber })
                    : t(`charges:kind.${line.kind}`)}
                  {line.itemSettled && (
                    <Text span size="xs" c="dimmed">
                      {` (${t('charges:invoicePaid')})`}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td className={classes.amount ?? ''}>{format.money(line.open, currency)}</Table.Td>
                <Table.Td>
                  <MoneyInput
                    size="xs"
                    aria-label={`${t('charges:waive.amount')}, ${t(`charges:kind.${line.kind}`)} ${line.itemNumber ?? ''}`}
                    currency={currency}
                    value={amounts[keyOf(line)] ?? null}
                    onChange={(amount) => setAmounts((before) => ({ ...before, [keyOf(line)]: amount }))}
                    error={(amounts[keyOf(line)] ?? 0) > line.open}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-end' }}
        onClick={() => setAmounts(Object.fromEntries(lines.map((line) => [keyOf(line), line.open])))}
      >
        {t('charges:waive.all')}
      </Button>
      <TextInput
        required
        label={t('charges:waive.reason')}
        placeholder={t('charges:waive.reasonHint')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
