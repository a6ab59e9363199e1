import { Button, Group, Radio, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import type { NamedCustomer } from '../../components/CustomerInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './bank.module.css'
import type { Deed } from './deeds.ts'
import { PlacedBar } from './PlacedBar.tsx'

type Props = { line: BankLine; customer: NamedCustomer; onDeed: (deed: Deed) => void; onBack: () => void }

/** Which receipt of a customer the bank took back: a return takes back the whole of one. */
export const ReceiptChoice = ({ line, customer, onDeed, onBack }: Props) => {
  const t = useT()
  const format = useFormat()
  const input = {
    customerId: customer.id,
    currency: line.currency,
    kind: 'payment',
    show: 'all',
    sort: 'issued',
    descending: true,
    limit: 100,
  } as const
  const { data, error } = useQuery(api.receivables.items.queryOptions({ input }))
  const receipts = (data?.items ?? []).filter(({ amount }) => -amount === line.left)
  const [itemId, setItemId] = useState<string | null>(null)
  const chosen = receipts.find(({ id }) => id === itemId) ?? receipts[0]
  const submit = chosen && (() => onDeed({ line, customer: customer.name, kind: 'bounce', itemId: chosen.id }))
  useShortcuts([{ key: 'Enter', label: t('bank:bar.bounceIt'), run: () => submit?.() }])
  return (
    <>
      <div className={classes.scroll}>
        <Group justify="space-between">
          <Title order={2}>{t('bank:receipts.title')}</Title>
          <Button variant="subtle" size="compact-sm" onClick={onBack}>
            {t('bank:find.back')}
          </Button>
        </Group>
        <Text fw={600}>{customer.name}</Text>
        <ErrorNote error={error} />
        {data && receipts.length === 0 && (
          <Text>{t('bank:receipts.none', { amount: format.money(line.left, line.currency) })}</Text>
        )}
        <Radio.Group
          aria-label={t('bank:receipts.title')}
          value={chosen?.id ?? null}
          onChange={(value) => setItemId(value)}
        >
          <Stack gap={6}>
            {receipts.map(({ id, number, booked, amount, currency }) => (
              <Radio
                key={id}
                value={id}
                label={[number, format.day(booked), format.money(-amount, currency)].join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      </div>
      <PlacedBar
        amount={line.left}
        left={chosen ? 0 : line.left}
        currency={line.currency}
        words={chosen ? t('bank:bar.bounce', { number: chosen.number }) : t('bank:bar.nothing')}
        submit={t('bank:bar.bounceIt')}
        onSubmit={submit ?? null}
      />
    </>
  )
}
